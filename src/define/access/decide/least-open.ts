import type { OpenCondition } from '../../../model/access.ts';
import { always, and, type Guard, isAlways, not } from '../../../model/guard.ts';
import { MAYBE, YES } from '../compile/three-valued.ts';
import { contradictionIn, withoutNeedless } from './contradiction.ts';
import { type Counted, type Grant, mayBe } from './grant.ts';
import { restHolds } from './match-statement.ts';
import { oppositeOf } from './opposite-operator.ts';
import type { Need, Route } from './routes.ts';

/** The route that hangs on the least, and on what. */
export interface LeastOpen {
  readonly route: Route;
  readonly conditions: readonly OpenCondition[];
  /** It hangs on that only where this holds: where a Deny is not there that nothing else escapes. */
  readonly where: Guard;
}

/** Ways to meet a need or to escape a Deny, the lightest first. */
type Options = readonly (readonly OpenCondition[])[];

/** Of more combinations than this only the lightest is looked at. */
const MOST = 512;

const weights = { attacker: 1, environment: 4, topology: 8, unknown: 16, never: 64 } as const;

/** The rest of a statement that names the caller is less to ask for than a policy of which nothing is known. */
const restWeight = weights.unknown - 1;

function weightOf(conditions: readonly OpenCondition[]): number {
  let sum = 0;
  for (const { control, operator } of conditions) sum += operator === restHolds ? restWeight : weights[control];
  return sum;
}

/** Of routes that may be open, the one on which the least has to hold; why there is none, when nothing holds together. */
/** A Deny that is there under a condition of the template only stops it there. */
export function leastOpen(routes: readonly Route[], limits: readonly Need[], denied: Grant): LeastOpen | string {
  const all = leastOpenDespite(routes, limits, denied.by);
  const lasting = denied.by.filter(({ guard }) => isAlways(guard));
  if (typeof all !== 'string' || lasting.length === denied.by.length) return all;
  const found = leastOpenDespite(routes, limits, lasting);
  if (typeof found === 'string') return all;
  const gone = denied.by.filter(({ guard }) => !isAlways(guard));
  return { ...found, where: and(...gone.map(({ guard }) => not(guard))) };
}

function leastOpenDespite(
  routes: readonly Route[],
  limits: readonly Need[],
  denials: readonly Counted[],
): LeastOpen | string {
  let best: LeastOpen | undefined;
  let reason = 'what would allow it excludes each other';
  for (const route of routes) {
    const found = lightest([...[...limits, ...route].map(optionsOf), ...denials.flatMap(escapes)]);
    if (typeof found === 'string') reason = found;
    else if (best === undefined || weightOf(found) < weightOf(best.conditions))
      best = { route, conditions: found, where: always };
  }
  return best === undefined ? reason : { ...best, conditions: withoutNeedless(best.conditions) };
}

/** The lightest combination that may hold together; the words for why none does. */
function lightest(choices: readonly Options[]): readonly OpenCondition[] | string {
  // Weights add up, so the lightest of each make the lightest of all.
  const first = choices.flatMap(([light = []]) => light);
  const count = choices.reduce((product, { length }) => product * length, 1);
  if (count > MOST || contradictionIn(first) === undefined) return first;
  let best: readonly OpenCondition[] | undefined;
  let reason = '';
  for (let number = 0; number < count; number += 1) {
    const conditions = combination(choices, number);
    const contrary = contradictionIn(conditions);
    if (contrary !== undefined) reason = contrary;
    else if (best === undefined || weightOf(conditions) < weightOf(best)) best = conditions;
  }
  return best ?? reason;
}

/** The combination with this number; the first choice changes the fastest. */
function combination(choices: readonly Options[], number: number): readonly OpenCondition[] {
  let left = number;
  return choices.flatMap((options) => {
    const at = left % options.length;
    left = Math.floor(left / options.length);
    return options[at] ?? [];
  });
}

/** Never without one: what surely holds needs nothing. */
function optionsOf({ grant: { by, when } }: Need): Options {
  if (by.length === 0 || by.some(({ match }) => match === YES) || !mayBe(when)) return [[]];
  return sorted(by.map(({ open }) => open));
}

/** A Deny that may apply is escaped when one of its open conditions does not hold. */
function escapes({ match, open }: Counted): readonly Options[] {
  if (match !== MAYBE || open.length === 0) return [];
  return [sorted(open.map((condition) => [opposed(condition)]))];
}

function opposed(condition: OpenCondition): OpenCondition {
  const { operator } = condition;
  return { ...condition, operator: operator === 'matches' ? 'does not match' : oppositeOf(operator) };
}

function sorted(options: Options): Options {
  return options.length < 2 ? options : [...options].sort((left, right) => weightOf(left) - weightOf(right));
}
