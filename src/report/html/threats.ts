import type { DocumentThreat } from '../../model/document.ts';
import { anchor } from '../anchor.ts';
import { type DocumentIndex, nameOf } from '../document-index.ts';
import { type Content, type Markup, markup } from '../markup.ts';
import { groupedThreats, statuses, type ThreatGroup } from '../ranking.ts';
import { placeText, plural, sentence, statusTitles } from '../words.ts';
import {
  controlMark,
  elementLink,
  evidenceList,
  levelMark,
  onlyIf,
  place,
  reference,
  riskSum,
  section,
  statusMark,
} from './parts.ts';

/** With more threats than this, twins are lines without a body of their own: the page must open. */
const mostInFull = 600;

export function threatsSection(index: DocumentIndex): Markup {
  const groups = groupedThreats(index.document);
  const brief = index.document.threats.length > mostInFull;
  const parts = statuses.map((status) => {
    const own = groups.filter(({ first }) => first.status === status);
    const count = own.reduce((sum, group) => sum + group.threats.length, 0);
    if (own.length === 0) return undefined;
    return markup`<h3 id="threats-${status}">${statusTitles[status]} <span class="quiet">${count}</span></h3>
<p class="lead">${statusLeads[status]}</p>
<div class="list">${own.map((group) => groupView(group, index, brief))}</div>
`;
  });
  const lead =
    'What can go wrong, on which part of the system: open ones first, then the highest risk. Threats that one change closes in the same way are folded together.';
  return section('threats', 'Threats', lead, index.document.threats.length === 0 ? markup`<p>None found.</p>` : parts);
}

const statusLeads: Readonly<Record<DocumentThreat['status'], string>> = {
  open: 'Nothing in force stops these.',
  unknown: 'The input does not tell; each names what would settle it.',
  accepted: 'Somebody decided to live with these.',
  mitigated: 'A control in force stops these: take it away and they open again.',
};

function groupView(group: ThreatGroup, index: DocumentIndex, brief: boolean): Markup {
  const { first, threats } = group;
  if (threats.length === 1) {
    const where = markup`${nameOf(index, first.element)}${primaryPlace(first)}`;
    return markup`<details id="${anchor('threat', first.id)}"><summary class="row">${rowHead(first, where)}</summary>${threatBody(first, index)}</details>
`;
  }
  const names = threats.slice(0, 3).map((threat) => nameOf(index, threat.element));
  const rest = threats.length > names.length ? ` and ${plural(threats.length - names.length, 'other')}` : '';
  const instances = threats.map((threat) => (brief ? instanceLine(threat, index) : instanceView(threat, index)));
  return markup`<details><summary class="row">${rowHead(first, `${plural(threats.length, 'element')}: ${names.join(', ')}${rest}`)}</summary>
${brief && threatBody(first, index)}<div class="instances">${instances}</div></details>
`;
}

function rowHead(threat: DocumentThreat, where: Content): Markup {
  return markup`${levelMark(threat.risk.level)}<span class="what">${threat.title} <span class="where">${where}</span></span><span class="score">${threat.risk.score}</span>`;
}

function primaryPlace(threat: DocumentThreat): Markup | undefined {
  const source = threat.evidence[0]?.source;
  return source && markup` · <span class="place">${placeText(source)}</span>`;
}

function instanceView(threat: DocumentThreat, index: DocumentIndex): Markup {
  return markup`<details id="${anchor('threat', threat.id)}"><summary class="row"><span class="what">${nameOf(index, threat.element)}${primaryPlace(threat)}</span><span class="score">${threat.risk.score}</span></summary>${threatBody(threat, index)}</details>
`;
}

function instanceLine(threat: DocumentThreat, index: DocumentIndex): Markup {
  return markup`<p id="${anchor('threat', threat.id)}"><span>${elementLink(index, threat.element)}${primaryPlace(threat)}${threat.guard !== undefined && markup` · only if ${threat.guard}`}</span><span class="score">${threat.risk.score}</span></p>
`;
}

function threatBody(threat: DocumentThreat, index: DocumentIndex): Markup {
  return markup`<div class="body"><p class="statement">${sentence(threat.statement)}</p>
<div>${onlyIf(threat.guard)}${threat.settledBy !== undefined && markup`<p class="onlyif">To be settled by <b>${threat.settledBy}</b></p>`}${acceptance(threat)}
<h4>Evidence</h4>${evidenceList(threat.evidence)}
${controls(threat)}</div>
<div>${changes(threat, index)}<h4>Risk</h4>${riskSum(threat.risk, threat.likelihood, threat.impact)}
${tags(threat)}<p class="quiet">${statusMark(threat.status)} on ${elementLink(index, threat.element)} <code>${threat.address}</code>${pathLinks(threat, index)}</p></div></div>`;
}

function acceptance(threat: DocumentThreat): Markup | undefined {
  const { acceptance: accepted } = threat;
  if (accepted === undefined) return undefined;
  const lapsed = accepted.lapsed !== undefined && markup` <span class="bad">Lapsed: ${accepted.lapsed}.</span>`;
  return markup`<h4>Accepted</h4><p>${accepted.reason} (${accepted.owner}, until ${accepted.expires}).${lapsed}${place(accepted.source)}</p>`;
}

function controls(threat: DocumentThreat): Markup | undefined {
  if (threat.controls.length === 0) return undefined;
  const items = threat.controls.map(
    ({ id, state, evidence }) =>
      markup`<li>${controlMark(state)} <b>${id}</b>: ${evidence.note} ${place(evidence.source)}</li>`,
  );
  return markup`<h4>Controls</h4><ul class="plain">${items}</ul>`;
}

function changes(threat: DocumentThreat, index: DocumentIndex): Content {
  if (threat.status === 'mitigated') return undefined;
  const found = threat.mitigations
    .map((id) => index.mitigations.get(id))
    .filter((mitigation) => mitigation !== undefined);
  if (found.length === 0) return undefined;
  return markup`<h4>What closes it</h4>${found.map(
    ({ title, change, source }) =>
      markup`<div class="change">${title}<br><code>${change.resource}</code> (${change.type})<br>set <code>${change.property}</code> to <code>${change.value}</code> ${place(source)}</div>`,
  )}`;
}

function tags(threat: DocumentThreat): Markup {
  const words = [...threat.stride.map((letter) => letter.replace(/-/g, ' ')), threat.rule].map(
    (word) => markup`<li>${word}</li>`,
  );
  const ids = [...threat.techniques, ...threat.weaknesses].map((id) => markup`<li>${reference(id)}</li>`);
  return markup`<ul class="tags">${words}${ids}</ul>`;
}

/** Ways of an attacker through the same element. */
function pathLinks(threat: DocumentThreat, index: DocumentIndex): Content {
  const paths = index.pathsOf.get(threat.element) ?? [];
  if (paths.length === 0) return undefined;
  const links = paths
    .slice(0, 5)
    .map((path) => markup` <a href="#${anchor('path', path.id)}">${path.gains}: ${nameOf(index, path.target)}</a>`);
  return markup`<br>On ${plural(paths.length, 'attack path')}:${links}`;
}
