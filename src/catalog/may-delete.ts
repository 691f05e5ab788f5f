import type { Access } from '../model/access.ts';
import type { ResourceId } from '../model/id.ts';
import type { Questions } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import { dataActions } from './data-actions.ts';
import { dataArn } from './data-arn.ts';
import { permissions } from './moves/permissions.ts';

/** Somebody in the input who may delete what a store holds, and is no administrator of everything. */
export interface Deleter {
  readonly principal: Resource;
  readonly action: string;
}

const remembered = new WeakMap<Access, ReadonlyMap<ResourceId, Deleter>>();

/** Who may delete the data of a store, the first by id; looked up once for all stores of objects. */
export function mayDelete(ask: Questions, store: Resource): Deleter | undefined {
  const known = remembered.get(ask.access) ?? listed(ask);
  remembered.set(ask.access, known);
  return known.get(store.id);
}

function listed(ask: Questions): ReadonlyMap<ResourceId, Deleter> {
  const stores = new Map<string, Resource[]>();
  for (const store of ask.system.withAnswer('holds')) {
    const action = dataActions(store.type).write.find((each) => /Delete/.test(each));
    if (action === undefined) continue;
    const group = stores.get(action);
    if (group === undefined) stores.set(action, [store]);
    else group.push(store);
  }
  const found = new Map<ResourceId, Deleter>();
  for (const [action, targets] of stores) {
    for (const { principal, target } of permissions(ask, { action, targets, arn: dataArn })) {
      const before = found.get(target.id);
      if (before === undefined || principal.id < before.principal.id) found.set(target.id, { principal, action });
    }
  }
  return found;
}
