import type { Sayings } from './classes.ts';
import { EMPTY } from './numbers.ts';
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

export interface Voices {
  readonly rest: Voice;
  /** Resources on which the effect is another one. */
  readonly listed: ReadonlyMap<number, Voice>;
}

export function voicesOf(
  { world, effects }: { readonly world: World; readonly effects: Effects },
  sayings: Sayings,
): Voices {
  const lists = [sayings.identity, ...(sayings.boundary === undefined ? [] : [sayings.boundary]), ...sayings.levels];
  const all = lists.flatMap(({ allow, deny }) => [...allow, ...deny]);
  const voice = (effectOf: (side: Side) => number): Voice => {
    let number = EMPTY;
    let denies = false;
    const say = (effect: number) => {
      number = world.sequences.add(number, effect);
    };
    lists.forEach(({ allow, deny }, at) => {
      const allowing = counting(allow.map(effectOf), effects);
      const isLevel = at > 0 && at >= lists.length - sayings.levels.length;
      if (isLevel && !allowing.some((effect) => effects.speaks(effect))) denies = true;
      for (const effect of allowing) say(effect);
      say(END);
      for (const side of deny) {
        const effect = effectOf(side);
        if (effects.isPlain(effect)) denies = true;
        if (effect !== SILENT) say(effect);
      }
      say(END);
    });
    const allows = sayings.identity.allow.some((side) => effects.speaks(effectOf(side)));
    return { number: sayings.boundary === undefined ? number : world.sequences.add(number, END), allows, denies };
  };
  const rest = voice((side) => side.rest);
  const positions = new Set<number>();
  for (const { listed } of all) for (const position of listed.keys()) positions.add(position);
  const listed = new Map<number, Voice>();
  for (const position of positions) {
    const own = voice((side) => side.listed.get(position) ?? side.rest);
    if (own.number !== rest.number) listed.set(position, own);
  }
  return { rest, listed };
}

/** No effect has this number. */
const END = 2 ** 26 - 1;

/** Of statements that allow, those that count: beside one that allows outright only those that the caller can write for. */
function counting(allowing: readonly number[], effects: Effects): readonly number[] {
  const plain = allowing.find((effect) => effects.isPlain(effect));
  if (plain === undefined) return allowing.filter((effect) => effect !== SILENT);
  return [plain, ...allowing.filter((effect) => effects.isWritable(effect))];
}
