import { addressKey } from './address-key.ts';
import { type Compiled, kinds, listenedTo, notPlaced, outward, theInternet } from './findings.ts';
import { frontDoors } from './front-doors.ts';
import type { Station } from './interface-class.ts';
import type { Network } from './network.ts';
import { fromOutsideTo, toOutsideFrom } from './outside-connection.ts';
import type { Kind } from './private-connection.ts';
import { atLarge, type Finding } from './verdict.ts';

type Placed = Station['interfaces'][number];

/**
 * What the internet reaches of a station, without refusals: interfaces of one class with equal public addresses share the
 * answer, so that most of them cost one look.
 */
export function passagesIn(compiled: Compiled, station: Station): readonly Finding[] {
  const { network } = compiled;
  const { resource, interfaces, settledBy } = station;
  const doors = frontDoors(network.base, resource);
  if (settledBy !== undefined && doors.length === 0) return [notPlaced(settledBy)];
  if (interfaces.length === 0) return doors;
  const found = kinds.flatMap((kind) =>
    interfaces.flatMap((placed) => shared(network, placed, { kind, way: 'in' }, () => findIn(compiled, placed, kind))),
  );
  return [...doors, ...found];
}

function findIn({ network }: Compiled, placed: Placed, kind: Kind): readonly Finding[] {
  const from = { ...theInternet[kind.family], protocol: kind.protocol };
  const passed = fromOutsideTo(network, placed, from);
  const finding = atLarge({ ...kind, ...listenedTo(network, placed.one.resource, passed, kind) });
  return finding.passages.length === 0 ? [] : [finding];
}

/** What a station reaches of the internet, without refusals. */
export function passagesOut(compiled: Compiled, station: Station): readonly Finding[] {
  const { network } = compiled;
  const { resource, interfaces, settledBy } = station;
  if (settledBy !== undefined || interfaces.length === 0)
    return outward(compiled, resource, [theInternet.v4, theInternet.v6]);
  return kinds.flatMap((kind) =>
    interfaces.flatMap((placed) =>
      shared(network, placed, { kind, way: 'out' }, () => {
        const to = { ...theInternet[kind.family], protocol: kind.protocol };
        const { passages } = toOutsideFrom(network, placed, to);
        return passages.length === 0 ? [] : [{ ...kind, passages }];
      }),
    ),
  );
}

function shared(
  network: Network,
  { one, of }: Placed,
  { kind, way }: { readonly kind: Kind; readonly way: 'in' | 'out' },
  find: () => readonly Finding[],
): readonly Finding[] {
  // The type of the resource may tell more about its routes.
  if (one.placement.needsPublicSubnets === true) return find();
  const key = `${way} ${of.number} ${kind.family} ${kind.protocol} ${addressKey(network, one, kind.family)}`;
  return network.remember(key, find);
}
