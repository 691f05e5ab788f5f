import { casesOf } from '../../model/fact.ts';
import type { Questions } from '../../model/questions.ts';
import type { ControlPlaneWay } from '../../model/reach.ts';
import type { Resource } from '../../model/resource.ts';
import type { Going } from './going.ts';
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

/**
 * The way in of one kind that AWS's control plane opens to it, the surest of them, and what must hold beyond the premises
 * of a move that goes there; undefined where none is or may be open.
 */
export function throughShell(ask: Questions, workload: Resource, kind: ControlPlaneWay['kind']): Going | undefined {
  const ways = ask.reach.controlPlane(workload.id).filter((way) => way.kind === kind && way.verdict !== 'blocked');
  const way = ways.find(({ verdict }) => verdict === 'open') ?? ways[0];
  if (way === undefined) return undefined;
  const { guard, settledBy } = way;
  return { proof: [], guard, ...(settledBy !== undefined && { provided: settledBy }) };
}
