import { controlOf } from '../../../catalog/data/condition-keys.ts';
import type { AccessRequest } from '../../../model/access.ts';
import type { ConditionControl, KeyValue } from '../../../model/caller.ts';
import type { Resource } from '../../../model/resource.ts';
import { literalOf, type Text, textKey } from '../../../model/text.ts';
import type { AccessOptions, AccessSystem } from '../access-options.ts';
import type { Subject } from '../subject.ts';

/** What the values of condition keys are read from. */
export interface KeySources {
  readonly request: AccessRequest;
  readonly subject: Subject;
  readonly on: Resource | undefined;
  readonly ownedBy: Text | undefined;
  /** The partition that the request is made in: callers are of the same one. */
  readonly partition: Text;
  readonly system: AccessSystem;
  readonly options: AccessOptions;
}

/**
 * What tells the value of a key: nothing but the question (`request`), the kind and account of the caller (`standing`), the
 * caller himself, or what is asked for.
 */
export type KeyScope = 'request' | 'standing' | 'principal' | 'resource';

/** How a key is told; a value that is undefined leaves it to others, or open. */
export interface KeyRule {
  readonly scope: KeyScope;
  readonly value: (sources: KeySources) => KeyValue | undefined;
}

export const absent: KeyValue = { kind: 'absent' };

export function one(value: string | Text): KeyValue {
  return { kind: 'values', values: [typeof value === 'string' ? [value] : value] };
}

/** A value that is there, or may be, and that is not known. */
export function open(
  key: string,
  present: 'yes' | 'maybe' = 'maybe',
  control: ConditionControl = controlOf(key),
): Extract<KeyValue, { kind: 'open' }> {
  return { kind: 'open', present, control };
}

/** Stands for every organization but the given one. */
const elsewhere = 'another-organization';
export const otherOrganization = one(elsewhere);

/** An organization lists its accounts: one that is known and not among them is in another, or in none. */
export function organizationOf(account: Text | undefined, { organization }: AccessOptions): KeyValue | undefined {
  if (organization?.id === undefined || account === undefined) return undefined;
  if (organization.accounts.has(textKey(account))) return one(organization.id);
  return literalOf(account) === undefined ? undefined : otherOrganization;
}

/** `o-…/r-…/ou-…/` of an account, as far as it is given. */
export function pathOf(account: Text | undefined, options: AccessOptions): KeyValue | undefined {
  const organization = organizationOf(account, options);
  if (account === undefined || organization === undefined || organization === otherOrganization) return organization;
  const path = options.organization?.accounts.get(textKey(account))?.path;
  return path === undefined ? undefined : one(path);
}
