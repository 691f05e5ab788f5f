import type { BusinessImpact } from '../model/business-impact.ts';
import type { DocumentImpact } from '../model/document.ts';
import type { System } from '../model/questions.ts';
import { sourceOf } from './places.ts';

/** The impact in the terms of the business, with what is accepted of it. */
export function documentImpact(found: BusinessImpact, system: System): DocumentImpact {
  const { declared, origins } = system.model;
  const [appetite] = declared.appetite;
  return {
    eventsPerYear: found.eventsPerYear.map((range, at) => ({ likelihood: at + 1, range })),
    ...(appetite !== undefined && { appetite: withSource(appetite, origins) }),
    assets: found.assets.map(({ asset, currency, kinds, residual }) => ({
      asset: asset.id,
      name: asset.name,
      heldBy: asset.heldBy,
      currency,
      kinds,
      residual,
      isOverAppetite: appetite?.lossPerYear !== undefined && residual[1] > appetite.lossPerYear,
    })),
    totals: found.totals,
    overAppetite: found.overAppetite,
    losses: found.losses,
  };
}

function withSource(
  { origin, ...appetite }: System['model']['declared']['appetite'][number],
  origins: System['model']['origins'],
): NonNullable<DocumentImpact['appetite']> {
  return { ...appetite, ...sourceOf(origins, origin) };
}
