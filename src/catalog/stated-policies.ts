import { byDefault, type Fact, given, mapFact } from '../model/fact.ts';
import { and } from '../model/guard.ts';
import type { PolicySource } from '../model/policy.ts';
import type { ResourceView } from '../model/service.ts';
import { within } from './answer.ts';
import { listFact, onlyWhile } from './combine-facts.ts';
import { memberCases } from './guarded-members.ts';
import { readPolicies } from './read-policy.ts';

/**
 * The resource policies that a property states, each with the conditions under which it is attached. What is not known
 * of a document is an open document, so that the access engine can say what hangs on it.
 */
export function statedPolicies(view: ResourceView, path: string, name: string): Fact<readonly PolicySource[]> {
  const documents = readPolicies(view.read(path));
  if (documents.length === 0) return byDefault<readonly PolicySource[]>([], [view.origin()]);
  return given(
    documents.map((document) => ({
      name,
      kind: 'resource' as const,
      statedBy: view.resource.id,
      document: { ...document, guard: and(view.resource.guard, document.guard) },
    })),
    [view.origin(path)],
  );
}

/** The policies at all of the paths; those in members of a list, `Replicas.*.Policy`, each under the guard of its member. */
export function policiesAt(view: ResourceView, paths: readonly string[], name: string): Fact<readonly PolicySource[]> {
  const facts = paths.flatMap((path): readonly Fact<readonly PolicySource[]>[] => {
    const [list, rest] = path.split('.*.');
    if (list === undefined || rest === undefined) return [statedPolicies(view, path, name)];
    return memberCases(view, list).map(({ guard, value }) =>
      onlyWhile(guard, statedPolicies(within(view, value), rest, name), byDefault<readonly PolicySource[]>([])),
    );
  });
  return mapFact(listFact(facts), (lists) => lists.flat());
}
