import type { DocumentCode, PolicyCode } from '../compile/policy-code.ts';
import { remember } from './numbers.ts';
import type { Person } from './people.ts';

/** A policy as it is attached: one for all who have the same document, wholly read and always. */
export interface Attachment {
  readonly policy: PolicyCode;
  /** Number of its document. */
  readonly document: number;
}

/** Who has which policies, in lists of numbers. */
export interface Attachments {
  readonly all: readonly Attachment[];
  /** Every document that somebody has, once. */
  readonly documents: readonly DocumentCode[];
  /** Numbers of attachments of each document. */
  readonly ofDocument: readonly (readonly number[])[];
  /** Places of those who have each document, by identity policy or boundary, ascending. */
  readonly holders: readonly (readonly number[])[];
  /** Numbers of the attachments of all, one after the other: identity policies, then boundary, in their order. */
  readonly held: Int32Array;
  /** By place, where somebody's begin, and where his boundary does. */
  readonly starts: Int32Array;
  readonly boundaries: Int32Array;
  /** Attachments that could not be read wholly, and the places of those who have one. */
  readonly unread: readonly number[];
  readonly unreadHolders: readonly number[];
}

export function createAttachments(people: readonly Person[]): Attachments {
  const register = createRegister();
  const held: number[] = [];
  const starts = new Int32Array(people.length + 1);
  const boundaries = new Int32Array(people.length);
  const unreadHolders: number[] = [];
  for (const { place, code } of people) {
    starts[place] = held.length;
    for (const policy of code.identity) held.push(register.add(policy, place));
    boundaries[place] = held.length;
    for (const policy of code.boundary ?? []) held.push(register.add(policy, place));
    if (code.identity.some(isUnread) || code.boundary?.some(isUnread) === true) unreadHolders.push(place);
  }
  starts[people.length] = held.length;
  const { all, documents, ofDocument, holders } = register;
  const unread = [...all.keys()].filter((number) => isUnread(all[number]?.policy));
  return {
    all,
    documents,
    ofDocument,
    holders,
    held: Int32Array.from(held),
    starts,
    boundaries,
    unread,
    unreadHolders,
  };
}

function isUnread(policy: PolicyCode | undefined): boolean {
  return policy?.source.document.open !== undefined;
}

interface Register extends Pick<Attachments, 'all' | 'documents' | 'ofDocument' | 'holders'> {
  /** The number of the policy, which the one at this place has. */
  add(policy: PolicyCode, place: number): number;
}

function createRegister(): Register {
  const all: Attachment[] = [];
  const documents: DocumentCode[] = [];
  const ofDocument: number[][] = [];
  const holders: number[][] = [];
  const numbers = new Map<DocumentCode, number>();
  const plain: (number | undefined)[] = [];
  return {
    all,
    documents,
    ofDocument,
    holders,
    add(policy, place) {
      const document = remember(numbers, policy.document, () => {
        ofDocument.push([]);
        holders.push([]);
        return documents.push(policy.document) - 1;
      });
      const having = holders[document];
      if (having !== undefined && having.at(-1) !== place) having.push(place);
      const before = policy.isPlain ? plain[document] : undefined;
      if (before !== undefined) return before;
      const number = all.push({ policy, document }) - 1;
      ofDocument[document]?.push(number);
      if (policy.isPlain) plain[document] = number;
      return number;
    },
  };
}
