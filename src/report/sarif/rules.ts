import type { ReportingDescriptor, ReportingDescriptorRelationship, Result } from 'sarif';
import type { DocumentThreat } from '../../model/document.ts';
import type { DocumentLevel } from '../../model/document-evidence.ts';
import type { DocumentIndex } from '../document-index.ts';
import { grouped } from '../grouped.ts';
import { plain } from '../markdown-text.ts';
import { compare, levels, rankedPaths } from '../ranking.ts';
import { sentence } from '../words.ts';
import { attackTaxonomy, weaknessTaxonomy } from './taxonomies.ts';

export type ResultLevel = NonNullable<Result.level>;

/** Level of a result: what must be dealt with is an error, what should be is a warning. */
export const resultLevels: Readonly<Record<DocumentLevel, ResultLevel>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** Within the bands that code-scanning services give these words: over 9.0, 7.0, 4.0, 0.1. */
const severities: Readonly<Record<DocumentLevel, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
  info: '0.5',
};

/** Rules of the given threats and kinds of attack path, by id. */
export function rulesOf(index: DocumentIndex, threats: readonly DocumentThreat[]): readonly ReportingDescriptor[] {
  const rules = [...grouped(threats, ({ rule }) => [rule]).values()].map((own) => threatRule(own, index));
  return [...rules, ...pathRules(index)].sort((a, b) => compare(a.id, b.id));
}

function threatRule(
  threats: readonly [DocumentThreat, ...DocumentThreat[]],
  index: DocumentIndex,
): ReportingDescriptor {
  const [first] = threats;
  const worst = worstOf(threats.map(({ risk }) => risk.level));
  const changes = new Set(
    threats
      .flatMap(({ mitigations }) => mitigations.map((id) => index.mitigations.get(id)?.change))
      .flatMap((change) =>
        change === undefined ? [] : [`set ${change.property} of ${change.type} to ${change.value}`],
      ),
  );
  const help = [...changes].sort().slice(0, 5);
  const text =
    help.length === 0 ? sentence(first.title) : `${sentence(first.title)} To close it: ${help.join('; or ')}.`;
  const weaknesses = first.weaknesses.map((id) => `external/cwe/${id.toLowerCase()}`);
  return {
    id: first.rule,
    name: nameOf(first.rule),
    shortDescription: { text: first.title },
    fullDescription: {
      text: `${sentence(first.title)} Threat of the kind ${first.stride.join(', ').replace(/-/g, ' ')}.`,
    },
    help: { text, markdown: helpMarkdown(first, help) },
    defaultConfiguration: { level: resultLevels[worst] },
    properties: { tags: ['security', ...first.stride, ...weaknesses], 'security-severity': severities[worst] },
    relationships: relationships(first),
  };
}

function helpMarkdown(threat: DocumentThreat, changes: readonly string[]): string {
  const ids = [...threat.techniques, ...threat.weaknesses].map(plain).join(', ');
  const list = changes.map((change) => `- ${plain(change)}`).join('\n');
  return `**${plain(threat.title)}**\n\n${list === '' ? '' : `To close it:\n\n${list}\n\n`}${ids === '' ? '' : `See ${ids}.`}`;
}

function relationships(threat: DocumentThreat): ReportingDescriptorRelationship[] {
  const related = (
    id: string,
    taxonomy: typeof weaknessTaxonomy | typeof attackTaxonomy,
  ): ReportingDescriptorRelationship => ({
    target: { id, toolComponent: { name: taxonomy.name, guid: taxonomy.guid } },
    kinds: ['relevant'],
  });
  return [
    ...threat.weaknesses.map((id) => related(id, weaknessTaxonomy)),
    ...threat.techniques.map((id) => related(id, attackTaxonomy)),
  ];
}

/** `attack-path/read-data`: paths to one gain are results of one rule. */
export function pathRuleId(gains: string): string {
  return `attack-path/${
    gains
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'other'
  }`;
}

function pathRules(index: DocumentIndex): readonly ReportingDescriptor[] {
  const groups = grouped(rankedPaths(index.document.attackPaths), ({ gains }) => [pathRuleId(gains)]);
  return [...groups].map(([id, [first, ...others]]): ReportingDescriptor => {
    const worst = worstOf([first, ...others].map(({ risk }) => risk.level));
    const title = `An attacker can get there: ${first.gains}`;
    const text = `${title}. The steps are in the code flow; taking away what permits any one of them that no other way replaces closes the path.`;
    return {
      id,
      name: nameOf(id),
      shortDescription: { text: title },
      fullDescription: { text },
      help: { text, markdown: plain(text) },
      defaultConfiguration: { level: resultLevels[worst] },
      properties: { tags: ['security', 'attack-path'], 'security-severity': severities[worst] },
    };
  });
}

function worstOf(found: readonly DocumentLevel[]): DocumentLevel {
  return levels.find((level) => found.includes(level)) ?? 'info';
}

/** `data/public-read` → `DataPublicRead`. */
function nameOf(rule: string): string {
  return rule.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
