import type { OpenCondition } from '../../model/access.ts';
import type { BlockGain, MoveBlock, ProofItem } from '../../model/attack.ts';
import { and, isPossible } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Portion } from '../../model/store-part.ts';
import { factAbout } from './block.ts';
import { type Going, goingKey, isCertain, openConditions, together, wholeGuard } from './going.ts';
import { instance } from './instance.ts';
import { type PermissionBlock, permissionBlocks, type Question } from './permissions.ts';
import { groupedBy, inBoth, type Positions } from './positions.ts';

/** Some principals each of whom may do several things to each of some targets. */
export interface RightsBlock extends Pick<PermissionBlock, 'verdict' | 'conditions' | 'guard' | 'by' | 'on'> {
  /** The premises for one principal and one target, by position. */
  items(by: number, on: number): readonly ProofItem[];
}

/** Who may do all of the actions to which of the targets. */
export function rightsOn(
  ask: Questions,
  actions: readonly string[],
  question: Omit<Question, 'action'>,
): readonly RightsBlock[] {
  const [first = [], ...others] = actions.map((action) =>
    permissionBlocks(ask, { ...question, action }).map(
      (block): RightsBlock => ({ ...block, items: (by, on) => [block.permission(by, on).item] }),
    ),
  );
  return others.reduce(both, first);
}

/** Blocks are compared only with those that have a principal in common. */
function both(left: readonly RightsBlock[], right: readonly RightsBlock[]): readonly RightsBlock[] {
  const byPrincipal = new Map<number, RightsBlock[]>();
  for (const block of right) for (const who of block.by) byPrincipal.set(who, [...(byPrincipal.get(who) ?? []), block]);
  return left.flatMap((one) => {
    const meeting = new Set([...one.by].flatMap((who) => byPrincipal.get(who) ?? []));
    return [...meeting].flatMap((other): readonly RightsBlock[] => {
      const [by, on] = [inBoth(one.by, other.by), inBoth(one.on, other.on)];
      const guard = and(one.guard, other.guard);
      if (by.length === 0 || on.length === 0 || !isPossible(guard)) return [];
      const verdict = one.verdict === 'allow' ? other.verdict : one.verdict;
      const conditions = [...one.conditions, ...other.conditions];
      return [{ by, on, verdict, conditions, guard, items: (...at) => [...one.items(...at), ...other.items(...at)] }];
    });
  });
}

/** What must hold of the principal, and of the target, beside the rights; undefined where it does not. */
export interface Besides {
  readonly principal: (principal: Resource) => Going | undefined;
  readonly target: (target: Resource) => Going | undefined;
}

/** A block in which everything is as sure, with what holds beside the rights. */
export interface EvenBlock {
  readonly rights: RightsBlock;
  readonly by: Positions;
  readonly on: Positions;
  readonly going: (by: number, on: number) => Going;
}

/**
 * Divides blocks into parts in which principals and targets each have as much beside the rights. What holds of each is found
 * once for all blocks.
 */
export function evenly(
  ask: Questions,
  { targets, besides }: { readonly targets: readonly Portion[]; readonly besides: Besides },
): (rights: RightsBlock) => readonly EvenBlock[] {
  const principals = ask.access.principals();
  const ofPrincipal = remember((at) => principals[at] && besides.principal(principals[at]));
  const ofTarget = remember((at) => targets[at] && besides.target(targets[at]));
  return (rights) =>
    groupedBy(rights.by, (at) => ofPrincipal(at)?.key).flatMap((by) =>
      groupedBy(rights.on, (at) => ofTarget(at)?.key).map((on) => ({
        rights,
        by,
        on,
        going: (who: number, what: number) =>
          together(
            { proof: rights.items(who, what) },
            ofPrincipal(who)?.going ?? nothing,
            ofTarget(what)?.going ?? nothing,
          ),
      })),
    );
}

const nothing: Going = { proof: [] };

interface Known {
  readonly going: Going;
  readonly key: string;
}

function remember(find: (at: number) => Going | undefined): (at: number) => Known | undefined {
  const known = new Map<number, Known | undefined>();
  return (at) => {
    if (!known.has(at)) {
      const going = find(at);
      known.set(at, going && { going, key: goingKey(going) });
    }
    return known.get(at);
  };
}

/** All places of an even block as one block of a move. */
export function blockOf(
  ask: Questions,
  { rights, by, on, going }: EvenBlock,
  gives: Pick<BlockGain, 'kind' | 'list' | 'session'>,
): readonly MoveBlock[] {
  const { kind, list, session } = gives;
  const [who, what] = [by[0], on[0]];
  if (who === undefined || what === undefined) return [];
  const example = going(who, what);
  const guard = and(rights.guard, wholeGuard(example));
  if (!isPossible(guard)) return [];
  const conditions: readonly OpenCondition[] = [...rights.conditions, ...openConditions(example)];
  const principals = ask.access.principals();
  return [
    {
      by,
      gives: { kind, list, positions: on, ...(session !== undefined && { session }) },
      certainty: rights.verdict === 'allow' && isCertain(example) ? 'certain' : 'conditional',
      guard,
      conditions,
      at(who, what) {
        const [principal, target] = [principals[who], list[what]];
        if (principal === undefined || target === undefined) return undefined;
        if (kind === 'acts-as' && principal.id === target.id) return undefined;
        const { proof, provided } = going(who, what);
        const [place] = instance({
          needs: [{ kind: 'acts-as', principal: principal.id }],
          gives: factAbout(kind, target, session),
          proof,
          guard,
          ...(provided !== undefined && { provided }),
        });
        return place;
      },
    },
  ];
}
