import type { WatchedPlace } from '../model/detection.ts';
import { admits, askedFor, isListening } from './event-rules.ts';

/**
 * Does a rule of EventBridge pass findings of this source (`aws.guardduty`) on, by itself or from Security Hub, to something
 * that tells somebody? https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
 */
export function isTold(place: WatchedPlace, source: string): boolean {
  const { assumed } = place.system.model;
  const hasHub = place.inRegion('AWS::SecurityHub::Hub').length > 0;
  const sources = hasHub ? [source, 'aws.securityhub'] : [source];
  return place
    .inRegion('AWS::Events::Rule')
    .some(
      (rule) =>
        isListening(rule, assumed) === true &&
        admits(askedFor(rule, 'source', assumed), (word) => sources.includes(word)) === true &&
        askedFor(rule, 'source', assumed) !== 'any',
    );
}
