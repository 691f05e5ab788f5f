import type { DocumentDetection, DocumentSeenTechnique, DocumentVisibility } from '../model/detection-document.ts';
import type { ThreatModelDocument } from '../model/document.ts';
import { titlesOf, usesText } from './detection-words.ts';
import { escapedJson } from './json.ts';

/** How good it is to be seen like this, 0 to 100. What is not known counts as nothing and is told in the comment. */
const worth: Readonly<Record<DocumentVisibility, number>> = {
  alert: 100,
  anomaly: 60,
  record: 30,
  unknown: 0,
  unseen: 0,
};

/**
 * What of the techniques that threaten this system would be seen, as a layer of the ATT&CK Navigator, format 4.5: the score
 * of a technique is the mean over its uses.
 * https://github.com/mitre-attack/attack-navigator/blob/master/layers/spec/v4.5/layerformat.md
 */
export function renderDetectionNavigator(document: ThreatModelDocument): string {
  const { detection = { sights: [], techniques: [], paths: [] } } = document;
  const layer = {
    name: `Detection coverage of ${document.scope.inputs.map(({ path }) => path).join(', ')}`,
    versions: { attack: document.tool.attack.replace(/^v/, ''), navigator: '5.1.0', layer: '4.5' },
    domain: 'enterprise-attack',
    description: `Made by bartizan ${document.tool.version}, as of ${document.asOf}. What the input does not tell counts as not seen.`,
    filters: { platforms: ['IaaS', 'Identity Provider', 'SaaS', 'Containers'] },
    sorting: 3,
    hideDisabled: false,
    techniques: detection.techniques.map((one) => shown(one, detection)),
    gradient: { colors: ['#f4cccc', '#fff2cc', '#93c47d'], minValue: 0, maxValue: 100 },
    legendItems: [
      { label: 'nothing in the input sees it', color: '#f4cccc' },
      { label: 'recorded, or an alert when unusual', color: '#fff2cc' },
      { label: 'always raises an alert', color: '#93c47d' },
    ],
    showTacticRowBackground: false,
    selectTechniquesAcrossTactics: true,
    selectSubtechniquesWithParent: false,
  };
  return `${escapedJson(layer)}\n`;
}

function shown(one: DocumentSeenTechnique, detection: DocumentDetection) {
  const counts = Object.entries(one.uses) as [DocumentVisibility, number][];
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  const sum = counts.reduce((total, [visibility, count]) => total + worth[visibility] * count, 0);
  return {
    techniqueID: one.technique,
    score: all === 0 ? 0 : Math.round(sum / all),
    enabled: true,
    showSubtechniques: true,
    comment: usesText(one.uses),
    metadata: [
      ...titlesOf(one.seenBy, detection).map((value) => ({ name: 'seen by', value })),
      ...titlesOf(one.gaps, detection).map((value) => ({ name: 'off or not in the input', value })),
    ],
  };
}
