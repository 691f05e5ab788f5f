import type { Outcome } from './score.ts';

interface Counts {
  readonly hits: number;
  readonly wrong: number;
  readonly missed: number;
  readonly quiet: number;
}

/** Hits, wrong reports, misses and rightly quiet ones. */
export function counts(outcomes: readonly Outcome[]): Counts {
  const open = outcomes.filter(({ found }) => found === 'open');
  const fails = (each: Outcome) => each.label === 'fail';
  const hits = open.filter(fails).length;
  return {
    hits,
    wrong: open.length - hits,
    missed: outcomes.filter((each) => fails(each) && each.found !== 'open').length,
    quiet: outcomes.filter((each) => !fails(each) && each.found !== 'open').length,
  };
}

/** Precision, recall and F1 of outcomes under headings, as lines of text. */
export function table(rows: readonly (readonly [string, readonly Outcome[]])[]): readonly string[] {
  const head = ['', 'labels', 'hits', 'wrong', 'missed', 'quiet', 'precision', 'recall', 'F1'];
  const lines = rows.map(([name, outcomes]) => {
    const { hits, wrong, missed, quiet } = counts(outcomes);
    const precision = ratio(hits, hits + wrong);
    const recall = ratio(hits, hits + missed);
    const f1 = ratio(2 * hits, 2 * hits + wrong + missed);
    return [name, outcomes.length, hits, wrong, missed, quiet, precision, recall, f1].map(String);
  });
  const widths = head.map((_, at) => Math.max(...[head, ...lines].map((line) => (line[at] ?? '').length)));
  return [head, ...lines].map((line) =>
    line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
  );
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3);
}
