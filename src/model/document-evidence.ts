export interface DocumentSource {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
}

/** From the least to the most. */
export type DocumentRange = readonly [low: number, high: number];

export interface DocumentRisk {
  readonly inherent: DocumentLevel;
  readonly residual: DocumentLevel;
  readonly score: number;
  readonly level: DocumentLevel;
  readonly factors: readonly {
    readonly name: string;
    readonly on: 'likelihood' | 'impact';
    readonly effect: number;
    readonly because: string;
  }[];
}

export type DocumentLevel = 'critical' | 'high' | 'medium' | 'low' | 'info';

export interface DocumentEvidence {
  readonly note: string;
  readonly source?: DocumentSource;
}
