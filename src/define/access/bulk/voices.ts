import { EMPTY } from './numbers.ts';
import type { Pair, Sayings } from './sayings.ts';
import { type Effects, SILENT, type Side } from './sides.ts';
import type { World } from './world.ts';

/** The effects that all statements of somebody together have on a resource. */
export interface Voice {
  readonly number: number;
  /** Some identity policy allows it, or may. */
  readonly allows: boolean;
  /** Something surely denies it, or a limit does not allow it. */
  readonly denies: boolean;
}

/** What somebody's sayings come to on the resource at a position; without one, on those that none of them lists. */
export function voiceOf(
  { world, effects }: { readonly world: World; readonly effects: Effects },
  { identity, boundary, levels }: Sayings,
  position?: number,
): Voice {
  const { sequences } = world;
  const list: List = { world, effects, position };
  const own = addList(list, EMPTY, identity);
  let number = boundary === undefined ? own : sequences.add(addList(list, own, boundary), BOUNDED);
  let denies = isDenied(list, identity) || (boundary !== undefined && isDenied(list, boundary));
  for (const level of levels) {
    number = addList(list, number, level);
    denies ||= isDenied(list, level) || !isAllowed(list, level);
  }
  return { number, allows: isAllowed(list, identity), denies };
}

/** No effect has these numbers. */
const END = 2 ** 26 - 1;
const BOUNDED = 2 ** 26 - 2;

interface List {
  readonly world: World;
  readonly effects: Effects;
  readonly position: number | undefined;
}

function effectOf({ rest, listed }: Side, position: number | undefined): number {
  return position === undefined || listed.size === 0 ? rest : (listed.get(position) ?? rest);
}

/** The effects that count: beside a statement that allows outright only those that the caller can write for. */
function addList({ world, effects, position }: List, before: number, { allow, deny }: Pair): number {
  const { sequences } = world;
  let number = before;
  const plain = allow.find((side) => effects.isPlain(effectOf(side, position)));
  if (plain !== undefined) number = sequences.add(number, effectOf(plain, position));
  for (const side of allow) {
    const effect = effectOf(side, position);
    if (plain === undefined ? effect !== SILENT : effects.isWritable(effect)) number = sequences.add(number, effect);
  }
  number = sequences.add(number, END);
  for (const side of deny) {
    const effect = effectOf(side, position);
    if (effect !== SILENT) number = sequences.add(number, effect);
  }
  return sequences.add(number, END);
}

function isAllowed({ effects, position }: List, { allow }: Pair): boolean {
  return allow.some((side) => effects.speaks(effectOf(side, position)));
}

function isDenied({ effects, position }: List, { deny }: Pair): boolean {
  return deny.some((side) => effects.isPlain(effectOf(side, position)));
}
