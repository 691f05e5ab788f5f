import { type Effects, SILENT } from './effects.ts';
import { EMPTY } from './numbers.ts';
import type { Pair, Sayings } from './sayings.ts';
import type { Side } from './sides.ts';
import type { World } from './world.ts';

/** The effects that all statements of somebody together have on a resource. */
export interface Voice {
  readonly number: number;
  /** Some identity policy allows it, or may. */
  readonly allows: boolean;
  /** Something surely denies it, or a limit does not allow it. */
  readonly denies: boolean;
}

/** Stands for the resources that no statement lists. */
export const ANYWHERE = -1;

/** What somebody's sayings come to on the resource at a position, or `ANYWHERE`. */
export function voiceOf(world: World, { identity, boundary, levels }: Sayings, position: number): Voice {
  const { effects, sequences } = world;
  let number = addList(world, EMPTY, identity, position);
  let denies = isDenied(effects, identity, position);
  if (boundary !== undefined) {
    number = sequences.add(addList(world, number, boundary, position), BOUNDED);
    denies = denies || isDenied(effects, boundary, position);
  }
  for (const level of levels) {
    number = addList(world, number, level, position);
    denies = denies || isDenied(effects, level, position) || !isAllowed(effects, level, position);
  }
  return { number, allows: isAllowed(effects, identity, position), denies };
}

/** No effect has these numbers. */
const END = 2 ** 26 - 1;
const BOUNDED = 2 ** 26 - 2;

function effectOf({ rest, listed, each }: Side, position: number): number {
  if (position === ANYWHERE) return rest;
  if (each !== undefined) return each(position);
  return listed.size === 0 ? rest : (listed.get(position) ?? rest);
}

/** The effects that count: beside a statement that allows outright only those that the caller can write for. */
function addList({ effects, sequences }: World, before: number, { allow, deny }: Pair, position: number): number {
  let number = before;
  let isPlain = false;
  for (const side of allow) if (effectOf(side, position) === effects.plain) isPlain = true;
  if (isPlain) number = sequences.add(number, effects.plain);
  for (const side of allow) {
    const effect = effectOf(side, position);
    if (isPlain ? effects.isWritable(effect) : effect !== SILENT) number = sequences.add(number, effect);
  }
  number = sequences.add(number, END);
  for (const side of deny) {
    const effect = effectOf(side, position);
    if (effect !== SILENT) number = sequences.add(number, effect);
  }
  return sequences.add(number, END);
}

function isAllowed(effects: Effects, { allow }: Pair, position: number): boolean {
  for (const side of allow) if (effects.speaks(effectOf(side, position))) return true;
  return false;
}

function isDenied(effects: Effects, { deny }: Pair, position: number): boolean {
  for (const side of deny) if (effectOf(side, position) === effects.plain) return true;
  return false;
}
