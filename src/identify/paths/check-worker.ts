import type { AttackFact, Move, MoveInstance } from '../../model/attack.ts';
import type { ResourceId } from '../../model/id.ts';
import { goesAWay, principalsOf } from './check-means.ts';

/**
 * The step with those who work in it for the attacker among those whom he acts as, as far as the move says what they do: a
 * role that he passes to a service which it trusts, the role of a grant, a user whose password for one service he makes, or the role of a thing that he changes. What else they are said to be allowed counts for nothing.
 */
export function withWorkers(instance: MoveInstance, move: Move): MoveInstance {
  const { does } = move;
  const found = goesAWay(instance, move) ? workersIn(instance) : rolesOfHeld(instance);
  const workers = does === undefined ? [] : found;
  if (workers.length === 0) return instance;
  const proof = instance.proof.filter(
    (item) => item.kind !== 'allowed' || !workers.includes(item.principal) || does?.includes(item.action) === true,
  );
  const needs = workers.map((principal): AttackFact => ({ kind: 'acts-as', principal }));
  return { ...instance, needs: [...instance.needs, ...needs], proof };
}

/** Services that hand out credentials of a role to whom a grant names, by the right to ask for them. */
const vendors: Readonly<Record<string, RegExp>> = {
  'access-grants.s3.amazonaws.com': /^s3:GetDataAccess$/,
  'lakeformation.amazonaws.com': /^lakeformation:GetDataAccess$/,
};

function workersIn(instance: MoveInstance): readonly ResourceId[] {
  const held = principalsOf(instance);
  const may = (action: RegExp, on: string) =>
    instance.proof.some(
      (one) => one.kind === 'allowed' && held.includes(one.principal) && action.test(one.action) && one.on === on,
    );
  const isToldOfGrant = instance.proof.some(({ kind }) => kind === 'setting');
  return instance.proof.flatMap((item) => {
    if (item.kind === 'trusted') {
      const asking = Object.hasOwn(vendors, item.by) ? vendors[item.by] : undefined;
      const isGiven = may(/^iam:PassRole$/, item.role) || (isToldOfGrant && asking !== undefined && may(asking, '*'));
      return !item.by.includes('/') && !held.includes(item.role) && isGiven ? [item.role] : [];
    }
    const isOther = item.kind === 'allowed' && !held.includes(item.principal);
    return isOther && may(/^iam:(Create|Reset)ServiceSpecificCredential$/, item.principal) ? [item.principal] : [];
  });
}

function rolesOfHeld({ needs, proof }: MoveInstance): readonly ResourceId[] {
  const changed = needs.flatMap((need) => (need.kind === 'writes' ? [need.resource] : []));
  return proof.flatMap((item) => (item.kind === 'runs-as' && changed.includes(item.workload) ? [item.role] : []));
}
