import { attackerKind } from '../catalog/data/attacker-kinds.ts';
import type { AttackPath } from '../model/attack.ts';
import type { SeenUse } from '../model/detection.ts';
import { type Assumed, underAssumptions } from '../model/guard.ts';
import type { ElementId } from '../model/id.ts';
import type { System } from '../model/questions.ts';
import type { Risk, RiskFactor } from '../model/risk.ts';
import { levelOf, total } from './rate.ts';
import { alertFactor, testFactor } from './seen-factors.ts';
import { useFactors } from './use-factors.ts';

/** What a path's impact hangs on. */
export interface PathRatingContext {
  readonly system: System;
  /** What is seen of each step, in their order. */
  seen(path: AttackPath): readonly SeenUse[];
  readonly assumed: Assumed;
  worth(
    element: ElementId,
  ): { readonly confidentiality: number; readonly integrity: number; readonly availability: number } | undefined;
}

const someFoothold = { likelihood: 3, because: 'needs a foothold' };

/** Risk of a path: who can start it, how long and how sure it is, and what it gains. */
export function ratePath(path: AttackPath, context: PathRatingContext): Risk {
  const sum = total([...likelihoodFactors(path, context), ...impactFactors(path, context)]);
  const level = levelOf(sum.score);
  return {
    likelihood: sum.likelihood,
    impact: sum.impact,
    score: sum.score,
    level,
    inherent: level,
    residual: level,
    factors: sum.factors,
  };
}

function likelihoodFactors(path: AttackPath, context: PathRatingContext): readonly RiskFactor[] {
  const { likelihood, because } = path.attacker.presence ?? attackerKind(path.attacker.id) ?? someFoothold;
  const factors: RiskFactor[] = [{ name: 'attacker', on: 'likelihood', effect: likelihood, because }];
  const more = (effect: number, name: string, why: string) =>
    factors.push({ name, on: 'likelihood', effect, because: why });
  if (path.certainty === 'weakness') more(-1, 'certainty', 'a step needs a flaw in software');
  if (path.certainty === 'conditional') more(-1, 'certainty', 'a step needs something that the input does not show');
  if (path.cost >= 6) more(-1, 'effort', `the steps cost ${path.cost} in all`);
  if (path.steps.length > 5) more(-1, 'length', `${path.steps.length} steps`);
  for (const { effect, name, because: why } of useFactors(path)) more(effect, name, why);
  const seen = [...alertFactor(context.seen(path)), ...testFactor(path, context.system)];
  for (const { effect, name, because: why } of seen) more(effect, name, why);
  if (underAssumptions(path.guard, context.assumed) === 'fails')
    more(-1, 'condition', 'holds only for parameter values other than the defaults');
  return factors;
}

function impactFactors(path: AttackPath, context: PathRatingContext): readonly RiskFactor[] {
  if (path.gains === 'administrator')
    return [{ name: 'gain', on: 'impact', effect: 5, because: 'everything in the account is lost' }];
  const [does = ''] = path.gains.split(' ');
  const base = ['read', 'write', 'destroy'].includes(does) ? 3 : 2;
  const factors: RiskFactor[] = [
    { name: 'gain', on: 'impact', effect: base, because: `the attacker gets to ${path.gains}` },
  ];
  const worth = context.worth(path.target);
  const dimension = does === 'write' ? 'integrity' : does === 'destroy' ? 'availability' : 'confidentiality';
  const most = worth?.[dimension] ?? 2;
  if (most >= 3) factors.push({ name: 'asset', on: 'impact', effect: 1, because: 'what is there is of high value' });
  if (most <= 1) factors.push({ name: 'asset', on: 'impact', effect: -1, because: 'what is there is of low value' });
  return factors;
}
