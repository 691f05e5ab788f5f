import { guardKey } from '../../../model/guard.ts';
import type { Resource } from '../../../model/resource.ts';
import { textKey } from '../../../model/text.ts';
import { type Subject, sameArn, subjectText } from '../compile/pattern.ts';
import type { DocumentCode, PolicyCode } from '../compile/policy-code.ts';
import type { PrincipalMatcher } from '../compile/principal-matcher.ts';
import { NO } from '../compile/three-valued.ts';
import type { CallerCode } from '../decide/caller.ts';
import { createInterner, remember } from './numbers.ts';

/** A principal of the system in questions about all of them. */
export interface Person {
  /** Position in the list of principals. */
  readonly at: number;
  readonly resource: Resource;
  readonly code: CallerCode;
  /** The same as somebody whom no statement names himself. */
  readonly nameless: CallerCode;
  /** Equal for those whom statements that do not ask for a single principal cannot tell apart. */
  readonly standing: number;
  /** The same without the account. */
  readonly stance: number;
  readonly account: string;
  readonly bounded: boolean;
}

/** All principals, with who has which document and who is named by what. */
export interface People {
  /** The one at this position in the list of principals. */
  at(position: number): Person | undefined;
  readonly all: readonly Person[];
  readonly byStanding: ReadonlyMap<number, readonly Person[]>;
  /** Every document that some of them have, once. */
  readonly documents: readonly DocumentCode[];
  /** Who has the document with this number, by identity policy or boundary. */
  holders(document: number): readonly Person[];
  /** Those with an identity policy that could not be read wholly. */
  readonly unread: readonly Person[];
  /** Those whom a statement may name one by one, rather than with everybody or their account. */
  named(matcher: PrincipalMatcher): readonly Person[];
}

export function createPeople(
  principals: readonly Resource[],
  codeOf: (principal: Resource) => CallerCode | undefined,
): People {
  const standings = createInterner();
  const all = principals.flatMap((resource, at) => person(resource, at, codeOf(resource), standings));
  const byStanding = new Map<number, Person[]>();
  for (const one of all) remember(byStanding, one.standing, (): Person[] => []).push(one);
  const { documents, holders } = documentsOf(all);
  const byPosition = new Map(all.map((one) => [one.at, one]));
  return {
    at: (position) => byPosition.get(position),
    all,
    byStanding,
    documents,
    holders: (document) => holders[document] ?? [],
    unread: all.filter(({ code }) => code.identity.some(({ source }) => source.document.open !== undefined)),
    named: namedAmong(all),
  };
}

function person(
  resource: Resource,
  at: number,
  code: CallerCode | undefined,
  standings: (key: string) => number,
): readonly Person[] {
  if (code === undefined) return [];
  const { subject, boundary } = code;
  if (subject.kind !== 'role' && subject.kind !== 'user') return [];
  const account = textKey(subject.account);
  const parts = [
    subject.kind,
    guardKey(resource.guard),
    account,
    textKey(subject.partition),
    boundary !== undefined,
    subject.serviceLinked,
  ];
  const standing = standings(parts.join('\n'));
  const stance = standings(`stance ${parts.filter((_, place) => place !== ACCOUNT).join('\n')}`);
  return [
    { at, resource, code, nameless: namelessly(code), standing, stance, account, bounded: boundary !== undefined },
  ];
}

/** Where the account stands among the parts of a standing. */
const ACCOUNT = 2;

const nowhere = subjectText(['-']);

function namelessly(code: CallerCode): CallerCode {
  const { named } = code;
  if (named.kind !== 'role' && named.kind !== 'user') return code;
  const session = named.session === undefined ? undefined : nowhere;
  return { ...code, named: { ...named, arn: nowhere, session } };
}

function documentsOf(all: readonly Person[]): {
  readonly documents: readonly DocumentCode[];
  readonly holders: readonly (readonly Person[])[];
} {
  const numbers = new Map<DocumentCode, number>();
  const documents: DocumentCode[] = [];
  const holders: Person[][] = [];
  const hold = ({ document }: PolicyCode, one: Person) => {
    const number = remember(numbers, document, () => documents.push(document) - 1);
    const list = holders[number] ?? [];
    holders[number] = list;
    if (list.at(-1) !== one) list.push(one);
  };
  for (const one of all) {
    for (const policy of one.code.identity) hold(policy, one);
    for (const policy of one.code.boundary ?? []) hold(policy, one);
  }
  return { documents, holders };
}

function namedAmong(all: readonly Person[]): People['named'] {
  const byArn = new Map<string, Person[]>();
  const bySession = new Map<string, Person[]>();
  const open: Person[] = [];
  for (const one of all) {
    const { named } = one.code;
    if (named.kind !== 'role' && named.kind !== 'user') continue;
    const { arn, session } = named;
    if (arn.literal === undefined || (session !== undefined && !session.head.endsWith('/'))) open.push(one);
    else {
      remember(byArn, arn.literal, (): Person[] => []).push(one);
      if (session !== undefined) remember(bySession, session.head, (): Person[] => []).push(one);
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

function mayName(value: Subject, { code: { named } }: Person): boolean {
  if (named.kind !== 'role' && named.kind !== 'user') return false;
  return sameArn(value, named.arn) !== NO || (named.session !== undefined && sameArn(value, named.session) !== NO);
}
