import { defineMove, type MoveInstance } from '../../../model/attack.ts';
import { always, and, isPossible } from '../../../model/guard.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { rolesOf } from '../../roles-of.ts';
import { together } from '../going.ts';
import { instance } from '../instance.ts';
import { inProfile } from '../instance-profiles.ts';
import { leaveOut } from '../left-out.ts';
import { type PassingWay, passing } from '../pass-role.ts';
import { inBoth } from '../positions.ts';
import { remembered } from '../remembered.ts';
import { type EvenBlock, type RightsBlock, rightsOn } from '../rights.ts';
import { byWorkload } from '../sessions.ts';

/** Rights on an instance, or on the profile that it has, by which it comes to have another role. */
interface Swap {
  readonly on: readonly string[];
  /** What the actions name: the instance itself when not given. */
  readonly named?: (ask: Questions, machine: Resource) => Resource | undefined;
  /** In which state of the instance. */
  readonly when: (ask: Questions, machine: Resource) => boolean;
  readonly fits?: NonNullable<PassingWay['fits']>;
}

const adding = 'iam:AddRoleToInstanceProfile';

/** A profile holds one role: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html */
const swaps: readonly Swap[] = [
  { on: ['ec2:AssociateIamInstanceProfile'], when: (_, machine) => !hasProfile(machine), fits: inProfile },
  { on: ['ec2:ReplaceIamInstanceProfileAssociation'], when: (_, machine) => hasProfile(machine), fits: inProfile },
  {
    on: ['ec2:DisassociateIamInstanceProfile', 'ec2:AssociateIamInstanceProfile'],
    when: (_, machine) => hasProfile(machine),
    fits: inProfile,
  },
  { on: [adding], named: profileOf, when: (ask, machine) => rolesOf(ask.system, machine.id).length === 0 },
  {
    on: ['iam:RemoveRoleFromInstanceProfile', adding],
    named: profileOf,
    when: (ask, machine) => rolesOf(ask.system, machine.id).length > 0,
  },
];

export default defineMove({
  title: 'Give an instance another role',
  description:
    'The identity may change the profile of an instance in which the attacker runs code, and pass a role: the instance hands out the credentials of that role.',
  technique: 'T1578.005',
  actions: ['iam:PassRole', ...new Set(swaps.flatMap(({ on }) => on))],
  ways: swaps.map(({ on }) => ['iam:PassRole', ...on]),
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/replace-iam-role.html'],
  cost: 2,
  *instances(ask) {
    for (const swap of swaps) yield* swapped(ask, swap);
  },
});

function hasProfile({ properties }: Resource): boolean {
  return properties.entries.has('IamInstanceProfile');
}

/** Who may swap, who may pass, and which code: three lists whose product is cut off here. */
const mostSwaps = 4_000;

const made = remembered(() => ({ count: 0 }));

function* swapped(ask: Questions, swap: Swap): Generator<MoveInstance> {
  const { on, named, when, fits } = swap;
  const machines = ask.system.ofType('AWS::EC2::Instance').filter((machine) => when(ask, machine));
  const places = machines.flatMap((machine) => {
    const target = named === undefined ? machine : named(ask, machine);
    return target === undefined ? [] : [{ machine, target }];
  });
  const targets = places.map(({ target }) => target);
  const ways: readonly PassingWay[] = [{ rights: [], ...(fits !== undefined && { fits }) }];
  for (const rights of rightsOn(ask, on, { targets }))
    for (const { even, roles } of passing(ask, { service: 'ec2.amazonaws.com', ways }))
      for (const at of rights.on) {
        const machine = places[at]?.machine;
        if (machine !== undefined) yield* swappedAt(ask, { machine, at, rights, even, roles });
      }
}

interface Place {
  readonly machine: Resource;
  readonly at: number;
  readonly rights: RightsBlock;
  readonly even: EvenBlock;
  readonly roles: readonly Resource[];
}

function* swappedAt(ask: Questions, { machine, at, rights, even, roles }: Place): Generator<MoveInstance> {
  const own = new Set(rolesOf(ask.system, machine.id).map(({ role }) => role));
  for (const who of inBoth(rights.by, even.by))
    for (const what of even.on) {
      const [principal, role] = [ask.access.principals()[who], roles[what]];
      if (principal === undefined || role === undefined || role === principal || own.has(role)) continue;
      made(ask).count += 1;
      if (made(ask).count > mostSwaps)
        return leaveOut(ask, `roles that somebody may give to instances, beyond ${mostSwaps}`);
      const going = together({ proof: rights.items(who, at), guard: rights.guard }, even.going(who, what));
      yield* instance({
        needs: [
          { kind: 'acts-as', principal: principal.id },
          { kind: 'runs-code', resource: machine.id },
        ],
        gives: { kind: 'acts-as', principal: role.id, session: byWorkload(machine.id) },
        ...going,
        guard: and(machine.guard, going.guard ?? always),
      });
    }
}

function profileOf(ask: Questions, machine: Resource): Resource | undefined {
  const value = machine.properties.entries.get('IamInstanceProfile');
  const ends = value === undefined ? [] : ask.system.resolve(value, machine.id, ['AWS::IAM::InstanceProfile']);
  const end = ends.find((one) => one.kind === 'resource' && isPossible(one.guard));
  return end?.kind === 'resource' ? end.resource : undefined;
}
