import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byLongTermKey } from '../../../src/catalog/moves/sessions.ts';
import type { CitedStatement } from '../../../src/model/access.ts';
import { type AttackFact, type AttackPath, plainFactKey } from '../../../src/model/attack.ts';
import { id, type ResourceId } from '../../../src/model/id.ts';
import { modelOfTexts } from '../../support/model-of-texts.ts';
import { systemFeatures, withoutFeature } from '../../support/random-features.ts';
import { type RandomSystem, randomSystem } from '../../support/random-system.ts';
import { textsOf } from '../../support/random-template.ts';
import { definedAlone, expected, found, graphOf, isCompared, stages } from '../../support/reached.ts';
import { type Cited, citedBy, onlyWith, without } from '../../support/statement-of.ts';

/** Statements looked into of one system: each is one more system to search. */
const mostStatements = 6;

interface Conclusion {
  readonly path: AttackPath;
  readonly gains: AttackFact;
}

async function conclusionsOf(system: RandomSystem): Promise<readonly Conclusion[]> {
  const { analysis } = await modelOfTexts(textsOf(system));
  return analysis.paths.flatMap(({ path }): readonly Conclusion[] => {
    const gains = path.steps.at(-1)?.instance.gives;
    return gains !== undefined && isCompared(gains) ? [{ path, gains }] : [];
  });
}

function statementsOf({ steps }: AttackPath): readonly CitedStatement[] {
  return steps.flatMap(({ instance }) =>
    instance.proof.flatMap((item) => ('decision' in item ? item.decision.allowedBy : [])),
  );
}

/** In which stages the conclusion holds, and how surely. */
type Verdicts = readonly (number | undefined)[];

function verdictsOf(reach: (stage: (typeof stages)[number]) => Record<string, number>, gains: AttackFact): Verdicts {
  return stages.map((stage) => reach(stage)[plainFactKey(gains)]);
}

/** A conclusion that cites a statement, with the ranks that both sides give it in each stage before and after it goes. */
interface Deletion {
  readonly path: string;
  readonly place: Cited;
  readonly is: Verdicts;
  readonly before: Verdicts;
  readonly after: Verdicts;
}

/** Every deletion of a statement that a path of the system cites, up to a number of statements. */
async function deletionsOf(system: RandomSystem): Promise<readonly Deletion[]> {
  const byPlace = new Map<string, { readonly place: Cited; readonly conclusions: Set<Conclusion> }>();
  for (const conclusion of await conclusionsOf(system))
    for (const place of statementsOf(conclusion.path).flatMap((one) => citedBy(one) ?? [])) {
      const known = byPlace.get(JSON.stringify(place)) ?? { place, conclusions: new Set() };
      known.conclusions.add(conclusion);
      byPlace.set(JSON.stringify(place), known);
    }
  const result: Deletion[] = [];
  for (const { place, conclusions } of [...byPlace.values()].slice(0, mostStatements)) {
    const left = without(system, place);
    const graph = graphOf(await definedAlone(left));
    for (const { path, gains } of conclusions) {
      const { holds } = path.attacker;
      result.push({
        path: path.id,
        place,
        is: verdictsOf((stage) => found(graph, holds, stage), gains),
        before: verdictsOf((stage) => expected(system, holds, stage), gains),
        after: verdictsOf((stage) => expected(left, holds, stage), gains),
      });
    }
  }
  return result;
}

/** Does brute force say something else of somebody when he attacks the other system? */
function differs(system: RandomSystem, other: RandomSystem): boolean {
  const user = (at: number): AttackFact => ({
    kind: 'acts-as',
    principal: id<ResourceId>(`app/U${at}`),
    session: byLongTermKey,
  });
  const role = (at: number): AttackFact => ({ kind: 'acts-as', principal: id<ResourceId>(`app/R${at}`) });
  const internet: AttackFact = { kind: 'network', where: 'internet' };
  const footholds = [internet, ...system.users.map((_, at) => user(at)), ...system.roles.map((_, at) => role(at))];
  return footholds.some((held) => {
    const [is, would] = [system, other].map((one) => JSON.stringify(expected(one, [held], 'prod')));
    return is !== would;
  });
}

describe('on random systems', () => {
  it('every feature decides about some conclusions', () => {
    const systems = fc.sample(randomSystem(), { numRuns: 300, seed: 20_261_203 });
    const left = new Set(systemFeatures);
    for (const system of systems)
      for (const feature of left) {
        const other = withoutFeature(system, feature);
        if (JSON.stringify(other) !== JSON.stringify(system) && differs(system, other)) left.delete(feature);
      }
    expect([...left]).toEqual([]);
  });

  it('deleting one cited statement takes a conclusion away exactly when brute force says so', async () => {
    const counts = { deleted: 0, gone: 0, weaker: 0, stays: 0 };
    const kinds = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(randomSystem(), async (system) => {
        for (const { path, place, is, before, after } of await deletionsOf(system)) {
          expect({ path, place, is }).toEqual({ path, place, is: after });
          counts.deleted += 1;
          const became = after.every((rank) => rank === undefined)
            ? 'gone'
            : after.join() === before.join()
              ? 'stays'
              : 'weaker';
          counts[became] += 1;
          kinds.set(place.kind, (kinds.get(place.kind) ?? 0) + 1);
        }
      }),
      { numRuns: 12, seed: 20_261_201 },
    );
    console.log(`${JSON.stringify(counts)}, by kind of statement ${JSON.stringify(Object.fromEntries(kinds))}`);
    expect(counts.gone).toBeGreaterThan(20);
    expect(counts.stays).toBeGreaterThan(0);
  }, 300_000);

  it('a conclusion holds by what it cites: every other statement that allows something may go', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(randomSystem(), async (system) => {
        for (const { path, gains } of (await conclusionsOf(system)).slice(0, mostStatements)) {
          const cited = statementsOf(path).flatMap((one) => citedBy(one) ?? []);
          const graph = graphOf(await definedAlone(onlyWith(system, cited)));
          const is = verdictsOf((stage) => found(graph, path.attacker.holds, stage), gains);
          expect({ path: path.id, holds: is.some((rank) => rank !== undefined) }).toEqual({
            path: path.id,
            holds: true,
          });
          tried += 1;
        }
      }),
      { numRuns: 8, seed: 20_261_202 },
    );
    expect(tried).toBeGreaterThan(5);
  }, 300_000);
});
