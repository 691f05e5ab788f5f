import type { SourceSpan } from './origin.ts';

/** Something the user should know about the input or the run. Bad input is a value: the step goes on without it. */
export interface Diagnostic {
  readonly level: 'error' | 'warning' | 'info';
  /** Stable kebab-case name, for filters and tests: `yaml-syntax`, `cyclic-reference`. */
  readonly code: string;
  /** What is wrong with which thing, and what to do. */
  readonly message: string;
  readonly source: SourceSpan;
}
