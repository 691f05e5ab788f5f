import { guardKey } from '../../../model/guard.ts';
import type { Resource } from '../../../model/resource.ts';
import { textKey } from '../../../model/text.ts';
import { subjectText } from '../compile/pattern.ts';
import type { Named, PrincipalMatcher } from '../compile/principal-matcher.ts';
import type { CallerCode } from '../decide/caller.ts';
import { isPrincipal } from '../subject.ts';
import { type Attachments, createAttachments } from './attachments.ts';
import { namedAmong } from './named-people.ts';
import { createInterner, type Interner, remember } from './numbers.ts';

/** A principal of the system in questions about all of them. */
export interface Person {
  /** Position in the list of principals. */
  readonly at: number;
  /** Place among those who can ask. */
  readonly place: number;
  readonly resource: Resource;
  readonly code: CallerCode;
  readonly standing: Standing;
}

/** Those whom statements that do not ask for a single principal cannot tell apart. */
export interface Standing {
  readonly number: number;
  /** Equal for standings that differ in the account only. */
  readonly stance: number;
  /** `textKey` of the account. */
  readonly account: string;
  readonly isBounded: boolean;
  /** Somebody of them whom no statement names himself. */
  readonly nameless: Named;
  readonly members: readonly Person[];
  /** The places of these. */
  readonly places: readonly number[];
}

/** All principals, with who has which document and who is named by what. */
export interface People {
  /** The one at this position in the list of principals. */
  at(position: number): Person | undefined;
  readonly all: readonly Person[];
  readonly standings: readonly Standing[];
  readonly attachments: Attachments;
  /** Account and partition of everybody are known: a statement that lists single principals of known ARN means nobody else. */
  readonly areLocated: boolean;
  /** Those whom a statement may name one by one, rather than with everybody or their account. */
  named(matcher: PrincipalMatcher): readonly Person[];
}

export function createPeople(
  principals: readonly Resource[],
  codeOf: (principal: Resource) => CallerCode | undefined,
): People {
  const numbers = createInterner();
  const standings = new Map<string, GrowingStanding>();
  const all: Person[] = [];
  const positions = new Map<number, Person>();
  principals.forEach((resource, at) => {
    const code = codeOf(resource);
    if (code === undefined || !isPrincipal(code.subject)) return;
    const parts = standingParts(resource, code);
    const standing = remember(standings, parts.join('\n'), () => newStanding(parts, code, numbers));
    const one = { at, place: all.length, resource, code, standing };
    standing.members.push(one);
    standing.places.push(one.place);
    all.push(one);
    positions.set(at, one);
  });
  return {
    at: (position) => positions.get(position),
    all,
    standings: [...standings.values()],
    attachments: createAttachments(all),
    areLocated: [...standings.values()].every(isLocated),
    named: namedAmong(all),
  };
}

interface GrowingStanding extends Standing {
  readonly members: Person[];
  readonly places: number[];
}

function isLocated({ nameless: named }: Standing): boolean {
  return (named.kind === 'role' || named.kind === 'user') && named.root.literal !== undefined;
}

/** A principal as somebody of his standing whom no statement names himself. */
export function nameless({ code, standing }: Person): CallerCode {
  return { ...code, named: standing.nameless };
}

/** What statements can tell of somebody without asking for him alone; the account comes first. */
function standingParts({ guard }: Resource, { subject, boundary }: CallerCode): readonly string[] {
  if (!isPrincipal(subject)) return [];
  const { account, kind, partition, serviceLinked } = subject;
  const marks = `${kind} ${boundary === undefined ? '' : 'bounded'} ${serviceLinked ? 'service-linked' : ''}`;
  return [textKey(account), marks, guardKey(guard), textKey(partition)];
}

function newStanding(parts: readonly string[], { named, boundary }: CallerCode, numbers: Interner): GrowingStanding {
  const [account = '', ...rest] = parts;
  return {
    number: numbers(parts.join('\n')),
    stance: numbers(`stance ${rest.join('\n')}`),
    account,
    isBounded: boundary !== undefined,
    nameless: namelessly(named),
    members: [],
    places: [],
  };
}

const nowhere = subjectText(['-']);

function namelessly(named: Named): Named {
  if (named.kind !== 'role' && named.kind !== 'user') return named;
  return { ...named, arn: nowhere, session: named.session === undefined ? undefined : nowhere };
}
