import type { DocumentIndex } from '../document-index.ts';
import { type Markup, markup } from '../markup.ts';
import { rankedMitigations } from '../ranking.ts';
import { plural } from '../words.ts';
import { type Column, dataTable, place, section, threatLinks } from './parts.ts';

type Mitigation = DocumentIndex['document']['mitigations'][number];

/** Beyond this many rows the rest is counted: it is in the JSON document. */
const mostRows = 500;

export function mitigationsSection(index: DocumentIndex): Markup {
  const ranked = rankedMitigations(index.document.mitigations);
  const shown = ranked.slice(0, mostRows);
  const lead = `Changes in the order of the risk that they remove; of equals, the one with the least effort first. ${provedText(ranked)}`;
  const columns: readonly Column<Mitigation>[] = [
    { title: 'Change', names: true, cell: (row) => row.title },
    {
      title: 'In your source',
      cell: ({ change, source }) =>
        markup`<code>${change.resource}</code>: set <code>${change.property}</code> to <code>${change.value}</code><br>${place(source)}`,
    },
    { title: 'Removes risk', number: true, cell: (row) => row.removes.risk },
    { title: 'Closes', cell: (row) => closes(row, index) },
    { title: 'Effort', cell: (row) => `${row.effort} of 5` },
  ];
  const rest = ranked.length - shown.length;
  return section(
    'mitigations',
    'Mitigations',
    lead,
    ranked.length === 0
      ? markup`<p>Nothing to change.</p>`
      : markup`${dataTable('Mitigations by the risk that they remove', columns, shown)}${rest > 0 && markup`<p class="quiet">${plural(rest, 'more change')} of less effect in the JSON document.</p>`}`,
  );
}

/** Which of them the model was run with: the others are what the rules say closes their threats. */
function provedText(mitigations: readonly Mitigation[]): string {
  const proved = mitigations.filter(({ removes }) => removes.threatsProved === true || removes.proved === true);
  return `${plural(proved.length, 'change')} of ${mitigations.length} ${proved.length === 1 ? 'was' : 'were'} proved by running the model again; the others are what the rules ask for.`;
}

function closes({ removes }: Mitigation, index: DocumentIndex): Markup {
  const paths = removes.paths.length;
  const proved = removes.threatsProved === true && markup`<span class="quiet">(proved by a run)</span>`;
  return markup`${threatLinks(index, removes.threats, 3)}${proved}${paths > 0 && markup`${plural(paths, 'attack path')} <span class="quiet">(proved by a run)</span>`}`;
}
