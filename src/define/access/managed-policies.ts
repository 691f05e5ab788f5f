import { type ManagedPolicies, managedPolicyPath, readManagedPolicies } from '../../catalog/managed-policies.ts';
import { readPolicies } from '../../catalog/read-policy.ts';
import type { OriginTable } from '../../model/origin.ts';
import type { PolicyDocument } from '../../model/policy.ts';
import type { Resource } from '../../model/resource.ts';
import { textOf, type Value } from '../../model/value.ts';

/**
 * The documents of AWS-managed policies: as the accounts of the input have them, else the latest that are known. The latter
 * are loaded only when a resource names one that is not given. Given ones by what follows `policy/` in their ARN.
 */
export async function loadManagedPolicies(
  resources: readonly Resource[],
  origins: OriginTable,
  given: GivenPolicies = new Map(),
): Promise<ManagedPolicies> {
  const lacking = new Set(resources.flatMap(({ properties }) => otherPolicies(properties, given)));
  const latest: ManagedPolicies = lacking.size > 0 ? await readManagedPolicies(lacking, origins) : () => undefined;
  return given.size === 0 ? latest : givenFirst(given, latest);
}

/** Reads a given document when it is asked for, and once. */
function givenFirst(given: GivenPolicies, latest: ManagedPolicies): ManagedPolicies {
  const read = new Map<string, PolicyDocument | undefined>();
  return (arn) => {
    const path = managedPolicyPath(arn) ?? '';
    if (!given.has(path)) return latest(arn);
    if (!read.has(path)) read.set(path, readPolicies(given.get(path))[0]);
    return read.get(path);
  };
}

type GivenPolicies = ReadonlyMap<string, Value>;

/** What somebody would attach who is kept from AdministratorAccess, where a condition says which policies may be attached. */
const attachableInstead = ['IAMFullAccess', 'PowerUserAccess'];

/** The policies of AWS that a value names and that are not among the given ones. */
function otherPolicies(root: Value, given: GivenPolicies): readonly string[] {
  const found: string[] = [];
  const open: Value[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'map') {
      open.push(...next.entries.values());
      if ([...next.entries.keys()].some((key) => /^iam:PolicyARN$/i.test(key))) found.push(...attachableInstead);
    } else if (next.kind === 'list') open.push(...next.items);
    else if (next.kind === 'choice') open.push(...next.options.map(({ value }) => value));
    else found.push(...policiesNamedIn(next));
  }
  return found.filter((path) => !given.has(path));
}

function policiesNamedIn(value: Value): readonly string[] {
  return (textOf(value) ?? []).flatMap((part) => (typeof part === 'string' ? (managedPolicyPath(part) ?? []) : []));
}
