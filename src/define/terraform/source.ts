import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Assumed, Guard } from '../../model/guard.ts';
import type { DeploymentId } from '../../model/id.ts';
import type { Origin, OriginTable } from '../../model/origin.ts';
import type { ParameterUse } from '../../model/resource.ts';
import type { Text } from '../../model/text.ts';
import type { Value } from '../../model/value.ts';
import type { InputFile, LocalRead } from '../input.ts';
import type { TerraformInstance, TerraformProvider } from './instance.ts';

/** One root module as one deployment: what `evaluateSource` turns into instances. */
export interface TerraformSource {
  readonly deployment: DeploymentId;
  /** Folder of the root module, relative to the input's root, with `/`; `''` for the root itself. */
  readonly folder: string;
  /**
   * Configuration files directly in the folder (`.tf`, `.tf.json`) and variable files that Terraform reads by itself
   * (`terraform.tfvars`, `*.auto.tfvars`, both also as `.json`); other files are ignored. In any order.
   */
  readonly files: readonly InputFile[];
  /** Variable files given by the user (`-var-file`), in order: later ones win, and win over those of the folder. */
  readonly variableFiles: readonly InputFile[];
  /** `Key=Value` given by the user (`-var`); wins over all files. */
  readonly variableValues: ReadonlyMap<string, string>;
  readonly account: Text;
  readonly region: Text;
  readonly partition: Text;
  /** `default` when absent. */
  readonly workspace?: string;
}

/** What all root modules of a run share. */
export interface SourceContext {
  readonly origins: OriginTable;
  readonly files: LocalFiles;
}

/** Files below the input's root. Paths are relative to it, with `/`, without `.` and `..`. */
export interface LocalFiles {
  /** As `InputRoot.read`. */
  read(path: string): LocalRead;
  /** Names directly in a folder, sorted, folders with a `/` at the end; empty when there is no such folder. */
  list(folder: string): readonly string[];
}

export interface EvaluatedSource {
  /** Of the root module and of all modules below it, managed and data, in order of declaration. */
  readonly instances: readonly TerraformInstance[];
  /** Outputs of the root module. */
  readonly outputs: ReadonlyMap<string, Value>;
  /** Variables of the root module with what was taken for them, in order of declaration; sensitive values are not told. */
  readonly parameters: readonly ParameterUse[];
  /** Provider configurations of the root module, by name (`aws`, `aws.west`). */
  readonly providers: readonly TerraformProvider[];
  /** The object that the state is kept in, when it is kept in one. */
  readonly statePlace?: { readonly bucket: Value; readonly key?: Value };
  /** Modules whose source is not on disk: nothing is known of what they make. */
  readonly missingModules: readonly MissingModule[];
  /** Values that guard symbols have unless the user gives others (defaults of variables). */
  readonly assumed: Assumed;
  /** Files that were read besides those given: of modules, templates, `file(…)`. */
  readonly filesRead: readonly InputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface MissingModule {
  /** `module.a["x"].module.b`. */
  readonly address: string;
  /** As written: `terraform-aws-modules/vpc/aws`. */
  readonly source: string;
  readonly version?: string;
  readonly guard: Guard;
  /** What is passed to it. */
  readonly inputs: ReadonlyMap<string, Value>;
  readonly origin: Origin;
}
