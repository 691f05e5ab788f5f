import type { ResourceId } from '../../model/id.ts';
import type { PolicySource, Statement } from '../../model/policy.ts';
import type { Resource } from '../../model/resource.ts';
import { textKey } from '../../model/text.ts';
import type { AccessSystem } from './access-options.ts';
import { type ActionMatcher, actionName, compileActions, matchActions } from './compile/action-matcher.ts';
import { NO } from './compile/three-valued.ts';
import { type PrincipalPolicies, sourcesOf } from './principal-policies.ts';

/** Who has an Allow statement about which actions, so that nobody has to ask every principal about every resource. */
export interface Candidates {
  of(action: string): readonly Resource[];
}

/** Principals by action pattern. Work is linear in the statements; a question costs the number of different patterns. */
export function createCandidates(
  principals: readonly Resource[],
  system: AccessSystem,
  policies: PrincipalPolicies,
): Candidates {
  const index: PatternIndex = { byPattern: new Map(), always: new Set() };
  for (const { id } of principals) {
    const sources = policies.identity(id);
    if (sources.some(({ document }) => document.open !== undefined)) index.always.add(id);
    addAll(index, sources, () => [id]);
  }
  addNamed(index, principals, system);
  const known = new Map<string, readonly Resource[]>();
  return {
    of(action) {
      const before = known.get(action);
      if (before !== undefined) return before;
      const name = actionName(action);
      const found = new Set(index.always);
      for (const { matcher, holders } of index.byPattern.values())
        if (matchActions(matcher, name) !== NO) for (const holder of holders) found.add(holder);
      const result = principals.filter(({ id }) => found.has(id));
      known.set(action, result);
      return result;
    },
  };
}

interface PatternIndex {
  readonly byPattern: Map<string, { readonly matcher: ActionMatcher; readonly holders: Set<ResourceId> }>;
  /** Whoever may do everything but some actions, or has a policy that could not be read. */
  readonly always: Set<ResourceId>;
}

/** Resource and trust policies that name a principal of the system by ARN are as good as a policy of its own. */
function addNamed(index: PatternIndex, principals: readonly Resource[], system: AccessSystem): void {
  const byArn = new Map<string, ResourceId>();
  for (const { id, arn } of principals) if (arn !== undefined) byArn.set(textKey(arn), id);
  const named = ({ principals: listed }: Statement) =>
    (listed ?? []).flatMap(({ kind, value }) => (kind === 'AWS' ? (byArn.get(textKey(value)) ?? []) : []));
  for (const dimension of ['resourcePolicy', 'trustPolicy'] as const) {
    for (const { id, origin } of system.withAnswer(dimension))
      addAll(index, sourcesOf(system.fact(id, dimension), 'resource', origin), named);
  }
}

function addAll(
  index: PatternIndex,
  sources: readonly PolicySource[],
  holdersOf: (statement: Statement) => readonly ResourceId[],
): void {
  for (const { document } of sources) {
    for (const statement of document.statements) {
      if (statement.effect !== 'Allow') continue;
      const holders = holdersOf(statement);
      if (holders.length > 0) add(index, statement, holders);
    }
  }
}

function add(index: PatternIndex, { actions, notActions }: Statement, holders: readonly ResourceId[]): void {
  if (notActions !== undefined) for (const holder of holders) index.always.add(holder);
  for (const pattern of actions ?? []) {
    const key = textKey(pattern).toLowerCase();
    const entry = index.byPattern.get(key) ?? { matcher: compileActions([pattern]), holders: new Set() };
    index.byPattern.set(key, entry);
    for (const holder of holders) entry.holders.add(holder);
  }
}
