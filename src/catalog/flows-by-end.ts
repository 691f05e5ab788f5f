import type { ElementId } from '../model/id.ts';
import type { Flow, SystemModel } from '../model/system.ts';

interface FlowIndex {
  readonly from: ReadonlyMap<ElementId, readonly Flow[]>;
  readonly to: ReadonlyMap<ElementId, readonly Flow[]>;
}

const remembered = new WeakMap<SystemModel, FlowIndex>();

/** The flows that leave an element. */
export function flowsFrom(model: SystemModel, element: ElementId): readonly Flow[] {
  return indexOf(model).from.get(element) ?? [];
}

/** The flows that end at an element. */
export function flowsTo(model: SystemModel, element: ElementId): readonly Flow[] {
  return indexOf(model).to.get(element) ?? [];
}

function indexOf(model: SystemModel): FlowIndex {
  const known = remembered.get(model);
  if (known !== undefined) return known;
  const index = { from: grouped(model.flows, 'from'), to: grouped(model.flows, 'to') };
  remembered.set(model, index);
  return index;
}

function grouped(flows: readonly Flow[], end: 'from' | 'to'): ReadonlyMap<ElementId, readonly Flow[]> {
  const groups = new Map<ElementId, Flow[]>();
  for (const flow of flows) {
    const group = groups.get(flow[end]);
    if (group === undefined) groups.set(flow[end], [flow]);
    else group.push(flow);
  }
  return groups;
}
