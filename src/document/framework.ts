import type { DocumentFramework, DocumentRequirement } from '../model/document.ts';
import type { IdentifiedFramework, Requirement } from '../model/framework.ts';
import type { System } from '../model/questions.ts';
import type { RatedThreat, Threat } from '../model/threat.ts';

/** What the threats, in their order, say of each requirement of a framework. */
export function documentFramework(
  { id, title, version, requirements }: IdentifiedFramework,
  threats: readonly RatedThreat[],
  system: System,
): DocumentFramework {
  return {
    id,
    title,
    version,
    requirements: requirements.map((requirement) => documentRequirement(requirement, threats, system)),
  };
}

function documentRequirement(
  requirement: Requirement,
  threats: readonly RatedThreat[],
  system: System,
): DocumentRequirement {
  const bearing = threats.map(({ threat }) => threat).filter((threat) => bearsOn(threat, requirement, system));
  return {
    id: requirement.id,
    ...(requirement.title !== undefined && { title: requirement.title }),
    state: stateOf(bearing),
    threats: bearing.map(({ id }) => id),
  };
}

function bearsOn({ rule, element }: Threat, { controls, threats, types }: Requirement, system: System): boolean {
  const isAsked = threats?.includes(rule.id) ?? rule.controls.some((control) => controls?.includes(control));
  if (!isAsked || types === undefined) return isAsked;
  const resources = system.element(element)?.resources ?? [];
  return resources.some((resource) => types.includes(system.resource(resource)?.type ?? ''));
}

function stateOf(threats: readonly Threat[]): DocumentRequirement['state'] {
  const has = (status: Threat['status']) => threats.some((threat) => threat.status === status);
  if (threats.length === 0) return 'not-raised';
  if (has('open')) return 'open';
  if (has('unknown')) return 'unknown';
  return has('accepted') ? 'accepted' : 'met';
}
