import { addressKey } from './address-key.ts';
import { connecting } from './finder.ts';
import { type Compiled, kindsOf, listenedTo, notPlaced, outward } from './findings.ts';
import { frontDoors } from './front-doors.ts';
import type { Station } from './interface-class.ts';
import type { Network } from './network.ts';
import { fromOutsideTo, toOutsideFrom } from './outside-connection.ts';
import { internetEnds, theInternet } from './outside-end.ts';
import type { Kind } from './private-connection.ts';
import { atLarge, type Finding } from './verdict.ts';

const kinds = kindsOf(connecting);

type Placed = Station['interfaces'][number];

/**
 * What the internet reaches of a station, without refusals: interfaces of one class with equal public addresses share the
 * answer, so that most of them cost one look.
 */
export function passagesIn(compiled: Compiled, station: Station): readonly Finding[] {
  const { network } = compiled;
  const { resource, interfaces, settledBy } = station;
  const doors = frontDoors(network, resource, internetEnds);
  if (settledBy !== undefined && doors.length === 0) return [notPlaced(settledBy)];
  if (interfaces.length === 0) return doors;
  const found = inOrder(
    interfaces.map((placed) =>
      shared(network, placed, 'in', () => kinds.map((kind) => findIn(compiled, placed, kind))),
    ),
  );
  return doors.length === 0 ? found : [...doors, ...found];
}

/** Findings of several interfaces, kind by kind. */
function inOrder(byInterface: readonly ByKind[]): readonly Finding[] {
  const [only, ...more] = byInterface;
  return more.length === 0
    ? (only?.flat() ?? [])
    : kinds.flatMap((_, at) => byInterface.flatMap((findings) => findings[at] ?? []));
}

/** In the order of `kinds`. */
type ByKind = readonly (readonly Finding[])[];

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
    return outward(compiled, { from: resource, ends: internetEnds, protocols: connecting });
  return inOrder(
    interfaces.map((placed) =>
      shared(network, placed, 'out', () => kinds.map((kind) => findOut(compiled, placed, kind))),
    ),
  );
}

function findOut({ network }: Compiled, placed: Placed, kind: Kind): readonly Finding[] {
  const { passages } = toOutsideFrom(network, placed, { ...theInternet[kind.family], protocol: kind.protocol });
  return passages.length === 0 ? [] : [{ ...kind, passages }];
}

function shared(network: Network, { one, of }: Placed, way: 'in' | 'out', find: () => ByKind): ByKind {
  // The type of the resource may tell more about its routes.
  if (one.placement.needsPublicSubnets === true) return find();
  return network.remember(`${way} ${of.number} ${addressKey(network, one)}`, find);
}
