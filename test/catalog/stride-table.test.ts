import { describe, expect, it } from 'vitest';
import { threatRules } from '../../src/catalog/catalog.generated.ts';
import { strideTable } from '../../src/catalog/stride-table.ts';
import type { Stride } from '../../src/model/threat.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';
import { examplesOfRule, filesOfExample } from '../support/rule-example.ts';

/** STRIDE per element: no cell is empty by accident, and none promises a rule that does not look there. */
const cells = Object.entries(strideTable).flatMap(([kind, row]) =>
  Object.entries(row).map(([letter, cell]) => ({ kind, letter: letter as Stride, cell })),
);
const rules = new Map(threatRules.map((rule) => [rule.id, rule]));

describe('the table of element kinds and STRIDE letters', () => {
  it.each(cells.map((each) => [each.kind, each.letter, each.cell] as const))(
    '%s × %s is decided',
    (_, letter, cell) => {
      if ('none' in cell) expect(cell.none.length).toBeGreaterThan(20);
      else {
        expect(cell.rules.filter((id) => !rules.has(id))).toEqual([]);
        expect(cell.rules.filter((id) => rules.get(id)?.stride.includes(letter) === false)).toEqual([]);
        expect([...new Set(cell.rules)].sort()).toEqual(cell.rules);
      }
    },
  );

  it.each(threatRules.map((rule) => [rule.id, rule] as const))(
    '%s stands in it with each of its letters',
    (id, rule) => {
      const letters = cells.flatMap(({ letter, cell }) => ('rules' in cell && cell.rules.includes(id) ? [letter] : []));
      expect([...new Set(letters)].sort()).toEqual([...rule.stride].sort());
    },
  );

  it.each(threatRules.map(({ id }) => [id] as const))(
    '%s reports nothing on its examples that the table does not tell',
    async (id) => {
      const untold: string[] = [];
      for (const example of examplesOfRule(id)) {
        const { document } = await modelOfTexts(filesOfExample(example));
        const kinds = new Map(document.system.elements.map((element) => [element.id, element.kind]));
        for (const threat of document.threats.filter(({ rule }) => rule === id)) {
          const kind = kinds.get(threat.element) ?? 'control';
          for (const letter of threat.stride) {
            const cell = strideTable[kind][letter as Stride];
            if (!('rules' in cell) || !cell.rules.includes(id)) untold.push(`${kind} × ${letter}`);
          }
        }
      }
      expect([...new Set(untold)]).toEqual([]);
    },
  );
});
