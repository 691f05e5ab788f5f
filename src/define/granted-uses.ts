import { dataActions } from '../catalog/data-actions.ts';
import type { Access } from '../model/access.ts';
import { casesOf } from '../model/fact.ts';
import { and, type Guard, isPossible } from '../model/guard.ts';
import type { ResourceId } from '../model/id.ts';
import type { Origin } from '../model/origin.ts';
import type { Statement } from '../model/policy.ts';
import type { Resource } from '../model/resource.ts';
import { matchPatternIgnoringCase, type Text, text } from '../model/text.ts';
import type { ResourceBase } from './system/create-system.ts';

/** A workload whose role names a data holder of the system in an Allow statement: the code is meant to use it. */
export interface GrantedUse {
  readonly workload: ResourceId;
  readonly resource: ResourceId;
  readonly because: string;
  readonly guard: Guard;
  readonly origin: Origin;
}

/**
 * Uses that a role's policies spell out. Statements that only say `*` give rights but state no purpose, so they draw no
 * flow; the paths engine counts them all the same. `rolesOf` gives the roles that a workload runs as.
 */
export function grantedUses(
  base: ResourceBase,
  access: Access,
  rolesOf: (workload: ResourceId) => readonly { readonly role: Resource; readonly guard: Guard }[],
): readonly GrantedUse[] {
  const uses: GrantedUse[] = [];
  for (const workload of base.withAnswer('runsAs')) {
    if (!isWorkload(base, workload.id)) continue;
    for (const { role, guard } of rolesOf(workload.id)) {
      for (const source of access.policiesOf(role.id)) {
        for (const statement of source.document.statements) {
          const holds = and(guard, statement.guard, source.document.guard, workload.guard);
          if (isPossible(holds)) uses.push(...usesOf(statement, { base, workload, role, guard: holds }));
        }
      }
    }
  }
  return uses;
}

function isWorkload(base: ResourceBase, id: ResourceId): boolean {
  return casesOf(base.fact(id, 'runsAs')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.some(({ purpose }) => purpose === 'workload'),
  );
}

function usesOf(
  statement: Statement,
  context: { readonly base: ResourceBase; readonly workload: Resource; readonly role: Resource; readonly guard: Guard },
): readonly GrantedUse[] {
  if (statement.effect !== 'Allow' || statement.actions === undefined) return [];
  const { base, workload, role, guard } = context;
  return (statement.resources ?? []).flatMap((pattern) => {
    const named = withoutWildcardEnd(pattern);
    if (named.length === 0) return [];
    return base.resolve({ kind: 'text', text: named, origin: statement.origin }, role.id).flatMap((target) => {
      if (target.kind !== 'resource' || target.resource.id === workload.id) return [];
      const actions = namedActions(statement.actions ?? [], target.resource.type);
      if (actions.length === 0) return [];
      const because = `${role.address} allows ${workload.address} ${actions.slice(0, 3).join(', ')} on ${target.resource.address}`;
      const both = and(guard, target.guard);
      return isPossible(both)
        ? [{ workload: workload.id, resource: target.resource.id, because, guard: both, origin: statement.origin }]
        : [];
    });
  });
}

/** `arn:…:bucket/*` and `arn:…:table/*` mean the bucket and the table. */
function withoutWildcardEnd(pattern: Text): Text {
  const last = pattern.at(-1);
  if (typeof last !== 'string') return pattern;
  const stripped = last.replace(/[/:]?(index\/|stream\/)?\*$/, '');
  return stripped.includes('*') ? [] : text(...pattern.slice(0, -1), stripped);
}

function namedActions(patterns: readonly Text[], type: string): readonly string[] {
  const { read, write, invoke } = dataActions(type);
  return [...read, ...write, ...invoke].filter((action) =>
    patterns.some((pattern) => matchPatternIgnoringCase(pattern, [action]) === 'yes'),
  );
}
