import type { DocumentThreat } from '../../model/document.ts';
import type { DocumentEvidence, DocumentLevel, DocumentRisk, DocumentSource } from '../../model/document-evidence.ts';
import { anchor } from '../anchor.ts';
import { type DocumentIndex, mostRows, nameOf } from '../document-index.ts';
import { type Content, type Markup, markup } from '../markup.ts';
import { controlStates, placeText, plural, statusTitles } from '../words.ts';

/** Level in words, with bars: never told by colour alone. */
export function levelMark(level: DocumentLevel): Markup {
  const bars = { critical: 4, high: 3, medium: 2, low: 1, info: 0 }[level];
  const bar = (at: number) => markup`<b${at < bars && markup` class="on"`}></b>`;
  return markup`<span class="level ${level}"><i aria-hidden="true">${[0, 1, 2, 3].map(bar)}</i>${level}</span>`;
}

export function statusMark(status: DocumentThreat['status']): Markup {
  return markup`<span class="state ${status}">${statusTitles[status]}</span>`;
}

export function controlMark(state: DocumentThreat['controls'][number]['state']): Markup {
  return markup`<span class="state ${state}">${controlStates[state]}</span>`;
}

/** Place in the user's file. */
export function place(source: DocumentSource | undefined): Markup | undefined {
  return source && markup`<span class="place">${placeText(source)}</span>`;
}

export function elementLink(index: DocumentIndex, element: string): Markup {
  if (!index.shown.has(element)) return markup`${nameOf(index, element)}`;
  return markup`<a href="#${anchor('element', element)}">${nameOf(index, element)}</a>`;
}

/** Some of the threats with their elements, each on a line of its own, and how many more there are. */
export function threatLinks(index: DocumentIndex, ids: readonly string[], most: number): Markup {
  const links = ids.slice(0, most).map((id) => {
    const threat = index.threats.get(id);
    return markup`<a href="#${anchor('threat', id)}">${threat === undefined ? id : `${threat.title}: ${nameOf(index, threat.element)}`}</a><br>`;
  });
  const more = ids.length - links.length;
  return markup`${links}${more > 0 && markup`and ${plural(more, 'more threat')}<br>`}`;
}

export function evidenceList(evidence: readonly DocumentEvidence[]): Markup {
  const items = evidence.map(({ note, source }) => markup`<li>${note}${place(source)}</li>`);
  return markup`<ul class="evidence">${items}</ul>`;
}

export function onlyIf(guard: string | undefined): Markup | undefined {
  return guard === undefined ? undefined : markup`<p class="onlyif">Only if <b>${guard}</b></p>`;
}

/** A technique or weakness with a link to its definition, when its id has the form of one. */
export function reference(id: string): Markup {
  const technique = /^T(\d{4})(?:\.(\d{3}))?$/.exec(id);
  const weakness = /^CWE-(\d+)$/.exec(id);
  const sub = technique?.[2] === undefined ? '' : `/${technique[2]}`;
  if (technique) return outside(`https://attack.mitre.org/techniques/T${technique[1] ?? ''}${sub}/`, id);
  if (weakness) return outside(`https://cwe.mitre.org/data/definitions/${weakness[1] ?? ''}.html`, id);
  return markup`${id}`;
}

function outside(address: string, text: string): Markup {
  return markup`<a href="${address}" rel="noreferrer">${text}</a>`;
}

/** The factors of a risk as a sum that the reader can check. */
export function riskSum(risk: DocumentRisk, likelihood: number, impact: number): Markup {
  return markup`<table class="sum"><caption class="offscreen">How the risk adds up</caption>
${sumRows(risk, 'likelihood', likelihood)}${sumRows(risk, 'impact', impact)}
<tr class="total"><th scope="row">Risk: ${likelihood} × ${impact}, ${risk.level}${risk.inherent !== risk.residual && ` (${risk.inherent} without the controls in force)`}</th><td>${risk.score} of 25</td></tr></table>`;
}

function sumRows(risk: DocumentRisk, on: 'likelihood' | 'impact', result: number): Content {
  const factors = risk.factors.filter((factor) => factor.on === on);
  const sum = factors.reduce((total, factor) => total + factor.effect, 0);
  const rows = factors.map(
    ({ name, effect, because }, at) =>
      markup`<tr><td>${because}${because !== name && markup` <span class="quiet">(${name})</span>`}</td><td>${at === 0 ? String(effect) : signed(effect)}</td></tr>`,
  );
  const held = sum === result ? '' : ` (${sum}, held within 1 and 5)`;
  return markup`${rows}<tr class="total"><th scope="row">${on === 'likelihood' ? 'Likelihood' : 'Impact'}${held}</th><td>${result}</td></tr>`;
}

function signed(effect: number): string {
  return effect < 0 ? `−${-effect}` : `+${effect}`;
}

export interface Column<T> {
  readonly title: string;
  /** The column that names the row. */
  readonly names?: boolean;
  readonly number?: boolean;
  cell(row: T): Content;
}

/** Longer tables start folded; a link to one of their rows unfolds them. */
const mostUnfolded = 100;

/** A table whose first words tell what it shows; wide ones scroll inside their own frame. */
export function dataTable<T>(
  caption: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
  rowId?: (row: T) => string,
): Markup {
  const head = columns.map(
    (column) => markup`<th scope="col"${column.number && markup` class="number"`}>${column.title}</th>`,
  );
  const rest = rows.length - mostRows;
  const body = rows.slice(0, mostRows).map((row) => {
    const cells = columns.map((column) =>
      column.names
        ? markup`<th scope="row">${column.cell(row)}</th>`
        : markup`<td${column.number && markup` class="number"`}>${column.cell(row)}</td>`,
    );
    return markup`<tr${rowId && markup` id="${rowId(row)}"`}>${cells}</tr>\n`;
  });
  const table = markup`<div class="wide" role="region" aria-label="${caption}" tabindex="0"><table class="data"><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>
${body}</tbody></table>${rest > 0 && markup`<p class="quiet">${plural(rest, 'more row')} in the JSON document.</p>`}</div>`;
  if (rows.length <= mostUnfolded) return table;
  return markup`<details class="fold table"><summary>${caption}: ${plural(rows.length, 'row')}</summary>${table}</details>`;
}

export function section(id: string, title: string, lead: Content, content: Content): Markup {
  return markup`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
<p class="lead">${lead}</p>
${content}</section>
`;
}
