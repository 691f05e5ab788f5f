import { guardKey } from '../../../model/guard.ts';
import { subnetKinds } from '../bulk/subnet-kinds.ts';
import type { Compiled } from '../compiled.ts';
import { connecting } from '../finder.ts';
import { kindsOf, listenedTo, notPlaced, outward } from '../findings.ts';
import { frontDoors } from '../front-doors/front-doors.ts';
import type { Kind } from '../links/private-connection.ts';
import type { Station } from '../network/interface-class.ts';
import type { Network } from '../network/network.ts';
import { atLarge, type Finding } from '../packets/verdict.ts';
import { addressKey } from './address-key.ts';
import { fromOutsideTo, toOutsideFrom, waysOutside } from './outside-connection.ts';
import { internetEnds, theInternet } from './outside-end.ts';

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
    interfaces.map((placed) => sharedIn(network, placed, () => kinds.map((kind) => findIn(compiled, placed, kind)))),
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
  const finding = atLarge({
    ...kind,
    ...listenedTo(network, placed.one.resource, passed, { ...kind, over: 'internet' }),
  });
  return finding.passages.length === 0 ? [] : [finding];
}

/** What a station reaches of the internet, without refusals. */
export function passagesOut(compiled: Compiled, station: Station): readonly Finding[] {
  const { network } = compiled;
  const { resource, interfaces, settledBy } = station;
  if (settledBy !== undefined || interfaces.length === 0)
    return outward(compiled, { from: resource, ends: internetEnds, protocols: connecting });
  return inOrder(
    interfaces.map((placed) => sharedOut(network, placed, () => kinds.map((kind) => findOut(compiled, placed, kind)))),
  );
}

function findOut({ network }: Compiled, placed: Placed, kind: Kind): readonly Finding[] {
  const to = { ...theInternet[kind.family], protocol: kind.protocol };
  // Most have no way out over IPv6: nothing else needs to be asked then.
  if (waysOutside(network, placed, to).passages.length === 0) return [];
  const { passages } = toOutsideFrom(network, placed, to);
  return passages.length === 0 ? [] : [{ ...kind, passages }];
}

/** Nothing comes in to most interfaces, which is found out once for all subnets of a kind. */
function sharedIn(network: Network, { one, of }: Placed, find: () => ByKind): ByKind {
  // The type of the resource may tell more about its routes.
  if (one.placement.needsPublicSubnets === true) return find();
  const alike = alikeKey(network, { one, of });
  const isClosed = network.remember(`closed ${alike}`, () => find().every((findings) => findings.length === 0));
  return isClosed ? [] : network.remember(`in ${of.subnet.number} ${alike}`, find);
}

/** Equal for interfaces that differ in nothing but in which subnet of a kind they stand. */
function alikeKey(network: Network, { one, of }: Placed): string {
  const { subnet, hasV6, groupSet, unfiltered, listens, guard } = of;
  const v6 = hasV6 ? subnetKinds(network, 'v6')(subnet) : '';
  const kind = `${subnetKinds(network, 'v4')(subnet)} ${v6}`;
  return `${kind} ${groupSet.number} ${unfiltered} ${listens.number} ${guardKey(guard)} ${addressKey(network, one)}`;
}

function sharedOut(network: Network, placed: Placed, find: () => ByKind): ByKind {
  return network.remember(`out ${alikeKey(network, placed)}`, find);
}
