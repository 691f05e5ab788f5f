import { describe, expect, it } from 'vitest';
import { moves } from '../../src/catalog/catalog.generated.ts';
import { pathsFrom, pathsOver } from '../support/paths-of-example.ts';
import { examplesOfMove } from '../support/rule-example.ts';
import { knownRows } from './known-rows.ts';
import { rowsLeftOut } from './rows-left-out.ts';

/**
 * Every known escalation is an instance of a move: an example names the row that it shows, `# path: compute/take-over-function
 * (lambda-004)`, and one names it that shows when it fails, `# no path: compute/take-over-function (lambda-004)`. Found
 * means that the path cites all permissions of the row.
 */
const marks = moves.flatMap(({ id }) =>
  examplesOfMove(id).flatMap((example) =>
    example.marks.flatMap(({ row, ...mark }) => (row === undefined ? [] : [{ ...mark, row, move: id, example }])),
  ),
);

describe('known escalations', () => {
  it.each(Object.keys(knownRows).filter((row) => !Object.hasOwn(rowsLeftOut, row)))(
    '%s has an example that finds it and a near miss',
    (row) => {
      const verdicts = marks.filter((mark) => mark.row === row).map(({ verdict }) => verdict);
      expect(verdicts).toEqual(expect.arrayContaining(['path', 'no path']));
    },
  );

  it('are left out with a reason, until an example shows them', () => {
    const rows = Object.entries(rowsLeftOut);
    expect(rows.filter(([row]) => !Object.hasOwn(knownRows, row))).toEqual([]);
    expect(rows.filter(([row]) => marks.some((mark) => mark.row === row))).toEqual([]);
    expect(rows.filter(([, reason]) => reason.length < 20)).toEqual([]);
  });

  it('are named as they are listed', () => {
    expect(marks.map(({ row }) => row).filter((row) => !Object.hasOwn(knownRows, row))).toEqual([]);
  });

  // The forms of an example have the same paths, which another test holds, so one form is enough.
  it.each(marks.filter(({ verdict, example }) => verdict === 'path' && example.form === 'template'))(
    '$row: the path from $address over $move cites all its permissions',
    async ({ row, move, address, example }) => {
      const paths = pathsOver(await pathsFrom(example, address), move, `example/${address}`);
      const cited = paths.map(({ steps }) => new Set(steps.flatMap(({ instance }) => instance.actions)));
      const sets = (knownRows[row] ?? '').split('|').map((set) => set.trim().split(/\s+/));
      const isCited = cited.some((actions) => sets.some((set) => set.every((action) => actions.has(action))));
      expect(isCited, `${sets.join(' or ')} in ${cited.map((actions) => [...actions].join(', ')).join('; ')}`).toBe(
        true,
      );
    },
  );
});
