import { and, type Guard, guardKey, isPossible } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import type { Naming } from '../links/link.ts';
import type { Kind } from '../links/private-connection.ts';
import type { InterfaceClass } from '../network/interface-class.ts';
import type { Network } from '../network/network.ts';
import { type BitSet, commonBits, createSetTable, type SetTable } from '../packets/bit-set.ts';
import { covers, intersect, type Ranges, unite } from '../packets/ranges.ts';
import type { Protocol } from '../packets/rule-traffic.ts';
import { merged, type RelationContext, type RuleRelation, ruleRelations } from './rule-relation.ts';
import { type Crossing, type SubnetRelation, subnetRelations } from './subnet-relation.ts';

/** Every class of the one set reaches every class of the other on these ports. */
export interface ClassCell {
  readonly from: BitSet;
  readonly to: BitSet;
  readonly ports: Readonly<Record<Protocol, Ranges<number>>>;
  readonly guard: Guard;
  readonly doubt?: string;
  readonly hops: readonly Hop[];
}

/**
 * Who reaches whom by private addresses, for all classes at once. Routes and network ACLs relate subnets, outbound rules
 * relate their holders to peers, inbound ones as well; a cell is where three relations meet. No pair of classes is looked at.
 */
export function classCells(
  network: Network,
  classes: readonly InterfaceClass[],
  kinds: readonly Kind[],
): readonly ClassCell[] {
  const sets = createSetTable();
  const cells = createCells(sets);
  const context: RelationContext = { network, classes, sets };
  for (const kind of kinds) {
    const out = ruleRelations(context, 'egress', kind);
    const into = ruleRelations(context, 'ingress', kind);
    for (const relation of subnetRelations(context, kind)) {
      const { naming } = relation.crossing;
      const leaving = restricted(out, { relation, sets, holders: 'from', naming: naming.egress });
      const arriving = restricted(into, { relation, sets, holders: 'to', naming: naming.ingress });
      for (const one of leaving)
        for (const other of arriving) cells.add(meeting(relation.crossing, one, other), kind.protocol);
    }
  }
  return cells.all();
}

interface Restriction {
  readonly relation: SubnetRelation;
  readonly sets: SetTable;
  /** On which side of the relation between subnets the holders of the rules are. */
  readonly holders: 'from' | 'to';
  readonly naming: Naming;
}

/** Rules as far as they concern what is joined; equal ones together. */
function restricted(
  rules: readonly RuleRelation[],
  { relation, sets, holders: side, naming }: Restriction,
): readonly RuleRelation[] {
  const found: RuleRelation[] = [];
  for (const rule of rules) {
    if (rule.namesGroups && naming === 'no') continue;
    const holders = commonBits(rule.holders, relation[side]);
    if (holders === undefined) continue;
    const peers = commonBits(rule.peers, relation[side === 'from' ? 'to' : 'from']);
    if (peers === undefined) continue;
    const doubt = rule.namesGroups && naming !== 'yes' && naming !== 'no' ? naming.doubt : undefined;
    const firstDoubt = rule.firstDoubt ?? doubt;
    found.push({ ...rule, holders, peers, namesGroups: false, ...(firstDoubt !== undefined && { firstDoubt }) });
  }
  return merged(merged(found, sets, 'peers'), sets, 'holders');
}

type Meeting = Omit<ClassCell, 'ports'> & { readonly ports: Ranges<number> };

/** What an outbound and an inbound rule let pass together. */
function* meeting({ passages }: Crossing, out: RuleRelation, into: RuleRelation): Generator<Meeting> {
  const from = commonBits(out.holders, into.peers);
  const to = from === undefined ? undefined : commonBits(out.peers, into.holders);
  if (from === undefined || to === undefined) return;
  const rules = intersect(out.ports, into.ports);
  if (rules.length === 0) return;
  const both = and(out.guard, into.guard);
  if (!isPossible(both)) return;
  for (const passage of passages) {
    const ports = intersect(rules, passage.ports);
    const guard = and(both, passage.guard);
    if (ports.length === 0 || !isPossible(guard)) continue;
    const doubt =
      passage.linkDoubt ?? out.firstDoubt ?? out.lastDoubt ?? passage.doubt ?? into.firstDoubt ?? into.lastDoubt;
    const hops = [...passage.hops, ...out.hops, ...into.hops];
    yield { from, to, ports, guard, hops, ...(doubt !== undefined && { doubt }) };
  }
}

interface Draft {
  readonly cell: Omit<ClassCell, 'ports' | 'hops'>;
  readonly ports: Record<Protocol, Ranges<number>>;
  readonly hops: Set<Hop>;
}

/** Cells by their two sets: what differs only in ports is one. */
function createCells(sets: SetTable) {
  const found = new Map<string, Draft>();
  return {
    add(meetings: Iterable<Meeting>, protocol: Protocol): void {
      for (const { ports, hops, ...cell } of meetings) {
        const [from, to] = [sets.numberOf(cell.from), sets.numberOf(cell.to)];
        const key = `${from} ${to} ${guardKey(cell.guard)} ${cell.doubt ?? ''}`;
        const known = found.get(key);
        const draft = known ?? {
          cell: { ...cell, from: sets.set(from), to: sets.set(to) },
          ports: { tcp: [], udp: [], icmp: [] },
          hops: new Set(),
        };
        if (known === undefined) found.set(key, draft);
        const before = draft.ports[protocol];
        if (!covers(before, ports)) draft.ports[protocol] = before.length === 0 ? ports : unite(before, ports);
        for (const hop of hops) draft.hops.add(hop);
      }
    },
    all: (): readonly ClassCell[] =>
      [...found.values()].map(({ cell, ports, hops }) => ({ ...cell, ports, hops: [...hops] })),
  };
}
