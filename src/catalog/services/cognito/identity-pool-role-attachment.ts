import type { Forward } from '../../../model/entry.ts';
import { type Fact, given } from '../../../model/fact.ts';
import { type Contribution, defineService, type ResourceView } from '../../../model/service.ts';
import type { UnknownValue, Value } from '../../../model/value.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { optionsOf, within } from '../../answer.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

export default defineService({
  type: 'AWS::Cognito::IdentityPoolRoleAttachment',
  title: 'roles of an identity pool',
  element: 'part',
  partOf: (view) => poolOf(view),
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-identitypoolroleattachment.html',
  facts: noAnswers('the roles belong to the identity pool, which answers'),
  structure: { forwards },
  contributes: (view) =>
    poolOf(view).map((to): Contribution => ({ to, dimension: 'runsAs', fact: given(handedOut(view).map(asRun)) })),
  ignored: {},
});

function poolOf(view: ResourceView): readonly Value[] {
  const pool = view.read('IdentityPoolId');
  return pool === undefined ? [] : [pool];
}

interface HandedOut {
  readonly role: Value;
  /** `none`: to everybody who asks. */
  readonly authentication: 'none' | 'jwt';
}

/** Every role that callers may get: by default, for guests, and by rules on claims of their tokens. */
function handedOut(view: ResourceView): readonly HandedOut[] {
  const roles = view.read('Roles');
  if (roles?.kind === 'unknown') return [...anybody(roles), ...users(mapped(view))];
  const guests = view.read('Roles.unauthenticated');
  const signedIn = view.read('Roles.authenticated');
  return [
    ...(guests === undefined ? [] : [{ role: guests, authentication: 'none' } as const]),
    ...users(signedIn === undefined ? [] : [signedIn]),
    ...users(mapped(view)),
  ];
}

function users(roles: readonly Value[]): readonly HandedOut[] {
  return roles.map((role): HandedOut => ({ role, authentication: 'jwt' }));
}

/** Of roles that are known by references only, each may be for guests or for users. */
function anybody(roles: UnknownValue): readonly HandedOut[] {
  return (roles.refs ?? []).flatMap((ref): readonly HandedOut[] => {
    const role: Value = { ...roles, refs: [ref] };
    return [
      { role, authentication: 'none' },
      { role, authentication: 'jwt' },
    ];
  });
}

function mapped(view: ResourceView): readonly Value[] {
  return optionsOf(view.read('RoleMappings')).flatMap(({ value }) =>
    value?.kind !== 'map'
      ? []
      : [...value.entries.values()].flatMap((mapping) =>
          guardedMembers(within(view, mapping), 'RulesConfiguration.Rules').flatMap(
            (rule) => within(view, rule).read('RoleARN') ?? [],
          ),
        ),
  );
}

/** Code of the customer's users holds these credentials, in a browser or an app. */
function asRun({ role }: HandedOut): RunsAs {
  return { role, purpose: 'workload', service: 'cognito-identity.amazonaws.com' };
}

function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const flows = poolOf(view).flatMap((from) =>
    handedOut(view).flatMap(({ role, authentication }) => {
      const whom = authentication === 'none' ? 'everybody who asks' : 'signed-in users';
      const because = `${view.resource.address} hands out credentials of this role to ${whom}`;
      return statedFlow(role, { from, kind: 'secret', authentication, because });
    }),
  );
  return flowsOf(view, flows);
}
