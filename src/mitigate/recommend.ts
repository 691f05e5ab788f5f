import type { IdentifiedControl } from '../model/control.ts';
import { id, type MitigationId } from '../model/id.ts';
import type { Mitigation } from '../model/mitigation.ts';
import type { Risk } from '../model/risk.ts';
import type { Threat } from '../model/threat.ts';

/** Effort of a fix whose control is not in the catalogue (the analyst's own). */
const usualEffort = 3;

/**
 * The change that closes each open threat, one entry for each place and property: threats that share it share the entry.
 * The most risk removed for the least effort comes first.
 */
export function recommend(
  rated: readonly { readonly threat: Threat; readonly risk: Risk }[],
  controls: readonly IdentifiedControl[],
): readonly Mitigation[] {
  const effortOf = new Map(controls.map((control) => [control.id, control.effort]));
  const groups = new Map<MitigationId, { readonly threat: Threat; readonly risk: Risk }[]>();
  for (const one of rated) {
    if (one.threat.status !== 'open') continue;
    const key = mitigationId(one.threat);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups]
    .map(([key, group]) => fromGroup(key, group, effortOf))
    .sort((a, b) => b.risk / b.effort - a.risk / a.effort || (a.id < b.id ? -1 : 1));
}

/** Ids name the control, the resource and the property: what a person would change. */
export function mitigationId(threat: Threat): MitigationId {
  const { control, resource, property } = threat.match.fix;
  return id<MitigationId>(`${control}@${deploymentOf(threat)}${resource}${property === '' ? '' : `#${property}`}`);
}

function deploymentOf(threat: Threat): string {
  const address = threat.match.fix.resource;
  const end = threat.element.lastIndexOf('/');
  return threat.element.endsWith(`/${address}`)
    ? threat.element.slice(0, -address.length)
    : threat.element.slice(0, end + 1);
}

function fromGroup(
  key: MitigationId,
  group: readonly { readonly threat: Threat; readonly risk: Risk }[],
  effortOf: ReadonlyMap<string, number>,
): Mitigation {
  const threats = group.map(({ threat }) => threat);
  const [first] = threats;
  if (first === undefined) throw new Error(`no threat for ${key}`);
  const { fix, evidence } = first.match;
  return {
    id: key,
    control: fix.control,
    title: fix.title,
    addresses: [...new Set(threats.map((threat) => threat.element))].sort(),
    threats: threats.map((threat) => threat.id),
    risk: group.reduce((sum, { risk }) => sum + risk.score, 0),
    effort: effortOf.get(fix.control) ?? usualEffort,
    change: fix,
    origin: evidence[0].origin,
  };
}
