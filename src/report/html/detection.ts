import type {
  DocumentDetection,
  DocumentSeenPath,
  DocumentSeenTechnique,
  DocumentVisibility,
} from '../../model/detection-document.ts';
import type { DocumentPath } from '../../model/document-paths.ts';
import { anchor } from '../anchor.ts';
import {
  type DetectionGap,
  detectionGaps,
  detectionSummary,
  sightStateTexts,
  titlesOf,
  usesText,
  visibilityTexts,
} from '../detection-words.ts';
import type { DocumentIndex } from '../document-index.ts';
import { type Markup, markup } from '../markup.ts';
import { type Column, dataTable, reference, section } from './parts.ts';
import { pathTitle } from './paths.ts';

/** Which services would see an attack, step by step, and what is missing; nothing in documents that do not tell. */
export function detectionSection(index: DocumentIndex): Markup | undefined {
  const { detection } = index.document;
  if (detection === undefined) return undefined;
  const lead = markup`${detectionSummary(index.document)} “Record only” can be read afterwards, and nobody is told. What the input does not have may be set up elsewhere: attest it in <code>bartizan.yaml</code>.`;
  const content = markup`${gapTable(detection)}${pathTable(detection, index)}${techniqueTable(detection)}`;
  return section('detection', 'Detection', lead, content);
}

/** Gaps that are told; the rest is in the JSON document. */
const mostGaps = 25;

function gapTable(detection: DocumentDetection): Markup | undefined {
  const gaps = detectionGaps(detection).slice(0, mostGaps);
  if (gaps.length === 0) return undefined;
  const columns: readonly Column<DetectionGap>[] = [
    { title: 'Switch on, or attest', names: true, cell: ({ enable }) => enable },
    { title: 'Now', cell: ({ state }) => sightStateTexts[state] },
    { title: 'Would give', cell: ({ as }) => visibilityTexts[as] },
    { title: 'Shows', cell: ({ what }) => folded(what) },
    { title: 'Paths', number: true, cell: ({ paths }) => String(paths) },
    { title: 'Steps', number: true, cell: ({ steps }) => String(steps) },
  ];
  return dataTable('What would show more of the attack paths', columns, gaps);
}

/** The first of several, and the others on demand. */
function folded(all: readonly string[]): Markup {
  const [first = '', ...others] = all;
  if (others.length === 0) return markup`${first}`;
  return markup`${first}<details class="fold"><summary>${others.length} more</summary>${others.map((one) => markup`${one}<br>`)}</details>`;
}

function pathTable(detection: DocumentDetection, index: DocumentIndex): Markup | undefined {
  const paths = new Map(index.document.attackPaths.map((path) => [path.id, path]));
  const rows = detection.paths.flatMap((seen) => {
    const path = paths.get(seen.path);
    return path === undefined ? [] : [{ seen, path }];
  });
  if (rows.length === 0) return undefined;
  const columns: readonly Column<{ readonly seen: DocumentSeenPath; readonly path: DocumentPath }>[] = [
    {
      title: 'Attack path',
      names: true,
      cell: ({ path }) => markup`<a href="#${anchor('path', path.id)}">${pathTitle(path, index)}</a>`,
    },
    { title: 'Best seen', cell: ({ seen }) => visibilityMark(seen.visibility) },
    { title: 'Step by step', cell: (row) => stepList(row, detection) },
  ];
  return dataTable('Attack paths, and what sees each step', columns, rows);
}

function stepList(
  { seen, path }: { readonly seen: DocumentSeenPath; readonly path: DocumentPath },
  detection: DocumentDetection,
): Markup {
  const items = path.steps.map((step, at) => {
    const one = seen.steps[at];
    const by = titlesOf(one?.seenBy ?? [], detection);
    return markup`<li>${step.title}: ${visibilityMark(one?.visibility ?? 'unknown')}${by.length > 0 && markup` <span class="quiet">${by.join(', ')}</span>`}</li>`;
  });
  return markup`<ol>${items}</ol>`;
}

/** In words, and never by colour alone. */
function visibilityMark(visibility: DocumentVisibility): Markup {
  return markup`<span class="state ${marks[visibility]}">${visibilityTexts[visibility]}</span>`;
}

/** Styles of states that look as each of these should. */
const marks: Readonly<Record<DocumentVisibility, string>> = {
  alert: 'in-force',
  anomaly: 'attested',
  record: 'accepted',
  unknown: 'unknown',
  unseen: 'not-in-force',
};

function techniqueTable(detection: DocumentDetection): Markup | undefined {
  if (detection.techniques.length === 0) return undefined;
  const columns: readonly Column<DocumentSeenTechnique>[] = [
    { title: 'Technique', names: true, cell: ({ technique, name }) => markup`${reference(technique)} ${name}` },
    { title: 'Its uses here', cell: ({ uses }) => usesText(uses) },
    { title: 'Seen by', cell: ({ seenBy }) => titlesOf(seenBy, detection).join(', ') },
    { title: 'Off, or not in the input', cell: ({ gaps }) => titlesOf(gaps, detection).join(', ') },
  ];
  return dataTable('Techniques of ATT&CK, and what sees them', columns, detection.techniques);
}
