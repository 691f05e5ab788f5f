import { guardKey, isAlways, isPossible } from '../../../model/guard.ts';
import { textKey } from '../../../model/text.ts';
import type { ActionName } from '../compile/action-matcher.ts';
import { compilePattern, type Pattern } from '../compile/pattern.ts';
import type { PolicyCode, ResourceCode } from '../compile/policy-code.ts';
import { NO, YES } from '../compile/three-valued.ts';
import { fitConditions } from '../decide/match-statement.ts';
import { filledFor, type Request } from '../decide/request.ts';
import { conditionsKey, type Speech, type StatementForm } from './forms.ts';
import { callerKeyOf, requestOn, resourceKeyOf, type Values } from './key-values.ts';
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
  readonly plain: boolean;
  readonly speaks: boolean;
  readonly writable: boolean;
}

export function createSides(world: World, universe: Universe): Sides {
  const { intern } = world.forms;
  const effects = new Map<number, Effect>();
  const sides = new Map<number, Side>();
  const numberOf = (key: string, effect: Effect): number => {
    const number = intern(`effect ${key}`);
    effects.set(number, effect);
    return number;
  };
  const values: Values = new Map();
  const kinds = new Map<string, Uint32Array>();
  const kindsOf = (names: readonly string[]): KindOf => {
    // No text has the number 0.
    const known = remember(kinds, names.join(' '), () => new Uint32Array(universe.resources.length));
    return (at) => {
      const before = known[at] ?? 0;
      if (before !== 0) return before;
      const made = resourceKeyOf(world, names, { universe, at });
      known[at] = made;
      return made;
    };
  };
  const callerKey = (names: readonly string[], person: Person) =>
    callerKeyOf({ world, universe, values }, names, person);
  const make = (speech: Speech, person: Person, action: ActionName, number: number): Side =>
    sideOf({ world, universe, speech, person, action, number, numberOf, kindsOf });
  const alike = new Map<string, Side>();
  const likeKnown = (side: Side): Side => {
    if (side.listed.size > MOST_COMPARED) return side;
    return remember(alike, `${side.rest} ${[...side.listed].join(' ')}`, () => side);
  };
  return {
    isPlain: (effect) => effects.get(effect)?.plain === true,
    speaks: (effect) => effects.get(effect)?.speaks === true,
    isWritable: (effect) => effects.get(effect)?.writable === true,
    principalKey: ({ callerKeys }, person) => callerKey(callerKeys, person),
    valuesOf: callerKey,
    standingKey: ({ standingKeys }, person) => callerKey(standingKeys, person),
    resourceKey: ({ resourceKeys }, at) => kindsOf(resourceKeys)(at),
    of(speech, person, action) {
      const { number } = speech;
      const key =
        speech.form.callerKeys.length === 0
          ? number
          : intern(`${number} of ${callerKey(speech.form.callerKeys, person)}`);
      return remember(sides, key, () => {
        const side = make(speech, person, action, key);
        return key === number ? side : likeKnown(side);
      });
    },
    ofUnread({ source: { name, document } }) {
      const key = `unread ${name} ${textKey(document.open === undefined ? [] : [document.open])} ${guardKey(document.guard)}`;
      const number = intern(key);
      const rest = numberOf(key, { plain: false, speaks: true, writable: false });
      return remember(sides, number, () => ({ number, rest, listed: nothing }));
    },
    conditionsFor(speech, person, action) {
      const request = requestOn(world, person, action, { universe, at: 0 });
      return request === undefined ? SILENT : conditionsEffect(speech, request, numberOf);
    },
  };
}

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
  readonly numberOf: (key: string, effect: Effect) => number;
  readonly kindsOf: (names: readonly string[]) => KindOf;
}

/** A number for a resource, equal for those with equal values of the keys. */
type KindOf = (at: number) => number;

function sideOf(making: Making): Side {
  const { speech, universe, number } = making;
  const { code, form } = speech;
  if (form.isCircular) return { number, rest: SILENT, listed: each(making, allOf(universe)) };
  const negated = code.resources === undefined;
  const { everything, surely, perhaps } = covered(making, code.resources ?? code.notResources);
  const listed = each(making, perhaps);
  const fitting = negated
    ? everything
      ? []
      : undefined
    : everything
      ? undefined
      : [...surely].filter((at) => !perhaps.has(at));
  if (fitting !== undefined) {
    if (fitting.length > 0) putAll(making, listed, fitting);
    return { number, rest: SILENT, listed };
  }
  const left = negated ? new Set([...surely, ...perhaps]) : perhaps;
  if (form.resourceKeys.length > 0) {
    putAll(making, listed, left.size === 0 ? allOf(universe) : [...allOf(universe)].filter((at) => !left.has(at)));
    return { number, rest: SILENT, listed };
  }
  for (const at of left) if (!listed.has(at)) listed.set(at, SILENT);
  const example = firstOutside(universe, left);
  return { number, rest: example === undefined ? SILENT : effectOn(making, example), listed };
}

/** Resources between which the conditions do not tell have one effect. */
function putAll(making: Making, listed: Map<number, number>, positions: Iterable<number>): void {
  const { resourceKeys } = making.speech.form;
  if (resourceKeys.length === 0) {
    const [first] = positions;
    const effect = first === undefined ? SILENT : effectOn(making, first);
    if (effect !== SILENT) for (const at of positions) listed.set(at, effect);
    return;
  }
  const kindOf = making.kindsOf(resourceKeys);
  const effects = new Map<number, number>();
  for (const at of positions) {
    const effect = remember(effects, kindOf(at), () => effectOn(making, at));
    if (effect !== SILENT) listed.set(at, effect);
  }
}

function allOf({ resources }: Universe): readonly number[] {
  return [...resources.keys()];
}

function firstOutside({ resources }: Universe, left: ReadonlySet<number>): number | undefined {
  for (let at = 0; at < resources.length; at += 1) if (!left.has(at)) return at;
  return undefined;
}

/** What hangs on the text of one resource is decided for that one alone. */
function each({ universe, speech, number, numberOf }: Making, positions: Iterable<number>): Map<number, number> {
  const result = new Map<number, number>();
  for (const at of positions) {
    const key = `only ${number} ${universe.number} ${at}`;
    result.set(at, numberOf(key, { plain: false, speaks: true, writable: speech.code.conditions.length > 0 }));
  }
  return result;
}

interface Covered {
  readonly everything: boolean;
  readonly surely: ReadonlySet<number>;
  readonly perhaps: ReadonlySet<number>;
}

const none: ReadonlySet<number> = new Set();

/** Resources that the patterns match; a statement without patterns speaks of everything. */
function covered(making: Making, patterns: readonly ResourceCode[] | undefined): Covered {
  if (patterns === undefined) return { everything: true, surely: none, perhaps: none };
  let everything = false;
  let surely: Set<number> | undefined;
  let perhaps: Set<number> | undefined;
  for (const code of patterns) {
    const pattern = patternFor(making, code);
    const found = pattern === undefined ? undefined : making.universe.matching(pattern);
    if (found === 'all') everything = true;
    else if (found !== undefined) {
      if (found.surely.length > 0) surely = addAll(surely, found.surely);
      if (found.perhaps.length > 0) perhaps = addAll(perhaps, found.perhaps);
    }
  }
  return { everything, surely: surely ?? none, perhaps: perhaps ?? none };
}

function addAll(set: Set<number> | undefined, more: readonly number[]): Set<number> {
  if (set === undefined) return new Set(more);
  for (const one of more) set.add(one);
  return set;
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

function effectOn({ world, universe, speech, person, action, numberOf }: Making, at: number): number {
  const { code, policy } = speech;
  if (code.conditions.length === 0 && code.statement.open === undefined && code.actions?.open.length === 0) {
    const guard = policy.guardOf(code);
    if (isAlways(guard)) return numberOf('plain', plain);
  }
  return conditionsEffect(speech, requestOn(world, person, action, { universe, at }), numberOf);
}

const plain: Effect = { plain: true, speaks: true, writable: false };

function conditionsEffect(
  { code, policy, number }: Speech,
  request: Request | undefined,
  numberOf: (key: string, effect: Effect) => number,
): number {
  if (request === undefined) return SILENT;
  const { fits, open } = fitConditions(code.conditions, request);
  const written = [...request.writable.values()].flat();
  const guard = policy.guardOf(code);
  if ((fits === NO && written.length === 0) || !isPossible(guard)) return SILENT;
  const isDoubtful = code.statement.open !== undefined || (code.actions ?? code.notActions)?.open.length !== 0;
  const key = [fits, guardKey(guard), conditionsKey(open), conditionsKey(written), isDoubtful ? number : ''].join(' ');
  const isPlain = fits === YES && !isDoubtful && isAlways(guard) && written.length === 0;
  return isPlain
    ? numberOf('plain', plain)
    : numberOf(key, { plain: false, speaks: fits !== NO, writable: written.length > 0 });
}
