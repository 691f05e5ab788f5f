import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf, type Text } from '../../model/text.ts';
import { type Attachable, attachablePolicies } from './attachable-policies.ts';
import { boundaryArn } from './boundary-arn.ts';
import type { Context } from './permission.ts';
import type { PolicyTool } from './policy-tools.ts';

/** Targets for which the call's conditions have the same values. */
export interface Asked {
  readonly context: NonNullable<Context>;
  readonly targets: readonly Resource[];
  /** What is attached where it is not the policy that gives everything. */
  readonly policy?: Attachable;
}

/**
 * The policy that gives everything, or one that may be attached instead, and the boundary that the target has, which
 * `iam:PermissionsBoundary` speaks of.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
export function askedTogether(ask: Questions, { action, type }: PolicyTool): readonly Asked[] {
  const targets = ask.system.ofType(type);
  const admin = ['arn:aws:iam::aws:policy/AdministratorAccess'];
  if (/Put\w+Boundary$/.test(action)) return [{ context: new Map([['iam:PermissionsBoundary', admin]]), targets }];
  const isAttached = /iam:Attach/.test(action);
  const instead = isAttached ? attachablePolicies(ask) : [];
  const each = (given: readonly Asked[]) => [
    ...given.map((one) => (isAttached ? { ...one, context: withPolicy(one.context, admin) } : one)),
    ...instead.flatMap((policy) =>
      given.map((one) => ({ ...one, policy, context: withPolicy(one.context, [policy.arn]) })),
    ),
  ];
  if (type !== 'AWS::IAM::User' && type !== 'AWS::IAM::Role') return each([{ context: new Map(), targets }]);
  const byBoundary = new Map<string | undefined, Resource[]>();
  for (const target of targets) {
    const arn = boundaryArn(ask, target);
    const key = arn === 'absent' ? arn : arn.length === 0 ? undefined : literalOf(arn);
    byBoundary.set(key, [...(byBoundary.get(key) ?? []), target]);
  }
  return each(
    [...byBoundary].map(([boundary, group]) => ({
      targets: group,
      context: new Map<string, readonly string[] | 'absent'>(
        boundary === undefined ? [] : [['iam:PermissionsBoundary', boundary === 'absent' ? boundary : [boundary]]],
      ),
    })),
  );
}

function withPolicy(context: NonNullable<Context>, policy: readonly (string | Text)[]): NonNullable<Context> {
  return new Map([...context, ['iam:PolicyARN', policy]]);
}
