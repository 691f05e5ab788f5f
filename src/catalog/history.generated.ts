// Written by scripts/generate/catalog.ts. Do not edit: run `npm run generate`.
import type { CatalogueRecord } from '../model/catalogue-record.ts';
import history_0_1_0 from './history/0.1.0.json' with { type: 'json' };

/** What the catalogue knew at each version, the oldest first. */
export const catalogueHistory: readonly CatalogueRecord[] = [
  history_0_1_0,
];
