import { type ManagedPolicies, readManagedPolicies } from '../../catalog/managed-policies.ts';
import type { OriginTable } from '../../model/origin.ts';
import type { Resource } from '../../model/resource.ts';
import { textOf, type Value } from '../../model/value.ts';

/** The documents of AWS-managed policies, loaded only when a resource names one. */
export async function loadManagedPolicies(
  resources: readonly Resource[],
  origins: OriginTable,
): Promise<ManagedPolicies> {
  return resources.some(({ properties }) => namesManagedPolicy(properties))
    ? await readManagedPolicies(origins)
    : () => undefined;
}

function namesManagedPolicy(root: Value): boolean {
  const open: Value[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'map') open.push(...next.entries.values());
    else if (next.kind === 'list') open.push(...next.items);
    else if (next.kind === 'choice') open.push(...next.options.map(({ value }) => value));
    else if (textOf(next)?.some((part) => typeof part === 'string' && part.includes(':iam::aws:policy/'))) return true;
  }
  return false;
}
