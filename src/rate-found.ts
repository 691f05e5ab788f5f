import { type Look, seenSteps } from './identify/detection/detection-coverage.ts';
import type { AttackPath, RatedPath } from './model/attack.ts';
import { namesOf } from './model/element-name.ts';
import type { DefinedSystem, System } from './model/questions.ts';
import type { Risk } from './model/risk.ts';
import type { Threat } from './model/threat.ts';
import { applyAcceptance } from './monitor/accept.ts';
import { type RatingContext, rateThreat } from './prioritize/rate.ts';
import { ratePath } from './prioritize/rate-path.ts';

/** Paths with their risk, by what is seen of their steps; the highest first. */
export function rated(
  paths: readonly AttackPath[],
  { rating, look, system }: { readonly rating: RatingContext; readonly look: Look; readonly system: System },
): readonly RatedPath[] {
  const context = { ...rating, system, seen: (path: AttackPath) => seenSteps(path, look, system) };
  return paths.map((path) => ({ path, risk: ratePath(path, context) })).sort(byPathRisk);
}

/** Rates a threat and applies what people accepted. */
export function accepted(
  threat: Threat,
  defined: DefinedSystem,
  rating: RatingContext,
): { readonly threat: Threat; readonly risk: Risk } {
  const { system } = defined.ask;
  const risk = rateThreat(threat, rating);
  const element = system.element(threat.element);
  const applied = applyAcceptance(threat, risk, {
    asOf: system.asOf,
    acceptances: system.model.declared.acceptances,
    suppressions: () => (element?.resources ?? []).flatMap((resource) => system.resource(resource)?.suppressions ?? []),
    names: () => (element === undefined ? [threat.element] : namesOf(element)),
    exposure: () => defined.exposure(threat.element).level,
  });
  return { threat: applied, risk };
}

const statusOrder: Readonly<Record<Threat['status'], number>> = { open: 0, unknown: 1, accepted: 2, mitigated: 3 };

/** Open ones first, the highest risk first, then by id so that the order never varies. */
export function byRisk(
  left: { readonly threat: Threat; readonly risk: Risk },
  right: { readonly threat: Threat; readonly risk: Risk },
): number {
  return (
    statusOrder[left.threat.status] - statusOrder[right.threat.status] ||
    right.risk.score - left.risk.score ||
    right.risk.impact - left.risk.impact ||
    (left.threat.id < right.threat.id ? -1 : 1)
  );
}

function byPathRisk(left: RatedPath, right: RatedPath): number {
  return (
    right.risk.score - left.risk.score ||
    left.path.steps.length - right.path.steps.length ||
    (left.path.id < right.path.id ? -1 : 1)
  );
}
