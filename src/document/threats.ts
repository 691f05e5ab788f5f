import type { OpenCondition } from '../model/access.ts';
import type { AttackFact, AttackStep, ProofItem, RatedPath } from '../model/attack.ts';
import { plainFactKey } from '../model/attack.ts';
import type { DocumentThreat } from '../model/document.ts';
import type { DocumentRisk } from '../model/document-evidence.ts';
import type { DocumentMitigation, DocumentPath, DocumentStep } from '../model/document-paths.ts';
import type { Mitigation } from '../model/mitigation.ts';
import type { Origin, OriginTable } from '../model/origin.ts';
import type { PolicySource } from '../model/policy.ts';
import type { System } from '../model/questions.ts';
import type { Risk } from '../model/risk.ts';
import { describeSession } from '../model/session-key.ts';
import { describeText } from '../model/text.ts';
import type { RatedThreat } from '../model/threat.ts';
import { evidenceOf, guardOf, sourceOf } from './places.ts';

export function documentThreat({ threat, risk, mitigations }: RatedThreat, system: System): DocumentThreat {
  const { origins } = system.model;
  const { rule, match, acceptance } = threat;
  return {
    id: threat.id,
    rule: rule.id,
    title: rule.title,
    statement: threat.statement,
    element: threat.element,
    address: system.element(threat.element)?.address ?? threat.element,
    status: threat.status,
    stride: rule.stride,
    techniques: rule.techniques,
    weaknesses: rule.weaknesses,
    likelihood: risk.likelihood,
    impact: risk.impact,
    risk: documentRisk(risk),
    ...guardOf(match.guard),
    ...(match.settledBy !== undefined && { settledBy: match.settledBy }),
    controls: match.controls.map(({ control, state, evidence }) => ({
      id: control,
      state,
      evidence: evidenceOf(origins, evidence),
    })),
    mitigations,
    evidence: match.evidence.map((evidence) => evidenceOf(origins, evidence)),
    ...(acceptance !== undefined && { acceptance: withSource(acceptance, origins) }),
  };
}

function withSource(
  acceptance: {
    readonly reason: string;
    readonly owner: string;
    readonly expires: string;
    readonly lapsed?: string;
    readonly origin: Origin;
  },
  origins: OriginTable,
): NonNullable<DocumentThreat['acceptance']> {
  const { origin, ...rest } = acceptance;
  return { ...rest, ...sourceOf(origins, origin) };
}

function documentRisk({ inherent, residual, score, level, factors }: Risk): DocumentRisk {
  return { inherent, residual, score, level, factors };
}

export function documentPath({ path, risk }: RatedPath, system: System): DocumentPath {
  return {
    id: path.id,
    attacker: path.attacker.id,
    entry: path.entry,
    target: path.target,
    gains: path.gains,
    ...(path.covers !== undefined && { covers: path.covers }),
    certainty: path.certainty,
    ...guardOf(path.guard),
    likelihood: risk.likelihood,
    impact: risk.impact,
    risk: documentRisk(risk),
    conditions: conditionsOf(path.steps, path.conditions),
    proof: 'checked',
    ...(path.alike !== undefined && { alike: path.alike.targets }),
    steps: path.steps.map((step) => documentStep(step, system.model.origins)),
  };
}

/** What must hold besides: open conditions of policies, and what a step needs from outside the input. */
function conditionsOf(steps: readonly AttackStep[], conditions: readonly OpenCondition[]): readonly string[] {
  const provided = steps.flatMap(({ instance }) => instance.provided ?? []);
  const open = conditions.map(
    ({ key, operator, values, control }) =>
      `${key} ${operator} ${values.map(describeText).join(' or ')} (decided by ${control})`,
  );
  return [...new Set([...provided, ...open])];
}

function documentStep(step: AttackStep, origins: OriginTable): DocumentStep {
  const { move, instance } = step;
  return {
    id: step.id,
    move: move.id,
    title: move.title,
    technique: move.technique,
    from: step.from,
    to: step.to,
    needs: step.needs,
    gives: plainFactKey(instance.gives),
    ...sessionOf(instance.gives),
    certainty: instance.certainty,
    actions: instance.actions,
    ...guardOf(instance.guard),
    evidence: instance.proof.flatMap((item) => proofEvidence(item, origins)),
  };
}

function sessionOf(gives: AttackFact): Pick<DocumentStep, 'session'> {
  return gives.kind === 'acts-as' && gives.session !== undefined ? { session: describeSession(gives.session) } : {};
}

/** A premise of a step in words, with the place of the statement, rule or property that grants it. */
function proofEvidence(item: ProofItem, origins: OriginTable): DocumentStep['evidence'] {
  switch (item.kind) {
    case 'allowed':
    case 'supposed':
    case 'trusted':
    case 'open-to':
      return item.decision.allowedBy.map(({ policy, statement }) => ({
        note: `${policy.name} (${policy.kind}), statement ${statement.sid ?? statement.index + 1}, ${saidBy(policy, item)}`,
        ...sourceOf(origins, statement.origin),
      }));
    case 'reachable':
      return item.hops.map((hop) => ({
        note: hop.because,
        ...(hop.origin !== undefined && sourceOf(origins, hop.origin)),
      }));
    case 'runs-as':
      return [{ note: `${item.workload} runs as ${item.role}`, ...sourceOf(origins, item.origin) }];
    case 'setting':
      return [{ note: item.note, ...sourceOf(origins, item.origin) }];
    case 'assumed':
      return [{ note: item.note }];
  }
}

/** Of those that let somebody take a role, only the trust policy says whom it trusts; his own policy allows him to. */
function saidBy({ kind }: PolicySource, item: Extract<ProofItem, { decision: unknown }>): string {
  if (item.kind !== 'trusted') return `allows ${item.action}`;
  return kind === 'trust' ? `trusts ${item.by}` : 'allows sts:AssumeRole';
}

export function documentMitigation(mitigation: Mitigation, system: System): DocumentMitigation {
  const { resource, type, property, value } = mitigation.change;
  const { paths, patches, threatsProved } = mitigation;
  return {
    id: mitigation.id,
    control: mitigation.control,
    title: mitigation.title,
    addresses: mitigation.addresses,
    removes: {
      threats: mitigation.threats,
      paths: paths ?? [],
      risk: mitigation.risk,
      ...(paths !== undefined && { proved: true as const }),
      ...(threatsProved !== undefined && { threatsProved }),
    },
    effort: mitigation.effort,
    change: { resource, type, property, value },
    ...(patches !== undefined && { patches }),
    ...sourceOf(system.model.origins, mitigation.origin),
  };
}
