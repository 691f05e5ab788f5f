import { defineMove, type MoveInstance, type ProofItem } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { textKey } from '../../../model/text.ts';
import { accountKey } from '../administrators.ts';
import { instance } from '../instance.ts';
import { type Making, makesNew } from '../new-things.ts';
import { permissions } from '../permissions.ts';
import { rolesOfSet } from '../policy-holders.ts';

const assigning = 'sso:CreateAccountAssignment';
const making: readonly Making[] = ['sso:AttachManagedPolicyToPermissionSet', 'sso:PutInlinePolicyToPermissionSet'].map(
  (giving): Making => [
    ['sso:CreatePermissionSet', '*'],
    [giving, '*'],
    [assigning, '*'],
  ],
);

export default defineMove({
  title: 'Assign a permission set to oneself',
  description:
    'The identity may decide in IAM Identity Center who uses which permission set in which account: it takes one that is there, or makes one with every right.',
  technique: 'T1098.003',
  actions: [...new Set(making.flat().map(([action]) => action))],
  references: ['https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateAccountAssignment.html'],
  cost: 1,
  *instances(ask) {
    const sets = ask.system.ofType('AWS::SSO::PermissionSet').filter((set) => rolesOfSet(ask, set).length > 0);
    for (const { principal, target: set, item } of permissions(ask, { action: assigning, targets: sets }))
      for (const role of rolesOfSet(ask, set))
        if (role.id !== principal.id)
          yield* instance({
            needs: [{ kind: 'acts-as', principal: principal.id }],
            gives: { kind: 'acts-as', principal: role.id },
            proof: [item],
            guard: role.guard,
            ...ifPerson(principal),
          });
    const [first] = sets;
    if (first === undefined) return;
    for (const principal of ask.access.candidates('sso:CreatePermissionSet'))
      yield* administrated(ask, principal, sets);
  },
});

/** Every account for which Identity Center has made roles. */
function* administrated(ask: Questions, principal: Resource, sets: readonly Resource[]): Generator<MoveInstance> {
  const proof = makesNew(ask, principal, making);
  if (proof === undefined) return;
  const roles = new Map(sets.flatMap((set) => rolesOfSet(ask, set)).map((role) => [accountKey(ask, role), role]));
  for (const [account, role] of roles)
    yield* instance({
      needs: [{ kind: 'acts-as', principal: principal.id }],
      gives: { kind: 'administrates', account },
      proof: [...proof, reaches(role)],
      guard: role.guard,
      ...ifPerson(principal),
    });
}

function reaches(role: Resource): ProofItem {
  const note = `IAM Identity Center makes roles in the account of ${role.address}`;
  return { kind: 'setting', resource: role.id, property: '', note, origin: role.origin };
}

/** Permission sets are assigned to people, and whoever acts as a role of one is such a person. */
function ifPerson({ arn, address }: Resource): { readonly provided?: string } {
  const isPerson = arn !== undefined && textKey(arn).includes(':role/aws-reserved/sso.amazonaws.com/');
  return isPerson ? {} : { provided: `whoever acts as ${address} can sign in to IAM Identity Center` };
}
