import { expect } from 'vitest';
import type { Decision } from '../../src/model/access.ts';
import type { World } from '../access/world.ts';
import { differenceOf } from './both-engines.ts';
import { drawFrom } from './draw.ts';
import {
  type Asking,
  type Feature,
  features,
  type Manner,
  type Plan,
  randomPlan,
  randomRequest,
} from './random-world.ts';

/** Of so many of a world's requests it is asked what each feature decided. */
const REQUESTS_LOOKED_INTO = 60;
/** What a feature decides at the least. */
const LEAST_SHARE = 0.01;

export interface Comparison {
  readonly seed: number;
  readonly manner: Manner;
  readonly worlds: number;
  /** In each world. */
  readonly requests: number;
  /** Of each how many worlds one is looked into: every feature is left out of it in turn. */
  readonly every: number;
}

interface Asked {
  readonly plan: Plan;
  readonly world: World;
  readonly requests: readonly Asking[];
}

/** Compares both engines on generated requests; a difference fails, and so does a feature that decides next to nothing. */
export function compareEngines({ seed, manner, worlds, requests, every }: Comparison): void {
  const draw = drawFrom(seed);
  const decided = new Map<Feature, number>(features.map((feature) => [feature, 0]));
  const verdicts = { allow: 0, conditional: 0, deny: 0 };
  let lookedInto = 0;
  for (let count = 0; count < worlds; count += 1) {
    const plan = randomPlan(draw);
    const drawn = Array.from({ length: requests }, () => randomRequest(draw, manner));
    const one: Asked = { plan, world: plan.build(), requests: drawn };
    const found = decidedAlike(one, `world ${count} of seed ${seed}`);
    for (const verdict of found) verdicts[verdict] += 1;
    if (count % every !== 0) continue;
    const sample = found.slice(0, REQUESTS_LOOKED_INTO);
    lookedInto += sample.length;
    for (const feature of features) decided.set(feature, (decided.get(feature) ?? 0) + decidedBy(feature, one, sample));
  }
  const shares = [...decided].map(([feature, count]) => `${feature} ${((count / lookedInto) * 100).toFixed(1)} %`);
  console.log(
    `seed ${seed}: ${worlds * requests} decisions, ${JSON.stringify(verdicts)}; decided by ${shares.join(', ')}`,
  );
  for (const [feature, count] of decided) expect(count / lookedInto, feature).toBeGreaterThanOrEqual(LEAST_SHARE);
}

/** What both engines say of each request. */
function decidedAlike({ world, requests }: Asked, where: string): readonly Decision['verdict'][] {
  return requests.map((asking) => {
    const request = asking(world);
    const decision = world.engine.decide(request);
    const difference = differenceOf(decision, world.twin.decide(request));
    if (difference !== undefined) throw new Error(`${where}: ${JSON.stringify(request)}: ${difference}`);
    return decision.verdict;
  });
}

/** How many of the verdicts are others in the world without the feature. */
function decidedBy(feature: Feature, { plan, requests }: Asked, verdicts: readonly Decision['verdict'][]): number {
  const without = plan.build(feature);
  return verdicts.filter((verdict, at) => {
    const request = requests[at]?.(without, feature);
    return request !== undefined && without.engine.decide(request).verdict !== verdict;
  }).length;
}
