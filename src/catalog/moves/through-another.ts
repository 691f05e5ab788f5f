import type { BlockGain, MoveBlock } from '../../model/attack.ts';
import { and, isPossible } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { factAbout } from './block.ts';
import { isCertain, openConditions, together, wholeGuard } from './going.ts';
import { instance } from './instance.ts';
import { isAmong } from './positions.ts';
import { remembered } from './remembered.ts';
import type { EvenBlock } from './rights.ts';

/** Blocks of what identities may do, each with its principals by position. */
export type Uses = readonly (MoveBlock & { readonly by: Uint32Array })[];

interface Through {
  /** Who has which of the others do it, by position in `others`. */
  readonly even: EvenBlock;
  readonly others: readonly Resource[];
  /** Of all identities, those others among them. */
  readonly uses: Uses;
  /** How the session is got of a role that the other one takes. */
  readonly session?: BlockGain['session'];
}

/**
 * What somebody gets by having it done as another identity, whose credentials he does not get: each use of the other one is
 * his, in a block of its own.
 */
export function* throughAnother(ask: Questions, { even, others, uses, session }: Through): Generator<MoveBlock> {
  const positions = positionsOfPrincipals(ask);
  for (const what of even.on) {
    const one = others[what];
    const other = one === undefined ? undefined : positions.get(one);
    if (other === undefined) continue;
    for (const use of uses) if (isAmong(use.by, other)) yield* joined(ask, even, { what, other, use, session });
  }
}

const positionsOfPrincipals = remembered(
  (ask): ReadonlyMap<Resource, number> => new Map(ask.access.principals().map((one, at) => [one, at])),
);

interface Joint {
  readonly what: number;
  readonly other: number;
  readonly use: Uses[number];
  readonly session: BlockGain['session'] | undefined;
}

function joined(ask: Questions, { rights, by, going }: EvenBlock, { what, other, use, session }: Joint) {
  const [first] = by;
  if (first === undefined) return [];
  const example = going(first, what);
  const guard = and(rights.guard, wholeGuard(example), use.guard);
  if (!isPossible(guard)) return [];
  const principals = ask.access.principals();
  const { kind, list, positions } = use.gives;
  const isSure = rights.verdict === 'allow' && isCertain(example) && use.certainty === 'certain';
  const block: MoveBlock = {
    by,
    gives: { kind, list, positions, ...(session !== undefined && { session }) },
    certainty: isSure ? 'certain' : 'conditional',
    guard,
    conditions: [...rights.conditions, ...openConditions(example), ...use.conditions],
    at(who, target) {
      const [principal, gained, done] = [principals[who], list[target], use.at(other, target)];
      if (principal === undefined || gained === undefined || done === undefined) return undefined;
      if (kind === 'acts-as' && principal.id === gained.id) return undefined;
      const { proof, provided } = together(going(who, what), done);
      const [place] = instance({
        needs: [{ kind: 'acts-as', principal: principal.id }],
        gives: factAbout(kind, gained, session),
        proof,
        guard,
        ...(provided !== undefined && { provided }),
      });
      return place;
    },
  };
  return [block];
}
