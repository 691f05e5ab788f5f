import { casesOf } from '../model/fact.ts';
import { closes, type OwnControl } from '../model/knowledge.ts';
import type { Questions } from '../model/questions.ts';
import type { Element } from '../model/system.ts';
import type { ControlState, Threat } from '../model/threat.ts';

/** A control of users closes what it says it closes, where it certainly is in force. */
export function withOwnControls(
  threat: Threat,
  element: Element,
  controls: readonly OwnControl[],
  ask: Questions,
): Threat {
  if (threat.status === 'mitigated') return threat;
  const states = controls
    .filter((control) => control.isInForce !== undefined && closes(control, threat.rule.id))
    .flatMap((control) => controlState(control, element, ask));
  if (states.length === 0) return threat;
  const status = states.some(({ state }) => state === 'in-force') ? 'mitigated' : threat.match.status;
  return { ...threat, status, match: { ...threat.match, status, controls: [...threat.match.controls, ...states] } };
}

function controlState(control: OwnControl, element: Element, ask: Questions): readonly ControlState[] {
  const fact = control.isInForce?.(element, ask);
  if (fact === undefined) return [];
  const cases = casesOf(fact);
  const place = cases.flatMap(({ fact: { origins } }) => origins);
  const evidence = (note: string) => ({ note, origin: place[0] ?? element.origin });
  if (cases.length > 0 && cases.every(({ fact: one }) => one.kind === 'known' && one.value))
    return [{ control: control.id, state: 'in-force', evidence: evidence(`${control.title} is in force`) }];
  const open = cases.map(({ fact: one }) => one).find((one) => one.kind === 'unknown');
  if (open === undefined) return [];
  return [{ control: control.id, state: 'unknown', evidence: evidence(`${open.settledBy} would tell`) }];
}
