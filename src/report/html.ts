import type { ThreatModelDocument } from '../model/document.ts';
import { diagramStyle } from './diagram/diagram-style.ts';
import { type DocumentIndex, indexDocument } from './document-index.ts';
import { chokePointsSection } from './html/choke-points.ts';
import { coverageSection } from './html/coverage.ts';
import { detectionSection } from './html/detection.ts';
import { diagramSection } from './html/diagram.ts';
import { frameworksSection } from './html/frameworks.ts';
import { impactSection } from './html/impact.ts';
import { mitigationsSection } from './html/mitigations.ts';
import { pageStyle } from './html/page-style.ts';
import { pathsSection } from './html/paths.ts';
import { summarySection } from './html/summary.ts';
import { assetsSection, elementsSection, flowsSection, responsibilitySection } from './html/system.ts';
import { threatsSection } from './html/threats.ts';
import { type Markup, markup, trustedMarkup } from './markup.ts';
import { plural } from './words.ts';

const style = `${pageStyle}${diagramStyle}`;

/**
 * The threat model as one page that needs nothing else: no script, no font, no network. The policy in its head lets
 * only the one style sheet work, by its digest, so that even a hole in the escaping could not run anything.
 */
export async function renderHtml(document: ThreatModelDocument): Promise<string> {
  const index = indexDocument(document);
  const policy = `default-src 'none'; style-src '${await digest(style)}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>\n${page(index, policy).source}\n`;
}

function page(index: DocumentIndex, policy: string): Markup {
  const { document } = index;
  return markup`<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="generator" content="bartizan ${document.tool.version}">
<title>Threat model: ${titleOf(document)}</title><style>${trustedMarkup(style)}</style></head>
<body><a class="skip" href="#main">Skip to the content</a><div class="frame">${navigation(index)}
<main id="main">${header(index)}
${summarySection(index)}${impactSection(index)}${threatsSection(index)}${pathsSection(index)}${diagramSection(index)}${chokePointsSection(index)}${mitigationsSection(index)}${detectionSection(index)}${frameworksSection(index)}${assetsSection(index)}${responsibilitySection(index)}${flowsSection(index)}${elementsSection(index)}${coverageSection(index)}
<footer><p>Made by bartizan ${document.tool.version}, catalogue ${document.tool.catalog}, ATT&amp;CK ${document.tool.attack}, schema ${document.schemaVersion}. True as of ${document.asOf} for what was read; see <a href="#coverage">coverage</a> for what was not.</p></footer></main></div></body></html>`;
}

function header(index: DocumentIndex): Markup {
  const { document } = index;
  const { elements, flows, boundaries } = document.system;
  return markup`<header><h1>Threat model: ${titleOf(document)}</h1>
<ul class="meta"><li>As of <time datetime="${document.asOf}">${document.asOf}</time></li><li>${plural(document.coverage.resources, 'resource')}</li><li>${plural(elements.length, 'element')}</li><li>${plural(flows.length, 'flow')}</li><li>${plural(boundaries.length, 'boundary', 'boundaries')}</li><li>bartizan ${document.tool.version}</li></ul></header>`;
}

/** The files that the system is written in; those that only say how the others belong together when there are no others. */
function titleOf(document: ThreatModelDocument): string {
  const paths = [...new Set(document.scope.inputs.map(({ path }) => path))];
  const written = new Set(document.system.elements.map(({ source }) => source?.file));
  const telling = paths.filter((path) => written.has(path));
  const names = telling.length > 0 ? telling : paths;
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${plural(names.length - 3, 'more file')}` : shown;
}

function navigation({ document }: DocumentIndex): Markup {
  const { system, chokePoints } = document;
  const places: readonly (readonly [id: string, title: string, count?: number])[] = [
    ['summary', 'Summary'],
    ...(document.impact === undefined ? [] : ([['impact', 'Impact']] as const)),
    ['threats', 'Threats', document.threats.length],
    ['paths', 'Attack paths', document.attackPaths.length],
    ['diagram', 'Diagram'],
    ...(chokePoints === undefined ? [] : [['choke-points', 'Fewest changes', chokePoints.changes.length] as const]),
    ['mitigations', 'Mitigations'],
    ...(document.detection === undefined ? [] : ([['detection', 'Detection']] as const)),
    ...(document.frameworks === undefined ? [] : ([['frameworks', 'Requirements']] as const)),
    ['assets', 'Assets', system.assets.length],
    ['responsibility', 'Responsibility'],
    ['flows', 'Flows', system.flows.length],
    ['elements', 'Elements', system.elements.length],
    ['coverage', 'Coverage'],
  ];
  const items = places.map(
    ([id, title, count]) =>
      markup`<li><a href="#${id}">${title}${count !== undefined && markup`<span class="count">${count}</span>`}</a></li>`,
  );
  return markup`<nav class="side" aria-label="Sections"><p class="brand">Bartizan</p><ul>${items}</ul></nav>`;
}

/** Source expression of a Content-Security-Policy for an inline style sheet. */
async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}
