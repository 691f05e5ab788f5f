import type { ToolComponent } from 'sarif';
import type { DocumentThreat, ToolInfo } from '../../model/document.ts';
import type { DocumentPath } from '../../model/document-paths.ts';
import { compare } from '../ranking.ts';

/** Our own identifiers of the two lists, so that rules can point at them; any constant does. */
export const weaknessTaxonomy = { name: 'CWE', guid: '7c1f8a52-40cf-4d0e-9a57-3b6f8a0c5d21' } as const;
export const attackTaxonomy = { name: 'MITRE ATT&CK', guid: 'b2a4c9de-6f1b-4b7a-8d35-9e0c7f214a68' } as const;

/** The weaknesses and techniques that this report names, of the versions that the catalogue was checked against. */
export function taxonomiesOf(
  tool: ToolInfo,
  threats: readonly DocumentThreat[],
  paths: readonly DocumentPath[],
): readonly ToolComponent[] {
  const weaknesses = threats.flatMap((threat) => threat.weaknesses);
  const techniques = [
    ...threats.flatMap((threat) => threat.techniques),
    ...paths.flatMap((path) => path.steps.map((step) => step.technique)),
  ];
  return [
    {
      ...weaknessTaxonomy,
      ...(tool.cwe !== undefined && { version: tool.cwe }),
      organization: 'MITRE',
      shortDescription: { text: 'Common Weakness Enumeration' },
      informationUri: 'https://cwe.mitre.org/',
      isComprehensive: false,
      taxa: taxa(weaknesses),
    },
    {
      ...attackTaxonomy,
      version: tool.attack,
      organization: 'MITRE',
      shortDescription: { text: 'Adversary tactics and techniques' },
      informationUri: 'https://attack.mitre.org/',
      isComprehensive: false,
      taxa: taxa(techniques),
    },
  ];
}

function taxa(ids: readonly string[]): { id: string; helpUri?: string }[] {
  return [...new Set(ids)].sort(compare).map((id) => {
    const weakness = /^CWE-(\d+)$/.exec(id)?.[1];
    const technique = /^T\d{4}(\.\d{3})?$/.test(id) ? id.replace('.', '/') : undefined;
    if (weakness !== undefined) return { id, helpUri: `https://cwe.mitre.org/data/definitions/${weakness}.html` };
    return technique === undefined ? { id } : { id, helpUri: `https://attack.mitre.org/techniques/${technique}/` };
  });
}
