import { type ManagedPolicies, readManagedPolicies } from '../../catalog/managed-policies.ts';
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
  const lacking = resources.some(({ properties }) => namesOtherPolicy(properties, given));
  const latest: ManagedPolicies = lacking ? await readManagedPolicies(origins) : () => undefined;
  return given.size === 0 ? latest : (arn) => given.get(managedPolicyPath(arn) ?? '') ?? latest(arn);
}

type GivenPolicies = ReadonlyMap<string, PolicyDocument>;

/** `job-function/Billing` of the end of an ARN. */
function managedPolicyPath(end: string): string | undefined {
  return /:iam::aws:policy\/(.+)$/.exec(end)?.[1];
}

/** Does it name a policy of AWS that is not among the given ones? */
function namesOtherPolicy(root: Value, given: GivenPolicies): boolean {
  const isOther = (end: string) => {
    const path = managedPolicyPath(end);
    return path !== undefined && !given.has(path);
  };
  const open: Value[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'map') open.push(...next.entries.values());
    else if (next.kind === 'list') open.push(...next.items);
    else if (next.kind === 'choice') open.push(...next.options.map(({ value }) => value));
    else if (textOf(next)?.some((part) => typeof part === 'string' && isOther(part))) return true;
  }
  return false;
}
