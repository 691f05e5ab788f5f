import type { NeedlessRight, OpenRight, RightsReview, TighterPolicy } from '../../model/least-privilege.ts';
import type { Questions } from '../../model/questions.ts';
import { type ChangeContext, changeContext, statementKey } from '../choke/change-context.ts';
import { type HeldPolicy, type HeldStatement, heldBy } from './held-statements.ts';
import { neverEffective } from './never-effective.ts';
import { notUsed } from './not-used.ts';
import { proved } from './prove.ts';
import { type Purpose, purposesOf } from './purposes.ts';
import { replacedPolicy } from './replaced-policy.ts';
import type { ReviewInput } from './review-input.ts';
import { actionsOf, tighterStatement } from './tighter-statement.ts';
import { isTakenByOthers, whyOpen } from './wider.ts';

/**
 * The rights of all principals of the subject that nothing in the system needs, with the tighter policy for each, and the
 * model run again with all of these: what would break a use of the system is not proposed.
 */
export function reviewRights(input: ReviewInput): RightsReview {
  const { first, controls } = input;
  const purposes = purposesOf(first.ask);
  const context = changeContext(first.ask, purposes, new Map(controls.map(({ id, effort }) => [id, effort])));
  const held = heldBy(first.ask);
  const needsBy = needsByStatement(purposes, context);
  const judged = [
    ...held.statements.map((one) => judgeStatement(one, needsBy.get(one.key) ?? [], { input, context, purposes })),
    ...held.managed.map((one) => judgePolicy(one, purposes, first.ask, context)),
  ];
  const proposals = judged.flatMap(({ tighter }) => tighter ?? []);
  const open = judged.flatMap((one) => one.open ?? []);
  return { principals: held.principals.length, open, ...proved(proposals, purposes, input) };
}

/** The needs that each statement serves, by where it stands. */
function needsByStatement(
  purposes: readonly Purpose[],
  context: ChangeContext,
): ReadonlyMap<string, readonly Purpose[]> {
  const result = new Map<string, Purpose[]>();
  for (const purpose of purposes)
    for (const cited of purpose.right?.allowedBy ?? []) {
      const key = statementKey(cited, context.resource);
      if (key !== undefined) result.set(key, [...(result.get(key) ?? []), purpose]);
    }
  return result;
}

interface Judgement {
  readonly tighter?: TighterPolicy;
  readonly open?: OpenRight;
}

interface Judging {
  readonly input: ReviewInput;
  readonly context: ChangeContext;
  readonly purposes: readonly Purpose[];
}

function judgeStatement(held: HeldStatement, needs: readonly Purpose[], judging: Judging): Judgement {
  const { input, context, purposes } = judging;
  const { ask } = input.first;
  const cuts = [...neverEffective(held, ask, input.reference), ...notUsed(held, input.records, needs)];
  const because = whyOpen(held, ask, purposes);
  const tighter = tighterStatement(held, cuts, because === undefined ? needs : [], context);
  const principals = held.principals.map(({ id }) => id);
  const { policy } = held.cited;
  const left = leftWide(held, tighter?.needless ?? []);
  if (!left) return tighter === undefined ? {} : { tighter };
  const why = because ?? 'its workloads refer to nothing that it is for, and what else code calls is not in the input';
  const open = { principals, policy, cited: held.cited, because: why };
  return tighter === undefined ? { open } : { tighter, open };
}

/** Does it still allow whole services or everything, of which nothing could be said? */
function leftWide(held: HeldStatement, needless: readonly NeedlessRight[]): boolean {
  const said = new Set(needless.flatMap(({ what }) => what));
  return actionsOf(held).some((action) => /^([a-z0-9-]+:)?\*$/i.test(action) && !said.has(action));
}

function judgePolicy(
  held: HeldPolicy,
  purposes: readonly Purpose[],
  ask: Questions,
  context: ChangeContext,
): Judgement {
  if (isTakenByOthers(ask, held.principal)) return {};
  const tighter = replacedPolicy(held, purposes, context);
  return tighter === undefined ? {} : { tighter };
}
