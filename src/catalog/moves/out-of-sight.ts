import type { MoveInstance, ProofItem } from '../../model/attack.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { rolesOf } from '../roles-of.ts';
import { accountKey, isAdministrator } from './administrators.ts';
import { instance } from './instance.ts';
import { leaveOut } from './left-out.ts';
import { trustingRoles } from './pass-role.ts';
import { remembered } from './remembered.ts';
import { byWorkload } from './sessions.ts';
import { goingBy, type Right, type Way } from './ways.ts';

/** Things that act as a role and that may be there although the input does not show them. */
export interface Unseen {
  /** As people say it: `a function`. */
  readonly thing: string;
  /** What its role trusts. */
  readonly service: string;
  /** The kind of ARN that actions on it name, `function:`. */
  readonly kind: string;
  /** Only these roles can be those of such a thing. */
  readonly unseenRoles?: (ask: Questions, role: Resource) => boolean;
  readonly ways: readonly {
    readonly on: readonly string[];
    readonly kind?: string;
    readonly also?: readonly Right[];
    readonly besides?: Way['besides'];
    readonly unseen?: string;
  }[];
}

/** Of one kind no more things than these are taken to be outside the input. */
const mostUnseen = 20;

/**
 * A role that trusts the service, and that nothing in the input runs as, is there for something that the input does not
 * show: whoever may change any such thing gets at the role, provided that it is there.
 */
export function* outOfSight(ask: Questions, unseen: Unseen): Generator<MoveInstance> {
  const roles = rolesWithoutUse(ask, unseen);
  if (roles.length === 0) return;
  for (const way of unseen.ways)
    for (const { principal, proof } of whoMayAny(ask, unseen, way))
      for (const { role, item } of roles) {
        if (role.id === principal.id || accountKey(ask, role) !== accountKey(ask, principal)) continue;
        const there = `${unseen.thing} that runs as ${role.address} is there, outside of what is given`;
        yield* instance({
          needs: [{ kind: 'acts-as', principal: principal.id }],
          gives: { kind: 'acts-as', principal: role.id, session: byWorkload() },
          proof: [...proof, item],
          guard: role.guard,
          provided: way.unseen === undefined ? there : `${there}, and ${way.unseen}`,
        });
      }
}

function rolesWithoutUse(ask: Questions, { service, unseenRoles }: Unseen) {
  const used = usedRoles(ask);
  const unused = trustingRoles(
    ask,
    service,
    (role) => !used.has(role.id) && isPartial(ask, role) && unseenRoles?.(ask, role) !== false,
  );
  if (unused.length > mostUnseen)
    leaveOut(ask, `roles for ${service} that nothing in the input runs as, beyond ${mostUnseen}`);
  return unused.slice(0, mostUnseen);
}

/** Everybody who may go the way on any such thing: a right on one of a certain name says nothing of one that nobody has seen. */
function* whoMayAny(ask: Questions, unseen: Unseen, way: Unseen['ways'][number]) {
  const { on, kind = unseen.kind, also = [], besides } = way;
  const rights = [...on.map((action) => [action, kind] as const), ...also];
  const going = goingBy(ask, { rights, ...(besides && { besides }) });
  for (const principal of ask.access.candidates(on[0] ?? '')) {
    const made = isAdministrator(ask, principal) ? undefined : going(principal);
    if (made !== undefined && !made.proof.some(isGuess)) yield { principal, proof: made.proof };
  }
}

function isGuess({ kind }: ProofItem): boolean {
  return kind === 'assumed';
}

/** In an account that is given as a whole nothing is outside of the input. */
function isPartial(ask: Questions, role: Resource): boolean {
  return ask.system.deploymentOf(role.id).completeness !== 'complete';
}

/** Roles that something in the input works with. */
const usedRoles = remembered((ask): ReadonlySet<ResourceId> => {
  const used = new Set<ResourceId>();
  for (const resource of ask.system.withAnswer('runsAs'))
    if (resource.type !== 'AWS::IAM::InstanceProfile')
      for (const { role } of rolesOf(ask.system, resource.id)) used.add(role.id);
  return used;
});
