import { describe, expect, test } from 'vitest';
import { createCompiledReach } from '../../../src/define/reach/compiled-reach.ts';
import { createReach } from '../../../src/define/reach/create-reach.ts';
import { literalFinder } from '../../../src/define/reach/literal-finder.ts';
import { guardKey } from '../../../src/model/guard.ts';
import { id, type ResourceId } from '../../../src/model/id.ts';
import type { Connection, NetworkEnd } from '../../../src/model/questions.ts';
import { deploy } from '../../reach/deploy.ts';
import { createDice } from './dice.ts';
import { randomNetwork } from './random-network.ts';

const seed = Number(process.env.REACH_SEED ?? 20261128);
const networks = Number(process.env.REACH_NETWORKS ?? 60);
const shown = ({ guard, ...rest }: Connection) => ({ ...rest, guard: guardKey(guard) });

describe('the compiled engine', () => {
  test('answers as the literal one', () => {
    const counts = new Map<string, number>();
    let asked = 0;
    for (let at = 0; at < networks; at += 1) {
      const dice = createDice(seed + at);
      const { template, ends, blocks } = randomNetwork(dice);
      const { base } = deploy(template);
      const [literal, compiled] = [createReach(literalFinder(base)), createCompiledReach(base)];
      const resources: NetworkEnd[] = ends.map((name) => ({
        kind: 'resource',
        resource: id<ResourceId>(`net/${name}`),
      }));
      const outside: NetworkEnd[] = [{ kind: 'internet' }, ...blocks.map((cidr) => ({ kind: 'cidr' as const, cidr }))];
      const pairs = [
        ...resources.flatMap((from) => resources.map((to) => [from, to] as const)),
        ...outside.flatMap((out) => resources.flatMap((end) => [[out, end] as const, [end, out] as const])),
      ];
      for (const [from, to] of pairs)
        for (const [port, protocol] of [
          [],
          [dice.pick([22, 443, 5432])],
          ...(dice.chance(0.1) ? [[undefined, dice.pick(['icmp', 'udp'] as const)] as const] : []),
        ] as const) {
          asked += 1;
          const expected = shown(literal.connect(from, to, port, protocol));
          const found = shown(compiled.connect(from, to, port, protocol));
          counts.set(expected.verdict, (counts.get(expected.verdict) ?? 0) + 1);
          if (JSON.stringify(found) !== JSON.stringify(expected))
            expect({ seed: seed + at, from, to, port, ...found }).toEqual({
              seed: seed + at,
              from,
              to,
              port,
              ...expected,
            });
        }
      const reached = (engine: typeof literal) =>
        engine.fromInternet().map(({ resource, connection }) => ({ id: resource.id, ...shown(connection) }));
      expect(reached(compiled)).toEqual(reached(literal));
      for (const end of ends) expect(compiled.handedOn(id(`net/${end}`))).toEqual(literal.handedOn(id(`net/${end}`)));
    }
    console.log(`seed ${seed}: ${asked} questions`, counts);
  }, 300_000);
});
