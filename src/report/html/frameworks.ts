import type { DocumentFramework, DocumentRequirement } from '../../model/document.ts';
import type { DocumentIndex } from '../document-index.ts';
import { type Markup, markup } from '../markup.ts';
import { requirementStates } from '../words.ts';
import { type Column, dataTable, section, threatLinks } from './parts.ts';

/** Threats of one requirement that are named; the rest is counted. */
const mostNamed = 4;

/** The requirements of the frameworks that were asked for; nothing when none was. */
export function frameworksSection(index: DocumentIndex): Markup | undefined {
  const { frameworks } = index.document;
  if (frameworks === undefined) return undefined;
  const lead =
    'What the threats say of requirements, as far as configuration can show it. “Nothing raised” is no proof that a requirement is met.';
  return section('frameworks', 'Requirements', lead, markup`${frameworks.map((one) => frameworkTable(one, index))}`);
}

function frameworkTable({ title, version, requirements }: DocumentFramework, index: DocumentIndex): Markup {
  const columns: readonly Column<DocumentRequirement>[] = [
    { title: 'Requirement', names: true, cell: ({ id }) => id },
    { title: 'What it asks for', cell: (row) => row.title ?? '' },
    { title: 'State', cell: ({ state }) => requirementStates[state] },
    { title: 'Threats', cell: ({ threats }) => threatLinks(index, threats, mostNamed) },
  ];
  return dataTable(`${title}, ${version}`, columns, requirements);
}
