import { guardKey, isAlways, isPossible } from '../../../model/guard.ts';
import { textKey } from '../../../model/text.ts';
import type { ActionName } from '../compile/action-matcher.ts';
import { compilePattern, type Pattern } from '../compile/pattern.ts';
import type { PolicyCode, ResourceCode } from '../compile/policy-code.ts';
import { NO, YES } from '../compile/three-valued.ts';
import { fitConditions } from '../decide/match-statement.ts';
import { filledFor, type Request } from '../decide/request.ts';
import { conditionsKey, type Speech, type StatementForm } from './forms.ts';
import { createKeys, type Keys, requestOn } from './key-values.ts';
import { remember } from './numbers.ts';
import type { Person } from './people.ts';
import type { Universe } from './universe.ts';
import type { World } from './world.ts';

/** What a statement of somebody says about each resource, as numbers of effects; `SILENT` is nothing at all. */
export interface Side {
  readonly number: number;
  /** About all resources that are not listed. */
  readonly rest: number;
  readonly listed: ReadonlyMap<number, number>;
}

export const SILENT = 0;

/** What is known of the effects that statements have. */
export interface Effects {
  /** It fits without any condition or doubt. */
  isPlain(effect: number): boolean;
  /** It fits, or may. */
  speaks(effect: number): boolean;
  /** It asks about keys that the caller writes. */
  isWritable(effect: number): boolean;
}

export interface Sides extends Effects {
  of(speech: Speech, person: Person, action: ActionName): Side;
  /** What cannot be read of a policy may say anything. */
  ofUnread(policy: PolicyCode): Side;
  /** Equal for principals between whom its conditions and variables do not tell. */
  principalKey(form: StatementForm, person: Person): number;
  /** The same of principals of one standing. */
  standingKey(form: StatementForm, person: Person): number;
  /** Equal for principals with equal values of the keys. */
  valuesOf(names: readonly string[], person: Person): number;
  /** Equal for resources between which the statement does not tell. */
  resourceKey(form: StatementForm, at: number): number;
  /** The effect of the conditions of a statement on somebody, whatever is asked for. */
  conditionsFor(speech: Speech, person: Person, action: ActionName): number;
}

interface Effect {
  readonly speaks: boolean;
  readonly writable: boolean;
}

export function createSides(world: World, universe: Universe): Sides {
  const { intern, numberOf: speechNumber } = world.forms;
  const plain = intern(PLAIN);
  // Most effects speak, and ask for nothing that the caller writes.
  const mute = new Set<number>();
  const writable = new Set<number>();
  const numberOf = (key: string, effect: Effect): number => {
    const number = intern(`effect ${key}`);
    if (!effect.speaks) mute.add(number);
    if (effect.writable) writable.add(number);
    return number;
  };
  const keys = createKeys(world, universe);
  const sides = new Map<number, Side>();
  const alike = new Map<string, Side>();
  const likeKnown = (side: Side): Side => {
    if (side.listed.size > MOST_COMPARED) return side;
    return remember(alike, `${side.rest} ${[...side.listed].join(' ')}`, () => side);
  };
  return {
    isPlain: (effect) => effect === plain,
    speaks: (effect) => effect !== SILENT && !mute.has(effect),
    isWritable: (effect) => writable.has(effect),
    principalKey: ({ callerKeys }, person) => keys.ofCaller(callerKeys, person),
    valuesOf: keys.ofCaller,
    standingKey: ({ standingKeys }, person) => keys.ofCaller(standingKeys, person),
    resourceKey: ({ resourceKeys }, at) => keys.ofResource(resourceKeys)(at),
    of(speech, person, action) {
      const number = speechNumber(speech);
      const { callerKeys } = speech.form;
      const key = callerKeys.length === 0 ? number : intern(`${number} of ${keys.ofCaller(callerKeys, person)}`);
      return remember(sides, key, () => {
        const side = sideOf({ world, universe, speech, person, action, number: key, plain, numberOf, keys });
        return key === number ? side : likeKnown(side);
      });
    },
    ofUnread({ source: { name, document } }) {
      const key = `unread ${name} ${textKey(document.open === undefined ? [] : [document.open])} ${guardKey(document.guard)}`;
      const number = intern(key);
      const rest = numberOf(key, { speaks: true, writable: false });
      return remember(sides, number, () => ({ number, rest, listed: nothing }));
    },
    conditionsFor(speech, person, action) {
      const request = requestOn(world, person, action, { universe, at: 0 });
      return request === undefined ? SILENT : conditionsEffect(speech, request, { plain, numberOf, speechNumber });
    },
  };
}

/** The effect without any condition or doubt: one for all. */
const PLAIN = 'effect plain';

/** Statements that ask who the caller is say the same of many; sides that list more resources than this are not compared. */
const MOST_COMPARED = 64;

const nothing: ReadonlyMap<number, number> = new Map();

interface Making {
  readonly world: World;
  readonly universe: Universe;
  readonly speech: Speech;
  readonly person: Person;
  readonly action: ActionName;
  readonly number: number;
  readonly plain: number;
  readonly numberOf: (key: string, effect: Effect) => number;
  readonly keys: Keys;
}

function sideOf(making: Making): Side {
  const { speech, universe, number } = making;
  const { code, form } = speech;
  if (form.isCircular) return { number, rest: SILENT, listed: each(making, allOf(universe)) };
  const negated = code.resources === undefined;
  const { everything, surely, perhaps } = covered(making, code.resources ?? code.notResources);
  if (negated === everything || form.resourceKeys.length > 0) {
    const listed = each(making, perhaps);
    if (negated && everything) return { number, rest: SILENT, listed };
    const left = negated ? new Set([...surely, ...perhaps]) : new Set(perhaps);
    const fitting = negated || everything ? allOf(universe) : surely;
    putAll(making, listed, left.size === 0 ? fitting : fitting.filter((at) => !left.has(at)));
    return { number, rest: SILENT, listed };
  }
  return exceptionsOf(making, negated ? [...surely, ...perhaps] : perhaps, perhaps);
}

/** A statement that speaks of all resources but some, with one effect. */
function exceptionsOf(making: Making, left: readonly number[], perhaps: readonly number[]): Side {
  const { universe, number } = making;
  const listed = each(making, perhaps);
  for (const at of left) if (!listed.has(at)) listed.set(at, SILENT);
  const example = firstOutside(universe, listed);
  return { number, rest: example === undefined ? SILENT : effectOn(making, example), listed };
}

/** Resources between which the conditions do not tell have one effect. */
function putAll(making: Making, listed: Map<number, number>, positions: readonly number[]): void {
  const { resourceKeys } = making.speech.form;
  const [first] = positions;
  if (resourceKeys.length === 0) {
    const effect = first === undefined ? SILENT : effectOn(making, first);
    if (effect !== SILENT) for (const at of positions) listed.set(at, effect);
    return;
  }
  const kindOf = making.keys.ofResource(resourceKeys);
  const effects = new Map<number, number>();
  for (const at of positions) {
    const effect = remember(effects, kindOf(at), () => effectOn(making, at));
    if (effect !== SILENT) listed.set(at, effect);
  }
}

function allOf({ resources }: Universe): readonly number[] {
  return [...resources.keys()];
}

function firstOutside({ resources }: Universe, left: ReadonlyMap<number, number>): number | undefined {
  for (let at = 0; at < resources.length; at += 1) if (!left.has(at)) return at;
  return undefined;
}

/** What hangs on the text of one resource is decided for that one alone. */
function each({ universe, speech, number, numberOf }: Making, positions: readonly number[]): Map<number, number> {
  const result = new Map<number, number>();
  for (const at of positions) {
    const key = `only ${number} ${universe.number} ${at}`;
    result.set(at, numberOf(key, { speaks: true, writable: speech.code.conditions.length > 0 }));
  }
  return result;
}

interface Covered {
  readonly everything: boolean;
  readonly surely: readonly number[];
  readonly perhaps: readonly number[];
}

const none: readonly number[] = [];

/** Resources that the patterns match, those that one may match last; a statement without patterns speaks of everything. */
function covered(making: Making, patterns: readonly ResourceCode[] | undefined): Covered {
  if (patterns === undefined) return { everything: true, surely: none, perhaps: none };
  let everything = false;
  let [surely, perhaps] = [none, none];
  for (const code of patterns) {
    const pattern = patternFor(making, code);
    const found = pattern === undefined ? undefined : making.universe.matching(pattern);
    if (found === 'all') everything = true;
    else if (found !== undefined) {
      surely = united(surely, found.surely);
      perhaps = united(perhaps, found.perhaps);
    }
  }
  return { everything, surely, perhaps };
}

function united(left: readonly number[], right: readonly number[]): readonly number[] {
  if (right.length === 0) return left;
  return left.length === 0 ? right : [...new Set([...left, ...right])];
}

function patternFor(
  { world, person, action, universe }: Making,
  { pattern, template }: ResourceCode,
): Pattern | undefined {
  if (template === undefined) return pattern;
  const request = requestOn(world, person, action, { universe, at: 0 });
  const filled = request === undefined ? undefined : filledFor(template, request);
  return filled === undefined ? undefined : compilePattern(filled);
}

function effectOn({ world, universe, speech, person, action, plain, numberOf }: Making, at: number): number {
  const { code, policy } = speech;
  if (code.conditions.length === 0 && code.statement.open === undefined && code.actions?.open.length === 0) {
    const guard = policy.guardOf(code);
    if (isAlways(guard)) return plain;
  }
  const request = requestOn(world, person, action, { universe, at });
  return conditionsEffect(speech, request, { plain, numberOf, speechNumber: world.forms.numberOf });
}

function conditionsEffect(
  speech: Speech,
  request: Request | undefined,
  { plain, numberOf, speechNumber }: Pick<Making, 'plain' | 'numberOf'> & { speechNumber(speech: Speech): number },
): number {
  if (request === undefined) return SILENT;
  const { code, policy } = speech;
  const { fits, open } = fitConditions(code.conditions, request);
  const written = [...request.writable.values()].flat();
  const guard = policy.guardOf(code);
  if ((fits === NO && written.length === 0) || !isPossible(guard)) return SILENT;
  const isDoubtful = code.statement.open !== undefined || (code.actions ?? code.notActions)?.open.length !== 0;
  if (fits === YES && !isDoubtful && isAlways(guard) && written.length === 0) return plain;
  const doubt = isDoubtful ? speechNumber(speech) : '';
  const key = [fits, guardKey(guard), conditionsKey(open), conditionsKey(written), doubt].join(' ');
  return numberOf(key, { speaks: fits !== NO, writable: written.length > 0 });
}
