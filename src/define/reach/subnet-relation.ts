import { and, guardKey, isPossible } from '../../model/guard.ts';
import type { Hop } from '../../model/questions.ts';
import { everywhere } from './address.ts';
import { addBit, addBits, type BitSet, noBits, type SetTable } from './bit-set.ts';
import type { InterfaceClass } from './interface-class.ts';
import type { Link } from './link.ts';
import type { Network } from './network.ts';
import { allPorts, meet, type Passage } from './passage.ts';
import { samePlace } from './place.ts';
import { type Kind, linksOf } from './private-connection.ts';
import { rangesKey } from './ranges.ts';
import { waysOut } from './route-stage.ts';
import { aclsLet } from './stages.ts';

/** Packets that routes and network ACLs let pass from some classes to others, by one link. */
export interface SubnetRelation {
  readonly from: BitSet;
  readonly to: BitSet;
  readonly crossing: Crossing;
}

/** What passes a link and the network ACLs on the way; doubts of the link come before those of rules, doubts of ACLs after. */
export interface Crossing {
  readonly passages: readonly (Passage & { readonly linkDoubt?: string })[];
  readonly naming: Link['naming'];
}

interface Context {
  readonly network: Network;
  readonly classes: readonly InterfaceClass[];
  readonly sets: SetTable;
}

/** Every pair of subnets that is joined, pairs of equal crossings together. Linear in pairs of subnets that may be joined. */
export function subnetRelations(context: Context, kind: Kind): readonly SubnetRelation[] {
  const { classes, sets } = context;
  const crossings = new Map<string, Crossing>();
  const rows = new Map<string, { readonly key: string; readonly to: BitSet; readonly from: BitSet }>();
  for (const source of subnetsOf(context, kind)) {
    const row = new Map<string, BitSet>();
    for (const target of targetsOf(context, source, kind))
      for (const crossing of crossingsOf(context.network, source.example, target.example, kind)) {
        const key = crossingKey(crossing);
        crossings.set(key, crossing);
        const to = row.get(key) ?? noBits(classes.length);
        row.set(key, to);
        addBits(to, target.members);
      }
    for (const [key, to] of row) {
      const same = `${key} to ${sets.numberOf(to)}`;
      const there = rows.get(same) ?? { key, to, from: noBits(classes.length) };
      rows.set(same, there);
      addBits(there.from, source.members);
    }
  }
  return [...rows.values()].flatMap(({ key, from, to }) => {
    const crossing = crossings.get(key);
    return crossing === undefined ? [] : [{ from, to, crossing }];
  });
}

interface SubnetMembers {
  readonly example: InterfaceClass;
  readonly members: BitSet;
}

function subnetsOf({ network, classes }: Context, { family }: Kind): readonly SubnetMembers[] {
  return network.remember(`members of subnets ${family} ${classes.length}`, () => {
    const found = new Map<number, SubnetMembers>();
    for (const one of classes) {
      if (family === 'v6' && !one.hasV6) continue;
      const subnet = found.get(one.subnet.number) ?? { example: one, members: noBits(classes.length) };
      found.set(one.subnet.number, subnet);
      addBit(subnet.members, one.number);
    }
    return [...found.values()];
  });
}

/** Subnets of the same VPC, or of one that may be; of others where routes of both may lead into another VPC. */
function targetsOf(context: Context, source: SubnetMembers, kind: Kind): readonly SubnetMembers[] {
  const { network, classes } = context;
  const { vpc } = source.example.subnet.subnet;
  const all = subnetsOf(context, kind);
  const byVpc = network.remember(`subnets by VPC ${kind.family} ${classes.length}`, () => {
    const found = new Map<string, SubnetMembers[]>();
    const joining: SubnetMembers[] = [];
    for (const one of all) {
      const { vpc: own } = one.example.subnet.subnet;
      found.set(own.key, [...(found.get(own.key) ?? []), one]);
      if (own.open || leadsAway(network, one.example, kind)) joining.push(one);
    }
    return { found, joining };
  });
  if (vpc.open) return all;
  const own = byVpc.found.get(vpc.key) ?? [];
  const others = leadsAway(network, source.example, kind)
    ? byVpc.joining
    : byVpc.joining.filter(({ example }) => example.subnet.subnet.vpc.open);
  return [...own, ...others.filter(({ example }) => example.subnet.subnet.vpc.key !== vpc.key)];
}

/** Targets of routes that lead into no other VPC. */
const staying: ReadonlySet<string> = new Set(['local', 'gateway', 'nat', 'egress-only-gateway']);

function leadsAway(network: Network, { subnet }: InterfaceClass, { family }: Kind): boolean {
  const to = { family, addresses: everywhere[family], key: 'everywhere' };
  return waysOut(network, subnet.subnet, to).some(({ kind }) => !staying.has(kind));
}

function crossingsOf(network: Network, from: InterfaceClass, to: InterfaceClass, kind: Kind): readonly Crossing[] {
  return linksOf(network, { from, to }, kind.family).links.flatMap((link): readonly Crossing[] => {
    const acls = aclsOn(network, { from, to, link }, kind);
    const passages = link.passages.flatMap((first) =>
      acls.flatMap((second) => {
        const guard = and(first.guard, second.guard);
        if (!isPossible(guard)) return [];
        const { doubt: linkDoubt } = first;
        const hops: readonly Hop[] = [...first.hops, ...second.hops];
        return [{ ...second, guard, hops, ...(linkDoubt !== undefined && { linkDoubt }) }];
      }),
    );
    return passages.length === 0 ? [] : [{ passages, naming: link.naming }];
  });
}

/** What the network ACLs on the way let pass; within a subnet none is asked. */
function aclsOn(
  network: Network,
  { from, to, link }: { readonly from: InterfaceClass; readonly to: InterfaceClass; readonly link: Link },
  { family, protocol }: Kind,
): readonly Passage[] {
  const whole: readonly Passage[] = [{ ports: allPorts, addresses: everywhere[family], guard: [[]], hops: [] }];
  if (samePlace(from.subnet.subnet.place, to.subnet.subnet.place) === 'yes') return whole;
  const there = { direction: 'egress', protocol, end: { kind: 'inside', family, of: to, naming: 'yes' } } as const;
  const back = { direction: 'ingress', protocol, end: { kind: 'inside', family, of: from, naming: 'yes' } } as const;
  const stages = [aclsLet(network, from.subnet, there), ...link.between(protocol), aclsLet(network, to.subnet, back)];
  return stages.reduce<readonly Passage[]>((passages, stage) => meet(passages, stage.passages), whole);
}

function crossingKey({ passages, naming }: Crossing): string {
  const told = passages.map(
    ({ ports, guard, linkDoubt, doubt, hops }) =>
      `${rangesKey(ports)} ${guardKey(guard)} ${linkDoubt ?? ''} ${doubt ?? ''} ${hops.map((hop) => hop.because).join(' ')}`,
  );
  return `${told.join('; ')} ${JSON.stringify(naming)}`;
}
