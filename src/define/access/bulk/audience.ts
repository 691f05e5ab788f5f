import type { StatementCode } from '../compile/policy-code.ts';
import type { Group } from './grouping.ts';
import { remember } from './numbers.ts';
import type { Standing } from './people.ts';

/** Which groups may be seen from where, so that nobody looks at all of them. */
export interface Audience {
  /** Places of all groups that the standing may see, ascending: those of its account, and those that may let it in. */
  mayBeSeenBy(standing: Standing): readonly number[];
}

/** Groups by their account, and by the principals that their Allow statements list. */
export function audienceOf(groups: readonly Group[]): Audience {
  const ofAccount = new Map<string, number[]>();
  const byName = new Map<string, number[]>();
  const open: number[] = [];
  const inviting: number[] = [];
  const put = (map: Map<string, number[]>, key: string, place: number) =>
    remember(map, key, (): number[] => []).push(place);
  groups.forEach(({ account, members, entries, isUnread }, place) => {
    if (members.length === 0) return;
    put(ofAccount, account, place);
    if (entries.length > 0) inviting.push(place);
    if (isUnread) open.push(place);
    for (const { speech } of entries) {
      const names = speech.code.effect === 'Allow' ? namesIn(speech.code) : [];
      if (names === undefined) open.push(place);
      else for (const name of names) put(byName, name, place);
    }
  });
  return {
    mayBeSeenBy({ account, nameless }) {
      const own = ofAccount.get(account) ?? [];
      const root = nameless.kind === 'role' || nameless.kind === 'user' ? nameless.root.literal : undefined;
      const others =
        root === undefined ? [...inviting, ...open] : [account, root].flatMap((name) => byName.get(name) ?? []);
      return [...new Set([...own, ...others, ...open])].sort((left, right) => left - right);
    },
  };
}

/** Whom an Allow statement lists, when that is all told by ARNs and accounts; somebody nameless is meant by his account. */
function namesIn({ principals, notPrincipals }: StatementCode): readonly string[] | undefined {
  if (principals === undefined || notPrincipals !== undefined || principals.everybody) return undefined;
  const names = principals.aws.flatMap(({ literal }) => literal ?? []);
  return names.length === principals.aws.length ? names : undefined;
}
