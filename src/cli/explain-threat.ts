import type { DocumentThreat, ThreatModelDocument } from '../model/document.ts';
import type { DocumentEvidence } from '../model/document-evidence.ts';
import { controlStates, placeText, sentence, statusTitles } from '../report/words.ts';
import { buildModel } from './build-model.ts';
import type { ExplainOptions, Explanation } from './explain.ts';
import { UsageError } from './usage-error.ts';

/** Why a threat is reported. */
export async function explainThreat(
  id: string,
  paths: readonly string[],
  options: ExplainOptions,
): Promise<Explanation> {
  const { document } = await buildModel(paths, options);
  const threat = findThreat(document, id);
  const mitigations = document.mitigations.filter(({ id: own }) => threat.mitigations.includes(own));
  const lines = [
    `${threat.title}: ${threat.address}`,
    `  ${threat.id}`,
    `  ${statusTitles[threat.status].toLowerCase()}, ${threat.risk.level}, risk ${threat.risk.score} of 25 (without controls: ${threat.risk.inherent})`,
    '',
    sentence(threat.statement),
    '',
    ...(threat.guard === undefined ? [] : [`Only if ${threat.guard}`]),
    ...(threat.settledBy === undefined ? [] : [`To be settled by: ${threat.settledBy}`]),
    'Evidence',
    ...threat.evidence.map((evidence) => `  ${evidenceText(evidence)}`),
    ...(threat.controls.length === 0 ? [] : ['Controls']),
    ...threat.controls.map(
      ({ id: control, state, evidence }) => `  ${control}, ${controlStates[state]}: ${evidenceText(evidence)}`,
    ),
    ...acceptanceLines(threat),
    ...factorLines(threat, 'likelihood'),
    ...factorLines(threat, 'impact'),
    ...(mitigations.length === 0 ? [] : ['To close it']),
    ...mitigations.map(
      ({ title, change }) => `  ${title}: set ${change.property} of ${change.resource} to ${change.value}`,
    ),
  ];
  return { lines, value: { threat, mitigations } };
}

/** By id; by rule or element when that leaves one. */
export function findThreat(document: ThreatModelDocument, word: string): DocumentThreat {
  const exact = document.threats.find(({ id }) => id === word);
  if (exact !== undefined) return exact;
  const found = document.threats.filter(({ rule, element, address }) => [rule, element, address].includes(word));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const listed = (found.length > 0 ? found : document.threats).slice(0, 8).map(({ id }) => `\n  ${id}`);
  if (listed.length === 0) throw new UsageError(`there is no threat ${word}: this model has none`);
  throw new UsageError(
    `${found.length > 0 ? `${word} has several threats` : `no threat is called ${word}`}; give the id of one:${listed.join('')}`,
  );
}

function evidenceText({ note, source }: DocumentEvidence): string {
  return source === undefined ? note : `${note} (${placeText(source)})`;
}

function acceptanceLines({ acceptance }: DocumentThreat): readonly string[] {
  if (acceptance === undefined) return [];
  const { owner, expires, reason, lapsed, source } = acceptance;
  const place = source === undefined ? '' : ` (${placeText(source)})`;
  return [
    'Acceptance',
    `  by ${owner} until ${expires}: ${reason}${place}`,
    ...(lapsed === undefined ? [] : [`  does not count any more: ${lapsed}`]),
  ];
}

function factorLines({ risk, likelihood, impact }: DocumentThreat, on: 'likelihood' | 'impact'): readonly string[] {
  const factors = risk.factors.filter((factor) => factor.on === on);
  return [
    `${on === 'likelihood' ? 'Likelihood' : 'Impact'} ${on === 'likelihood' ? likelihood : impact} of 5`,
    ...factors.map(({ effect, because }) => `  ${effect > 0 ? '+' : ''}${effect}  ${because}`),
  ];
}
