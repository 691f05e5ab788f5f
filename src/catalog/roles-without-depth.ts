import { bindFact, byDefault, type Fact, mapFact } from '../model/fact.ts';
import type { ResourceView } from '../model/service.ts';
import type { RunsAs } from '../model/workload.ts';
import { property } from './answer.ts';
import { type RoleProperty, roleProperties } from './data/role-bearing-types.ts';

/** Is it known which role the type works with, although the type itself is not known in depth? */
export function bearsRole(type: string): boolean {
  return Object.hasOwn(roleProperties, type);
}

/** The roles that a resource of such a type works with, by the table; undefined for types that the table lacks. */
export function rolesWithoutDepth(view: ResourceView): Fact<readonly RunsAs[]> | undefined {
  const { type } = view.resource;
  if (!bearsRole(type)) return undefined;
  return (roleProperties[type] ?? []).reduce<Fact<readonly RunsAs[]>>(
    (before, stated) => bindFact(before, (roles) => mapFact(roleAt(view, stated), (role) => [...roles, ...role])),
    byDefault<readonly RunsAs[]>([]),
  );
}

function roleAt(view: ResourceView, { path, service, purpose }: RoleProperty): Fact<readonly RunsAs[]> {
  return mapFact(property(view, path), (role) => (role === undefined ? [] : [{ role, service, purpose }]));
}
