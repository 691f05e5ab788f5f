import type { DocumentDiagnostic } from '../../model/document.ts';
import type { DocumentIndex } from '../document-index.ts';
import { type Markup, markup } from '../markup.ts';
import { type SettlingInput, unknownsByInput } from '../unknowns.ts';
import { plural, shortType } from '../words.ts';
import { type Column, dataTable, place, section } from './parts.ts';
import { words } from './system.ts';

type Coverage = DocumentIndex['document']['coverage'];
type TypeRow = readonly [type: string, coverage: Coverage['types'][string]];

/** What was looked at, how deeply, and what stayed open. Nothing in a report is as dangerous as a silent gap. */
export function coverageSection(index: DocumentIndex): Markup {
  const { coverage, scope } = index.document;
  const notAssessed = scope.notAssessed.map((text) => markup`<li>${text}</li>`);
  const content = markup`<h3>What would settle most</h3>${unknownsTable(coverage)}
<h3>Not assessed</h3>${notAssessed.length === 0 ? markup`<p>Nothing was left out on purpose.</p>` : markup`<ul>${notAssessed}</ul>`}
<h3>Resource types</h3>${typesTable(coverage)}
<h3>Parameters</h3>${parametersTable(index)}
<h3>Diagnostics</h3>${diagnosticsTable(coverage.diagnostics)}
<h3>Input</h3>${inputsTable(index)}`;
  return section(
    'coverage',
    'Coverage',
    `${plural(coverage.resources, 'resource')} were read. What is unknown is never counted as safe.`,
    content,
  );
}

function unknownsTable(coverage: Coverage): Markup {
  const rows = unknownsByInput(coverage.unknowns);
  if (rows.length === 0) return markup`<p>No answer is open.</p>`;
  const columns: readonly Column<SettlingInput>[] = [
    { title: 'Give', names: true, cell: (row) => row.settledBy },
    { title: 'Answers', number: true, cell: (row) => row.count },
    { title: 'Such as', cell: (row) => row.questions.slice(0, 4).join(', ') },
  ];
  return dataTable('Open answers by the one input that would settle them', columns, rows);
}

const depths: Readonly<Record<Coverage['types'][string]['depth'], string>> = {
  'in-depth': 'in depth',
  schema: 'as an element with its relations only',
  none: 'as an element only',
};

function typesTable(coverage: Coverage): Markup {
  const columns: readonly Column<TypeRow>[] = [
    { title: 'Type', names: true, cell: ([type]) => markup`${shortType(type)} <span class="quiet">${type}</span>` },
    { title: 'Resources', number: true, cell: ([, row]) => row.count },
    { title: 'Modelled', cell: ([, row]) => depths[row.depth] },
    { title: 'Unknown answers', cell: ([, row]) => unknownDimensions(row) },
  ];
  return dataTable('Resource types and how deeply they were modelled', columns, Object.entries(coverage.types));
}

function unknownDimensions(row: Coverage['types'][string]): string {
  const open = Object.entries(row.dimensions).filter(([, dimension]) => dimension.unknown > 0);
  return open.map(([name, { unknown, known }]) => `${words(name)} ${unknown} of ${unknown + known}`).join(', ');
}

function parametersTable(index: DocumentIndex): Markup {
  const { parameters } = index.document.scope;
  if (parameters.length === 0) return markup`<p>None.</p>`;
  const columns: readonly Column<(typeof parameters)[number]>[] = [
    { title: 'Parameter', names: true, cell: (row) => row.name },
    { title: 'Deployment', cell: (row) => row.deployment },
    { title: 'Given', cell: (row) => (row.given === 'default' ? 'default, taken for true' : row.given) },
    { title: 'Value', cell: (row) => row.value ?? '' },
  ];
  return dataTable('Values that parameters were taken to have', columns, parameters);
}

function diagnosticsTable(diagnostics: readonly DocumentDiagnostic[]): Markup {
  if (diagnostics.length === 0) return markup`<p>None.</p>`;
  const columns: readonly Column<DocumentDiagnostic>[] = [
    { title: 'Level', cell: (row) => row.level },
    { title: 'Message', names: true, cell: (row) => markup`${row.message} <span class="quiet">${row.code}</span>` },
    { title: 'Place', cell: (row) => place(row.source) },
  ];
  return dataTable('What the input made us say', columns, diagnostics);
}

function inputsTable(index: DocumentIndex): Markup {
  const { inputs, context } = index.document.scope;
  const columns: readonly Column<(typeof inputs)[number]>[] = [
    { title: 'File', names: true, cell: (row) => row.path },
    { title: 'SHA-256', cell: (row) => markup`<code>${row.sha256}</code>` },
  ];
  const others = context.map((path) => markup`<li>${path}</li>`);
  return markup`${dataTable('What was read', columns, inputs)}${others.length > 0 && markup`<p>For context only:</p><ul>${others}</ul>`}`;
}
