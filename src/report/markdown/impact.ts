import type { ThreatModelDocument } from '../../model/document.ts';
import { frequencyText, impactMethod, impactSummary, lossKinds, moneyText } from '../impact-words.ts';
import { plain, tableRow } from '../markdown-text.ts';

/** What it costs the business; nothing where nobody said what assets are worth or what is accepted. */
export function impactLines({ impact }: ThreatModelDocument): readonly string[] {
  if (impact === undefined) return [];
  const head = ['Asset', 'When it is', 'One event costs', 'A year without controls', 'A year as it is'];
  const rows = impact.assets.flatMap(({ name, currency, kinds }) =>
    kinds.map(({ kind, loss, because, inherent, residual }) => {
      const year = [inherent, residual].map((range) =>
        range === undefined ? 'nothing found leads there' : moneyText(range, currency),
      );
      return tableRow([
        plain(name),
        lossKinds[kind],
        plain(`${moneyText(loss, currency)}: ${because}`),
        ...year.map(plain),
      ]);
    }),
  );
  const table = rows.length === 0 ? [] : ['', tableRow(head), tableRow(head.map(() => '---')), ...rows];
  return [
    '## Impact',
    '',
    ...impactSummary(impact).flatMap((text) => [plain(text), '']),
    ...table,
    ...(rows.length === 0 ? [] : ['', plain(`${impactMethod} ${frequencyText(impact)} events a year.`)]),
    '',
  ];
}
