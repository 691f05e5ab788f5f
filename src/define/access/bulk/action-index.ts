import type { ActionName } from '../compile/action-matcher.ts';
import type { DocumentCode, StatementCode } from '../compile/policy-code.ts';
import { speaksOf } from '../compile/policy-code.ts';

/** Which documents speak of an action, without looking at the others. */
export interface ActionIndex {
  /** Numbers of documents in the order in which they were given, without repetition. */
  about(action: ActionName): readonly number[];
}

interface Shelf {
  /** Documents by whole action names. */
  readonly exact: Map<string, number[]>;
  /** Statements with patterns, NotAction and holes, by the one service they are about; `''` for those about any. */
  readonly patterns: Map<string, { readonly code: StatementCode; readonly document: number }[]>;
}

export function createActionIndex(documents: readonly DocumentCode[]): ActionIndex {
  const shelf: Shelf = { exact: new Map(), patterns: new Map() };
  documents.forEach((document, at) => {
    for (const code of document.all) place(shelf, code, at);
  });
  const known = new Map<string, readonly number[]>();
  return {
    about(action) {
      const before = known.get(action.lower);
      if (before !== undefined) return before;
      const found = new Set(shelf.exact.get(action.lower));
      for (const service of ['', action.service])
        for (const { code, document } of shelf.patterns.get(service) ?? [])
          if (!found.has(document) && speaksOf(code, action)) found.add(document);
      const result = [...found].sort((left, right) => left - right);
      known.set(action.lower, result);
      return result;
    },
  };
}

function place({ exact, patterns }: Shelf, code: StatementCode, document: number): void {
  const { actions, services } = code;
  for (const action of actions?.exact ?? []) push(exact, action, document);
  const isPlain = actions !== undefined && actions.prefixes.length + actions.globs.length + actions.open.length === 0;
  if (isPlain) return;
  for (const service of services ?? ['']) push(patterns, service, { code, document });
}

function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
