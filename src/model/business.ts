import type { Origin } from './origin.ts';
import type { RiskLevel } from './risk.ts';

/** From the least to the most, in whole units of a currency, or a count. */
export type Range = readonly [low: number, high: number];

/** What people say that an asset costs when something happens to it. Money is in one currency. */
export interface AssetLoss {
  /** ISO 4217, `EUR`. */
  readonly currency: string;
  /** How many records of people it holds, and what each costs when it is disclosed. */
  readonly records?: Range;
  readonly perRecord?: Range;
  /** Cost of an hour in which it cannot be used. */
  readonly perHourDown?: Range;
  /** Cost of making it again when it is destroyed or can no longer be trusted. */
  readonly whenLost?: Range;
}

/** What is accepted without asking anybody. */
export interface Appetite {
  /** Risks above this level are over the appetite. */
  readonly level: RiskLevel;
  /** So are assets that are expected to cost more in a year, whatever the currency. */
  readonly lossPerYear?: number;
  readonly owner: string;
  readonly because: string;
  readonly origin: Origin;
}

/** What happens to an asset: it is disclosed, it is changed or destroyed, or it cannot be used. */
export type LossKind = 'disclosure' | 'corruption' | 'downtime';

/** One kind of loss of one asset. */
export interface AssetImpact {
  readonly kind: LossKind;
  /** Cost of one event. */
  readonly loss: Range;
  readonly because: string;
  /** Cost expected for a year, as if no control were in force and as it is; absent when nothing found leads there. */
  readonly inherent?: Range;
  readonly residual?: Range;
  /** Id of the threat or path that makes it likeliest. */
  readonly likeliest?: string;
}

/** Duration of `15m`, `4h` or `7d` in minutes; undefined for anything else. */
export function minutesOf(duration: string): number | undefined {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(duration) ?? [];
  return count === undefined ? undefined : Number(count) * (unit === 'd' ? 1440 : unit === 'h' ? 60 : 1);
}
