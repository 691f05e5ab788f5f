import { casesOf } from '../../model/fact.ts';
import type { Questions } from '../../model/questions.ts';
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

/** Shells that AWS's control plane opens in it. */
export function shellsOf(ask: Questions, workload: Resource): readonly string[] {
  return casesOf(ask.system.fact(workload.id, 'workload')).flatMap(({ fact }) =>
    fact.kind === 'known' ? fact.value.controlPlaneShells : [],
  );
}
