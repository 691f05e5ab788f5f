import type { Guard } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Origin } from '../../model/origin.ts';
import type { Suppression } from '../../model/resource.ts';
import type { Hole } from '../../model/text.ts';
import type { MapValue, UnknownValue, Value } from '../../model/value.ts';

/**
 * One resource or data source as Terraform would make it, whatever told of it: evaluated source, a plan, or a state. The
 * three readers make these, and one translation turns them into resources with CloudFormation's names.
 */
export interface TerraformInstance {
  /** As Terraform prints it: `module.a["x"].aws_s3_bucket.b[0]`. */
  readonly address: string;
  readonly mode: 'managed' | 'data';
  /** `aws_s3_bucket`. */
  readonly type: string;
  readonly provider: TerraformProvider;
  /** Under which conditions it exists: `count = var.on ? 1 : 0` of an unknown `var.on`. */
  readonly guard: Guard;
  /**
   * Arguments and known attributes by Terraform's names; a nested block is a list of maps, however often it may stand. A
   * JSON text that was made from values (`jsonencode`, `aws_iam_policy_document`) is the map or list itself, so that each
   * of its parts keeps its place and its references.
   */
  readonly attributes: MapValue;
  /** The block in source; the entry in a plan or state. */
  readonly origin: Origin;
  /** Earlier addresses, by `moved` blocks. */
  readonly aliases: readonly string[];
  /** Addresses named by `depends_on`. */
  readonly dependsOn: readonly string[];
  readonly preventDestroy: boolean;
  /** Threats that the source accepts, above the resource. */
  readonly acceptances?: readonly Suppression[];
}

/** The account and region that a provider configuration stands for; absent parts are not told. */
export interface TerraformProvider {
  /** Of the provider in the root module: `aws`, `aws.west`. */
  readonly name: string;
  readonly region?: Value;
  /** Account id, or the role that the provider assumes there. */
  readonly account?: Value;
  readonly assumedRole?: Value;
  readonly defaultTags?: Value;
}

/** The hole for an attribute that AWS decides (`id`, `arn`): the same wherever it is referred to. */
export function attributeHole(resource: ResourceId, attribute: string): Hole {
  return {
    symbol: `${resource}.${attribute}`,
    kind: 'attribute',
    settledBy: `${resource.slice(resource.indexOf('/') + 1)}.${attribute}, known after apply`,
  };
}

/** A reference to an attribute that only apply, or the translation, tells. */
export function attributeReference(resource: ResourceId, attribute: string, origin: Origin): UnknownValue {
  return { kind: 'unknown', hole: attributeHole(resource, attribute), origin, refs: [{ resource, attribute }] };
}
