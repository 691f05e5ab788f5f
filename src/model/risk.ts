export type RiskLevel = 'critical' | 'high' | 'medium' | 'low' | 'info';

/** Levels from the highest down. */
export const riskLevels: readonly RiskLevel[] = ['critical', 'high', 'medium', 'low', 'info'];

/** One reason that moves the score. The effects of all factors add up to the score. */
export interface RiskFactor {
  readonly name: string;
  readonly on: 'likelihood' | 'impact';
  /** Steps up or down on the scale of one to five. */
  readonly effect: number;
  readonly because: string;
}

/** Likelihood × impact, each the sum of its factors held within one and five. */
export interface Risk {
  readonly likelihood: number;
  readonly impact: number;
  /** Likelihood × impact, 1 to 25, with the controls that are in force. */
  readonly score: number;
  readonly level: RiskLevel;
  /** Level as if no control were in force. */
  readonly inherent: RiskLevel;
  readonly residual: RiskLevel;
  readonly factors: readonly RiskFactor[];
}
