import { effectsOn } from '../catalog/control-effects.ts';
import { type Assumed, underAssumptions } from '../model/guard.ts';
import type { ElementId } from '../model/id.ts';
import type { RiskMethod } from '../model/knowledge.ts';
import type { Risk, RiskFactor, RiskLevel } from '../model/risk.ts';
import type { ControlState, IdentifiedRule, Threat } from '../model/threat.ts';

/** What rating needs to know of the system; passed in, so that this step asks no other. */
export interface RatingContext {
  readonly assumed: Assumed;
  /** From where the element can be reached or used. */
  exposure(element: ElementId): {
    readonly level: 'internet' | 'any-aws-account' | 'partner' | 'internal' | 'none' | 'unknown';
    readonly because: readonly string[];
  };
  /** The most valuable thing that the element holds: 1 to 3 for each of the three. */
  worth(
    element: ElementId,
  ): { readonly confidentiality: number; readonly integrity: number; readonly availability: number } | undefined;
  /** How many elements hang on this one. */
  scale(element: ElementId): number;
  /** How users want risk to be told; the usual way when absent. */
  readonly method?: RiskMethod;
  /** Why a mistake here is carried further by itself, when it is: pipelines, shared templates and images. */
  propagation(element: ElementId): string | undefined;
}

/** Score at which a level begins; likelihood × impact runs from 1 to 25. */
const levels: readonly (readonly [RiskLevel, number])[] = [
  ['critical', 20],
  ['high', 12],
  ['medium', 6],
  ['low', 3],
  ['info', 0],
];

/** The level of a likelihood and an impact, by the method of users where there is one. */
export function levelOf(risk: Pick<Risk, 'likelihood' | 'impact' | 'score'>, method: RiskMethod = {}): RiskLevel {
  const cell = method.matrix?.[risk.likelihood - 1]?.[risk.impact - 1];
  if (cell !== undefined) return cell;
  return levels.find(([level, least]) => risk.score >= startOf(level, least, method))?.[0] ?? 'info';
}

function startOf(level: RiskLevel, usual: number, { levels: own }: RiskMethod): number {
  return level === 'info' ? usual : (own?.[level] ?? usual);
}

/** Factors as the method weighs them; what weighs nothing is left out. */
export function weighed(factors: readonly RiskFactor[], { weights }: RiskMethod = {}): readonly RiskFactor[] {
  if (weights === undefined) return factors;
  return factors.flatMap((factor) => {
    const weight = Object.hasOwn(weights, factor.name) ? (weights[factor.name] ?? 1) : 1;
    if (weight === 1) return [factor];
    if (weight === 0) return [];
    return [{ ...factor, effect: factor.effect * weight, because: `${factor.because} (counts ${weight} times)` }];
  });
}

/** Risk of a threat: the rule's own rating, moved by what is true of this element, each step with its reason. */
export function rateThreat(threat: Threat, context: RatingContext): Risk {
  const before = [
    ...ruleFactors(threat),
    ...exposureFactors(threat, context),
    ...guardFactors(threat, context),
    ...worthFactors(threat, context),
  ];
  const { method } = context;
  const inherent = total(weighed(before, method));
  const residual = total(weighed([...before, ...controlFactors(threat)], method));
  return {
    likelihood: residual.likelihood,
    impact: residual.impact,
    score: residual.score,
    level: levelOf(residual, method),
    inherent: levelOf(inherent, method),
    residual: levelOf(residual, method),
    factors: residual.factors,
  };
}

/** Sums the factors of each side; what goes beyond the scale is a factor of its own, so that the sum stays true. */
export function total(factors: readonly RiskFactor[]): {
  readonly likelihood: number;
  readonly impact: number;
  readonly score: number;
  readonly factors: readonly RiskFactor[];
} {
  const held: RiskFactor[] = [];
  const side = (on: RiskFactor['on']): number => {
    const sum = factors.filter((factor) => factor.on === on).reduce((all, factor) => all + factor.effect, 0);
    const within = Math.min(5, Math.max(1, sum));
    if (within !== sum) held.push({ name: 'scale', on, effect: within - sum, because: 'the scale runs from 1 to 5' });
    return within;
  };
  const likelihood = side('likelihood');
  const impact = side('impact');
  return { likelihood, impact, score: likelihood * impact, factors: [...factors, ...held] };
}

function ruleFactors(threat: Threat): readonly RiskFactor[] {
  const { rule, match } = threat;
  return [
    ...ownFactors(rule),
    ...(match.adjust ?? []).map(({ of: on, by, because }) => ({ name: 'finding', on, effect: by, because })),
  ];
}

const factorsByRule = new WeakMap<IdentifiedRule, readonly RiskFactor[]>();

/** What the rule says by itself: the same two objects for all of its threats. */
function ownFactors(rule: IdentifiedRule): readonly RiskFactor[] {
  const { title, likelihood, impact } = rule;
  const factors = factorsByRule.get(rule) ?? [
    {
      name: 'threat',
      on: 'likelihood',
      effect: likelihood,
      because: `how likely "${title}" is used where it is found`,
    },
    { name: 'threat', on: 'impact', effect: impact, because: `what "${title}" costs as a rule` },
  ];
  factorsByRule.set(rule, factors);
  return factors;
}

function exposureFactors(threat: Threat, context: RatingContext): readonly RiskFactor[] {
  const { level, because } = context.exposure(threat.element);
  const reason = because[0] ?? '';
  if (level === 'internet')
    return [{ name: 'exposure', on: 'likelihood', effect: 1, because: `open to the internet: ${reason}` }];
  if (level === 'any-aws-account')
    return [{ name: 'exposure', on: 'likelihood', effect: 1, because: `open to any AWS account: ${reason}` }];
  return [];
}

function guardFactors(threat: Threat, context: RatingContext): readonly RiskFactor[] {
  const { guard, status } = threat.match;
  const factors: RiskFactor[] = [];
  if (guard !== undefined && underAssumptions(guard, context.assumed) === 'fails') {
    factors.push({
      name: 'condition',
      on: 'likelihood',
      effect: -1,
      because: 'holds only for parameter values other than the defaults',
    });
  }
  if (status === 'unknown') {
    factors.push({
      name: 'unknown',
      on: 'likelihood',
      effect: -1,
      because: `not decided: ${threat.match.settledBy ?? 'more input'} would settle it`,
    });
  }
  return factors;
}

function worthFactors(threat: Threat, context: RatingContext): readonly RiskFactor[] {
  const factors: RiskFactor[] = [];
  const worth = context.worth(threat.element);
  const most = worth === undefined ? 2 : Math.max(...concerns(threat).map((concern) => worth[concern]));
  if (most >= 3) factors.push({ name: 'asset', on: 'impact', effect: 1, because: 'what it holds is of high value' });
  if (most <= 1) factors.push({ name: 'asset', on: 'impact', effect: -1, because: 'what it holds is of low value' });
  const scale = context.scale(threat.element);
  if (scale >= 10)
    factors.push({ name: 'scale of effect', on: 'impact', effect: 1, because: `${scale} elements hang on it` });
  const carried = context.propagation(threat.element);
  if (carried !== undefined) factors.push({ name: 'propagation', on: 'impact', effect: 1, because: carried });
  return factors;
}

/** Of what is valued, what a threat touches. */
export type Concern = 'confidentiality' | 'integrity' | 'availability';

/** Which of the three values the threat's STRIDE letters touch. */
export function concerns(threat: Threat): readonly Concern[] {
  const letters = new Set(threat.rule.stride);
  const result: Concern[] = [];
  if (letters.has('information-disclosure') || letters.has('elevation-of-privilege') || letters.has('spoofing'))
    result.push('confidentiality');
  if (letters.has('tampering') || letters.has('repudiation') || letters.has('elevation-of-privilege'))
    result.push('integrity');
  if (letters.has('denial-of-service')) result.push('availability');
  return result.length === 0 ? ['confidentiality'] : result;
}

function controlFactors(threat: Threat): readonly RiskFactor[] {
  if (threat.status === 'mitigated') {
    const why = threat.match.controls
      .filter(({ state }) => state === 'in-force' || state === 'attested')
      .map(({ control, evidence }) => `${control}: ${evidence.note}`);
    return [{ name: 'controls', on: 'likelihood', effect: -4, because: why.join('; ') || 'a control closes it' }];
  }
  const { controls } = threat.match;
  const factorOf = ({ control, evidence }: ControlState) => ({
    name: 'control',
    on: responds(control, threat) ? ('impact' as const) : ('likelihood' as const),
    effect: -1,
    because: `${control}: ${evidence.note}`,
  });
  // However many procedures people attest, together they count once: they are all about the same care.
  const procedure = controls.find(({ state }) => state === 'attested');
  return [
    ...controls.filter(({ state }) => state === 'in-force').map(factorOf),
    ...(procedure === undefined ? [] : [factorOf(procedure)]),
  ];
}

/** Does it help only once the attack has happened? Then less is lost, and it is as likely as before. */
function responds(control: string, { rule }: Threat): boolean {
  const effects = effectsOn(control, rule.techniques);
  return effects.length > 0 && effects.every(({ does }) => does === 'respond');
}
