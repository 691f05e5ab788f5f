import type { ServiceUse, UseRecord } from '../../model/least-privilege.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf } from '../../model/text.ts';
import type { Value } from '../../model/value.ts';
import type { Need } from '../choke/needs.ts';
import { literalText, membersOf } from '../choke/stated.ts';
import type { HeldStatement } from './held-statements.ts';
import type { Cut } from './never-effective.ts';

/** Does the record tell of this principal? By ARN, name, address or id. */
export function tellsOf({ principal }: UseRecord, { id, address, name, arn }: Resource): boolean {
  const own = [id, address, literalOf(name), arn === undefined ? undefined : literalOf(arn)];
  return own.includes(principal) || (principal.startsWith('arn:') && own.includes(principal.replace(/^.*\//, '')));
}

/** Actions of a statement that none of those who have it used, by AWS's own records of all of them. */
export function notUsed(held: HeldStatement, records: readonly UseRecord[], needs: readonly Need[]): readonly Cut[] {
  const told = held.principals.map((principal) => records.filter((record) => tellsOf(record, principal)));
  if (told.some((those) => those.length === 0)) return [];
  const all = told.flat();
  const entries = membersOf(held.stated.map.entries.get('Action'));
  const sources = [...new Set(all.map(({ source, asOf }) => `${source} (${asOf})`))].join(', ');
  if (told.every((those) => those.some(({ isUnused }) => isUnused)))
    return [cut(entries, `nobody used ${held.principals.map(({ address }) => address).join(', ')}: ${sources}`)];
  const gone = entries.filter((entry) => isUnused(entry, told));
  return [
    ...(gone.length === 0 ? [] : [cut(gone, `not used: ${sources}`)]),
    ...usedServicesOnly(entries, all, { sources, needs }),
  ];
}

function cut(gone: readonly Value[], because: string): Cut {
  return { gone, right: { kind: 'not-used', what: gone.map((entry) => literalText(entry) ?? 'an action'), because } };
}

function isUnused(entry: Value, told: readonly (readonly UseRecord[])[]): boolean {
  const [service, name] = literalText(entry)?.toLowerCase().split(':') ?? [];
  if (service === undefined || name === undefined) return false;
  return told.every((records) => {
    const uses = records.flatMap(({ services }) => services.filter((use) => use.service === service));
    return uses.some((use) => !use.isUsed || use.unusedActions.includes(name)) && !isUsedAnyway(uses, name);
  });
}

/** Two records of one principal may differ: what one of them saw was used. */
function isUsedAnyway(uses: readonly ServiceUse[], name: string): boolean {
  return uses.some(({ isUsed, unusedActions }) => isUsed && !unusedActions.includes(name) && unusedActions.length > 0);
}

/** `*` becomes the services that were used or that the system needs, where the record lists all that the principal may use. */
function usedServicesOnly(
  entries: readonly Value[],
  records: readonly UseRecord[],
  { sources, needs }: { readonly sources: string; readonly needs: readonly Need[] },
): readonly Cut[] {
  const all = entries.filter((entry) => literalText(entry) === '*');
  const uses = records.flatMap(({ services }) => services);
  const needed = needs.flatMap(({ right }) => /^(.*):/.exec(right?.action ?? '')?.[1]?.toLowerCase() ?? []);
  const seen = uses.flatMap(({ service, isUsed }) => (isUsed ? [service] : []));
  const used = [...new Set([...seen, ...needed])].sort().map((service) => `${service}:*`);
  const unused = new Set(uses.flatMap(({ service, isUsed }) => (isUsed ? [] : [service])));
  if (all.length === 0 || seen.length === 0 || unused.size === 0) return [];
  const what = [`${unused.size} services that * allows`];
  return [
    {
      gone: [],
      instead: new Map(all.map((entry) => [entry, used])),
      right: { kind: 'not-used', what, because: `only ${used.length} services were used or are needed: ${sources}` },
    },
  ];
}
