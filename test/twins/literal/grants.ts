import type { CitedStatement, OpenCondition } from '../../../src/model/access.ts';
import { and, type Guard, isPossible } from '../../../src/model/guard.ts';
import type { PolicySource, Statement } from '../../../src/model/policy.ts';
import type { Match } from '../../../src/model/text.ts';
import { type Asked, openPart } from './asked.ts';
import { bothMatch, either, type Holds, holdsWhere, notSo } from './holds.ts';
import { anyWay, type Meant, meantBy } from './match-principal.ts';
import { matchStatement } from './match-statement.ts';

/** A statement that speaks about the request, or may. */
export interface Found {
  /** Absent for what a document says beyond what could be read. */
  readonly cited: CitedStatement | undefined;
  /** Do action, resource and conditions fit? Whom it means is apart. */
  readonly fits: Match;
  readonly meant: Meant;
  readonly guard: Guard;
  readonly open: readonly OpenCondition[];
}

/** A statement that counts for one way of being meant. */
export interface Counted extends Omit<Found, 'fits' | 'meant'> {
  readonly match: Match;
}

/** What allows something: when it does, and by which statements. */
export interface Grant {
  readonly holds: Holds;
  readonly by: readonly Counted[];
}

export const noGrant: Grant = { holds: notSo, by: [] };

/** All statements with this effect that speak about the request and may mean the caller. */
export function findStatements(
  sources: readonly PolicySource[],
  effect: Statement['effect'],
  search: { readonly asked: Asked; readonly bounded: boolean },
): readonly Found[] {
  return sources.flatMap((policy) => [
    ...policy.document.statements.flatMap((statement): readonly Found[] => {
      const guard = and(policy.document.guard, statement.guard);
      if (statement.effect !== effect || !isPossible(guard)) return [];
      const meant = meantBy(statement, search.asked.subject, search.bounded);
      if (anyWay(meant) === 'no') return [];
      const { match, open } = matchStatement(statement, policy.document, search.asked);
      return match === 'no' ? [] : [{ cited: { policy, statement }, fits: match, meant, guard, open }];
    }),
    ...(effect === 'Allow' ? unreadPart(policy) : []),
  ]);
}

/**
 * What a document says beyond what could be read may allow. It is not taken to deny: that would make every right doubtful
 * for whoever has one policy that the input lacks.
 */
function unreadPart({ name, document }: PolicySource): readonly Found[] {
  if (document.open === undefined) return [];
  const meant: Meant = { directly: 'maybe', asRole: 'maybe', byAccount: 'maybe' };
  const open = [openPart(`policy ${name}`, [[document.open]])];
  return [{ cited: undefined, fits: 'maybe', meant, guard: document.guard, open }];
}

/** The grant of all statements together, counting only those ways of meaning the caller that `way` picks. */
export function grantOf(found: readonly Found[], way: (meant: Meant) => Match): Grant {
  const by = found.flatMap((one): readonly Counted[] => {
    const who = way(one.meant);
    const match = bothMatch(one.fits, who);
    return match === 'no'
      ? []
      : [
          {
            ...one,
            match,
            open: who === 'maybe' && one.cited !== undefined ? [...one.open, doubt(one.cited)] : one.open,
          },
        ];
  });
  return { holds: either(...by.map(({ match, guard }) => holdsWhere(match, guard))), by };
}

function doubt({ statement }: CitedStatement): OpenCondition {
  const named = statement.principals ?? statement.notPrincipals ?? [];
  return openPart(
    'Principal',
    named.map(({ value }) => value),
  );
}
