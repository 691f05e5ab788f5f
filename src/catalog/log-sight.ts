import type { Sight, WatchedPlace, WatchedUse } from '../model/detection.ts';
import type { LogSource } from '../model/dimension.ts';
import { casesOf } from '../model/fact.ts';
import { underAssumptions } from '../model/guard.ts';
import type { ResourceId } from '../model/id.ts';

/** What a log of the resource itself tells; nothing for a resource that has no such log. */
export function logSight(
  use: WatchedUse,
  place: WatchedPlace,
  asked: { readonly resource: ResourceId; readonly kinds: readonly LogSource['what'][]; readonly what: string },
): readonly Sight[] {
  const { system } = place;
  const address = system.resource(asked.resource)?.address ?? asked.resource;
  const fact = system.fact(asked.resource, 'logging');
  if (fact.kind === 'not-applicable') return [];
  const cases = casesOf(fact).filter(({ guard }) => underAssumptions(guard, system.model.assumed) !== 'fails');
  const origin = system.resource(asked.resource)?.origin;
  const base = { as: 'record' as const, what: asked.what, ...(origin !== undefined && { origin }) };
  const enable = `the ${asked.what} of ${address}`;
  const known = cases.flatMap(({ fact: one }) => (one.kind === 'known' ? [one.value] : []));
  if (known.length !== cases.length || cases.length === 0)
    return [{ ...base, state: 'unknown', because: `not told whether ${address} writes them`, enable }];
  const logs = known.map((all) => all.filter(({ what }) => asked.kinds.includes(what)));
  if (logs.every((all) => all.length === 0)) return [];
  if (logs.every((all) => all.some(({ on }) => on)))
    return [{ ...base, state: 'on', because: `${address} writes them` }];
  const said = place.attested('access-logs', use.element);
  if (said !== undefined) return [{ ...base, state: 'attested', ...said }];
  if (logs.some((all) => all.some(({ on }) => on)))
    return [{ ...base, state: 'unknown', because: `${address} writes them under some conditions only`, enable }];
  return [{ ...base, state: 'off', because: `${address} does not write them`, enable }];
}
