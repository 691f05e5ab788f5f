import { SILENT } from './effects.ts';
import { EMPTY } from './numbers.ts';
import type { Side } from './sides.ts';
import type { World } from './world.ts';

/** What the statements of one list of policies say: of identity policies, of a boundary, or of one level of limits. */
export interface Pair {
  /** Equal for equal lists. */
  readonly number: number;
  readonly allow: readonly Side[];
  readonly deny: readonly Side[];
  /** On resources that no statement lists. */
  readonly rest: Part;
  /** That is so of all resources. */
  readonly isEven: boolean;
}

/** The effects of one list of policies on a resource. */
export interface Part {
  /** Equal for equal effects. */
  readonly number: number;
  /** Something allows it, or may. */
  readonly allows: boolean;
  /** Something surely denies it. */
  readonly denies: boolean;
  /** It is allowed outright, and nothing else is said. */
  readonly isPlain: boolean;
}

export function pairOf(world: World, number: number, allow: readonly Side[], deny: readonly Side[]): Pair {
  const rest = partOf(world, allow, deny, ANYWHERE);
  return { number, allow, deny, rest, isEven: allow.every(isEven) && deny.every(isEven) };
}

/** What it comes to on the resource at a position; `ANYWHERE` stands for those that no statement lists. */
export function partAt(world: World, { allow, deny, rest, isEven }: Pair, position: number): Part {
  return isEven || position === ANYWHERE ? rest : partOf(world, allow, deny, position);
}

/** Stands for the resources that no statement lists. */
export const ANYWHERE = -1;

function isEven({ listed, each }: Side): boolean {
  return listed.size === 0 && each === undefined;
}

function effectAt({ rest, listed, each }: Side, position: number): number {
  if (position === ANYWHERE) return rest;
  if (each !== undefined) return each(position);
  return listed.size === 0 ? rest : (listed.get(position) ?? rest);
}

/** No effect has this number. */
const END = 2 ** 26 - 1;

/** The effects that count: beside a statement that allows outright only those that the caller can write for. */
function partOf({ effects, sequences }: World, allow: readonly Side[], deny: readonly Side[], position: number): Part {
  const { plain } = effects;
  const isOutright = allow.some((side) => effectAt(side, position) === plain);
  let number = isOutright ? sequences.add(EMPTY, plain) : EMPTY;
  let [allows, denies, isPlain] = [isOutright, false, isOutright];
  for (const side of allow) {
    const effect = effectAt(side, position);
    if (isOutright ? !effects.isWritable(effect) : effect === SILENT) continue;
    number = sequences.add(number, effect);
    allows = allows || effects.speaks(effect);
    isPlain = false;
  }
  number = sequences.add(number, END);
  for (const side of deny) {
    const effect = effectAt(side, position);
    if (effect === SILENT) continue;
    number = sequences.add(number, effect);
    denies = denies || effect === plain;
    isPlain = false;
  }
  return { number: sequences.add(number, END), allows, denies, isPlain };
}
