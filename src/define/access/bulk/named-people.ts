import { type Subject, sameArn } from '../compile/pattern.ts';
import { NO } from '../compile/three-valued.ts';
import { remember } from './numbers.ts';
import type { People, Person } from './people.ts';

/** Who is named by which statement, by the ARNs of principals and of their sessions. */
export function namedAmong(all: readonly Person[]): People['named'] {
  const byArn = new Map<string, Person[]>();
  const bySession = new Map<string, Person[]>();
  const open: Person[] = [];
  for (const one of all) {
    const { named } = one.code;
    if (named.kind !== 'role' && named.kind !== 'user') continue;
    const { arn, session } = named;
    if (arn.literal === undefined || (session !== undefined && !session.head.endsWith('/'))) open.push(one);
    else {
      push(byArn, arn.literal, one);
      if (session !== undefined) push(bySession, session.head, one);
    }
  }
  const known = new Map<string, readonly Person[]>();
  const byValue = (value: Subject): readonly Person[] =>
    remember(known, value.key, () => {
      if (value.literal === undefined) return all.filter((one) => mayName(value, one));
      const end = value.literal.indexOf('/', value.literal.indexOf(':assumed-role/') + ':assumed-role/'.length);
      return [
        ...(byArn.get(value.literal) ?? []),
        ...(bySession.get(value.literal.slice(0, end + 1)) ?? []),
        ...open.filter((one) => mayName(value, one)),
      ];
    });
  return ({ aws }) => (aws.length === 1 && aws[0] !== undefined ? byValue(aws[0]) : [...new Set(aws.flatMap(byValue))]);
}

function push(groups: Map<string, Person[]>, key: string, one: Person): void {
  const before = groups.get(key);
  if (before === undefined) groups.set(key, [one]);
  else before.push(one);
}

function mayName(value: Subject, { code: { named } }: Person): boolean {
  if (named.kind !== 'role' && named.kind !== 'user') return false;
  return sameArn(value, named.arn) !== NO || (named.session !== undefined && sameArn(value, named.session) !== NO);
}
