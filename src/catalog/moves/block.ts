import type { AttackFact, BlockGain, MoveBlock, ProofItem } from '../../model/attack.ts';
import { and, isPossible } from '../../model/guard.ts';
import type { Portion } from '../../model/store-part.ts';
import { type Draft, instance } from './instance.ts';
import type { Permission, PermissionBlock } from './permissions.ts';

/** What a principal gets from a permission on a target, over and above what `acts-as` and the target say. */
export interface Gain {
  readonly kind: BlockGain['kind'];
  readonly session?: BlockGain['session'];
  /** The premises in which a permission is told, with positions of principal and target; the permission itself when not given. */
  readonly proof?: (permission: Permission, by: number, on: number) => readonly ProofItem[];
  /** Further conditions and what the input does not show, the same for all places of the block. */
  readonly guard?: Draft['guard'];
  readonly provided?: string;
}

/** Every place where one of the principals of a block does it to one of its targets, as one block of a move. */
export function placesOf(targets: readonly Portion[], block: PermissionBlock, gain: Gain): readonly MoveBlock[] {
  const { kind, session, proof, provided } = gain;
  const guard = and(block.guard, gain.guard ?? [[]]);
  if (!isPossible(guard) || block.by.length === 0 || block.on.length === 0) return [];
  return [
    {
      by: block.by,
      gives: { kind, list: targets, positions: block.on, ...(session !== undefined && { session }) },
      certainty: block.verdict === 'conditional' || provided !== undefined ? 'conditional' : 'certain',
      guard,
      conditions: block.conditions,
      at(by, on) {
        const permission = block.permission(by, on);
        const { principal, target } = permission;
        if (kind === 'acts-as' && principal.id === target.id) return undefined;
        const [place] = instance({
          needs: [{ kind: 'acts-as', principal: principal.id }],
          gives: factAbout(kind, target, session),
          proof: proof?.(permission, by, on) ?? [permission.item],
          guard,
          ...(provided !== undefined && { provided }),
        });
        return place;
      },
    },
  ];
}

/** The fact of this kind about a resource. */
export function factAbout(kind: BlockGain['kind'], { id, part }: Portion, session?: BlockGain['session']): AttackFact {
  if (kind === 'acts-as') return { kind, principal: id, ...(session !== undefined && { session }) };
  if (kind === 'reads' || kind === 'writes') return { kind, resource: id, ...(part !== undefined && { part }) };
  return { kind, resource: id };
}
