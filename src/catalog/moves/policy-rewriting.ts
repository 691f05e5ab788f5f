import { casesOf } from '../../model/fact.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { everything, unbounded } from './administrators.ts';
import type { Allowed } from './permission.ts';
import { permissions } from './permissions.ts';
import { remembered } from './remembered.ts';

interface Rewriting {
  readonly principal: Resource;
  readonly on: Resource;
  readonly item: Allowed;
}

/** Actions that write or attach a policy, by what they are done to. */
const rewritingActions = [
  ['AWS::IAM::User', ['iam:PutUserPolicy', 'iam:AttachUserPolicy']],
  ['AWS::IAM::Role', ['iam:PutRolePolicy', 'iam:AttachRolePolicy']],
  ['AWS::IAM::Group', ['iam:PutGroupPolicy', 'iam:AttachGroupPolicy']],
  ['AWS::IAM::ManagedPolicy', ['iam:CreatePolicyVersion']],
] as const;

/** Every identity with what it may rewrite, once for each pair. */
export const mayRewrite = remembered((ask): readonly Rewriting[] => {
  const found = new Map<string, Rewriting>();
  for (const [type, actions] of rewritingActions)
    for (const action of actions)
      for (const { principal, target, item } of permissions(ask, {
        action,
        targets: ask.system.ofType(type),
        context: everything,
      })) {
        const key = `${principal.id} ${target.id}`;
        const before = found.get(key);
        if (before === undefined || (before.item.decision.verdict !== 'allow' && item.decision.verdict === 'allow'))
          found.set(key, { principal, on: target, item });
      }
  return [...found.values()];
});

/** What speaks for a principal and can be rewritten. */
export function rewritable(ask: Questions, principal: Resource): readonly Resource[] {
  return [principal, ...(speaking(ask).get(principal.id) ?? [])];
}

/** The principals that a principal's own, a group's or a managed policy speaks for. */
export function spokenForBy(ask: Questions, on: Resource): readonly Resource[] {
  return spokenFor(ask).get(on.id) ?? [];
}

/** Groups and managed policies that speak for each principal. */
const speaking = remembered((ask): ReadonlyMap<ResourceId, readonly Resource[]> => {
  const result = new Map<ResourceId, readonly Resource[]>();
  for (const { id } of ask.access.principals()) {
    const policies = ask.access.policiesOf(id).flatMap(({ kind, statedBy }) => {
      const policy = statedBy === undefined ? undefined : ask.system.resource(statedBy);
      return kind === 'managed' && policy !== undefined ? [policy] : [];
    });
    const groups = casesOf(ask.system.fact(id, 'memberOf')).flatMap(({ fact }) =>
      fact.kind === 'unknown'
        ? []
        : fact.value
            .flatMap((value) => ask.system.resolve(value, id, ['AWS::IAM::Group']))
            .flatMap((end) => (end.kind === 'resource' ? [end.resource] : [])),
    );
    result.set(id, [...new Set([...groups, ...policies])]);
  }
  return result;
});

const spokenFor = remembered((ask): ReadonlyMap<ResourceId, readonly Resource[]> => {
  const result = new Map<ResourceId, Resource[]>();
  for (const principal of ask.access.principals())
    for (const resource of rewritable(ask, principal)) {
      const there = result.get(resource.id);
      if (there === undefined) result.set(resource.id, [principal]);
      else there.push(principal);
    }
  return result;
});

/** What to say of a step that hangs on it. */
export function ifUnbounded(ask: Questions, principal: Resource): { readonly provided?: string } {
  return unbounded(ask, principal) === 'maybe'
    ? { provided: `neither the permissions boundary nor a Deny keeps ${principal.address} from administration` }
    : {};
}
