import type { DocumentCoverage } from '../model/document.ts';
import { grouped } from './grouped.ts';
import { compare } from './ranking.ts';

/** An input, and the answers that hang on it. */
export interface SettlingInput {
  readonly settledBy: string;
  readonly count: number;
  readonly questions: readonly string[];
}

/** Open answers grouped by what would settle them, the most first. */
export function unknownsByInput(unknowns: DocumentCoverage['unknowns']): readonly SettlingInput[] {
  const groups = [...grouped(unknowns, ({ settledBy }) => [settledBy])].map(([settledBy, all]) => ({
    settledBy,
    count: all.reduce((sum, { count }) => sum + count, 0),
    questions: all
      .toSorted((a, b) => b.count - a.count || compare(a.question, b.question))
      .map(({ question }) => question),
  }));
  return groups.sort((a, b) => b.count - a.count || compare(a.settledBy, b.settledBy));
}
