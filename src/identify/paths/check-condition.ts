import type { RequestPlace, Session } from '../../model/caller.ts';
import type { Guard } from '../../model/guard.ts';
import type { Resource } from '../../model/resource.ts';
import { type Text, textKey } from '../../model/text.ts';
import type { Value } from '../../model/value.ts';
import { matches, textsIn } from './raw-policy.ts';

/** How a request is made: what the checker may take for known of condition keys. */
export interface Manner {
  readonly session?: Session;
  readonly from?: RequestPlace;
  readonly guard: Guard;
  resource(id: string): Resource | undefined;
}

/** `loose`: it hangs on the session or the place, and these do not decide it. `other`: it hangs on something else. */
type Holds = 'yes' | 'no' | 'loose' | 'other';

/** Do the conditions of a statement hold, as far as session and place decide? */
export function conditionsHold(condition: Value | undefined, manner: Manner): Holds {
  const parts = [...tests(condition)].map((test) => testHolds(test, manner));
  if (parts.includes('no')) return 'no';
  return parts.find((part) => part === 'loose') ?? parts.find((part) => part === 'other') ?? 'yes';
}

interface Test {
  readonly operator: string;
  readonly key: string;
  readonly value: Value;
}

function* tests(condition: Value | undefined): Generator<Test> {
  if (condition?.kind !== 'map') return;
  for (const [operator, keys] of condition.entries)
    if (keys.kind === 'map')
      for (const [key, value] of keys.entries)
        yield { operator: operator.toLowerCase(), key: key.toLowerCase(), value };
}

/** What a request has of a key; undefined for keys that the checker does not judge. */
type Has = Text | 'absent' | 'not true' | 'unknown' | undefined;

function testHolds({ operator, key, value }: Test, manner: Manner): Holds {
  const has = valueOf(key, manner);
  if (has === undefined) return 'other';
  const words = textsIn(value, manner.guard).map(textKey);
  const base = operator.replace(/ifexists$/, '').replace(/^forany(value)?:/, '');
  if (base === 'null') return nullHolds(has, words);
  const isNegated = base.includes('not');
  if (has === 'unknown') return 'loose';
  if (has === 'not true')
    return words.every((word) => word === 'true') && !operator.endsWith('ifexists') ? 'no' : 'loose';
  if (has === 'absent') return operator.endsWith('ifexists') || isNegated ? 'yes' : 'no';
  const own = textKey(has);
  const isLike = base.includes('like') || base.includes('arn');
  const equal = words.some((word) =>
    isLike ? matches(word, own, 'surely') : word.toLowerCase() === own.toLowerCase(),
  );
  if (!/^(bool|string|arn)/.test(base) || words.some((word) => word.includes('${'))) return equal ? 'yes' : 'loose';
  return equal === isNegated ? 'no' : 'yes';
}

function nullHolds(has: Exclude<Has, undefined>, words: readonly string[]): Holds {
  if (has === 'unknown' || has === 'not true') return 'loose';
  return words.includes('true') === (has === 'absent') ? 'yes' : 'no';
}

function valueOf(key: string, { session, from, resource }: Manner): Has {
  if (key === 'aws:multifactorauthpresent') return factorOf(session);
  if (key === 'aws:sourcevpce') return placeOf(from, ({ endpoint }) => endpoint, resource);
  if (key === 'aws:sourcevpc') return placeOf(from, ({ vpc, endpoint }) => endpoint && vpc, resource);
  if (key === 'aws:sourceidentity') {
    if (session?.obtained.kind === 'user-key' || session?.sourceIdentity === 'absent') return 'absent';
    return session?.sourceIdentity ?? 'unknown';
  }
  if (!key.startsWith('aws:principaltag/')) return undefined;
  const tag = key.slice('aws:principaltag/'.length);
  return [...(session?.tags ?? [])].find(([name]) => name.toLowerCase() === tag)?.[1].value;
}

function factorOf(session: Session | undefined): Has {
  switch (session?.obtained.kind) {
    case undefined:
      return 'unknown';
    case 'user-key':
    case 'federation-token':
      return 'absent';
    case 'session-token':
    case 'assume-role':
      return session?.multiFactor === undefined ? 'unknown' : session.multiFactor ? ['true'] : 'not true';
    default:
      return 'not true';
  }
}

type InVpc = Extract<RequestPlace, { readonly kind: 'vpc' }>;

function placeOf(
  from: RequestPlace | undefined,
  read: (place: InVpc) => string | undefined,
  resource: Manner['resource'],
): Has {
  if (from === undefined) return 'unknown';
  const id = from.kind === 'vpc' ? read(from) : undefined;
  return id === undefined ? 'absent' : (resource(id)?.name ?? 'unknown');
}
