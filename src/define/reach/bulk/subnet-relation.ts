import { and, guardKey, isPossible } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import type { Link } from '../links/link.ts';
import { type ClassPair, type Kind, linksOf } from '../links/private-connection.ts';
import type { InterfaceClass } from '../network/interface-class.ts';
import type { Network } from '../network/network.ts';
import { samePlace } from '../network/place.ts';
import { everywhere, type Family } from '../packets/address.ts';
import { addBit, addBits, type BitSet, noBits, type SetTable } from '../packets/bit-set.ts';
import { allPorts, meet, type Passage } from '../packets/passage.ts';
import { rangesKey } from '../packets/ranges.ts';
import { aclsLet } from '../stages.ts';
import { subnetKinds } from './subnet-kinds.ts';

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

/** Every pair of subnets that is joined. Kinds of subnets are paired, not subnets, and equal crossings told together. */
export function subnetRelations(context: Context, kind: Kind): readonly SubnetRelation[] {
  const crossings = new Map<string, Crossing>();
  const rows = createRows(context);
  for (const source of kindsOf(context, kind))
    for (const target of targetsOf(context, source, kind)) {
      const told = new Set<string>();
      for (const { from, to, pair } of pairsOf(source, target))
        for (const crossing of crossingsOf(context.network, pair, kind)) {
          const key = crossingKey(crossing);
          // The first pair is about all subnets of the kind.
          if (told.has(key)) continue;
          if (to === target.members) told.add(key);
          crossings.set(key, crossing);
          rows.add(key, from, to);
        }
    }
  return rows.all().flatMap(({ key, from, to }) => {
    const crossing = crossings.get(key);
    return crossing === undefined ? [] : [{ from, to, crossing }];
  });
}

interface Row {
  readonly key: string;
  readonly from: BitSet;
  readonly to: BitSet;
}

/** Rows that differ in one of their sides only become one. */
function createRows({ classes, sets }: Context) {
  const byFrom = new Map<string, Row>();
  const unite = (rows: Map<string, Row>, same: string, { key, from, to }: Row) => {
    const row = rows.get(same) ?? { key, from: noBits(classes.length), to: noBits(classes.length) };
    rows.set(same, row);
    addBits(row.from, from);
    addBits(row.to, to);
  };
  return {
    add: (key: string, from: BitSet, to: BitSet) =>
      unite(byFrom, `${key} from ${sets.numberOf(from)}`, { key, from, to }),
    all(): readonly Row[] {
      const byTo = new Map<string, Row>();
      for (const row of byFrom.values()) unite(byTo, `${row.key} to ${sets.numberOf(row.to)}`, row);
      return [...byTo.values()];
    },
  };
}

interface SubnetMembers {
  readonly example: InterfaceClass;
  readonly members: BitSet;
}

/** Subnets that no route and no network ACL can tell apart, with the classes in all of them. */
interface KindMembers {
  readonly subnets: readonly SubnetMembers[];
  readonly example: InterfaceClass;
  readonly members: BitSet;
}

interface Paired {
  readonly from: BitSet;
  readonly to: BitSet;
  readonly pair: ClassPair;
}

/**
 * Within a kind two subnets stand for all pairs. One subnet with itself is a pair of its own, since nothing is asked within
 * it; that the other pairs include it again adds nothing to what passes there.
 */
function pairsOf(source: KindMembers, target: KindMembers): readonly Paired[] {
  const whole = { from: source.members, to: target.members };
  if (source !== target) return [{ ...whole, pair: { from: source.example, to: target.example } }];
  const [first, second] = source.subnets;
  const own = source.subnets.map(({ example, members }): Paired => {
    return { from: members, to: members, pair: { from: example, to: example } };
  });
  if (first === undefined || second === undefined) return own;
  return [{ ...whole, pair: { from: first.example, to: second.example } }, ...own];
}

function kindsOf({ network, classes }: Context, { family }: Kind): readonly KindMembers[] {
  return network.remember(`kinds of subnets ${family} ${classes.length}`, () => {
    const kindOf = subnetKinds(network, family);
    const kinds = new Map<
      number,
      { readonly subnets: SubnetMembers[]; readonly example: InterfaceClass; readonly members: BitSet }
    >();
    for (const subnet of subnetsOf(classes, family)) {
      const key = kindOf(subnet.example.subnet);
      const kind = kinds.get(key) ?? { subnets: [], example: subnet.example, members: noBits(classes.length) };
      kinds.set(key, kind);
      kind.subnets.push(subnet);
      addBits(kind.members, subnet.members);
    }
    return [...kinds.values()];
  });
}

function subnetsOf(classes: readonly InterfaceClass[], family: Family): Iterable<SubnetMembers> {
  const found = new Map<number, SubnetMembers>();
  for (const one of classes) {
    if (family === 'v6' && !one.hasV6) continue;
    const subnet = found.get(one.subnet.number) ?? { example: one, members: noBits(classes.length) };
    found.set(one.subnet.number, subnet);
    addBit(subnet.members, one.number);
  }
  return found.values();
}

/** Subnets of the same VPC, or of one that may be; of others where routes of both may lead into another VPC. */
function targetsOf(context: Context, source: KindMembers, kind: Kind): readonly KindMembers[] {
  const { network, classes } = context;
  const { vpc } = source.example.subnet.subnet;
  if (vpc.open) return kindsOf(context, kind);
  const { byVpc, joining } = network.remember(`kinds by VPC ${kind.family} ${classes.length}`, () => {
    const all = kindsOf(context, kind);
    const isJoining = ({ example }: KindMembers) => example.subnet.subnet.vpc.open || leadsAway(network, example, kind);
    const byVpc = new Map<string, KindMembers[]>();
    for (const one of all) {
      const there = byVpc.get(one.example.subnet.subnet.vpc.key);
      if (there === undefined) byVpc.set(one.example.subnet.subnet.vpc.key, [one]);
      else there.push(one);
    }
    return { byVpc, joining: all.filter(isJoining) };
  });
  const leads = leadsAway(network, source.example, kind);
  const others = joining.filter(
    ({ example: { subnet } }) => subnet.subnet.vpc.key !== vpc.key && (leads || subnet.subnet.vpc.open),
  );
  return [...(byVpc.get(vpc.key) ?? []), ...others];
}

/**
 * Can nothing tell two subnets of one kind from one subnet with itself? Within a subnet no network ACL is asked, so that
 * it shows where an ACL stops something.
 */
export function isUniform(
  network: Network,
  first: InterfaceClass,
  second: InterfaceClass,
  kinds: readonly Kind[],
): boolean {
  const told = (to: InterfaceClass, kind: Kind) =>
    crossingsOf(network, { from: first, to }, kind).map(crossingKey).join('\n');
  return kinds.every((kind) => told(first, kind) === told(second, kind));
}

/** Targets of routes that lead into no other VPC. */
const staying: ReadonlySet<string> = new Set(['local', 'gateway', 'nat', 'egress-only-gateway']);

function leadsAway(network: Network, { subnet }: InterfaceClass, { family }: Kind): boolean {
  const to = { family, addresses: everywhere[family], key: 'everywhere' };
  return network.waysOut(subnet.subnet, to).some(({ kind }) => !staying.has(kind));
}

function crossingsOf(network: Network, pair: ClassPair, kind: Kind): readonly Crossing[] {
  return linksOf(network, pair, kind.family).links.flatMap((link): readonly Crossing[] => {
    const acls = aclsOn(network, { ...pair, link }, kind);
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
  { from, to, link }: ClassPair & { readonly link: Link },
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
