import { bindFact, type Case, type Fact, factOf, given, mapFact, unknown } from '../model/fact.ts';
import type { ResourceView } from '../model/service.ts';
import { describeText } from '../model/text.ts';
import type { Value } from '../model/value.ts';
import { optionsOf } from './answer.ts';

/**
 * The resource that a property refers to, to answer from what this one is built on; undefined when the property is not
 * given. A reference to something outside the input is unknown, settled by that thing's definition. When `types` lists
 * one type, names are looked up among its resources.
 */
export function follow(view: ResourceView, path: string, types: readonly string[]): Fact<ResourceView | undefined> {
  return bindFact(statedValue(view, path), (value) =>
    value === undefined
      ? given<ResourceView | undefined>(undefined)
      : followValue(view, value, { types, what: path.slice(path.lastIndexOf('.') + 1) }),
  );
}

/** Is the property there? Where absence is no default but another kind of thing: an instance that is in no cluster. */
export function stated(view: ResourceView, path: string): Fact<boolean> {
  return mapFact(statedValue(view, path), (value) => value !== undefined);
}

function statedValue(view: ResourceView, path: string): Fact<Value | undefined> {
  return factOf(
    optionsOf(view.read(path)).map(({ guard, value }) => ({
      guard,
      fact: given(value === undefined || value.kind === 'absent' ? undefined : value),
    })),
  );
}

/** As `follow`, for a value at hand; `what` names it in reasons. */
export function followValue(
  view: ResourceView,
  value: Value,
  how: { readonly types: readonly string[]; readonly what: string },
): Fact<ResourceView | undefined> {
  const origins = [value.origin];
  const cases = view.follow(value, how.types).map((end): Case<ResourceView | undefined> => {
    if (end.kind === 'resource') return { guard: end.guard, fact: given(end.view, origins) };
    if (end.kind === 'unknown')
      return { guard: end.guard, fact: unknown(`${how.what} is not known`, end.settledBy, origins) };
    const name = describeText(end.text);
    const fact = unknown(`${how.what} ${name} is not in the input`, `the definition of ${name}`, origins);
    return { guard: end.guard, fact };
  });
  if (cases.length === 0)
    return unknown(`${how.what} cannot be followed`, `a reference in ${how.what} of ${view.resource.address}`, origins);
  // A referred resource under a condition exists wherever what refers to it does: standing alone it needs no guard.
  const [only] = cases;
  return only !== undefined && cases.length === 1 ? only.fact : factOf(cases);
}
