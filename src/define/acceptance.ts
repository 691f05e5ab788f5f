import type { Origin } from '../model/origin.ts';
import type { Suppression } from '../model/resource.ts';

/** What is written of an acceptance beside a resource. */
export interface WrittenAcceptance {
  readonly rule: string | undefined;
  readonly reason: string | undefined;
  readonly owner: string | undefined;
  readonly expires: string | undefined;
}

/** The acceptance, or what is wrong with it: one that is not complete does not count. */
export function acceptanceOf(
  { rule, reason, owner, expires }: WrittenAcceptance,
  origin: Origin,
): Suppression | string {
  if (!rule || !reason || !owner || !expires)
    return 'an acceptance needs rule, reason, owner and expires; it does not count without them';
  if (!isDay(expires)) return `expires must be a day, YYYY-MM-DD, not ${expires}; the acceptance does not count`;
  return { rule, reason, owner, expires, origin };
}

function isDay(text: string): boolean {
  const [, month = '0', day = '0'] = /^\d{4}-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}
