import type { Diagnostic } from '../model/diagnostic.ts';
import { isNamed } from '../model/element-name.ts';
import { always, isPossible } from '../model/guard.ts';
import type { ThreatId } from '../model/id.ts';
import { id } from '../model/id.ts';
import type { Questions } from '../model/questions.ts';
import type { DeclaredThreat, Element } from '../model/system.ts';
import type { IdentifiedRule, Stride, Threat, ThreatMatch } from '../model/threat.ts';
import { withWhatPeopleSay } from './what-people-say.ts';

/** What the rules found, and what went wrong on the way. */
export interface FoundThreats {
  readonly threats: readonly Threat[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Asks every rule about every subject element. A rule that throws becomes a diagnostic that names it. */
export function findThreats(rules: readonly IdentifiedRule[], ask: Questions): FoundThreats {
  const threats = new Map<ThreatId, Threat>();
  const diagnostics: Diagnostic[] = [];
  for (const element of subjectElements(ask)) {
    for (const rule of rules) {
      for (const threat of threatsOf(rule, element, ask, diagnostics)) {
        const before = threats.get(threat.id);
        if (before === undefined || worse(threat, before)) threats.set(threat.id, threat);
      }
    }
  }
  for (const threat of declaredThreats(ask)) threats.set(threat.id, threat);
  return { threats: [...threats.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), diagnostics };
}

/** Those of the threats that are there in another state of their system, open or unknown. Only their own rules are asked. */
export function stillThere(threats: readonly Threat[], ask: Questions): ReadonlySet<ThreatId> {
  const left = threats.filter(({ id, rule, element }) => {
    const now = ask.system.element(element);
    const found = now === undefined ? [] : threatsOf(rule, now, ask, []);
    return found.some((one) => one.id === id && one.status !== 'mitigated');
  });
  return new Set(left.map(({ id }) => id));
}

/** Elements of the deployments that were asked about; those given as context only help to resolve. */
function subjectElements(ask: Questions): readonly Element[] {
  const subjects = new Set(
    ask.system.model.deployments.filter(({ role }) => role === 'subject').map((deployment) => deployment.id),
  );
  return ask.system.model.elements.filter((element) => {
    const resource = element.resource === undefined ? undefined : ask.system.resource(element.resource);
    return resource !== undefined && subjects.has(resource.deployment);
  });
}

function threatsOf(
  rule: IdentifiedRule,
  element: Element,
  ask: Questions,
  diagnostics: Diagnostic[],
): readonly Threat[] {
  const inDepth = ask.system.service(element.type) !== undefined;
  return (
    matchesOf(rule, element, ask, diagnostics)
      .filter((match) => isPossible(match.guard ?? always))
      // That nothing is known of a type is said once, by coverage, and not again by every rule.
      .filter(({ status }) => inDepth || status !== 'unknown')
      .map((match) => toThreat(rule, element, withWhatPeopleSay(match, { element, rule, system: ask.system })))
  );
}

function matchesOf(
  rule: IdentifiedRule,
  element: Element,
  ask: Questions,
  diagnostics: Diagnostic[],
): readonly ThreatMatch[] {
  try {
    return [...rule.find(element, ask)];
  } catch (error) {
    const source = ask.system.model.origins.span(element.origin) ?? {
      file: element.address,
      line: 1,
      column: 1,
      endLine: 1,
    };
    const reason = error instanceof Error ? error.message : String(error);
    diagnostics.push({
      level: 'error',
      code: 'rule-failed',
      message: `Rule ${rule.id} could not judge ${element.address}: ${reason}. The element was not assessed for it; please report this.`,
      source,
    });
    return [];
  }
}

const order: Readonly<Record<ThreatMatch['status'], number>> = { open: 0, unknown: 1, mitigated: 2 };

/** Of two matches with one id the more serious stays: open before unknown before mitigated. */
function worse(left: Threat, right: Threat): boolean {
  return order[left.match.status] < order[right.match.status];
}

/** The id has no index and no line in it, so that it survives every edit that does not concern it. */
function toThreat(rule: IdentifiedRule, element: Element, match: ThreatMatch): Threat {
  const key = match.key === '' ? '' : `#${match.key}`;
  return {
    id: id<ThreatId>(`${rule.id}@${element.id}${key}`),
    rule,
    element: element.id,
    match,
    status: match.status,
    statement: statementOf(rule, element),
  };
}

function statementOf(rule: IdentifiedRule, element: Element): string {
  const { source, prerequisites, action, impact } = rule.statement;
  const who = /^[aeiou]/i.test(source) ? `An ${source}` : `A ${source}`;
  const subject =
    /^(an?|the|anyone|any|somebody|someone|everybody|whoever) /i.test(source) ||
    /^(anyone|somebody|someone|everybody)/i.test(source)
      ? capital(source)
      : who;
  return `${subject} ${prerequisites} can ${action}, which leads to ${impact}, negatively impacting ${element.address}.`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The analyst's own threats stand beside those of the rules. */
function declaredThreats(ask: Questions): readonly Threat[] {
  return ask.system.model.declared.threats.flatMap((declared) => {
    const element = ask.system.model.elements.find((one) => isNamed(one, declared.element));
    if (element === undefined) return [];
    const rule = ruleOf(declared);
    const match: ThreatMatch = {
      key: declared.name,
      status: 'open',
      evidence: [{ note: `stated by the analyst: ${declared.title}`, origin: declared.origin }],
      controls: [],
      fix: {
        control: 'analyst',
        title: 'As the analyst decides',
        resource: element.address,
        type: element.type,
        property: '',
        value: '',
      },
    };
    return [{ ...toThreat(rule, element, match), statement: declared.statement }];
  });
}

function ruleOf(declared: DeclaredThreat): IdentifiedRule {
  const level = (value: number) => Math.min(5, Math.max(1, Math.round(value))) as 1 | 2 | 3 | 4 | 5;
  return {
    id: 'declared',
    title: declared.title,
    statement: { source: '', prerequisites: '', action: '', impact: '' },
    stride: declared.stride as readonly Stride[],
    techniques: [],
    weaknesses: [],
    controls: [],
    likelihood: level(declared.likelihood),
    impact: level(declared.impact),
    falsePositives: '',
    references: [],
    *find() {},
  };
}
