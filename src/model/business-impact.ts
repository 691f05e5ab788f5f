import type { AssetImpact, Range } from './business.ts';
import type { Asset } from './system.ts';

/** What it costs when something happens to an asset of which somebody said so. */
export interface CostedAsset {
  readonly asset: Asset;
  readonly currency: string;
  readonly kinds: readonly AssetImpact[];
  readonly inherent: Range;
  readonly residual: Range;
}

/** Everything that the business is told. */
export interface BusinessImpact {
  /** Events a year, by likelihood from 1 on. */
  readonly eventsPerYear: readonly Range[];
  readonly assets: readonly CostedAsset[];
  readonly totals: readonly { readonly currency: string; readonly inherent: Range; readonly residual: Range }[];
  /** Cost of one event, by the id of the threat or path that leads to it. */
  readonly losses: readonly { readonly id: string; readonly currency: string; readonly loss: Range }[];
  /** Ids of what is above the level that is accepted. */
  readonly overAppetite: { readonly threats: readonly string[]; readonly paths: readonly string[] };
}
