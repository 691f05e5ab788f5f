import type { Questions } from '../../model/questions.ts';
import { remembered } from './remembered.ts';

const bounds = remembered(() => new Set<string>());

/** Says that a move stops before it has tried everything: what it does not look at, after "not looked at:". */
export function leaveOut(ask: Questions, what: string): void {
  bounds(ask).add(what);
}

/** What moves did not look at in this system, once all of their places have been listed. Nothing of it is known to be safe. */
export function leftOut(ask: Questions): readonly string[] {
  return [...bounds(ask)].sort();
}
