import type { Origin } from './origin.ts';
import type { Value } from './value.ts';

/**
 * What the resources of Terraform's AWS provider are in the words of CloudFormation. Each file of knowledge is about one
 * CloudFormation type and lists the Terraform types that make it, make several of it, or configure one that others make.
 */
export interface TerraformKnowledge {
  /** The CloudFormation type that the file is about. */
  readonly type: string;
  /** Properties that facts read and no Terraform resource can state, each with the reason. */
  readonly inexpressible?: Readonly<Record<string, string>>;
  /** By Terraform type, `aws_s3_bucket`. The same Terraform type may stand in files of several CloudFormation types. */
  readonly from: Readonly<Record<string, TerraformForm>>;
}

/** What one Terraform type does to the CloudFormation type that the file is about. */
export type TerraformForm = TerraformMaking | TerraformConfiguring;

/** The Terraform resource is one of the type; with `each`, one for every member of a block or list. */
export interface TerraformMaking {
  readonly kind: 'makes';
  readonly properties: TerraformMembers;
  /**
   * What Terraform's attributes are called in CloudFormation: `Ref`, `Arn`, an attribute as for `Fn::GetAtt`, or a
   * property. `id` is `Ref`, `arn` is `Arn`, and an attribute that a property is copied from is that property, unless said.
   * Names of those in blocks have no index: `vpc_config.cluster_security_group_id`.
   * A text with `{Region}`, `{Account}`, `{Partition}`, `{URLSuffix}`, `{Arn}` or properties in braces is made of these:
   * `arn:{Partition}:execute-api:{Region}:{Account}:{RestApiId}`.
   */
  readonly attributes?: Readonly<Record<string, string>>;
  /** What makes the block or list of which every member is a resource; paths of `properties` start in the member. */
  readonly each?: TerraformRule;
  /** Paths in the member that tell it from the others: its identity. */
  readonly key?: readonly string[];
  /** It is made only then. */
  readonly when?: TerraformCondition;
  /** Its name or id where it is not a property: that of something which AWS makes anyway. */
  readonly name?: TerraformRule;
  /** What happens when it is destroyed; `delete` when absent. */
  readonly onDestroy?: TerraformOnDestroy;
}

/**
 * The Terraform resource configures one of the type, which may be elsewhere: what it says is put among its properties. Of
 * types that the same attribute may name, the one that the input makes is configured.
 */
export interface TerraformConfiguring {
  readonly kind: 'configures';
  /** The attribute that names it, or several of them; or attributes that name it together, each with the property that it equals. */
  readonly target: string | Readonly<Record<string, string>>;
  /** Maps are merged, lists go on, anything else is replaced. */
  readonly properties: TerraformMembers;
  readonly when?: TerraformCondition;
}

/** An attribute that is given, or not, or that has one value; with `orAbsent`, that is the provider's default. */
export interface TerraformCondition {
  readonly attribute: string;
  readonly is?: string | boolean;
  readonly absent?: true;
  readonly orAbsent?: true;
}

/** Attributes that keep what is destroyed: a snapshot unless one is true or when it is, all of it when another is. */
export interface TerraformOnDestroy {
  readonly snapshotUnless?: string;
  readonly snapshotWhen?: string;
  readonly retainWhen?: string;
}

/** Properties by name; the rules of nested ones stand inside. None is given when none of its members is. */
export interface TerraformMembers {
  readonly [property: string]: TerraformRule;
}

/**
 * How a property is made. A text is the path of an attribute that is taken as it is: `versioning.enabled` goes into the
 * only block of that name, `''` is the member itself. Nothing is given for null, for an empty text and for an empty list.
 */
export type TerraformRule = string | TerraformMembers | TerraformStep;

export type TerraformStep =
  /** The value of a rule, changed. */
  | { readonly kind: 'converted'; readonly rule: TerraformRule; readonly to: TerraformConversion }
  /** A constant. */
  | { readonly kind: 'always'; readonly value: TerraformPlain }
  /** A map of the only block of that name, there as soon as the block is. */
  | { readonly kind: 'block'; readonly path: string; readonly members: TerraformMembers }
  /** A list with what the rule makes of each block or member. `flat`: the rule makes a list, whose members count. */
  | { readonly kind: 'each'; readonly path: string; readonly rule: TerraformRule; readonly flat?: true }
  /** The first that gives something. */
  | { readonly kind: 'first'; readonly rules: readonly TerraformRule[] }
  /** One list of the values that are given; lists are joined. */
  | { readonly kind: 'list'; readonly rules: readonly TerraformRule[] }
  /** A given name, else a prefix with what Terraform adds. */
  | { readonly kind: 'name'; readonly name: string; readonly prefix: string }
  /** `Ref`, `Arn` or another attribute of the Terraform resource itself. */
  | { readonly kind: 'own'; readonly attribute: string }
  /** `Ref` or another attribute of the resource that an attribute refers to. */
  | { readonly kind: 'theirs'; readonly of: string; readonly attribute: string }
  /** An attribute of the Terraform resource, seen from one of its blocks. */
  | { readonly kind: 'outer'; readonly rule: TerraformRule }
  /** The rule, when the condition holds. */
  | { readonly kind: 'when'; readonly condition: TerraformCondition; readonly rule: TerraformRule }
  /** What no rule says; `reads` lists the attributes that it looks at. */
  | {
      readonly kind: 'code';
      readonly reads: readonly string[];
      readonly give: (view: TerraformView) => Value | undefined;
    };

/** A change of a value that is known; one that is not known passes. */
export type TerraformConversion =
  /** JSON text becomes what it says. */
  | 'document'
  /** As `document`; of a trust policy that is not known, the identities that it is made of are who it names. */
  | 'trust'
  | 'not'
  /** What is no text becomes one: a number, or the values that JSON was made from. */
  | 'text'
  /** `true` and `false` as texts become booleans. */
  | 'boolean'
  /** Base64 text becomes the text. */
  | 'decoded'
  /** Other words; those that are not listed stay. */
  | { readonly words: Readonly<Record<string, string | number | boolean>> }
  /** Nothing for these words, by which the provider says that a setting is not made. */
  | { readonly without: readonly (string | number | boolean)[] }
  /** A map becomes a list of maps with its keys and values. */
  | { readonly pairs: readonly [key: string, value: string] }
  /** A list of maps becomes a map from one attribute to the other. */
  | { readonly indexed: readonly [key: string, value: string] }
  | { readonly split: string };

export type TerraformPlain =
  | string
  | number
  | boolean
  | readonly TerraformPlain[]
  | { readonly [member: string]: TerraformPlain };

/** What a rule in code sees: one Terraform resource, or a block of it. Values may still have holes and choices. */
export interface TerraformView {
  /** The attribute at a path; undefined when nothing is given there. */
  read(path: string): Value | undefined;
  /** What a rule makes of what the view sees. */
  give(rule: TerraformRule): Value | undefined;
  /** The block, or the resource. */
  readonly origin: Origin;
  readonly address: string;
}

/** Checks the shape at compile time; the file's default export. */
export function defineTerraform(knowledge: TerraformKnowledge): TerraformKnowledge {
  return knowledge;
}

/** Is it a rule rather than properties by name? No property of CloudFormation is called `kind`. */
export function isStep(rule: TerraformMembers | TerraformStep): rule is TerraformStep {
  const { kind } = rule;
  return typeof kind === 'string';
}
