import { casesOf } from '../../model/fact.ts';
import type { Guard } from '../../model/guard.ts';
import type { ControlPlaneWay, Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { remembered } from './remembered.ts';

/** Resources in which code of the customer runs, as parts of nothing: what an attacker can get code into. */
export const workloads = remembered((ask): readonly Resource[] =>
  ask.system.withAnswer('workload').filter((resource) => isWhole(ask, resource) && runs(ask, resource)),
);

/** A launch template or task definition runs nothing by itself: the group or service that uses it does. */
function isWhole(ask: Questions, resource: Resource): boolean {
  return ask.system.elementOf(resource.id)?.resource === resource.id;
}

function runs(ask: Questions, resource: Resource): boolean {
  return casesOf(ask.system.fact(resource.id, 'workload')).length > 0;
}

/** The ways in of one kind that AWS's control plane opens to it, or may: those that are shut lead nowhere. */
export function shellsOf(
  ask: Questions,
  workload: Resource,
  kind: ControlPlaneWay['kind'],
): readonly ControlPlaneWay[] {
  return ask.reach.controlPlane(workload.id).filter((way) => way.kind === kind && way.verdict !== 'blocked');
}

/** What must hold beyond the premises of a move that goes such a way. */
export function throughShell({ guard, settledBy }: ControlPlaneWay): {
  readonly guard: Guard;
  readonly provided?: string;
} {
  return { guard, ...(settledBy !== undefined && { provided: settledBy }) };
}
