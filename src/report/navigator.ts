import type { DocumentThreat, ThreatModelDocument } from '../model/document.ts';
import type { DocumentLevel } from '../model/document-evidence.ts';
import { escapedJson } from './json.ts';
import { plural } from './words.ts';

/** What the Navigator shows of one technique. */
interface Shown {
  readonly score: number;
  readonly threats: readonly DocumentThreat[];
  readonly paths: number;
}

/**
 * The techniques that the system is exposed to as a layer of the ATT&CK Navigator, format 4.5: the score of a technique is the
 * highest risk of an open threat or path that uses it, 1 to 25; techniques that controls in force keep off have 0.
 * https://github.com/mitre-attack/attack-navigator/blob/master/layers/spec/v4.5/layerformat.md
 */
export function renderNavigator(document: ThreatModelDocument): string {
  const techniques = [...exposure(document)]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([techniqueID, shown]) => ({
      techniqueID,
      score: shown.score,
      enabled: true,
      showSubtechniques: true,
      comment: commentOn(shown),
      metadata: shown.threats.slice(0, mostNamed).map(({ rule, address }) => ({ name: rule, value: address })),
    }));
  const layer = {
    name: `Exposure of ${document.scope.inputs.map(({ path }) => path).join(', ')}`,
    versions: { attack: document.tool.attack.replace(/^v/, ''), navigator: '5.1.0', layer: '4.5' },
    domain: 'enterprise-attack',
    description: `Made by bartizan ${document.tool.version}, as of ${document.asOf}`,
    filters: { platforms: ['IaaS', 'Identity Provider', 'SaaS', 'Containers'] },
    sorting: 3,
    hideDisabled: false,
    techniques,
    gradient: { colors: ['#d9ead3', '#fff2cc', '#cc0000'], minValue: 0, maxValue: 25 },
    legendItems: [
      { label: 'controls in force', color: '#d9ead3' },
      { label: 'critical', color: '#cc0000' },
    ],
    showTacticRowBackground: false,
    selectTechniquesAcrossTactics: true,
    selectSubtechniquesWithParent: false,
  };
  return `${escapedJson(layer)}\n`;
}

/** Threats of one technique that are named. */
const mostNamed = 10;

function exposure({ threats, attackPaths }: ThreatModelDocument): ReadonlyMap<string, Shown> {
  const found = new Map<string, Shown>();
  const add = (technique: string, score: number, more: Partial<Pick<Shown, 'threats' | 'paths'>>) => {
    const known = found.get(technique) ?? { score: 0, threats: [], paths: 0 };
    found.set(technique, {
      score: Math.max(known.score, score),
      threats: [...known.threats, ...(more.threats ?? [])],
      paths: known.paths + (more.paths ?? 0),
    });
  };
  for (const threat of threats)
    for (const technique of threat.techniques)
      add(
        technique,
        threat.status === 'open' ? threat.risk.score : 0,
        threat.status === 'open' ? { threats: [threat] } : {},
      );
  for (const { risk, steps } of attackPaths)
    for (const technique of new Set(steps.map((step) => step.technique))) add(technique, risk.score, { paths: 1 });
  return found;
}

function commentOn({ threats, paths }: Shown): string {
  if (threats.length === 0 && paths === 0) return 'no open threat';
  const levels: readonly DocumentLevel[] = ['critical', 'high', 'medium', 'low', 'info'];
  const counts = levels.flatMap((level) => {
    const count = threats.filter(({ risk }) => risk.level === level).length;
    return count === 0 ? [] : [`${count} ${level}`];
  });
  const said = threats.length === 0 ? [] : [`${plural(threats.length, 'open threat')} (${counts.join(', ')})`];
  return [...said, ...(paths === 0 ? [] : [plural(paths, 'attack path')])].join('; ');
}
