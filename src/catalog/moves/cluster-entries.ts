import type { Guard } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { descend } from '../answer.ts';
import { partsOf, takesAccessEntries } from './cluster-parts.ts';

/** Access policies with which one starts pods; the others of the list look on. */
const starting = /\/AmazonEKS(ClusterAdmin|Admin|Edit)Policy$/;

/** Somebody whom an access entry lets start pods. */
export interface Entering {
  readonly principal: Resource;
  readonly entry: Resource;
  readonly scope: Scope;
  readonly guard: Guard;
}

/** Who may start pods in the cluster by an access entry, and where; nobody when it does not take entries. */
export function entriesOf(ask: Questions, cluster: Resource): readonly Entering[] {
  if (!takesAccessEntries(cluster)) return [];
  return partsOf(ask, cluster, 'AWS::EKS::AccessEntry').flatMap(({ part: entry, guard }) =>
    principalsOf(ask, entry).flatMap((principal) =>
      scopesOf(entry).map((scope): Entering => ({ principal, entry, scope, guard })),
    ),
  );
}

function principalsOf(ask: Questions, { id, properties }: Resource): readonly Resource[] {
  const named = properties.entries.get('PrincipalArn');
  const ends = named === undefined ? [] : ask.system.resolve(named, id, ['AWS::IAM::Role', 'AWS::IAM::User']);
  return ends.flatMap((end) => (end.kind === 'resource' ? [end.resource] : []));
}

/** Where an access policy that lets start pods holds: in these namespaces, or in all of the cluster. */
export type Scope = 'cluster' | readonly string[];

function scopesOf({ properties }: Resource): readonly Scope[] {
  return itemsOf(properties.entries.get('AccessPolicies')).flatMap((policy): readonly Scope[] => {
    if (policy.kind !== 'map' || !starting.test(wordIn(policy, ['PolicyArn']) ?? '')) return [];
    if (wordIn(policy, ['AccessScope', 'Type']) !== 'namespace') return ['cluster'];
    const names = itemsOf(descend(policy, ['AccessScope', 'Namespaces']));
    return [names.flatMap((name) => literalOf(textOf(name) ?? []) ?? [])];
  });
}

function itemsOf(value: Value | undefined): readonly Value[] {
  return value?.kind === 'list' ? value.items : [];
}

function wordIn(value: Extract<Value, { kind: 'map' }>, path: readonly string[]): string | undefined {
  const found = descend(value, path);
  return found === undefined ? undefined : literalOf(textOf(found) ?? []);
}
