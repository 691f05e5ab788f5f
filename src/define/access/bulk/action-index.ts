import { textKey } from '../../../model/text.ts';
import type { ActionMatcher, ActionName } from '../compile/action-matcher.ts';
import { type DocumentCode, type StatementCode, speaksOf } from '../compile/policy-code.ts';
import { remember } from './numbers.ts';

/** Which documents speak of an action, without looking at the others. */
export interface ActionIndex {
  about(action: ActionName): Mentions;
}

/** For documents that speak of an action, by their number in the index, which of their statements do. */
export type Mentions = ReadonlyMap<number, Mention>;

/** The statements as bits; `LONG` for one of a document with too many of them. */
export type Mention = number;

export const LONG = -1;
/** Bits of a small integer. */
const MOST_STATEMENTS = 30;

/** Statements that list the same actions. */
interface Topic {
  readonly code: StatementCode;
  readonly documents: number[];
  readonly bits: number[];
}

export function createActionIndex(documents: readonly DocumentCode[]): ActionIndex {
  const topics = new Map<string, Topic>();
  documents.forEach((document, number) => {
    document.all.forEach((code, at) => {
      const topic = remember(topics, topicKey(code), () => ({ code, documents: [], bits: [] }) as Topic);
      topic.documents.push(number);
      topic.bits.push(document.all.length > MOST_STATEMENTS ? LONG : 1 << at);
    });
  });
  const byAction = new Map<string, Topic[]>();
  const byService = new Map<string, Topic[]>();
  for (const topic of topics.values()) place(topic, byAction, byService);
  const known = new Map<string, Mentions>();
  return {
    about: (action) =>
      remember(known, action.lower, () => {
        const found = new Map<number, Mention>();
        mention(found, byAction.get(action.lower) ?? []);
        for (const service of ['', action.service])
          mention(
            found,
            (byService.get(service) ?? []).filter(({ code }) => speaksOf(code, action)),
          );
        return found;
      }),
  };
}

function mention(found: Map<number, Mention>, topics: readonly Topic[]): void {
  for (const { documents, bits } of topics)
    documents.forEach((document, at) => {
      found.set(document, (found.get(document) ?? 0) | (bits[at] ?? 0));
    });
}

/** Whole names lead to their topic at once; patterns, NotAction and holes are looked at for each action of their service. */
function place(topic: Topic, byAction: Map<string, Topic[]>, byService: Map<string, Topic[]>): void {
  const { actions, services } = topic.code;
  const hasPatterns = actions === undefined || actions.prefixes.length + actions.globs.length + actions.open.length > 0;
  if (hasPatterns) for (const service of services ?? ['']) push(byService, service, topic);
  else for (const action of actions.exact) push(byAction, action, topic);
}

function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  remember(groups, key, (): T[] => []).push(value);
}

function topicKey({ actions, notActions }: StatementCode): string {
  return `${matcherKey(actions)} ! ${matcherKey(notActions)}`;
}

function matcherKey(matcher: ActionMatcher | undefined): string {
  if (matcher === undefined) return '-';
  const { exact, prefixes, globs, open } = matcher;
  return [[...exact].sort(), [...prefixes].sort(), [...globs].sort(), open.map(textKey)]
    .map((list) => list.join(','))
    .join(';');
}
