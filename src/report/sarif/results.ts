import type { CodeFlow, Result, Suppression } from 'sarif';
import type { DocumentThreat } from '../../model/document.ts';
import type { DocumentPath } from '../../model/document-paths.ts';
import { type DocumentIndex, nameOf } from '../document-index.ts';
import { attackerText, factText, sentence } from '../words.ts';
import { locationOf, physical } from './locations.ts';
import { messageText } from './message.ts';
import { pathRuleId, resultLevels } from './rules.ts';

type RuleNumbers = ReadonlyMap<string, number>;

/**
 * A threat as a result. Open: a failure of the level of its risk. Unknown: kind `open`, which the standard defines as
 * too little information to decide. Accepted: a failure with a suppression.
 */
export function threatResult(threat: DocumentThreat, index: DocumentIndex, numbers: RuleNumbers): Result {
  const [primary, ...others] = threat.evidence;
  const unknown = threat.status === 'unknown';
  const related = others.flatMap(({ note, source }, at) =>
    source === undefined ? [] : [locationOf(index, threat.element, { source, note, id: at + 1 })],
  );
  return {
    ...ruleReference(threat.rule, numbers),
    kind: unknown ? 'open' : 'fail',
    level: unknown ? 'none' : resultLevels[threat.risk.level],
    message: { text: messageText(threatText(threat, index)) },
    locations: [locationOf(index, threat.element, { source: primary?.source })],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: { 'bartizan/threatId/v1': threat.id },
    rank: threat.risk.score * 4,
    ...(threat.status === 'accepted' && { suppressions: [suppression(threat)] }),
    properties: {
      status: threat.status,
      likelihood: threat.likelihood,
      impact: threat.impact,
      riskLevel: threat.risk.level,
      inherentRiskLevel: threat.risk.inherent,
      ...(threat.guard !== undefined && { guard: threat.guard }),
      ...(threat.settledBy !== undefined && { settledBy: threat.settledBy }),
    },
  };
}

function threatText(threat: DocumentThreat, index: DocumentIndex): string {
  const parts = [`${threat.title}: ${nameOf(index, threat.element)}.`, sentence(threat.statement)];
  const [evidence] = threat.evidence;
  if (evidence !== undefined) parts.push(sentence(evidence.note));
  if (threat.guard !== undefined) parts.push(`Only if ${threat.guard}.`);
  if (threat.settledBy !== undefined) parts.push(`To be settled by ${threat.settledBy}.`);
  const change = index.mitigations.get(threat.mitigations[0] ?? '')?.change;
  if (change !== undefined) parts.push(`To close it: set ${change.property} of ${change.resource} to ${change.value}.`);
  return parts.join(' ');
}

/** Written beside the resource it is `inSource`, in a file of its own `external`. */
function suppression(threat: DocumentThreat): Suppression {
  const { acceptance } = threat;
  const beside = acceptance?.source?.file === threat.evidence[0]?.source?.file && acceptance?.source !== undefined;
  const justification =
    acceptance === undefined ? '' : `${acceptance.reason} (${acceptance.owner}, until ${acceptance.expires})`;
  return {
    kind: beside ? 'inSource' : 'external',
    status: 'accepted',
    justification,
    ...(acceptance?.source && { location: { physicalLocation: physical(acceptance.source) } }),
  };
}

/** A path as a result of its own, at the place of its last step; the steps are its code flow. */
export function pathResult(path: DocumentPath, index: DocumentIndex, numbers: RuleNumbers): Result {
  const last = path.steps.findLast((step) => sourceOf(step.evidence) !== undefined);
  const target = nameOf(index, path.target);
  const conditions = [...(path.guard === undefined ? [] : [path.guard]), ...path.conditions];
  const text = `${attackerText(path.attacker)} can get to ${target} (${path.gains}) in ${path.steps.length} steps. ${
    conditions.length === 0 ? '' : `Only if ${conditions.join(' and ')}. `
  }Certainty: ${path.certainty}.`;
  return {
    ...ruleReference(pathRuleId(path.gains), numbers),
    kind: 'fail',
    level: resultLevels[path.risk.level],
    message: { text: messageText(text) },
    locations: [locationOf(index, path.target, { source: last && sourceOf(last.evidence) })],
    partialFingerprints: { 'bartizan/pathId/v1': path.id },
    rank: path.risk.score * 4,
    codeFlows: [codeFlow(path, index)],
    properties: { certainty: path.certainty, riskLevel: path.risk.level, attacker: path.attacker },
  };
}

function codeFlow(path: DocumentPath, index: DocumentIndex): CodeFlow {
  const locations = path.steps.map((step, at) => {
    const gives = factText(step.gives, (element) => nameOf(index, element));
    const actions = step.actions.length === 0 ? '' : ` with ${step.actions.join(', ')}`;
    const note = `${at + 1}. ${step.title}${actions}: the attacker now ${gives}`;
    return {
      location: locationOf(index, step.to, { source: sourceOf(step.evidence), note }),
      executionOrder: at + 1,
      importance: 'essential' as const,
    };
  });
  return {
    message: { text: messageText(`From ${nameOf(index, path.entry)} to ${nameOf(index, path.target)}`) },
    threadFlows: [{ locations }],
  };
}

function sourceOf(evidence: DocumentThreat['evidence']) {
  return evidence.find(({ source }) => source !== undefined)?.source;
}

function ruleReference(rule: string, numbers: RuleNumbers): Pick<Result, 'ruleId' | 'ruleIndex'> {
  const number = numbers.get(rule);
  return { ruleId: rule, ...(number !== undefined && { ruleIndex: number }) };
}
