import { controlNamed, effectsOn } from '../catalog/control-effects.ts';
import { attestedControls, failedTests, isAbout } from '../model/attested-controls.ts';
import type { System } from '../model/questions.ts';
import type { AttestedControl, Element, TestOutcome } from '../model/system.ts';
import type { ControlState, IdentifiedRule, ThreatMatch } from '../model/threat.ts';

/**
 * A match with what people attest and what tests showed. A control that closes threats of the rule closes this one as long
 * as its attestation has not expired; a procedure makes it less likely; a control that failed a test is in force no more.
 */
export function withWhatPeopleSay(
  match: ThreatMatch,
  { element, rule, system }: { readonly element: Element; readonly rule: IdentifiedRule; readonly system: System },
): ThreatMatch {
  const { declared } = system.model;
  const failed = failedTests(declared, system.asOf).filter((test) => isAbout(test, element));
  const tried = withFailures(match, rule, failed);
  const hasFailed = new Set(failed.map(({ control }) => control));
  const attested = attestedControls(declared).filter(
    ({ control, ...on }) => !hasFailed.has(control) && isAbout(on, element),
  );
  return tried.status === 'mitigated' ? tried : withAttested(tried, rule, { attested, asOf: system.asOf });
}

/** A control that closes the threat and failed closes it no more; where it is open already, the test has shown that it is used. */
function withFailures(match: ThreatMatch, rule: IdentifiedRule, failed: readonly TestOutcome[]): ThreatMatch {
  const about = failed.filter(
    ({ control }) =>
      match.controls.some((one) => one.control === control) ||
      (match.status !== 'mitigated' && rule.controls.includes(control)),
  );
  const [first] = about;
  if (first === undefined) return match;
  const names = new Set(about.map(({ control }) => control));
  const kept = match.controls.filter(({ control, state }) => state !== 'in-force' || !names.has(control));
  const closes = kept.some(({ state }) => state === 'in-force');
  const because = `test ${first.test} of ${first.date} failed: ${first.because}`;
  return {
    ...match,
    status: match.status === 'mitigated' && !closes ? 'open' : match.status,
    controls: [...kept, ...about.map(failureState)],
    ...(match.status === 'open' && {
      adjust: [...(match.adjust ?? []), { of: 'likelihood' as const, by: 1, because }],
    }),
  };
}

function failureState({ control, test, date, because, origin }: TestOutcome): ControlState {
  return { control, state: 'not-in-force', evidence: { note: `test ${test} of ${date} failed: ${because}`, origin } };
}

function withAttested(
  match: ThreatMatch,
  rule: IdentifiedRule,
  { attested, asOf }: { readonly attested: readonly AttestedControl[]; readonly asOf: string },
): ThreatMatch {
  const closing = attested.filter(({ control }) => rule.controls.includes(control));
  const helping = attested.filter(
    ({ control, expires }) =>
      !rule.controls.includes(control) &&
      expires >= asOf &&
      controlNamed(control)?.kind === 'procedural' &&
      effectsOn(control, rule.techniques).length > 0,
  );
  if (closing.length + helping.length === 0) return match;
  const closes = closing.some(({ expires }) => expires >= asOf);
  return {
    ...match,
    controls: [...match.controls, ...[...closing, ...helping].map((control) => attestedState(control, asOf))],
    status: closes ? 'mitigated' : match.status,
  };
}

function attestedState({ control, owner, expires, because, origin }: AttestedControl, asOf: string): ControlState {
  const holds = expires >= asOf;
  return {
    control,
    state: holds ? 'attested' : 'not-in-force',
    evidence: {
      note: holds
        ? `${owner} attests it until ${expires}: ${because}`
        : `the attestation by ${owner} expired on ${expires}`,
      origin,
    },
  };
}
