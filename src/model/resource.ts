import type { Guard } from './guard.ts';
import type { DeploymentId, ResourceId } from './id.ts';
import type { Origin } from './origin.ts';
import type { Text } from './text.ts';
import type { MapValue, Value } from './value.ts';

/**
 * An AWS thing as if deployed: CloudFormation type and property names whatever the input was, with every reference
 * resolved and its name and ARN known as far as they can be.
 */
export interface Resource {
  readonly id: ResourceId;
  /** CloudFormation type name, `AWS::S3::Bucket`. */
  readonly type: string;
  /** The user's own name for it: the logical id in CloudFormation, qualified by the stack for nested ones. */
  readonly address: string;
  readonly deployment: DeploymentId;
  /** Under which conditions it exists. */
  readonly guard: Guard;
  readonly properties: MapValue;
  /** The resource as a whole: the line of its logical id to its last line. */
  readonly origin: Origin;
  /** Physical name or id; a hole where AWS makes it up. `Ref` gives it, or for some types the ARN or a URL instead. */
  readonly name: Text;
  readonly arn?: Text;
  /** Other names that it is known by: CDK construct path, given physical name, earlier addresses. */
  readonly aliases: readonly string[];
  /** What happens to it when the stack goes or replaces it; CloudFormation's `DeletionPolicy` and `UpdateReplacePolicy`. */
  readonly onDelete: 'delete' | 'retain' | 'snapshot' | 'unknown';
  readonly onReplace: 'delete' | 'retain' | 'snapshot' | 'unknown';
  readonly dependsOn: readonly ResourceId[];
  /** Threats that the source file itself accepts, next to the resource. */
  readonly suppressions: readonly Suppression[];
}

/** An acceptance written beside the resource (`Metadata: Bartizan: accept: …`) or in `bartizan.yaml`. */
export interface Suppression {
  /** Rule id, or a prefix of one that ends in `/`. */
  readonly rule: string;
  readonly reason: string;
  readonly owner: string;
  /** Day after which it no longer counts, `YYYY-MM-DD`. */
  readonly expires: string;
  readonly origin: Origin;
}

/** A source unit with its parameters, account, region and stage. Deployments of one account group can meet; others never. */
export interface Deployment {
  readonly id: DeploymentId;
  /** Deployments with equal account texts share an account. */
  readonly account: Text;
  readonly region: Text;
  readonly partition: Text;
  readonly stage?: string;
  readonly origin: Origin;
  /** `context` ones serve resolution and paths; threats are reported on subjects only. */
  readonly role: 'subject' | 'context';
  /**
   * `complete`: everything that IAM has in the account was given, so an identity that is not here does not exist. Partial
   * when absent, as code always is.
   */
  readonly completeness?: 'complete' | 'partial';
  /** Parameters with the value that was used, in order of declaration. */
  readonly parameters: readonly ParameterUse[];
  readonly record?: DeploymentRecord;
}

/** Where the tool that deploys keeps what it knows of the deployment, the secrets in it included. */
export type DeploymentRecord =
  /** CloudFormation shows the template and the outputs of a stack. Of the outputs those that something secret goes into. */
  | { readonly kind: 'stack'; readonly outputs: ReadonlyMap<string, Value> }
  /** Terraform writes the values of all attributes into its state, an object in this bucket. */
  | { readonly kind: 'state'; readonly bucket: Value; readonly key?: Value };

/** What a parameter of a deployment was taken to be. Secret values are never kept. */
export interface ParameterUse {
  readonly name: string;
  readonly given: 'explicit' | 'default' | 'missing';
  /** Printable value; absent when missing or secret (NoEcho). */
  readonly value?: string;
  readonly secret: boolean;
  readonly origin: Origin;
}
