import { guardKey, isAlways } from '../../../model/guard.ts';
import { textKey } from '../../../model/text.ts';
import type { ActionName } from '../compile/action-matcher.ts';
import { compilePattern, type Pattern } from '../compile/pattern.ts';
import type { PolicyCode, ResourceCode } from '../compile/policy-code.ts';
import { filledFor } from '../decide/request.ts';
import { SILENT } from './effects.ts';
import type { Speech, StatementForm } from './forms.ts';
import { createKeys, type Keys, requestOn } from './key-values.ts';
import { EMPTY, remember } from './numbers.ts';
import type { Person } from './people.ts';
import type { Universe } from './universe.ts';
import type { World } from './world.ts';

/** What a statement of somebody says about each resource, as numbers of effects; `SILENT` is nothing at all. */
export interface Side {
  readonly number: number;
  /** About all resources that are not listed. */
  readonly rest: number;
  readonly listed: ReadonlyMap<number, number>;
  /**
   * What it says of the resource at a position, where it speaks of all of them and asks for what tells them apart: then none
   * is listed, since whoever has it sees a few of them.
   */
  readonly each: ((position: number) => number) | undefined;
}

export interface Sides {
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

export function createSides(world: World, universe: Universe): Sides {
  const { effects, forms } = world;
  const { intern } = forms;
  const keys = createKeys(world, universe);
  const sides = new Map<number, Side>();
  const ofCallers = new Map<number, Side>();
  const even = new Map<number, Side>();
  const alike = new Map<string, Side>();
  const likeKnown = (side: Side): Side => {
    if (side.each !== undefined || side.listed.size > MOST_COMPARED) return side;
    if (side.listed.size === 0) return remember(even, side.rest, () => side);
    return remember(alike, `${side.rest} ${[...side.listed].join(' ')}`, () => side);
  };
  return {
    principalKey: ({ callerKeys }, person) => keys.ofCaller(callerKeys, person),
    valuesOf: keys.ofCaller,
    standingKey: ({ standingKeys }, person) => keys.ofCaller(standingKeys, person),
    resourceKey: ({ resourceKeys }, at) => keys.ofResource(resourceKeys)(at),
    of(speech, person, action) {
      const number = forms.numberOf(speech);
      const { callerKeys } = speech.form;
      if (callerKeys.length === 0)
        return remember(sides, number, () => sideOf({ world, universe, speech, person, action, number, keys }));
      const caller = keys.ofCaller(callerKeys, person);
      return remember(ofCallers, world.sequences.add(world.sequences.add(EMPTY, number), caller), () => {
        const own = intern(`${number} of ${caller}`);
        return likeKnown(sideOf({ world, universe, speech, person, action, number: own, keys }));
      });
    },
    ofUnread({ source: { name, document } }) {
      const key = `unread ${name} ${textKey(document.open === undefined ? [] : [document.open])} ${guardKey(document.guard)}`;
      const number = intern(key);
      const rest = effects.of(key, { isWritable: false });
      return remember(sides, number, () => ({ number, rest, listed: nothing, each: undefined }));
    },
    conditionsFor(speech, person, action) {
      const request = requestOn(world, person, action, { universe, at: 0 });
      return request === undefined ? SILENT : effects.ofConditions(speech, request);
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
  readonly keys: Keys;
}

function sideOf(making: Making): Side {
  const { speech, universe, number } = making;
  const { code, form } = speech;
  if (form.isCircular) return listing(number, each(making, allOf(universe)));
  const negated = code.resources === undefined;
  const { everything, surely, perhaps } = covered(making, code.resources ?? code.notResources);
  if (negated === everything || form.resourceKeys.length > 0) {
    const listed = each(making, perhaps);
    if (negated && everything) return listing(number, listed);
    const left = negated ? new Set([...surely, ...perhaps]) : new Set(perhaps);
    const isOfAll = negated || everything;
    if (isOfAll && left.size === 0) return { number, rest: SILENT, listed: nothing, each: byKeys(making) };
    putAll(making, listed, without(left, isOfAll ? allOf(universe) : surely));
    return listing(number, listed);
  }
  if (!negated && perhaps.length === 0) return { number, rest: effectOn(making, 0), listed: nothing, each: undefined };
  return exceptionsOf(making, negated ? [...surely, ...perhaps] : perhaps, perhaps);
}

function listing(number: number, listed: ReadonlyMap<number, number>): Side {
  return { number, rest: SILENT, listed, each: undefined };
}

function without(left: ReadonlySet<number>, positions: readonly number[]): readonly number[] {
  return left.size === 0 ? positions : positions.filter((at) => !left.has(at));
}

/** A statement that speaks of all resources but some, with one effect. */
function exceptionsOf(making: Making, left: readonly number[], perhaps: readonly number[]): Side {
  const { universe, number } = making;
  const listed = each(making, perhaps);
  for (const at of left) if (!listed.has(at)) listed.set(at, SILENT);
  const example = firstOutside(universe, listed);
  return { number, rest: example === undefined ? SILENT : effectOn(making, example), listed, each: undefined };
}

/** Resources between which the conditions do not tell have one effect. */
function putAll(making: Making, listed: Map<number, number>, positions: readonly number[]): void {
  const [first] = positions;
  if (first === undefined) return;
  const { resourceKeys } = making.speech.form;
  const effectAt = resourceKeys.length === 0 ? undefined : byKeys(making);
  const common = effectAt === undefined ? effectOn(making, first) : SILENT;
  for (const at of positions) {
    const effect = effectAt === undefined ? common : effectAt(at);
    if (effect !== SILENT) listed.set(at, effect);
  }
}

/** What a statement says of the resource at a position, found out for one of those between which its conditions do not tell. */
function byKeys(making: Making): (position: number) => number {
  const kindOf = making.keys.ofResource(making.speech.form.resourceKeys);
  const effects = new Map<number, number>();
  return (position) => {
    const kind = kindOf(position);
    const before = effects.get(kind);
    if (before !== undefined) return before;
    const effect = effectOn(making, position);
    effects.set(kind, effect);
    return effect;
  };
}

function allOf({ resources }: Universe): readonly number[] {
  return [...resources.keys()];
}

function firstOutside({ resources }: Universe, left: ReadonlyMap<number, number>): number | undefined {
  for (let at = 0; at < resources.length; at += 1) if (!left.has(at)) return at;
  return undefined;
}

/** What hangs on the text of one resource is decided for that one alone. */
function each({ world, universe, speech, number }: Making, positions: readonly number[]): Map<number, number> {
  const result = new Map<number, number>();
  for (const at of positions) {
    const key = `only ${number} ${universe.number} ${at}`;
    result.set(at, world.effects.of(key, { isWritable: speech.code.conditions.length > 0 }));
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

function effectOn(making: Making, at: number): number {
  const { code, policy, form } = making.speech;
  const { effects } = making.world;
  const isUnconditional =
    code.conditions.length === 0 && code.statement.open === undefined && code.actions?.open.length === 0;
  if (isUnconditional && isAlways(policy.guardOf(code))) return effects.plain;
  if (form.resourceKeys.length > 0) return conditionsOn(making, at);
  return remember(effects.known, making.number, () => conditionsOn(making, at));
}

function conditionsOn({ world, universe, speech, person, action }: Making, at: number): number {
  const request = requestOn(world, person, action, { universe, at });
  return request === undefined ? SILENT : world.effects.ofConditions(speech, request);
}
