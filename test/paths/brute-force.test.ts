import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byLongTermKey } from '../../src/catalog/moves/sessions.ts';
import type { AttackFact } from '../../src/model/attack.ts';
import { id, type ResourceId } from '../../src/model/id.ts';
import type { Questions } from '../../src/model/questions.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';
import { type RandomSystem, randomSystem } from '../support/random-system.ts';
import { textsOf } from '../support/random-template.ts';
import { definedAlone, expected, found, graphOf, stages } from '../support/reached.ts';

/** Every one of so many goes through the whole pipeline, where the proof checker looks at every path. */
const checkedEvery = 8;
let turn = 0;

async function questionsOf(system: RandomSystem): Promise<Questions> {
  turn += 1;
  if (turn % checkedEvery !== 0) return await definedAlone(system);
  const { analysis } = await modelOfTexts(textsOf(system));
  expect(analysis.diagnostics.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([]);
  return analysis.defined.ask;
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

describe('on random systems of up to twelve principals', () => {
  it('the search finds what brute force finds: no more, no less, and as sure', async () => {
    await fc.assert(
      fc.asyncProperty(randomSystem(), async (system) => {
        const graph = graphOf(await questionsOf(system));
        for (const holds of attackersOf(system))
          for (const stage of stages)
            expect({ holds, stage, reached: found(graph, holds, stage) }).toEqual({
              holds,
              stage,
              reached: expected(system, holds, stage),
            });
      }),
      { numRuns: 40, seed: 20_261_122 },
    );
  }, 300_000);
});
