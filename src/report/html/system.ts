import type { DocumentElement } from '../../model/document-system.ts';
import { anchor } from '../anchor.ts';
import type { DocumentIndex } from '../document-index.ts';
import { grouped } from '../grouped.ts';
import { type Content, type Markup, markup } from '../markup.ts';
import { compare } from '../ranking.ts';
import { encryptionText, exposureTexts, plural, protocolText, shortType } from '../words.ts';
import { type Column, dataTable, elementLink, place, section } from './parts.ts';

type System = DocumentIndex['document']['system'];
type Row<K extends keyof System> = System[K][number];

/** Answers are shown for each element up to this many elements; beyond it the page would not open. */
const mostWithFacts = 1000;

export function assetsSection(index: DocumentIndex): Markup {
  const { assets, assumptions } = index.document.system;
  const value = (of: 'confidentiality' | 'integrity' | 'availability'): Column<Row<'assets'>> => ({
    title: of,
    cell: (row) => ['none', 'low', 'medium', 'high'][row[of]] ?? String(row[of]),
  });
  const columns: readonly Column<Row<'assets'>>[] = [
    { title: 'Asset', names: true, cell: (row) => row.name },
    { title: 'Held by', cell: (row) => elementLink(index, row.heldBy) },
    value('confidentiality'),
    value('integrity'),
    value('availability'),
    { title: 'Because', cell: (row) => row.because },
  ];
  const assumed = assumptions.map(
    ({ text, settledBy, source }) =>
      markup`<li>${text} <span class="quiet">(confirm or refute: ${settledBy})</span> ${place(source)}</li>`,
  );
  const content = markup`${assets.length === 0 ? markup`<p>None known.</p>` : dataTable('What is of value, and what it would mean to lose it', columns, assets)}
<h3>Assumptions</h3>${assumed.length === 0 ? markup`<p>None.</p>` : markup`<ul>${assumed}</ul>`}`;
  return section('assets', 'Assets and assumptions', 'What there is to protect, and what was taken for true.', content);
}

export function responsibilitySection(index: DocumentIndex): Markup {
  const groups = grouped(index.document.system.elements, ({ type, responsibility }) => [
    JSON.stringify([type, responsibility]),
  ]);
  const rows = [...groups.values()].sort(([a], [b]) => compare(a.type, b.type));
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { title: 'Type', names: true, cell: ([first]) => shortType(first.type) },
    { title: 'Elements', number: true, cell: (row) => row.length },
    { title: 'Service model', cell: ([first]) => first.responsibility.model },
    { title: 'You answer for', cell: ([first]) => first.responsibility.customer.join(', ') },
    { title: 'AWS answers for', cell: ([first]) => first.responsibility.aws.join(', ') },
  ];
  const lead =
    'Security of the cloud is with AWS, security in the cloud with you; where the line runs depends on the service and the features in use.';
  return section('responsibility', 'Shared responsibility', lead, dataTable('Who answers for what', columns, rows));
}

export function flowsSection(index: DocumentIndex): Markup {
  const { flows, boundaries } = index.document.system;
  const nameOfBoundary = (id: string) => index.boundaries.get(id)?.name ?? id;
  const flowColumns: readonly Column<Row<'flows'>>[] = [
    { title: 'From', names: true, cell: (row) => elementLink(index, row.from) },
    { title: 'To', cell: (row) => elementLink(index, row.to) },
    { title: 'Kind', cell: (row) => row.kind },
    { title: 'Protocol', cell: (row) => protocolText(row) },
    {
      title: 'Encryption',
      cell: (row) =>
        markup`<span class="${row.encrypted === true ? 'good' : row.encrypted === false ? 'bad' : 'warn'}">${encryptionText(row.encrypted)}</span>`,
    },
    { title: 'Authentication', cell: (row) => row.authenticated },
    { title: 'Crosses', cell: (row) => row.crosses.map(nameOfBoundary).join(', ') },
    {
      title: 'Because',
      cell: (row) => markup`${row.because}${row.guard !== undefined && `, only if ${row.guard}`} ${place(row.source)}`,
    },
  ];
  const boundaryColumns: readonly Column<Row<'boundaries'>>[] = [
    { title: 'Boundary', names: true, cell: (row) => row.name },
    { title: 'Kind', cell: (row) => markup`${row.kind}${row.exposure && `, ${row.exposure}`}` },
    { title: 'Inside', cell: (row) => (row.parent === undefined ? '' : nameOfBoundary(row.parent)) },
  ];
  const content = markup`${dataTable('Flows', flowColumns, flows)}<h3 id="boundaries">Boundaries</h3>${dataTable('Boundaries', boundaryColumns, boundaries)}`;
  return section(
    'flows',
    'Flows and boundaries',
    'What talks to what, how, and where trust changes on the way.',
    content,
  );
}

export function elementsSection(index: DocumentIndex): Markup {
  const { elements } = index.document.system;
  const columns: readonly Column<DocumentElement>[] = [
    {
      title: 'Element',
      names: true,
      cell: (row) => markup`${row.name}${row.name !== row.address && markup`<br><code>${row.address}</code>`}`,
    },
    {
      title: 'Type',
      cell: (row) =>
        markup`${shortType(row.type)}<br><span class="quiet">${row.kind.replace(/-/g, ' ')}${row.role === 'context' && ', context only'}</span>`,
    },
    { title: 'Stands in', cell: (row) => standsIn(row, index) },
    { title: 'Reachable', cell: exposureCell },
    { title: 'Threats', cell: (row) => threatLinks(row, index) },
    {
      title: 'Known of it',
      cell: (row) =>
        markup`${row.guard !== undefined && `Only if ${row.guard}. `}${place(row.source)}${elements.length <= mostWithFacts && facts(row)}`,
    },
  ];
  const hidden = elements.length - index.shown.size;
  const left =
    elements.length > mostWithFacts &&
    ' What is known of each is in the JSON document: there are too many to show here.';
  const lead = markup`Every part of the system, with who reaches it and what is known of it.${left}${hidden > 0 && ` ${plural(hidden, 'more element')} in the JSON document; those with open threats are here.`}`;
  return section(
    'elements',
    'Elements',
    lead,
    dataTable(
      'Elements',
      columns,
      elements.filter(({ id }) => index.shown.has(id)),
      (row) => anchor('element', row.id),
    ),
  );
}

function standsIn(row: DocumentElement, index: DocumentIndex): string {
  const names = [...new Set([row.boundary, ...row.placements])].map((id) => index.boundaries.get(id)?.name ?? id);
  return names.join(', ');
}

function exposureCell(row: DocumentElement): Content {
  const { level, because } = row.exposure;
  const mark = level === 'internet' ? 'bad' : level === 'unknown' || level === 'any-aws-account' ? 'warn' : '';
  return markup`<span class="${mark}">${exposureTexts[level]}</span>${because.length > 0 && markup`<br><span class="quiet">${because.join('; ')}</span>`}`;
}

function threatLinks(row: DocumentElement, index: DocumentIndex): Content {
  const threats = (index.threatsOf.get(row.id) ?? []).filter(({ status }) => status === 'open' || status === 'unknown');
  return threats
    .slice(0, 6)
    .map(
      (threat) =>
        markup`<a href="#${anchor('threat', threat.id)}">${threat.title}</a> <span class="quiet">${threat.status === 'open' ? threat.risk.level : 'unknown'}</span><br>`,
    );
}

function facts(row: DocumentElement): Content {
  const entries = Object.entries(row.facts).sort(([a], [b]) => compare(a, b));
  if (entries.length === 0) return undefined;
  const items = entries.map(([name, fact]) => {
    const settled = fact.settledBy !== undefined && ` (settled by ${fact.settledBy})`;
    const state = fact.state === 'explicit' ? '' : markup` <span class="quiet">${fact.state.replace(/-/g, ' ')}</span>`;
    return markup`<dt>${words(name)}</dt><dd>${fact.text}${settled}${state} ${place(fact.source)}</dd>`;
  });
  return markup`<details class="fold"><summary>${plural(entries.length, 'answer')}</summary><dl class="pairs">${items}</dl></details>`;
}

/** `encryptionAtRest` → `encryption at rest`. */
export function words(name: string): string {
  return name.replace(/([A-Z])/g, (capital) => ` ${capital.toLowerCase()}`);
}
