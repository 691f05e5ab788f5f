import { always } from '../model/guard.ts';
import type { PolicySource, Statement } from '../model/policy.ts';
import type { Resource } from '../model/resource.ts';

const opening = new WeakMap<Resource, readonly PolicySource[]>();

/** The policy of a resource, written by an attacker, that lets this principal do everything; one list for each principal. */
export function lettingIn(principal: Resource): readonly PolicySource[] {
  const known = opening.get(principal);
  if (known !== undefined) return known;
  const principals = [{ kind: 'AWS', value: principal.arn ?? principal.name } as const];
  const made = [{ ...written(principal, { principals }), kind: 'resource' } as const];
  opening.set(principal, made);
  return made;
}

/** The policy of a principal, written by an attacker, that allows everything. */
export function anything(principal: Resource): PolicySource {
  return written(principal, {});
}

function written({ origin }: Resource, whom: Pick<Statement, 'principals'>): PolicySource {
  const all = [['*']];
  const statement = { effect: 'Allow', actions: all, resources: all, conditions: [], origin, guard: always } as const;
  const statements = [{ ...statement, ...whom, index: 0 }];
  return {
    name: 'written by the attacker',
    kind: 'inline',
    document: { version: '2012-10-17', statements, origin, guard: always },
  };
}
