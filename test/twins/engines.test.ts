import { expect, test } from 'vitest';
import type { AccessRequest, Decision } from '../../src/model/questions.ts';
import type { World } from '../access/world.ts';
import { differenceOf } from './both-engines.ts';
import { drawFrom } from './draw.ts';
import { type Asking, type Feature, features, type Plan, randomPlan, randomRequest } from './random-world.ts';

const SEED = 20_261_128;
/** `BARTIZAN_TWIN_DECISIONS=100000` for the long run; the suite has a share of it. */
const DECISIONS = Number(process.env.BARTIZAN_TWIN_DECISIONS ?? 3_000);
const REQUESTS = 250;
const WORLDS = Math.ceil(DECISIONS / REQUESTS);
/** In this many of the worlds, and for so many of their requests, it is asked what each feature decided. */
const WORLDS_LOOKED_INTO = 12;
const REQUESTS_LOOKED_INTO = 100;

interface Asked {
  readonly plan: Plan;
  readonly world: World;
  readonly requests: readonly Asking[];
}

function* draws(): Generator<Asked> {
  const draw = drawFrom(SEED);
  for (let count = 0; count < WORLDS; count += 1) {
    const plan = randomPlan(draw);
    const requests = Array.from({ length: REQUESTS }, () => randomRequest(draw));
    yield { plan, world: plan.build(), requests };
  }
}

/** How many of the verdicts are others in the world without the feature. */
function decidedBy(feature: Feature, { plan, requests }: Asked, verdicts: readonly Decision['verdict'][]): number {
  const without = plan.build(feature);
  return verdicts.filter((verdict, at) => {
    const request = requests[at]?.(without, feature);
    return request !== undefined && without.engine.decide(request).verdict !== verdict;
  }).length;
}

test('both engines decide generated requests the same, and every feature decides some of them', () => {
  const decided = new Map<Feature, number>(features.map((feature) => [feature, 0]));
  const verdicts = { allow: 0, conditional: 0, deny: 0 };
  let asked = 0;
  let lookedInto = 0;
  for (const one of draws()) {
    const { world, requests } = one;
    const found = requests.map((asking) => {
      const request: AccessRequest = asking(world);
      const decision = world.engine.decide(request);
      const difference = differenceOf(decision, world.twin.decide(request));
      expect(difference, `world ${asked / REQUESTS} of seed ${SEED}: ${JSON.stringify(request)}`).toBeUndefined();
      verdicts[decision.verdict] += 1;
      return decision.verdict;
    });
    if (asked / REQUESTS < WORLDS_LOOKED_INTO) {
      const sample = found.slice(0, REQUESTS_LOOKED_INTO);
      lookedInto += sample.length;
      for (const feature of features)
        decided.set(feature, (decided.get(feature) ?? 0) + decidedBy(feature, one, sample));
    }
    asked += requests.length;
  }
  const shares = [...decided].map(([feature, count]) => `${feature} ${((count / lookedInto) * 100).toFixed(1)} %`);
  console.log(`seed ${SEED}: ${asked} decisions, ${JSON.stringify(verdicts)}; decided by ${shares.join(', ')}`);
  expect(asked).toBeGreaterThanOrEqual(DECISIONS);
  for (const [feature, count] of decided) expect(count / lookedInto, feature).toBeGreaterThanOrEqual(0.01);
}, 600_000);
