import { always, guardKey } from '../../model/guard.ts';
import type { EndClass, Hop, ReachCell } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type BitSet, numbersOf } from './bit-set.ts';
import { type Compiled, kinds, outward, theInternet } from './findings.ts';
import { isPlaced, type Station } from './interface-class.ts';
import { allPorts, meet, type Passage } from './passage.ts';
import { rangesKey } from './ranges.ts';
import { classCells } from './reach-cells.ts';
import { type Finding, portsOf } from './verdict.ts';

/** Every connection between resources that stand in a VPC, as cells: see `Reach.connections`. */
export function allConnections(
  compiled: Compiled,
  fromInternet: (to: Resource) => readonly Finding[],
): readonly ReachCell[] {
  const stations = compiled.network.base
    .withAnswer('placement')
    .map((resource) => compiled.stations.of(resource))
    .filter(isPlaced);
  return [
    ...privateCells(compiled, stations),
    ...unplacedCells(stations),
    ...internetCells(compiled, stations, fromInternet),
  ];
}

function privateCells(
  { network, stations: { classes } }: Compiled,
  stations: readonly Station[],
): readonly ReachCell[] {
  const all = classes();
  const members = all.map((): Resource['id'][] => []);
  for (const { resource, interfaces, settledBy } of stations) {
    if (settledBy !== undefined) continue;
    for (const number of new Set(interfaces.map(({ of }) => of.number))) members[number]?.push(resource.id);
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
function internetCells(
  compiled: Compiled,
  stations: readonly Station[],
  fromInternet: (to: Resource) => readonly Finding[],
): readonly ReachCell[] {
  const inside = shared(stations, fromInternet);
  if (inside.length === 0) return [];
  const ends = [theInternet.v4, theInternet.v6];
  const outside = shared(stations, (resource) => outward(compiled, resource, ends));
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

function shared(
  stations: readonly Station[],
  findingsOf: (resource: Resource) => readonly Finding[],
): readonly Shared[] {
  const found = new Map<string, Shared>();
  for (const { resource } of stations)
    for (const { family, protocol, passages } of findingsOf(resource))
      for (const passage of passages) {
        const key = `${family} ${protocol} ${passageKey(passage)}`;
        const one = found.get(key) ?? { finding: { family, protocol }, passage, resources: [], hops: new Set() };
        found.set(key, one);
        if (one.resources.at(-1) !== resource.id) one.resources.push(resource.id);
        for (const hop of passage.hops) one.hops.add(hop);
      }
  return [...found.values()];
}

function passageKey({ ports, addresses, guard, doubt }: Passage): string {
  return `${rangesKey(ports)} ${rangesKey(addresses)} ${guardKey(guard)} ${doubt ?? ''}`;
}
