import type { DeploymentId } from '../../model/id.ts';
import type { Origin } from '../../model/origin.ts';
import type { ParsedDocument } from '../cloudformation/node.ts';
import type { InputFile, InputRole, TerraformFolderInput } from '../input.ts';

/** A deployment before its account and region are settled. */
export interface PlannedDeployment {
  readonly id: DeploymentId;
  readonly role: InputRole;
  readonly input: InputFile;
  readonly content: PlannedContent;
  /** Given explicitly, from whatever source; never defaults. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Twelve digits, or a name of the user's that stands for one account. */
  readonly account?: string;
  readonly region?: string;
  readonly stage?: string;
  readonly stackName?: string;
  /** The parameter file of the command line; deployments of different ones never meet. */
  readonly side?: string;
  /** Deployed side by side with those of equal key: of one CDK manifest and environment, or declared together. */
  readonly together?: string;
  /** Those of equal `together` are in one region as well. */
  readonly oneRegion: boolean;
  readonly constructPaths?: ReadonlyMap<string, string>;
  readonly origin: Origin;
}

/** What is deployed. */
export type PlannedContent =
  | { readonly kind: 'template'; readonly document: ParsedDocument }
  | { readonly kind: 'terraform'; readonly terraform: TerraformContent };

/** All that is given of one root module. */
export interface TerraformContent {
  readonly folder?: TerraformFolderInput;
  readonly plan?: InputFile;
  readonly state?: InputFile;
  /** Variable files besides those that Terraform reads by itself, in order. */
  readonly variableFiles: readonly InputFile[];
}

/** A deployment that wants a name, which may turn out to be another's too. */
export interface Draft extends Omit<PlannedDeployment, 'id'> {
  readonly name: string;
  /** Folders around it, to tell it from others that want the same name. */
  readonly folders: readonly string[];
}
