import { given } from '../../../model/fact.ts';
import type { PolicyCondition, PolicyPrincipal, PolicySource, Statement } from '../../../model/policy.ts';
import { type Contribution, defineService, type ResourceView } from '../../../model/service.ts';
import { describeText, type Hole, literalOf, type Text } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { type GuardedMember, memberCases } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';

/**
 * Shares resources with accounts, organizations or single principals: the consent of each resource, for the actions of RAM's
 * permission, which only RAM tells. https://docs.aws.amazon.com/ram/latest/userguide/security-ram-permissions.html
 */
export default defineService({
  type: 'AWS::RAM::ResourceShare',
  title: 'resource share',
  element: 'part',
  partOf: (view) => memberCases(view, 'ResourceArns').map(({ value }) => value),
  aloneAs: 'control',
  service: 'control',
  documentation: 'https://docs.aws.amazon.com/ram/latest/userguide/what-is.html',
  facts: noAnswers('a share is part of what it shares, which answers'),
  contributes: (view) => {
    const statements = memberCases(view, 'Principals').map((member, index) => statementFor(view, member, index));
    const document = { version: '2012-10-17', statements, origin: view.origin(), guard: view.resource.guard } as const;
    const source: PolicySource = {
      name: `resource share ${view.resource.address}`,
      kind: 'resource',
      statedBy: view.resource.id,
      document,
    };
    return memberCases(view, 'ResourceArns').map(
      ({ value }): Contribution => ({
        to: value,
        dimension: 'resourcePolicy',
        fact: given<readonly PolicySource[]>([source], [view.origin()]),
      }),
    );
  },
  ignored: {
    AllowExternalPrincipals: 'RAM refuses outsiders when the share is made; those that it lists are in it',
  },
});

function statementFor(view: ResourceView, { guard, value }: GuardedMember, index: number): Statement {
  const named = textOf(value) ?? [];
  const { principal, conditions } = sharedWith(named, value.origin);
  return {
    effect: 'Allow',
    principals: [principal],
    actions: permissions(view),
    conditions,
    origin: value.origin,
    guard,
    index,
  };
}

/** The actions of the permissions that are named, or of RAM's default ones: each a text that may be any action. */
function permissions(view: ResourceView): readonly Text[] {
  const named = memberCases(view, 'PermissionArns').flatMap(({ value }) => textOf(value) ?? []);
  const settledBy =
    named.length === 0
      ? `the actions of RAM's default permission for what ${view.resource.address} shares`
      : `the actions of ${describeText(named)} (aws ram get-permission)`;
  const actions: Hole = { symbol: `lookup:${settledBy}`, kind: 'lookup', settledBy };
  return [[actions]];
}

interface SharedWith {
  readonly principal: PolicyPrincipal;
  readonly conditions: readonly PolicyCondition[];
}

/** Accounts, roles and users by number or ARN, services by name; organizations and their units are conditions. */
function sharedWith(named: Text, origin: PolicyCondition['origin']): SharedWith {
  const literal = literalOf(named) ?? '';
  const everybody: PolicyPrincipal = { kind: '*', value: ['*'] };
  const organization = /^arn:[^:]+:organizations::\d+:organization\/(o-\w+)$/.exec(literal)?.[1];
  if (organization !== undefined) {
    const condition = { operator: 'StringEquals', key: 'aws:PrincipalOrgID', values: [[organization]], origin };
    return { principal: everybody, conditions: [condition] };
  }
  const unit = /^arn:[^:]+:organizations::\d+:ou\/(o-\w+)\/(ou-[\w-]+)$/.exec(literal);
  if (unit !== null) {
    const values = [[`${unit[1]}/*/${unit[2]}/*`]];
    const condition = { operator: 'ForAnyValue:StringLike', key: 'aws:PrincipalOrgPaths', values, origin };
    return { principal: everybody, conditions: [condition] };
  }
  return { principal: { kind: literal.endsWith('.amazonaws.com') ? 'Service' : 'AWS', value: named }, conditions: [] };
}
