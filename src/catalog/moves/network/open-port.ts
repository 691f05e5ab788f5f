import { defineMove, type MoveInstance, type ProofItem } from '../../../model/attack.ts';
import type { ResourceId } from '../../../model/id.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { wornGroups } from '../../worn-groups.ts';
import { instance } from '../instance.ts';
import { leaveOut } from '../left-out.ts';
import { type Permission, type PermissionBlock, permissionBlocks } from '../permissions.ts';
import { workloads } from '../workloads.ts';

const actions = ['ec2:AuthorizeSecurityGroupIngress', 'ec2:ModifySecurityGroupRules'];
/** More pairs of an identity and something that wears a group are not tried. */
const mostPairs = 5_000;

export default defineMove({
  title: 'Open a port in a security group',
  description:
    'Nothing but a security group keeps the internet out, and the identity may add rules to it: it lets itself in, and everybody else.',
  technique: 'T1562.007',
  actions,
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  cost: 1,
  *instances(ask) {
    const groups = ask.system.ofType('AWS::EC2::SecurityGroup');
    const given = actions.flatMap((action) => permissionBlocks(ask, { action, targets: groups }));
    if (given.length === 0) return;
    const byGroup = wearers(ask);
    const worn = groups.map(({ id }) => byGroup.get(id) ?? []);
    let pairs = 0;
    for (const { permission, target } of pairsIn(given, worn)) {
      pairs += 1;
      if (pairs > mostPairs) return leaveOut(ask, `who opens ports in security groups, beyond ${mostPairs} pairs`);
      yield* opened(permission, target);
    }
  },
});

/** Who may change which group, with what wears it: one after another, since somebody may be allowed to change all of them. */
function* pairsIn(blocks: readonly PermissionBlock[], worn: readonly (readonly Resource[])[]) {
  for (const { by, on, permission } of blocks)
    for (const what of on)
      for (const target of worn[what] ?? []) for (const who of by) yield { permission: permission(who, what), target };
}

/** By group, the workloads that wear it and that the internet would reach if the group let it. */
function wearers(ask: Questions): ReadonlyMap<ResourceId, readonly Resource[]> {
  const found = new Map<ResourceId, Resource[]>();
  for (const target of workloads(ask)) {
    const groups = wornGroups(target, ask.system);
    if (groups.length === 0 || !isKeptOutByGroups(ask, target)) continue;
    for (const { resource } of groups)
      if (resource !== undefined) found.set(resource, [...(found.get(resource) ?? []), target]);
  }
  return found;
}

/** Addresses, routes and network ACLs are asked before groups. */
function isKeptOutByGroups(ask: Questions, target: Resource): boolean {
  const { verdict, blockedBy } = ask.reach.connect({ kind: 'internet' }, { kind: 'resource', resource: target.id });
  return verdict === 'blocked' && blockedBy?.component === 'security-group';
}

function opened({ principal, target: group, item }: Permission, target: Resource): readonly MoveInstance[] {
  const note = `${target.address} wears ${group.address}, and nothing else keeps the internet out`;
  const setting: ProofItem = { kind: 'setting', resource: target.id, property: '', note, origin: target.origin };
  return instance({
    needs: [{ kind: 'acts-as', principal: principal.id }],
    gives: { kind: 'can-call', resource: target.id },
    proof: [item, setting],
    guard: target.guard,
  });
}
