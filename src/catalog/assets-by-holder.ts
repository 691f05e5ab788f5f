import type { ElementId } from '../model/id.ts';
import type { Asset, SystemModel } from '../model/system.ts';
import { byElement } from './by-element.ts';

const remembered = new WeakMap<SystemModel, ReadonlyMap<ElementId, readonly Asset[]>>();

/** The assets that an element holds. */
export function assetsOf(model: SystemModel, element: ElementId): readonly Asset[] {
  let index = remembered.get(model);
  if (index === undefined) {
    index = byElement(model.assets, ({ heldBy }) => heldBy);
    remembered.set(model, index);
  }
  return index.get(element) ?? [];
}
