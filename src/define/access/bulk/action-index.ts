import type { ActionName } from '../compile/action-matcher.ts';
import { type DocumentCode, type StatementCode, speaksOf } from '../compile/policy-code.ts';
import { remember } from './numbers.ts';

/** Which documents speak of an action, without looking at the others. */
export interface ActionIndex {
  about(action: ActionName): Mentions;
  /** Equal for actions of which the same statements speak in the same way. */
  topicsOf(action: ActionName): string;
}

/** For documents that speak of an action, by their number in the index, which of their statements do. */
export type Mentions = ReadonlyMap<number, Mention>;

/** The statements as bits; `LONG` for one of a document with too many of them. */
export type Mention = number;

export const LONG = -1;
/** Bits of a small integer. */
export const MOST_STATEMENTS = 30;

/** Statements that list the same actions. */
interface Topic {
  readonly number: number;
  readonly code: StatementCode;
  readonly documents: number[];
  readonly bits: number[];
}

export function createActionIndex(documents: readonly DocumentCode[]): ActionIndex {
  const topics = new Map<string, Topic>();
  documents.forEach((document, number) => {
    document.all.forEach((code, at) => {
      const one = remember(topics, topicKey(code), () => topic(topics.size, code));
      one.documents.push(number);
      one.bits.push(document.all.length > MOST_STATEMENTS ? LONG : 1 << at);
    });
  });
  const byAction = new Map<string, Topic[]>();
  const byService = new Map<string, Topic[]>();
  for (const one of topics.values()) place(one, byAction, byService);
  const known = new Map<string, Mentions>();
  const speaking = (action: ActionName): readonly Topic[] => [
    ...(byAction.get(action.lower) ?? []),
    ...['', action.service].flatMap((service) =>
      (byService.get(service) ?? []).filter(({ code }) => speaksOf(code, action)),
    ),
  ];
  return {
    about: (action) =>
      remember(known, action.lower, () => {
        const found = new Map<number, Mention>();
        mention(found, speaking(action));
        return found;
      }),
    topicsOf(action) {
      const found = speaking(action);
      const numbers = found.map(({ number }) => number).sort((left, right) => left - right);
      return `${numbers.join(' ')} ${found.some(({ code }) => hasOpenActions(code)) ? action.given : ''}`;
    },
  };
}

function topic(number: number, code: StatementCode): Topic {
  return { number, code, documents: [], bits: [] };
}

/** With holes in its actions a statement says something else of every action. */
export function hasOpenActions({ actions, notActions }: StatementCode): boolean {
  return (actions ?? notActions)?.open.length !== 0;
}

function mention(found: Map<number, Mention>, topics: readonly Topic[]): void {
  for (const { documents, bits } of topics)
    documents.forEach((document, at) => {
      found.set(document, (found.get(document) ?? 0) | (bits[at] ?? 0));
    });
}

/** Whole names lead to their topic at once; patterns, NotAction and holes are looked at for each action of their service. */
function place(topic: Topic, byAction: Map<string, Topic[]>, byService: Map<string, Topic[]>): void {
  const { actions } = topic.code;
  const hasPatterns = actions === undefined || actions.prefixes.length + actions.globs.length + actions.open.length > 0;
  if (hasPatterns) for (const service of actions?.services ?? ['']) push(byService, service, topic);
  else for (const action of actions.exact) push(byAction, action, topic);
}

function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  remember(groups, key, (): T[] => []).push(value);
}

function topicKey({ actions, notActions }: StatementCode): string {
  return actions === undefined ? `! ${notActions?.key}` : actions.key;
}
