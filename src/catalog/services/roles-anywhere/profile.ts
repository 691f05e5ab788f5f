import { byDefault, type Fact, given } from '../../../model/fact.ts';
import type { PolicySource } from '../../../model/policy.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';
import { readPolicies } from '../../read-policy.ts';
import { attachedPolicies } from '../iam/attached-policies.ts';
import { memberCases } from '../../guarded-members.ts';

/**
 * Which roles a certificate may be exchanged for, and what sessions that are made so may do at most: what the role may, within
 * the policies of the profile. https://docs.aws.amazon.com/rolesanywhere/latest/userguide/authentication-create-session.html
 */
export default defineService({
  type: 'AWS::RolesAnywhere::Profile',
  title: 'Roles Anywhere profile',
  element: 'control',
  service: 'identity',
  documentation: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/introduction.html',
  facts: noAnswers('a profile hands out roles; these answer'),
  structure: { sessionPolicies },
  ignored: {
    RoleArns: 'a role must trust Roles Anywhere as well; its trust policy answers who gets in',
    AcceptRoleSessionName: 'sessions may choose a name; trust policies that ask for one are judged',
  },
});

/** None: the sessions may do all that their role may. */
function sessionPolicies(view: ResourceView): Fact<readonly PolicySource[]> {
  const inline = readPolicies(view.read('SessionPolicy')).map(
    (document): PolicySource => ({
      name: `session policy of ${view.resource.address}`,
      kind: 'session',
      statedBy: view.resource.id,
      document,
    }),
  );
  const managed = memberCases(view, 'ManagedPolicyArns').flatMap((member) => attachedPolicies(view, member, 'managed'));
  const sources = [...inline, ...managed];
  return sources.length === 0 ? byDefault<readonly PolicySource[]>([], [view.origin()]) : given(sources, [view.origin()]);
}
