import type { BlockGain, MoveBlock, ProofItem } from '../../model/attack.ts';
import { and, type Guard, guardKey } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { placesOf } from './block.ts';
import { type PermissionBlock, permissionBlocks, type Question } from './permissions.ts';

/** A state of a target in which a permission gives something. */
export interface TargetState {
  readonly guard: Guard;
  /** What the input does not show, in the same words for all targets. */
  readonly provided?: string;
  /** A second action on the target that it takes in this state. */
  readonly besides?: string;
}

/** Every place where a permission on a target gives a fact about it, in each state that the target may be in. */
export function* placesByState(
  ask: Questions,
  question: Question,
  { kind, states }: { readonly kind: BlockGain['kind']; readonly states: (target: Resource) => readonly TargetState[] },
): Generator<MoveBlock> {
  const { targets } = question;
  const groups = groupsOf(targets, states);
  if (groups.length === 0) return;
  for (const block of permissionBlocks(ask, question))
    for (const { state, positions } of groups) {
      const { guard, provided, besides } = state;
      const on = block.on.filter((at) => positions.has(at));
      if (on.length === 0) continue;
      const gain = { kind, guard, ...(provided !== undefined && { provided }) };
      if (besides === undefined) yield* placesOf(targets, { ...block, on }, gain);
      else
        for (const second of permissionBlocks(ask, { action: besides, targets }))
          yield* placesOf(targets, bothOf({ ...block, on }, second), { ...gain, proof: proofBy(second) });
    }
}

interface Group {
  readonly state: TargetState;
  readonly positions: Set<number>;
}

function groupsOf(
  targets: readonly Resource[],
  states: (target: Resource) => readonly TargetState[],
): readonly Group[] {
  const groups = new Map<string, Group>();
  targets.forEach((target, at) => {
    for (const state of states(target)) {
      const key = `${guardKey(state.guard)} ${state.provided ?? ''} ${state.besides ?? ''}`;
      const group = groups.get(key) ?? { state, positions: new Set() };
      group.positions.add(at);
      groups.set(key, group);
    }
  });
  return [...groups.values()];
}

/** Who may do both, to what. */
function bothOf(one: PermissionBlock, other: PermissionBlock): PermissionBlock {
  const [by, on] = [new Set(other.by), new Set(other.on)];
  return {
    ...one,
    by: one.by.filter((at) => by.has(at)),
    on: one.on.filter((at) => on.has(at)),
    verdict: one.verdict === 'allow' ? other.verdict : one.verdict,
    conditions: [...one.conditions, ...other.conditions],
    guard: and(one.guard, other.guard),
  };
}

function proofBy(second: PermissionBlock) {
  return (permission: { readonly item: ProofItem }, by: number, on: number): readonly ProofItem[] => [
    permission.item,
    second.permission(by, on).item,
  ];
}
