import { casesOf } from '../model/fact.ts';
import type { System } from '../model/questions.ts';
import type { Element } from '../model/system.ts';
import type { Fix, ThreatMatch } from '../model/threat.ts';
import { fixOf, judge, subjectOf } from './threat-match.ts';

/** A threat that arises where a control that is there does not do its work. */
export interface ProtectionQuestion {
  readonly control: string;
  readonly bad: string;
  readonly good: string;
  readonly fix: Omit<Fix, 'control' | 'resource' | 'type'>;
}

/** One match for each case of a control that the element has; none where it has no such control at all. */
export function* judgeProtection(
  element: Element,
  system: Pick<System, 'resource' | 'fact'>,
  { control, bad, good, fix }: ProtectionQuestion,
): Iterable<ThreatMatch> {
  const resource = subjectOf(element, system);
  if (resource === undefined) return;
  for (const { guard, fact } of casesOf(system.fact(resource.id, 'protections'))) {
    if (fact.kind === 'unknown') continue;
    for (const protection of fact.value) {
      if (protection.control !== control) continue;
      yield* judge<boolean>({
        fact: protection.inForce,
        guard,
        resource,
        origin: protection.origin,
        bad: (inForce) => (inForce ? undefined : bad),
        closedBy: () => ({ control, note: good }),
        fix: fixOf(resource, { control, ...fix }),
      });
    }
  }
}
