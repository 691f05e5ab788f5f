import type { Answers } from '../model/dimension.ts';
import { type NotApplicable, notApplicable } from '../model/fact.ts';

/**
 * All dimensions marked as not applicable for one reason: for a resource that configures another one, which answers in
 * its place, and for one that is an entry in a list. A type that answers some of them spreads this first.
 */
export function noAnswers(reason: string): Readonly<Record<keyof Answers, NotApplicable>> {
  const none = notApplicable(reason);
  return {
    placement: none,
    runsAs: none,
    endpoints: none,
    encryptionAtRest: none,
    encryptionInTransit: none,
    logging: none,
    recovery: none,
    secretsInClear: none,
    software: none,
    resourcePolicy: none,
  };
}
