import { casesOf } from '../model/fact.ts';
import type { ElementId } from '../model/id.ts';
import type { RiskMethod } from '../model/knowledge.ts';
import type { DefinedSystem } from '../model/questions.ts';
import type { Asset, Flow } from '../model/system.ts';
import type { RatingContext } from './rate.ts';

/** What rating asks of the system, with the assets and outgoing deployments looked up once. */
export function ratingContext(defined: DefinedSystem, method?: RiskMethod): RatingContext {
  const { system } = defined.ask;
  const assets = new Map<ElementId, Asset>();
  for (const asset of system.model.assets) {
    const before = assets.get(asset.heldBy);
    if (before === undefined || worthOf(asset) > worthOf(before)) assets.set(asset.heldBy, asset);
  }
  const deploys = new Map<ElementId, ElementId>();
  for (const flow of system.model.flows)
    if (flow.kind === 'deployment' && !isFetch(flow, defined)) deploys.set(flow.from, flow.to);
  return {
    assumed: system.model.assumed,
    ...(method !== undefined && { method }),
    exposure: (element) => defined.exposure(element),
    worth: (element) => assets.get(element),
    scale: (element) => referrersOf(element, defined).size,
    propagation(element) {
      const target = deploys.get(element);
      return target === undefined
        ? undefined
        : `it deploys to ${system.element(target)?.address ?? target}, which carries a mistake further by itself`;
    },
  };
}

/** The arrow of a workload that fetches its own code points at where the code lies: it carries nothing there. */
function isFetch({ from }: Flow, { ask: { system } }: DefinedSystem): boolean {
  const resource = system.element(from)?.resource;
  if (resource === undefined) return false;
  return casesOf(system.fact(resource, 'workload')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.code.some(({ kind }) => kind === 'object' || kind === 'image'),
  );
}

function worthOf(asset: Asset): number {
  return asset.confidentiality + asset.integrity + asset.availability;
}

/** Other elements that refer to any resource of this one. */
function referrersOf(element: ElementId, { ask: { system } }: DefinedSystem): ReadonlySet<ElementId> {
  const result = new Set<ElementId>();
  for (const resource of system.element(element)?.resources ?? []) {
    for (const referrer of system.referrers(resource)) {
      const other = system.elementOf(referrer)?.id;
      if (other !== undefined && other !== element) result.add(other);
    }
  }
  return result;
}
