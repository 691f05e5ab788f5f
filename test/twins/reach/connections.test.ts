import { describe, expect, test } from 'vitest';
import { and, guardKey, isPossible, never, not, or } from '../../../src/model/guard.ts';
import { id, type ResourceId } from '../../../src/model/id.ts';
import type { Connection, PortRange, ReachCell } from '../../../src/model/reach.ts';
import { deploy } from '../../reach/deploy.ts';
import { createDice } from './dice.ts';
import { randomNetwork } from './random-network.ts';

const seed = Number(process.env.REACH_SEED ?? 20261128);
const networks = Number(process.env.REACH_NETWORKS ?? 20);

/** Every port of every range, so that sets are compared as sets. */
function portsKey(ranges: readonly PortRange[]): string {
  const of = (protocol: 'tcp' | 'udp') => {
    const sorted = ranges
      .filter((range) => range.protocol === protocol || range.protocol === 'all')
      .toSorted((a, b) => a.from - b.from);
    const united: { from: number; to: number }[] = [];
    for (const { from, to } of sorted) {
      const last = united.at(-1);
      if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
      else united.push({ from, to });
    }
    return united.map(({ from, to }) => `${protocol} ${from}-${to}`).join(' ');
  };
  return `${of('tcp')} ${of('udp')}`.trim();
}

/** The answer for a pair as its cells give it. */
function answerOf(
  cells: readonly ReachCell[],
): Pick<Connection, 'verdict' | 'guard'> & { readonly ports: string; readonly doubts: readonly string[] } {
  const sure = cells.filter(({ settledBy }) => settledBy === undefined);
  const chosen = sure.length > 0 ? sure : cells;
  return {
    verdict: sure.length > 0 ? 'open' : cells.length > 0 ? 'unknown' : 'blocked',
    ports: portsKey(chosen.flatMap(({ ports }) => ports)),
    guard: chosen.length === 0 ? [[]] : or(never, ...chosen.map(({ guard }) => guard)),
    doubts: chosen.flatMap(({ settledBy }) => settledBy ?? []),
  };
}

function areEqual(left: Connection['guard'], right: Connection['guard']): boolean {
  return (
    guardKey(left) === guardKey(right) || (!isPossible(and(left, not(right))) && !isPossible(and(right, not(left))))
  );
}

describe('all connections at once', () => {
  test('are what connect says of each pair', () => {
    const counts = { open: 0, unknown: 0, blocked: 0 };
    for (let at = 0; at < networks; at += 1) {
      const { template, ends } = randomNetwork(createDice(seed + at));
      const { reach } = deploy(template);
      const cells = reach.connections();
      const holds = (side: ReachCell['from'], name: string) =>
        side.some(({ resources }) => resources.includes(id<ResourceId>(`net/${name}`)));
      const placed = ends.filter(
        (name) => /^(End\d|Store|Front)$/.test(name) || cells.some(({ from }) => holds(from, name)),
      );
      for (const from of placed) {
        const leaving = cells.filter((cell) => holds(cell.from, from));
        for (const to of placed) {
          const expected = reach.connect(
            { kind: 'resource', resource: id(`net/${from}`) },
            { kind: 'resource', resource: id(`net/${to}`) },
          );
          const found = answerOf(leaving.filter((cell) => holds(cell.to, to)));
          counts[expected.verdict] += 1;
          const where = { seed: seed + at, from, to };
          expect({ ...where, verdict: found.verdict, ports: found.ports }).toEqual({
            ...where,
            verdict: expected.verdict,
            ports: portsKey(expected.ports),
          });
          if (!areEqual(found.guard, expected.guard))
            expect({ ...where, guard: guardKey(found.guard) }).toEqual({ ...where, guard: guardKey(expected.guard) });
          if (expected.settledBy !== undefined) expect(found.doubts).toContain(expected.settledBy);
        }
      }
    }
    console.log(`seed ${seed}:`, counts);
  }, 300_000);

  /** How far each pair is reached, pair by pair. */
  function ranksOf(template: object): ReadonlyMap<string, number> {
    const cells = deploy(template).reach.connections();
    const ranks = new Map<string, number>();
    for (const { from, to, settledBy } of cells)
      for (const source of from.flatMap(({ resources }) => resources))
        for (const target of to.flatMap(({ resources }) => resources)) {
          const pair = `${source} -> ${target}`;
          ranks.set(pair, Math.max(ranks.get(pair) ?? 0, settledBy === undefined ? 2 : 1));
        }
    return ranks;
  }

  function withPart(template: object, part: object): object {
    const { Resources, ...sections } = template as { readonly Resources: object };
    return { ...sections, Resources: { ...Resources, Added: part } };
  }

  const added = {
    rule: {
      Type: 'AWS::EC2::SecurityGroupIngress',
      Properties: { GroupId: { Ref: 'VpcAApp' }, IpProtocol: '-1', CidrIp: '10.0.0.0/8' },
    },
    deny: {
      Type: 'AWS::EC2::NetworkAclEntry',
      Properties: {
        NetworkAclId: { 'Fn::GetAtt': ['VpcA', 'DefaultNetworkAcl'] },
        RuleNumber: 1,
        Protocol: -1,
        RuleAction: 'deny',
        CidrBlock: '10.0.0.0/9',
      },
    },
  };

  test('never shrink when a rule is opened, never grow when a network ACL denies', () => {
    let [grown, shrunk] = [0, 0];
    for (let at = 0; at < 12; at += 1) {
      const { template } = randomNetwork(createDice(seed + 1000 + at));
      const before = ranksOf(template);
      const opened = ranksOf(withPart(template, added.rule));
      const denied = ranksOf(withPart(template, added.deny));
      expect([...before].filter(([pair, rank]) => (opened.get(pair) ?? 0) < rank)).toEqual([]);
      expect([...denied].filter(([pair, rank]) => (before.get(pair) ?? 0) < rank)).toEqual([]);
      grown += [...opened].filter(([pair, rank]) => (before.get(pair) ?? 0) < rank).length;
      shrunk += [...before].filter(([pair, rank]) => (denied.get(pair) ?? 0) < rank).length;
    }
    // The changes must matter somewhere, or the law is not put to the test.
    expect(Math.min(grown, shrunk)).toBeGreaterThan(0);
  }, 120_000);
});
