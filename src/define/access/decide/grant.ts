import type { CitedStatement, OpenCondition } from '../../../model/access.ts';
import { always, and, type Guard, isAlways, isPossible, never, not, or } from '../../../model/guard.ts';
import type { Statement } from '../../../model/policy.ts';
import type { PolicyCode } from '../compile/policy-code.ts';
import { inAnyWay, type Meaning, meaning } from '../compile/principal-matcher.ts';
import { least, MAYBE, NO, type Tri, YES } from '../compile/three-valued.ts';
import { fitOf } from './match-statement.ts';
import { openPart, type Request } from './request.ts';

/** When something is so: surely, and possibly if what is open turns out that way. */
export interface When {
  readonly surely: Guard;
  readonly possibly: Guard;
}

export const surelySo: When = { surely: always, possibly: always };
export const notSo: When = { surely: never, possibly: never };

export function mayBe({ possibly }: When): boolean {
  return isPossible(possibly);
}

export function allOf(...all: readonly When[]): When {
  return { surely: and(...all.map(({ surely }) => surely)), possibly: and(...all.map(({ possibly }) => possibly)) };
}

export function oneOf(...all: readonly When[]): When {
  return { surely: or(...all.map(({ surely }) => surely)), possibly: or(...all.map(({ possibly }) => possibly)) };
}

/** `what`, unless `denied` is so. */
export function unless(what: When, denied: When): When {
  if (!mayBe(denied)) return what;
  return { surely: and(what.surely, not(denied.possibly)), possibly: and(what.possibly, not(denied.surely)) };
}

/** A statement that speaks about a request, or may, with whom it means. */
export interface Speaking {
  /** Absent for what a document says beyond what could be read. */
  readonly cited: CitedStatement | undefined;
  readonly fits: Tri;
  readonly meant: Meaning;
  readonly guard: Guard;
  readonly open: readonly OpenCondition[];
}

/** A statement that counts, for the way of meaning the caller that is asked about. */
export interface Counted {
  readonly cited: CitedStatement | undefined;
  readonly match: Tri;
  readonly guard: Guard;
  readonly open: readonly OpenCondition[];
}

/** What allows or denies something. */
export interface Grant {
  readonly when: When;
  readonly by: readonly Counted[];
}

export const noGrant: Grant = { when: notSo, by: [] };

const unread: Meaning = { directly: MAYBE, asRole: MAYBE, byAccount: MAYBE };

/**
 * The statements of the policies that have this effect, speak about the request and may mean the caller. What a document
 * says beyond what could be read may allow; it is not taken to deny, which would make every right doubtful.
 */
export function speaking(
  policies: readonly PolicyCode[],
  effect: Statement['effect'],
  request: Request,
  bounded: boolean,
): readonly Speaking[] {
  const found: Speaking[] = [];
  for (const policy of policies) {
    for (const code of policy.document.about(request.action, effect)) {
      const guard = policy.guardOf(code);
      if (!isPossible(guard)) continue;
      const meant = meaning(code, request.caller.named, bounded);
      if (inAnyWay(meant) === NO) continue;
      const { fits, open } = fitOf(code, request);
      if (fits !== NO) found.push({ cited: policy.cite(code), fits, meant, guard, open });
    }
    const { name, document } = policy.source;
    if (effect === 'Allow' && document.open !== undefined) {
      const open = [openPart(`policy ${name}`, [[document.open]])];
      found.push({ cited: undefined, fits: MAYBE, meant: unread, guard: document.guard, open });
    }
  }
  return found;
}

/** The grant of all of them together, as far as they mean the caller in the way that `way` picks. */
export function grantOf(found: readonly Speaking[], way: (meant: Meaning) => Tri): Grant {
  if (found.length === 0) return noGrant;
  const by: Counted[] = [];
  for (const { cited, fits, meant, guard, open } of found) {
    const who = way(meant);
    const match = least(fits, who);
    if (match === NO) continue;
    const doubtful = who === MAYBE && cited !== undefined;
    by.push({ cited, match, guard, open: doubtful ? [...open, doubt(cited)] : open });
  }
  return by.length === 0 ? noGrant : { when: whenOf(by), by };
}

function whenOf(by: readonly Counted[]): When {
  if (by.some(({ match, guard }) => match === YES && isAlways(guard))) return surelySo;
  return {
    surely: or(...by.filter(({ match }) => match === YES).map(({ guard }) => guard)),
    possibly: or(...by.map(({ guard }) => guard)),
  };
}

function doubt({ statement }: CitedStatement): OpenCondition {
  const named = statement.principals ?? statement.notPrincipals ?? [];
  return openPart(
    'Principal',
    named.map(({ value }) => value),
  );
}
