import type { AccessRequest } from '../../../model/access.ts';
import type { ActionName } from '../compile/action-matcher.ts';
import { type DocumentCode, type StatementCode, speaksOf } from '../compile/policy-code.ts';
import { keysIn } from '../compile/variables.ts';
import { ruleOf } from '../decide/target.ts';
import type { ActionIndex } from './action-index.ts';
import { remember } from './numbers.ts';
import type { Universe } from './universe.ts';
import type { SingleRequests } from './world.ts';

type Context = AccessRequest['context'];

/** Documents with an index over the actions of which they speak. */
export interface Indexed {
  readonly documents: readonly DocumentCode[];
  readonly index: ActionIndex;
}

/** Which condition keys statements ask for. */
export interface AskedKeys {
  /**
   * What a question says of condition keys, as far as some statement asks for them: values that nobody asks for make no other
   * answer, and with them everything would be worked out anew.
   */
  within(context: Context, universe: Universe, action: ActionName): Context;
  /** The keys, in lower case, that policies of principals and of the organization ask for where they speak of the action. */
  ofPrincipals(action: ActionName): ReadonlySet<string>;
}

export function createAskedKeys(single: SingleRequests, around: readonly Indexed[]): AskedKeys {
  const ofResources = new Map<string, ReadonlySet<string>>();
  const ofAction = new Map<string, ReadonlySet<string>>();
  const ofPrincipals = (action: ActionName) =>
    remember(ofAction, action.lower, () => new Set(around.flatMap((some) => keysAbout(some, action))));
  return {
    ofPrincipals,
    within(context, universe, action) {
      if (context === undefined) return undefined;
      const own = ofPrincipals(action);
      const theirs = remember(ofResources, `${universe.number} ${ruleOf(action)} ${action.lower}`, () =>
        keysOfResources(single, universe, action),
      );
      const asked = [...context].filter(([key]) => own.has(key.toLowerCase()) || theirs.has(key.toLowerCase()));
      return asked.length === 0 ? undefined : new Map(asked);
    },
  };
}

function keysAbout({ documents, index }: Indexed, action: ActionName): readonly string[] {
  return [...index.about(action).keys()].flatMap((number) =>
    (documents[number]?.all ?? []).flatMap((code) => (speaksOf(code, action) ? keysOf(code) : [])),
  );
}

function keysOfResources(single: SingleRequests, { resources }: Universe, action: ActionName): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<DocumentCode>();
  const policied = single.policied(action);
  for (const on of resources)
    for (const { document } of [...(policied(on)?.policies ?? []), ...single.controls(single.ownerOf(on), action)]) {
      if (seen.has(document)) continue;
      seen.add(document);
      for (const code of document.all) for (const key of keysOf(code)) found.add(key);
    }
  return found;
}

/** Keys of conditions and of variables, in lower case. */
function keysOf({ conditions, resources, notResources }: StatementCode): readonly string[] {
  const patterns = [...(resources ?? []), ...(notResources ?? [])];
  const inPatterns = patterns.flatMap(({ template }) => (template === undefined ? [] : keysIn(template)));
  const inConditions = conditions.flatMap(({ name, templates = [] }) => [
    name,
    ...templates.flatMap((template) => (template === undefined ? [] : keysIn(template))),
  ]);
  return [...inConditions, ...inPatterns].map((key) => key.toLowerCase());
}
