import type { DocumentPath, DocumentStep } from '../../model/document-paths.ts';
import { anchor } from '../anchor.ts';
import { type DocumentIndex, nameOf } from '../document-index.ts';
import { type Content, type Markup, markup } from '../markup.ts';
import { rankedPaths } from '../ranking.ts';
import { attackerText, certaintyTexts, factText, needText, targetText } from '../words.ts';
import { elementLink, evidenceList, levelMark, onlyIf, reference, riskSum, section } from './parts.ts';

export function pathsSection(index: DocumentIndex): Markup {
  const paths = rankedPaths(index.document.attackPaths);
  const lead =
    'How an attacker gets there, step by step. Each path is a proof: every step cites what permits it, and a checker that shares nothing with the search accepted it.';
  const content =
    paths.length === 0
      ? markup`<p>No path was found from the attackers that were asked about. That is no proof that there is none outside of what was read.</p>`
      : markup`<div class="list">${paths.map((path) => pathView(path, index))}</div>`;
  return section('paths', 'Attack paths', lead, content);
}

/** `Anyone on the internet → read data: Orders`. */
export function pathTitle(path: DocumentPath, index: DocumentIndex): string {
  return `${attackerText(path.attacker)} → ${path.gains}: ${targetText(path, (element) => nameOf(index, element))}`;
}

function pathView(path: DocumentPath, index: DocumentIndex): Markup {
  const conditions = path.conditions.map((condition) => markup`<li>${condition}</li>`);
  return markup`<article class="path" id="${anchor('path', path.id)}"><header>${levelMark(path.risk.level)}<h3>${pathTitle(path, index)}</h3><span class="quiet">risk ${path.risk.score} of 25</span></header>
<p class="quiet"><b>${path.certainty}</b>: ${certaintyTexts[path.certainty]}. From ${elementLink(index, path.entry)} to ${elementLink(index, path.target)} in ${path.steps.length} steps.</p>
${path.alike !== undefined && markup`<details class="fold"><summary>${path.alike.length} like it</summary><p>${path.alike.map((element) => markup`${elementLink(index, element)} `)}</p></details>`}${onlyIf(path.guard)}${conditions.length > 0 && markup`<h4>Must hold besides</h4><ul>${conditions}</ul>`}
<ol class="steps">${path.steps.map((step) => stepView(step, path, index))}</ol>
<details class="fold"><summary>How the risk adds up</summary>${riskSum(path.risk, path.likelihood, path.impact)}</details></article>
`;
}

function stepView(step: DocumentStep, path: DocumentPath, index: DocumentIndex): Markup {
  const actions = step.actions.map((action) => markup`<code>${action}</code> `);
  const named = (element: string) => nameOf(index, element);
  const needs = step.needs.map((need) => needText(need, path, named)).join('; ');
  const ends =
    step.from === step.to
      ? elementLink(index, step.to)
      : markup`${elementLink(index, step.from)} → ${elementLink(index, step.to)}`;
  return markup`<li id="${anchor('step', `${path.id} ${step.id}`)}"><span class="title">${step.title}</span>${step.certainty !== 'certain' && markup` <span class="warn">${step.certainty}</span>`}
<dl>${pair('Where', ends)}${needs !== '' && pair('Needs', needs)}${pair('Gives', `${factText(step.gives, named)}${step.session === undefined ? '' : ` ${step.session}`}`)}${actions.length > 0 && pair('Actions', actions)}${step.guard !== undefined && pair('Only if', step.guard)}${pair('Technique', markup`${reference(step.technique)} · ${step.move}`)}${step.evidence.length > 0 && pair('Permitted by', evidenceList(step.evidence))}</dl></li>
`;
}

function pair(term: string, description: Content): Markup {
  return markup`<dt>${term}</dt><dd>${description}</dd>`;
}
