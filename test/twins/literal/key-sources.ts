import { controlOf } from '../../../src/catalog/data/condition-keys.ts';
import type { AccessOptions, AccessSystem } from '../../../src/define/access/access-options.ts';
import type { Subject } from '../../../src/define/access/subject.ts';
import type { KeyValue } from '../../../src/model/caller.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { literalOf, type Text, textKey } from '../../../src/model/text.ts';
import type { Given } from './asked.ts';

/** What the keys of a request are read from. */
export interface KeySources {
  readonly given: Given;
  readonly subject: Subject;
  readonly on: Resource | undefined;
  readonly ownedBy: Text | undefined;
  /** The partition that the request is made in: callers are of the same one. */
  readonly partition: Text;
  readonly system: AccessSystem;
  readonly options: AccessOptions;
}

/** How a key is told. Undefined: not here. */
export type KeyReader = (sources: KeySources) => KeyValue | undefined;

export const absent: KeyValue = { kind: 'absent' };

export function one(value: string | Text): KeyValue {
  return { kind: 'values', values: [typeof value === 'string' ? [value] : value] };
}

export function open(key: string, present: 'yes' | 'maybe' = 'maybe'): KeyValue {
  return { kind: 'open', present, control: controlOf(key) };
}

/** What stands for any organization but the given one. */
export const elsewhere = 'another-organization';

/** The given organization lists its accounts: one that is known and not among them is in another one, or in none. */
export function organizationOf(account: Text | undefined, { organization }: AccessOptions): KeyValue | undefined {
  if (organization?.id === undefined || account === undefined) return undefined;
  if (organization.accounts.has(textKey(account))) return one(organization.id);
  return literalOf(account) === undefined ? undefined : one(elsewhere);
}

/** Where in the organization an account stands, `o-…/r-…/ou-…/`. */
export function pathOf(account: Text | undefined, options: AccessOptions): KeyValue | undefined {
  const organization = organizationOf(account, options);
  if (organization?.kind !== 'values' || literalOf(organization.values[0] ?? []) === elsewhere) return organization;
  const path = account === undefined ? undefined : options.organization?.accounts.get(textKey(account))?.path;
  return path === undefined ? undefined : one(path);
}
