import type { DocumentThreat, ToolInfo } from './document.ts';
import type { DocumentPath } from './document-paths.ts';
import type { DocumentAsset, DocumentBoundary, DocumentElement, DocumentFlow } from './document-system.ts';

/**
 * Why two threat models differ: the user's own files changed; what the run was told changed (parameters, context, day);
 * what Bartizan knows changed; or Bartizan itself.
 */
export type Cause = 'system' | 'input' | 'knowledge' | 'engine';

/** What a change means to whoever defends the system. `other`: neither better nor worse. */
export type Effect = 'opened' | 'closed' | 'worse' | 'better' | 'other';

/** Two threat models compared: what `bartizan diff --format json` prints. Lists are sorted by effect, then by id. */
export interface Difference {
  readonly kind: 'difference';
  readonly schemaVersion: string;
  readonly base: DifferenceSide;
  readonly head: DifferenceSide;
  /** Everything that differs between the two runs; a change without a cause of its own has one of these. */
  readonly causes: readonly Cause[];
  readonly threats: readonly Change<DocumentThreat>[];
  readonly attackPaths: readonly Change<DocumentPath>[];
  readonly elements: readonly Change<DocumentElement>[];
  readonly flows: readonly Change<DocumentFlow>[];
  readonly boundaries: readonly Change<DocumentBoundary>[];
  readonly assets: readonly Change<DocumentAsset>[];
}

export interface DifferenceSide {
  readonly tool: ToolInfo;
  readonly asOf: string;
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
}

/** One thing that is on one side only, or on both and not the same. */
export interface Change<T> {
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly effect: Effect;
  /** One when it can be decided; otherwise each that is possible. */
  readonly causes: readonly Cause[];
  readonly before?: T;
  readonly after?: T;
  /** For `changed`: what, in words. */
  readonly fields: readonly FieldChange[];
}

export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What was known at some day, to gate on what is new only. Small and sorted, so that it can be kept beside the code. */
export interface Baseline {
  readonly kind: 'baseline';
  readonly schemaVersion: string;
  readonly threats: readonly BaselineThreat[];
  readonly attackPaths: readonly BaselinePath[];
}

export interface BaselineThreat {
  readonly id: string;
  readonly status: DocumentThreat['status'];
  readonly score: number;
  readonly exposure: DocumentElement['exposure']['level'];
}

export interface BaselinePath {
  readonly id: string;
  readonly score: number;
  readonly certainty: DocumentPath['certainty'];
}
