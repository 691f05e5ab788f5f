import { always, guardKey } from '../../../model/guard.ts';
import type { EndClass, Hop, ReachCell } from '../../../model/reach.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Compiled } from '../compiled.ts';
import { connecting } from '../finder.ts';
import { kindsOf } from '../findings.ts';
import { isPlaced, type Station } from '../network/interface-class.ts';
import { passagesIn, passagesOut } from '../outside/internet-findings.ts';
import { type BitSet, numbersOf } from '../packets/bit-set.ts';
import { allPorts, meet, type Passage } from '../packets/passage.ts';
import { rangesKey } from '../packets/ranges.ts';
import { type Finding, portsOf } from '../packets/verdict.ts';
import { bulkClasses } from './bulk-classes.ts';
import { classCells } from './reach-cells.ts';

/** Every connection between resources that stand in a VPC, as cells: see `Reach.connections`. */
export function allConnections(compiled: Compiled): readonly ReachCell[] {
  const stations = compiled.network.base
    .withAnswer('placement')
    .map((resource) => compiled.stations.of(resource))
    .filter(isPlaced);
  return [...privateCells(compiled, stations), ...unplacedCells(stations), ...internetCells(compiled, stations)];
}

function privateCells(
  { network, stations: { classes } }: Compiled,
  stations: readonly Station[],
): readonly ReachCell[] {
  const kinds = kindsOf(connecting);
  const { classes: all, of: bulk } = bulkClasses(network, classes(), kinds);
  const members = all.map((): Resource['id'][] => []);
  for (const { resource, interfaces, settledBy } of stations) {
    if (settledBy !== undefined) continue;
    for (const number of new Set(interfaces.map(({ of }) => bulk(of.number)))) members[number]?.push(resource.id);
  }
  const ends = members.map((resources): EndClass => ({ resources }));
  const lists = new Map<BitSet, readonly EndClass[]>();
  const endsOf = (set: BitSet): readonly EndClass[] => {
    const known = lists.get(set) ?? numbersOf(set).flatMap((number) => ends[number] ?? []);
    lists.set(set, known);
    return known;
  };
  return classCells(network, all, kinds).map(({ from, to, ports, guard, doubt, hops }) => ({
    from: endsOf(from),
    to: endsOf(to),
    ports: portsOf([
      { protocol: 'tcp', ports: ports.tcp },
      { protocol: 'udp', ports: ports.udp },
    ]),
    guard,
    witnesses: hops,
    ...(doubt !== undefined && { settledBy: doubt }),
  }));
}

/** Where a resource stands may hang on an input: so does all that it reaches, and all that reaches it. */
function unplacedCells(stations: readonly Station[]): readonly ReachCell[] {
  const classOf = (some: readonly Station[]): EndClass => ({ resources: some.map(({ resource }) => resource.id) });
  const everybody = classOf(stations);
  const placed = classOf(stations.filter(({ settledBy }) => settledBy === undefined));
  const byInput = new Map<string, Station[]>();
  for (const one of stations)
    if (one.settledBy !== undefined) byInput.set(one.settledBy, [...(byInput.get(one.settledBy) ?? []), one]);
  const common = { ports: portsOf([{ protocol: 'tcp', ports: allPorts }]), guard: always, witnesses: [] };
  return [...byInput].flatMap(([settledBy, some]): readonly ReachCell[] => [
    { from: [classOf(some)], to: [everybody], settledBy, ...common },
    { from: [placed], to: [classOf(some)], settledBy, ...common },
  ]);
}

/** One passage of one family and protocol, with the resources that have an equal one. */
interface Shared {
  readonly finding: Pick<Finding, 'family' | 'protocol'>;
  readonly passage: Passage;
  readonly resources: Resource['id'][];
  readonly hops: Set<Hop>;
}

/** Out to the internet, and in again by a public address: those that go out meet those that are reached. */
function internetCells(compiled: Compiled, stations: readonly Station[]): readonly ReachCell[] {
  const inside = shared(stations, (station) => passagesIn(compiled, station));
  if (inside.length === 0) return [];
  const outside = shared(stations, (station) => passagesOut(compiled, station));
  return outside.flatMap((out) =>
    inside
      .filter(({ finding }) => finding.family === out.finding.family && finding.protocol === out.finding.protocol)
      .flatMap((back) =>
        meet([out.passage], [back.passage]).map(
          ({ ports, guard, doubt }): ReachCell => ({
            from: [out],
            to: [back],
            ports: portsOf([{ protocol: out.finding.protocol, ports }]),
            guard,
            witnesses: [...out.hops, ...back.hops],
            ...(doubt !== undefined && { settledBy: doubt }),
          }),
        ),
      ),
  );
}

function shared(stations: readonly Station[], findingsOf: (station: Station) => readonly Finding[]): readonly Shared[] {
  const byPassage = new Map<Passage, Shared>();
  const byKey = new Map<string, Shared>();
  const place = (finding: Finding, passage: Passage): Shared => {
    const { family, protocol } = finding;
    const key = `${family} ${protocol} ${passageKey(passage)}`;
    const one = byKey.get(key) ?? { finding: { family, protocol }, passage, resources: [], hops: new Set<Hop>() };
    byKey.set(key, one);
    byPassage.set(passage, one);
    for (const hop of passage.hops) one.hops.add(hop);
    return one;
  };
  for (const station of stations)
    for (const finding of findingsOf(station))
      for (const passage of finding.passages) {
        const { resources } = byPassage.get(passage) ?? place(finding, passage);
        if (resources.at(-1) !== station.resource.id) resources.push(station.resource.id);
      }
  return [...byKey.values()];
}

function passageKey({ ports, addresses, guard, doubt }: Passage): string {
  return `${rangesKey(ports)} ${rangesKey(addresses)} ${guardKey(guard)} ${doubt ?? ''}`;
}
