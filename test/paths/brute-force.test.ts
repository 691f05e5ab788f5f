import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moves } from '../../src/catalog/catalog.generated.ts';
import { byLongTermKey } from '../../src/catalog/moves/sessions.ts';
import { createGraph } from '../../src/identify/paths/graph.ts';
import { type Label, search } from '../../src/identify/paths/search.ts';
import { type AttackFact, plainFactKey } from '../../src/model/attack.ts';
import { underAssumptions } from '../../src/model/guard.ts';
import { id, type ResourceId } from '../../src/model/id.ts';
import type { Questions } from '../../src/model/questions.ts';
import { bruteForce } from '../support/brute-force.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';
import { account, type RandomSystem, randomSystem, templateOf } from '../support/random-system.ts';

/** The facts that both sides tell; the ways between them are their own business. Copies of disks have examples of their own. */
const told = /^(acts-as|runs-code|(reads|writes)(?!:app\/I\d)|administrates):[^ ]*$/;

async function questionsOf(system: RandomSystem): Promise<Questions> {
  const { analysis } = await modelOfTexts({
    'app.json': templateOf(system),
    'bartizan.yaml': `deployments:\n  - { name: app, template: app.json, account: '${account}', region: eu-west-1 }\n`,
  });
  expect(analysis.diagnostics.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([]);
  return analysis.defined.ask;
}

function graphOf(ask: Questions) {
  return createGraph(moves, ask);
}

function attackersOf({ users, roles, functions }: RandomSystem): readonly (readonly AttackFact[])[] {
  const resource = (name: string) => id<ResourceId>(`app/${name}`);
  const internet: AttackFact = { kind: 'network', where: 'internet' };
  // Whoever has a foothold can do what strangers can as well.
  const strangers: readonly AttackFact[] = [internet, { kind: 'any-aws-account' }];
  const insiders: readonly AttackFact[] = [
    ...users.map((_, at): AttackFact => ({ kind: 'acts-as', principal: resource(`U${at}`), session: byLongTermKey })),
    ...roles.map((_, at): AttackFact => ({ kind: 'acts-as', principal: resource(`R${at}`) })),
    ...functions.map((_, at): AttackFact => ({ kind: 'runs-code', resource: resource(`F${at}`) })),
  ];
  return [
    [internet],
    strangers,
    [...strangers, { kind: 'controls-external', party: 'external/aws-account/999988887777' }],
    ...insiders.map((foothold) => [...strangers, foothold]),
  ];
}

function found(
  graph: ReturnType<typeof graphOf>,
  holds: readonly AttackFact[],
  stage: 'prod' | 'dev',
): Record<string, number> {
  const world = new Map([['parameter:app/Stage', stage]]);
  const isThere = ({ guard }: Label) => underAssumptions(guard, world) === 'holds';
  const given = new Set(holds.map(plainFactKey));
  const result = new Map<string, number>();
  const settled = search(graph, holds);
  for (const number of settled.facts()) {
    const fact = graph.facts[number];
    const ranks = settled
      .ways(number)
      .filter(isThere)
      .map(({ rank }) => rank);
    const key = fact === undefined ? '' : plainFactKey(fact);
    if (ranks.length > 0) result.set(key, Math.min(result.get(key) ?? 2, ...ranks));
  }
  return Object.fromEntries([...result].filter(([key]) => told.test(key) && !given.has(key)).sort());
}

function expected(system: RandomSystem, holds: readonly AttackFact[], stage: 'prod' | 'dev'): Record<string, number> {
  const keys = holds.map(plainFactKey);
  const all = [...bruteForce(system, stage, keys)].filter(([key]) => told.test(key) && !keys.includes(key));
  return Object.fromEntries(all.sort());
}

describe('on random systems of up to twelve principals', () => {
  it('the search finds what brute force finds: no more, no less, and as sure', async () => {
    await fc.assert(
      fc.asyncProperty(randomSystem(), async (system) => {
        const graph = graphOf(await questionsOf(system));
        for (const holds of attackersOf(system))
          for (const stage of ['prod', 'dev'] as const)
            expect({ holds, stage, reached: found(graph, holds, stage) }).toEqual({
              holds,
              stage,
              reached: expected(system, holds, stage),
            });
      }),
      { numRuns: 100, seed: 20_261_122 },
    );
  }, 120_000);
});
