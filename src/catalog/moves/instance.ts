import type { AttackFact, Certainty, MoveInstance, ProofItem } from '../../model/attack.ts';
import { always, and, type Guard, isPossible } from '../../model/guard.ts';

/** One place where a move can be made, before guard and certainty are worked out from its premises. */
export interface Draft {
  readonly needs: readonly AttackFact[];
  readonly gives: AttackFact;
  readonly proof: readonly ProofItem[];
  /** Under which conditions, over and above those of the premises. */
  readonly guard?: Guard;
  /** What the attacker calls, where no premise says so. */
  readonly calls?: readonly string[];
  /** Something that the input does not show and that must hold. */
  readonly provided?: string;
  /** It needs a flaw in software. */
  readonly weakness?: boolean;
}

/** As sure as the least sure premise, where all of them hold; nothing when they exclude each other. */
export function instance(draft: Draft): readonly MoveInstance[] {
  const { needs, gives, proof, provided } = draft;
  const guard = and(draft.guard ?? always, ...proof.map(guardOf));
  if (!isPossible(guard)) return [];
  return [
    {
      needs,
      gives,
      certainty: certaintyOf(draft),
      guard,
      actions: [...new Set([...(draft.calls ?? []), ...proof.flatMap((item) => actionsOf(item, needs))])],
      proof,
      ...(provided !== undefined && { provided }),
    },
  ];
}

/** What the attacker calls: also where a trust policy alone lets him take the role. */
function actionsOf(item: ProofItem, needs: readonly AttackFact[]): readonly string[] {
  if ('action' in item) return [item.action];
  const takesItself =
    item.kind === 'trusted' && needs.some((need) => need.kind === 'acts-as' && need.principal === item.by);
  return takesItself ? ['sts:AssumeRole'] : [];
}

function guardOf(item: ProofItem): Guard {
  return 'decision' in item ? item.decision.guard : always;
}

function certaintyOf({ proof, provided, weakness }: Draft): Certainty {
  if (weakness === true) return 'weakness';
  const open = proof.some(
    (item) => item.kind === 'assumed' || ('decision' in item && item.decision.verdict === 'conditional'),
  );
  return open || provided !== undefined ? 'conditional' : 'certain';
}
