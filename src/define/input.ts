import type { Diagnostic } from '../model/diagnostic.ts';

/** A folder that inputs are relative to: the one that holds `bartizan.yaml`, else the input folder itself. */
export interface InputRoot {
  /** Names of the folders from the file system's root down to this one; tells equal names of two roots apart. */
  readonly folders: readonly string[];
  /** Reads a file below the root; `path` is relative to it, with `/`, without `.` and `..`. */
  read(path: string): LocalRead;
  /** Names directly in a folder below the root (`''` for itself), sorted, folders with a `/` at the end; none when it is not there. */
  list(folder: string): readonly string[];
}

/** A text file of the input. */
export interface InputFile {
  readonly root: InputRoot;
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** The name used in origins and reports: `path`, with folder names before it when two roots have the same one. */
  readonly file: string;
  readonly text: string;
  /** Lower-case hex; absent for texts that never were files. */
  readonly sha256?: string;
}

/** What reading a file on behalf of another one gave. */
export type LocalRead =
  | { readonly kind: 'file'; readonly input: InputFile }
  | { readonly kind: 'missing' }
  /** It leaves the root, by itself or through a symbolic link. */
  | { readonly kind: 'escapes' }
  /** Too large, not UTF-8, not permitted; `message` says which. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

/** `context` ones serve resolution and paths; threats are reported on subjects only. */
export type InputRole = 'subject' | 'context';

export interface TemplateInput {
  readonly kind: 'template';
  readonly input: InputFile;
  readonly role: InputRole;
  /** Named by the user, not found in a folder: then it is told when it is no template. */
  readonly given: boolean;
}

/** A CDK cloud assembly, by its `manifest.json`. */
export interface AssemblyInput {
  readonly kind: 'assembly';
  readonly input: InputFile;
  readonly role: InputRole;
}

/** Authorization details of accounts, as `aws iam get-account-authorization-details` prints them, or a credential report. */
export interface AccountInput {
  readonly kind: 'account';
  readonly input: InputFile;
  readonly role: InputRole;
}

/** The tree of an organization with its policies. */
export interface OrganizationInput {
  readonly kind: 'organization';
  readonly input: InputFile;
  readonly role: InputRole;
}

/** A system document, as `bartizan system` writes it. */
export interface SystemInput {
  readonly kind: 'system';
  readonly input: InputFile;
  readonly role: InputRole;
}

/** A folder with configuration files of Terraform. */
export interface TerraformFolderInput {
  readonly kind: 'terraform-folder';
  /** The first of its configuration files: stands for the folder in diagnostics. */
  readonly input: InputFile;
  /** Below the root, `''` for the root itself. */
  readonly folder: string;
  /** Configuration and variable files directly in the folder, sorted by path. */
  readonly files: readonly InputFile[];
  readonly role: InputRole;
  /** Named by the user, not found in a folder above it: then it is a root module whoever calls it. */
  readonly given: boolean;
}

/** A plan as `terraform show -json` prints it, or a state. */
export interface TerraformFileInput {
  readonly kind: 'terraform-plan' | 'terraform-state';
  readonly input: InputFile;
  readonly role: InputRole;
  readonly given: boolean;
}

export type SourceInput =
  | TemplateInput
  | AssemblyInput
  | AccountInput
  | OrganizationInput
  | SystemInput
  | TerraformFolderInput
  | TerraformFileInput;

/** A root with the paths below it that the user gave; `''` is all of it. */
export interface RootInput {
  readonly root: InputRoot;
  readonly role: InputRole;
  readonly covers: readonly string[];
  /** Its `bartizan.yaml`. */
  readonly declaration?: InputFile;
}

export interface SkippedInput {
  readonly path: string;
  readonly why: string;
  /** It could be modelled and somebody may expect that it is: told without being asked for. */
  readonly isTold?: true;
}

/** Everything that was read, untranslated. Nothing in it depends on the working directory or on the order of files. */
export interface ReadResult {
  readonly roots: readonly RootInput[];
  /** Sorted by role, then by file name. */
  readonly sources: readonly SourceInput[];
  readonly parameterFiles: readonly InputFile[];
  /** Rule files given on the command line. */
  readonly ruleFiles: readonly InputFile[];
  /** `Key=Value` given on the command line. */
  readonly parameterValues: ReadonlyMap<string, string>;
  readonly skipped: readonly SkippedInput[];
  readonly diagnostics: readonly Diagnostic[];
  /** No path led to anything that could be modelled: the run cannot go on (exit code 2). */
  readonly nothingRead: boolean;
}
