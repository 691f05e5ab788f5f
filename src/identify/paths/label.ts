import type { IdentifiedMove, MoveInstance } from '../../model/attack.ts';
import type { Guard } from '../../model/guard.ts';

/** One way to hold a fact: how sure, how dear, under which guard, and what it was derived with. */
export interface Label {
  readonly fact: number;
  readonly rank: number;
  /** How many steps are not certain: of two ways that need a flaw, the one that needs nothing else is the surer. */
  readonly doubts: number;
  readonly cost: number;
  readonly guard: Guard;
  /** The last step; undefined for what the attacker holds from the start. */
  readonly edge?: LabelEdge;
  readonly premises: readonly Label[];
}

export interface LabelEdge {
  readonly move: IdentifiedMove;
  /** Made when it is looked at. */
  readonly instance: MoveInstance;
}

/** Certainty first, then cost. */
export function compareLabels(left: Label, right: Label): number {
  return left.rank - right.rank || left.doubts - right.doubts || left.cost - right.cost;
}

/** The label and all that it rests on, each once. */
export function onTheWay(label: Label): readonly Label[] {
  const seen = new Set([label]);
  for (const next of seen) for (const premise of next.premises) seen.add(premise);
  return [...seen];
}
