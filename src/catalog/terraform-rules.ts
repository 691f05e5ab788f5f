import type { Origin } from '../model/origin.ts';
import type {
  TerraformCondition,
  TerraformConfiguring,
  TerraformMaking,
  TerraformMembers,
  TerraformPlain,
  TerraformRule,
  TerraformStep,
  TerraformView,
} from '../model/terraform.ts';
import type { Value } from '../model/value.ts';

/**
 * How files of Terraform knowledge say what becomes of an attribute. A plain text copies the attribute; these functions
 * make the other rules of `model/terraform.ts`.
 */

/** The Terraform type makes a resource of the file's type. */
export function makes(
  properties: TerraformMembers,
  rest: Omit<TerraformMaking, 'kind' | 'properties'> = {},
): TerraformMaking {
  return { kind: 'makes', properties, ...rest };
}

/** The Terraform type configures the resource of the file's type that the attribute, or the attributes, of `target` name. */
export function configures(
  target: TerraformConfiguring['target'],
  properties: TerraformMembers,
  when?: TerraformCondition,
): TerraformConfiguring {
  return { kind: 'configures', target, properties, ...(when !== undefined && { when }) };
}

/** JSON text, which Terraform takes policies and other documents as. */
export function document(rule: TerraformRule): TerraformStep {
  return { kind: 'converted', rule, to: 'document' };
}

/** The JSON text of a trust policy. */
export function trust(rule: TerraformRule): TerraformStep {
  return { kind: 'converted', rule, to: 'trust' };
}

/**
 * Text that may be JSON, for properties that take text: what `jsonencode` made of values is told as these values, so that a
 * `document` keeps their places.
 */
export function plainText(rule: TerraformRule): TerraformStep {
  return { kind: 'converted', rule, to: 'text' };
}

/** Other words for the same: `words('versioning.enabled', { true: 'Enabled', false: 'Suspended' })`. */
export function words(rule: TerraformRule, table: Readonly<Record<string, string | number | boolean>>): TerraformStep {
  return { kind: 'converted', rule, to: { words: table } };
}

/** The opposite of a boolean. */
export function not(rule: TerraformRule): TerraformStep {
  return { kind: 'converted', rule, to: 'not' };
}

/** Nothing for words that mean that the setting is not made: `without('throttling_rate_limit', -1)`. */
export function without(rule: TerraformRule, ...none: readonly (string | number | boolean)[]): TerraformStep {
  return { kind: 'converted', rule, to: { without: none } };
}

/** Tags, or any map, as a list of maps. */
export function pairs(rule: TerraformRule, key = 'Key', value = 'Value'): TerraformStep {
  return { kind: 'converted', rule, to: { pairs: [key, value] } };
}

/** Blocks with a name and a value as a map: `indexed('parameter', 'name', 'value')`. */
export function indexed(rule: TerraformRule, key: string, value: string): TerraformStep {
  return { kind: 'converted', rule, to: { indexed: [key, value] } };
}

/** The tags of a resource with those of its provider, as CloudFormation lists them. */
export const tags: TerraformStep = pairs({ kind: 'first', rules: ['tags_all', 'tags'] });

/** The same as a map, as some types of CloudFormation take them. */
export const tagMap: TerraformRule = { kind: 'first', rules: ['tags_all', 'tags'] };

/** A text that says a boolean. */
export function boolean(rule: TerraformRule): TerraformStep {
  return { kind: 'converted', rule, to: 'boolean' };
}

/** Base64 text as the text that it stands for. */
export function decoded(rule: TerraformRule): TerraformStep {
  return { kind: 'converted', rule, to: 'decoded' };
}

/** One text with separators as a list. */
export function split(rule: TerraformRule, separator: string): TerraformStep {
  return { kind: 'converted', rule, to: { split: separator } };
}

/** A constant: what the Terraform type always means. */
export function always(value: TerraformPlain): TerraformStep {
  return { kind: 'always', value };
}

/** The provider's default where nothing is given, which CloudFormation does not share or the facts must not guess. */
export function otherwise(rule: TerraformRule, value: TerraformPlain): TerraformStep {
  return { kind: 'first', rules: [rule, always(value)] };
}

/** A map of the only block of that name, there as soon as the block is, even when nothing is in it. */
export function block(path: string, members: TerraformMembers): TerraformStep {
  return { kind: 'block', path, members };
}

/** A list of what the rule makes of each block or member; `''` copies members. */
export function each(path: string, rule: TerraformRule): TerraformStep {
  return { kind: 'each', path, rule };
}

/** A list of all that the rule, which makes a list, makes of each block or member. */
export function eachFlat(path: string, rule: TerraformRule): TerraformStep {
  return { kind: 'each', path, rule, flat: true };
}

/** The first rule that gives something. */
export function first(...rules: readonly TerraformRule[]): TerraformStep {
  return { kind: 'first', rules };
}

/** A list of what the rules give; lists among them are joined. */
export function list(...rules: readonly TerraformRule[]): TerraformStep {
  return { kind: 'list', rules };
}

/** `name`, or `name_prefix` with what Terraform adds to it. */
export function named(name: string, prefix = `${name}_prefix`): TerraformStep {
  return { kind: 'name', name, prefix };
}

/** A reference to the Terraform resource itself: `Ref`, `Arn` or another attribute. */
export function own(attribute = 'Ref'): TerraformStep {
  return { kind: 'own', attribute };
}

/** An attribute of the resource that `of` refers to: `theirs('vpc_id', 'DefaultSecurityGroup')`. */
export function theirs(of: string, attribute: string): TerraformStep {
  return { kind: 'theirs', of, attribute };
}

/** An attribute of the resource, from inside `each`. */
export function outer(rule: TerraformRule): TerraformStep {
  return { kind: 'outer', rule };
}

/** The rule where an attribute is given, or has a value. */
export function when(attribute: string, rule: TerraformRule, is?: string | boolean): TerraformStep {
  return { kind: 'when', condition: { attribute, ...(is !== undefined && { is }) }, rule };
}

/** The rule where an attribute is not given. */
export function unless(attribute: string, rule: TerraformRule): TerraformStep {
  return { kind: 'when', condition: { attribute, absent: true }, rule };
}

/** One member of a list of keys and values, as attributes of load balancers are, when the attribute is given. */
export function keyed(key: string, path: string): TerraformStep {
  return when(path, { Key: always(key), Value: path });
}

/** What no other rule says, with the attributes that it reads. */
export function code(reads: readonly string[], give: (view: TerraformView) => Value | undefined): TerraformStep {
  return { kind: 'code', reads, give };
}

/** A map value of those members that are given; undefined when none is. For rules in code. */
export function mapOf(members: Readonly<Record<string, Value | undefined>>, origin: Origin): Value | undefined {
  const entries = Object.entries(members).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return entries.length === 0 ? undefined : { kind: 'map', entries: new Map(entries), origin };
}
