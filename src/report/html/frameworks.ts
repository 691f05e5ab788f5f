import type { DocumentFramework, DocumentRequirement } from '../../model/document.ts';
import { anchor } from '../anchor.ts';
import { type DocumentIndex, nameOf } from '../document-index.ts';
import { type Markup, markup } from '../markup.ts';
import { plural, requirementStates } from '../words.ts';
import { type Column, dataTable, section } from './parts.ts';

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
    { title: 'Threats', cell: ({ threats }) => named(threats, index) },
  ];
  return dataTable(`${title}, ${version}`, columns, requirements);
}

function named(ids: readonly string[], index: DocumentIndex): Markup {
  const shown = ids.slice(0, mostNamed).map((id) => {
    const threat = index.threats.get(id);
    return markup`<a href="#${anchor('threat', id)}">${threat === undefined ? id : `${threat.title}: ${nameOf(index, threat.element)}`}</a><br>`;
  });
  const rest = ids.length - shown.length;
  return markup`${shown}${rest > 0 && markup`and ${plural(rest, 'more threat')}`}`;
}
