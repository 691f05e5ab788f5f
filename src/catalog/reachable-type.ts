import type { Placement } from '../model/dimension.ts';
import type { Endpoint } from '../model/entry.ts';
import { byDefault, type Fact, given, mapFact, unknown } from '../model/fact.ts';
import type { ResourceView } from '../model/service.ts';
import { choose, flag, word } from './answer.ts';
import { type ReachableType, reachableTypes } from './data/reachable-types.ts';
import { guardedMembers } from './guarded-members.ts';

/** How a type without knowledge in depth is reached; undefined for types of which not even that is known. */
export function reachableType(type: string): ReachableType | undefined {
  return Object.hasOwn(reachableTypes, type) ? reachableTypes[type] : undefined;
}

/** The endpoints that a row of the table gives to a resource. */
export function reachableEndpoints(view: ResourceView, row: ReachableType): Fact<readonly Endpoint[]> {
  const audience = audienceOf(view, row);
  return given(
    row.ports.map((port) => ({
      protocol: row.protocol,
      port,
      authentication: byDefault(row.authentication),
      audience,
      encrypted: byDefault(row.protocol === 'http' ? 'none' : 'required'),
      origin: view.origin(),
    })),
    [view.origin()],
  );
}

function audienceOf(view: ResourceView, { audience }: ReachableType): Endpoint['audience'] {
  if (typeof audience === 'string') return byDefault(audience);
  if ('settledBy' in audience)
    return unknown('the type is not known in depth', `${audience.settledBy} of ${view.resource.address}`);
  return choose(
    word(view, audience.property, absent),
    { ...audience.values, [absent]: audience.whenAbsent },
    audience.property,
  );
}

/** Stands for a property that is not given. */
const absent = '';

/** Where a resource stands, as far as its row tells: undefined when it does not. */
export function reachablePlacement(view: ResourceView, row: ReachableType): Fact<Placement> | undefined {
  const { interfaces, regional } = row;
  if (regional) return given({ zone: 'region', subnets: [], securityGroups: [], publicAddress: byDefault('no') });
  if (interfaces === undefined) return undefined;
  const isPublic = interfaces.public === undefined ? byDefault(false) : flag(view, interfaces.public, false);
  return given(
    {
      zone: 'vpc',
      subnets: guardedMembers(view, interfaces.subnets),
      securityGroups: guardedMembers(view, interfaces.groups),
      publicAddress: mapFact(isPublic, (on) => (on ? 'yes' : 'no')),
    },
    [view.origin()],
  );
}
