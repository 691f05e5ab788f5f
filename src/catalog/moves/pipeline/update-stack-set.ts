import { defineMove, type MoveInstance } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { describeText, textKey } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { rolesOf } from '../../roles-of.ts';
import { accountKey } from '../administrators.ts';
import { usesOf } from '../give-work.ts';
import { instance } from '../instance.ts';
import { permissions } from '../permissions.ts';
import { isAmong } from '../positions.ts';
import { byWorkload } from '../sessions.ts';
import { stackSetTemplates } from '../stack-set-templates.ts';

const updating = 'cloudformation:UpdateStackSet';

export default defineMove({
  title: 'Have a stack set carry a template to its accounts',
  description:
    'The identity may update a stack set that names no role of its own, or changes what it is made of: CloudFormation deploys that in every account of the set.',
  technique: 'T1072',
  actions: [updating],
  ways: [[updating]],
  does: ['sts:AssumeRole'],
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-activate-trusted-access.html',
  ],
  cost: 2,
  *instances(ask) {
    const sets = ask.system.ofType('AWS::CloudFormation::StackSet');
    for (const { principal, target, item } of permissions(ask, {
      action: updating,
      targets: sets.filter(asksForNoRole),
    }))
      yield* instance({
        needs: [{ kind: 'acts-as', principal: principal.id }],
        gives: { kind: 'writes', resource: target.id },
        proof: [item],
        guard: target.guard,
      });
    yield* byTemplate(ask);
    for (const set of sets) {
      yield* throughRoles(ask, set);
      if (isManaged(set)) yield* throughOrganization(ask, set);
    }
  },
});

/** A role that is not the usual one has to be passed with every update, and none where AWS manages the permissions. */
function asksForNoRole(set: Resource): boolean {
  const role = set.properties.entries.get('AdministrationRoleARN');
  const name = role === undefined ? '' : describeText(textOf(role) ?? []);
  return isManaged(set) || name === '' || name.endsWith('AWSCloudFormationStackSetAdministrationRole');
}

function isManaged({ properties }: Resource): boolean {
  const model = properties.entries.get('PermissionModel');
  return model !== undefined && describeText(textOf(model) ?? []) === 'SERVICE_MANAGED';
}

/** What it deploys is fetched from a bucket when it is updated. */
function* byTemplate(ask: Questions): Generator<MoveInstance> {
  for (const { set, place, guard, origin } of stackSetTemplates(ask)) {
    const note = `${set.address} takes its template from ${place.bucket.address}`;
    const updated = `${set.address} is updated from there`;
    yield* instance({
      needs: [{ kind: 'writes', resource: place.bucket.id, part: place.part }],
      gives: { kind: 'writes', resource: set.id },
      proof: [{ kind: 'setting', resource: set.id, property: 'TemplateURL', note, origin }],
      guard,
      provided: place.provided === undefined ? updated : `${updated}, and ${place.provided}`,
    });
  }
}

/** The roles in the accounts that its administration role may take. */
function* throughRoles(ask: Questions, set: Resource): Generator<MoveInstance> {
  const principals = ask.access.principals();
  for (const { role, guard } of rolesOf(ask.system, set.id)) {
    const at = principals.indexOf(role);
    for (const use of usesOf(ask, [['sts:AssumeRole', 'AWS::IAM::Role']]))
      for (const what of isAmong(use.by, at) ? use.gives.positions : []) {
        const [taken, done] = [use.gives.list[what], use.at(at, what)];
        if (taken === undefined || done === undefined) continue;
        yield* instance({
          needs: [{ kind: 'writes', resource: set.id }],
          gives: { kind: 'acts-as', principal: taken.id, session: byWorkload(set.id) },
          proof: [{ kind: 'runs-as', workload: set.id, role: role.id, origin: set.origin }, ...done.proof],
          guard,
          ...(done.provided !== undefined && { provided: done.provided }),
        });
      }
  }
}

/** With permissions that AWS manages, it makes an administrator of itself in each account that the set deploys to. */
function* throughOrganization(ask: Questions, set: Resource): Generator<MoveInstance> {
  const accounts = new Map(ask.system.model.deployments.map(({ account }) => [textKey(account), account]));
  const own = accountKey(ask, set);
  const note = `${set.address} deploys with permissions that AWS manages`;
  for (const [account, name] of accounts)
    if (account !== own)
      yield* instance({
        needs: [{ kind: 'writes', resource: set.id }],
        gives: { kind: 'administrates', account },
        proof: [{ kind: 'setting', resource: set.id, property: 'PermissionModel', note, origin: set.origin }],
        guard: set.guard,
        provided: `${set.address} deploys to account ${describeText(name)}`,
      });
}
