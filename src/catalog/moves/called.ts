import type { ElementId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Flow } from '../../model/system.ts';
import { literalOf } from '../../model/text.ts';
import { textOf } from '../../model/value.ts';
import { descend } from '../answer.ts';
import { type Going, together } from './going.ts';
import { remembered } from './remembered.ts';

const calling: ReadonlySet<Flow['kind']> = new Set<Flow['kind']>(['connection', 'event', 'invoke', 'request']);

/** Flows that make their receiver run, by the receiver. */
const incoming = remembered((ask): ReadonlyMap<ElementId, Flow> => {
  const calls = ask.system.model.flows.filter(({ kind }) => calling.has(kind));
  return new Map(calls.map((flow) => [flow.to, flow]));
});

/** It runs by itself, because something in the system calls it; else it is not known whether anything does. */
export function isCalled(ask: Questions, target: Resource): Going {
  const element = ask.system.elementOf(target.id);
  const flow = element === undefined ? undefined : incoming(ask).get(element.id);
  if (flow === undefined) return { proof: [], provided: `something calls ${target.address}` };
  const { because, origin, guard } = flow;
  return { proof: [{ kind: 'setting', resource: target.id, property: '', note: because, origin }], guard };
}

/**
 * A function whose code signing configuration enforces signatures takes no code of strangers; by default it only warns.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html
 */
export function takesAnyCode(ask: Questions, target: Resource): Going | undefined {
  const value = target.properties.entries.get('CodeSigningConfigArn');
  if (value === undefined) return { proof: [] };
  const warns = { proof: [], provided: `the code signing configuration of ${target.address} only warns` };
  for (const end of ask.system.resolve(value, target.id, ['AWS::Lambda::CodeSigningConfig'])) {
    if (end.kind !== 'resource') return warns;
    const stated = descend({ ...end.resource.properties }, ['CodeSigningPolicies', 'UntrustedArtifactOnDeployment']);
    const word = stated === undefined ? undefined : literalOf(textOf(stated) ?? []);
    if (word === 'Enforce') return undefined;
    if (stated === undefined || word === 'Warn') return { proof: [], guard: end.guard };
  }
  return warns;
}

/** As both: code of a stranger, which runs by itself. */
export function takesAnyCodeAndIsCalled(ask: Questions, target: Resource): Going | undefined {
  const state = takesAnyCode(ask, target);
  const called = isCalled(ask, target);
  return state === undefined ? undefined : { ...together(state, called), ...(called.guard && { guard: called.guard }) };
}
