import { describe, expect, test } from 'vitest';
import loosenLimits from '../../src/catalog/moves/identity/loosen-limits.ts';
import { importInputs } from '../../src/define/import.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import { modelOf } from '../../src/threat-model.ts';
import { testDay } from '../support/model-of-texts.ts';
import { allow, details, iam, inline, type Json, managedPolicy, policy, printed, user } from './snapshot.ts';
import { defined, identity } from './verdicts.ts';

/** What whoever holds the user's key does, and how sure it is: moves by their names. */
async function waysOf(texts: Readonly<Record<string, string>>, from: string): Promise<readonly string[]> {
  const { document } = await modelOf(importInputs(inputsFromTexts(texts)), { asOf: testDay, from });
  return document.attackPaths
    .filter(({ attacker, gains }) => attacker.endsWith(from) && gains === 'administrator')
    .map(({ certainty, steps }) => `${certainty}: ${steps.map(({ move }) => move.split('/')[1]).join(', ')}`);
}

describe('versions of a policy in an account that was given as a whole', () => {
  const attached = { AttachedManagedPolicies: [{ PolicyName: 'narrow', PolicyArn: iam('policy/narrow') }] };
  const document = policy(allow('iam:SetDefaultPolicyVersion'));
  const account = (versions: Json) =>
    printed(
      details({
        UserDetailList: [user('dana', attached)],
        Policies: [managedPolicy('narrow', document, { DefaultVersionId: 'v2', PolicyVersionList: versions })],
      }),
    );
  const now = { VersionId: 'v2', IsDefaultVersion: true, Document: document };

  test('lead to administration for certain when an earlier one is shown that allowed everything', async () => {
    const before = (document: Json) => ({ VersionId: 'v1', IsDefaultVersion: false, Document: document });
    const ways = (earlier: Json) => waysOf({ 'account.json': account([now, before(earlier)]) }, iam('user/dana'));
    expect(await ways(policy(allow('*')))).toEqual(['certain: restore-policy-version']);
    const condition = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
    const bounded = { Effect: 'Allow', Action: '*', Resource: '*', Condition: condition };
    expect(await ways(policy(bounded))).toEqual(['conditional: restore-policy-version']);
  });

  test('lead nowhere when there is one only', async () => {
    expect(await waysOf({ 'account.json': account([now]) }, iam('user/dana'))).toEqual([]);
  });
});

describe('guardrails of an organization', () => {
  const management = '999988887777';
  const accounts = (rights: Json) =>
    printed([
      details({ UserDetailList: [user('dana', { UserPolicyList: [inline('all', policy(allow('*')))] })] }),
      details({
        UserDetailList: [user('boss', { UserPolicyList: [inline('own', policy(rights))] }, management)],
      }),
    ]);
  const tree = `
kind: organization
id: o-ours
management: "${management}"
policies:
  - name: no-identities
    type: scp
    document: ${JSON.stringify(policy({ Effect: 'Deny', Action: ['iam:CreateUser', 'iam:CreateRole'], Resource: '*' }))}
root:
  id: r-ab12
  accounts: ["${management}", { id: "111122223333", policies: [no-identities] }]
`;
  /** How many places there are where the user of the management account lifts what limits the other. */
  const loosened = async (rights: Json) => {
    const asked = await defined({ 'accounts.json': accounts(rights), 'organization.yaml': tree });
    const boss = identity(asked, iam('user/boss', management)).id;
    const needed = [...loosenLimits.instances(asked.ask)].map((one) => ('needs' in one ? one.needs : []));
    return needed.filter((needs) => needs.some((need) => need.kind === 'acts-as' && need.principal === boss)).length;
  };

  test('are lifted by whoever detaches them, for identities that they alone limit', async () => {
    expect(await loosened(allow('organizations:DetachPolicy'))).toBeGreaterThan(0);
  });

  test('are lifted by an account that leaves, for its own identities alone', async () => {
    const leaving = (rights: Json) =>
      printed([
        details({
          UserDetailList: [
            user('dana', { UserPolicyList: [inline('own', policy(rights))] }),
            user('kim', { UserPolicyList: [inline('all', policy(allow('iam:*')))] }),
          ],
        }),
        details({ UserDetailList: [user('boss', {}, management)] }),
      ]);
    const freed = async (rights: Json) => {
      const asked = await defined({ 'accounts.json': leaving(rights), 'organization.yaml': tree });
      const dana = identity(asked, iam('user/dana')).id;
      return [...loosenLimits.instances(asked.ask)]
        .flatMap((one) => ('needs' in one ? one.needs : []))
        .flatMap((need) => (need.kind === 'acts-as' && need.principal !== dana ? [need.principal] : []));
    };
    expect(await freed(allow('organizations:LeaveOrganization'))).toEqual(
      expect.arrayContaining([expect.stringContaining('kim')]),
    );
    expect(await freed(allow('organizations:ListAccounts'))).toEqual([]);
  });

  test('stay where nobody may detach or change them', async () => {
    expect(await loosened(allow('organizations:DescribePolicy'))).toBe(0);
  });
});
