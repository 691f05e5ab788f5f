import { managedPolicyPaths } from '../../catalog/data/managed-policy-paths.generated.ts';

/**
 * The ARN of a policy that AWS manages, by its name or by its path and name; undefined when there is none of that name,
 * as for a policy of the user.
 */
export function managedPolicyArn(name: string, partition: string): string | undefined {
  if (!/^[\w+=,.@/-]+$/.test(name)) return undefined;
  const end = managedPolicyPaths.indexOf(`\n${name}\n`) < 0 ? managedPolicyPaths.indexOf(`/${name}\n`) : -1;
  if (end < 0)
    return managedPolicyPaths.includes(`\n${name}\n`) ? `arn:${partition}:iam::aws:policy/${name}` : undefined;
  const start = managedPolicyPaths.lastIndexOf('\n', end) + 1;
  return `arn:${partition}:iam::aws:policy/${managedPolicyPaths.slice(start, end)}/${name}`;
}
