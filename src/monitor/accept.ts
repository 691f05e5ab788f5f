import type { Origin } from '../model/origin.ts';
import type { Suppression } from '../model/resource.ts';
import type { Risk } from '../model/risk.ts';
import type { Acceptance } from '../model/system.ts';
import type { Threat } from '../model/threat.ts';
import { exposureRose } from './exposure-rose.ts';

/** What is asked of an element when an acceptance is judged. */
export interface AcceptanceContext {
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly acceptances: readonly Acceptance[];
  /** Written next to the element's resources. */
  suppressions(threat: Threat): readonly Suppression[];
  /** Every name of the threat's element: id, address, former ids. */
  names(threat: Threat): readonly string[];
  /** The element's exposure today. */
  exposure(threat: Threat): string;
}

/**
 * Applies acceptances: an accepted threat stays in the model, with who accepted it and why. An acceptance lapses when its
 * day has passed, or when exposure or risk is higher than what was accepted; the threat is then open, and says so.
 */
export function applyAcceptance(threat: Threat, risk: Risk, context: AcceptanceContext): Threat {
  if (threat.status === 'mitigated') return threat;
  const found = acceptanceOf(threat, context);
  if (found === undefined) return threat;
  const lapsed = lapseOf(found, threat, risk, context);
  const { reason, owner, expires, origin } = found;
  const acceptance = { reason, owner, expires, origin, ...(lapsed !== undefined && { lapsed }) };
  return { ...threat, acceptance, status: lapsed === undefined ? 'accepted' : threat.status };
}

interface Found {
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
  readonly origin: Origin;
  readonly evidence?: Acceptance['evidence'];
}

function acceptanceOf(threat: Threat, context: AcceptanceContext): Found | undefined {
  const inline = context.suppressions(threat).find(({ rule }) => coversRule(rule, threat.rule.id));
  if (inline !== undefined) return inline;
  return context.acceptances.find((acceptance) => {
    const names = context.names(threat);
    if (acceptance.threat !== undefined) return names.some((name) => threatIdAt(threat, name) === acceptance.threat);
    const element = acceptance.element === undefined || names.includes(acceptance.element);
    return acceptance.rule !== undefined && coversRule(acceptance.rule, threat.rule.id) && element;
  });
}

/** The threat's id as it would be if its element had that name: former ids keep their acceptances. */
function threatIdAt(threat: Threat, element: string): string {
  return threat.id.replace(`@${threat.element}`, () => `@${element}`);
}

/** A rule id, or a whole topic written as `data/`. */
function coversRule(accepted: string, rule: string): boolean {
  return accepted === rule || (accepted.endsWith('/') && rule.startsWith(accepted));
}

function lapseOf(found: Found, threat: Threat, risk: Risk, context: AcceptanceContext): string | undefined {
  if (found.expires < context.asOf) return `it expired on ${found.expires}`;
  if (found.evidence === undefined) return undefined;
  const exposure = context.exposure(threat);
  if (exposureRose(found.evidence.exposure, exposure)) {
    return `exposure has risen from ${found.evidence.exposure} to ${exposure} since it was accepted`;
  }
  return risk.score > found.evidence.score
    ? `risk has risen from ${found.evidence.score} to ${risk.score} since it was accepted`
    : undefined;
}
