import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf, type Text } from '../../model/text.ts';
import { type Attachable, attachablePolicies } from './attachable-policies.ts';
import { boundaryArn } from './boundary-arn.ts';
import type { Context } from './permission.ts';
import type { PolicyTool } from './policy-tools.ts';
import { remembered } from './remembered.ts';

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
  const hasBoundary = type === 'AWS::IAM::User' || type === 'AWS::IAM::Role';
  if (!hasBoundary || !ask.access.asksFor('iam:PermissionsBoundary', action))
    return each([{ context: new Map(), targets }]);
  return each(
    boundaryGroups(ask, type).map(({ boundary, targets }) => ({
      targets,
      context: new Map<string, readonly string[] | 'absent'>(
        boundary === undefined ? [] : [['iam:PermissionsBoundary', boundary === 'absent' ? boundary : [boundary]]],
      ),
    })),
  );
}

interface BoundaryGroup {
  /** Its ARN; undefined when it is not known. */
  readonly boundary: string | undefined;
  readonly targets: readonly Resource[];
}

const groupsKnown = remembered(() => new Map<string, readonly BoundaryGroup[]>());

/** Users, or roles, by their boundary: one list for all calls on them, since who may do what is worked out for each list. */
function boundaryGroups(ask: Questions, type: string): readonly BoundaryGroup[] {
  const before = groupsKnown(ask).get(type);
  if (before !== undefined) return before;
  const byBoundary = new Map<string | undefined, Resource[]>();
  for (const target of ask.system.ofType(type)) {
    const key = boundaryKey(ask, target);
    const there = byBoundary.get(key);
    if (there === undefined) byBoundary.set(key, [target]);
    else there.push(target);
  }
  const made = [...byBoundary].map(([boundary, targets]) => ({ boundary, targets }));
  groupsKnown(ask).set(type, made);
  return made;
}

function boundaryKey(ask: Questions, target: Resource): string | undefined {
  const arn = boundaryArn(ask, target);
  if (arn === 'absent') return arn;
  return arn.length === 0 ? undefined : literalOf(arn);
}

function withPolicy(context: NonNullable<Context>, policy: readonly (string | Text)[]): NonNullable<Context> {
  return new Map([...context, ['iam:PolicyARN', policy]]);
}
