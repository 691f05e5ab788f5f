import { type AttackFact, defineMove, type MoveInstance } from '../../../model/attack.ts';
import { and } from '../../../model/guard.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Element, Flow } from '../../../model/system.ts';
import { bearsOwnAccount } from '../../bears-own-account.ts';
import { instance } from '../instance.ts';
import { workloads } from '../workloads.ts';

export default defineMove({
  title: 'Change the code at its source',
  description:
    'What is built or run comes from a repository, bucket or layer outside: whoever controls that decides what runs here.',
  technique: 'T1677',
  actions: [],
  references: [
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_appsec_regularly_assess_security_properties_of_pipelines.html',
  ],
  cost: 2,
  *instances(ask) {
    const code = new Set(workloads(ask));
    for (const flow of ask.system.model.flows) {
      if (flow.kind !== 'deployment') continue;
      const [from, to] = [ask.system.element(flow.from), ask.system.element(flow.to)];
      if (from === undefined || to === undefined) continue;
      // Code is fetched: the arrow of a fetch points at the place that the code comes from.
      if (isOutside(from)) yield* changed(ask, { flow, source: from, receiver: resourceOf(ask, to), code });
      else if (isOutside(to)) yield* fetched(ask, { flow, source: to, receiver: resourceOf(ask, from), code });
    }
  },
});

/** Places that a parameter of the deployment supplies are taken to be one’s own. */
function isOutside({ resource, kind, type, name }: Element): boolean {
  return resource === undefined && kind === 'external-entity' && type !== 'external:supplied' && !name.includes('<');
}

function resourceOf(ask: Questions, { resource }: Element): Resource | undefined {
  return resource === undefined ? undefined : ask.system.resource(resource);
}

interface Change {
  readonly flow: Flow;
  readonly source: Element;
  readonly receiver: Resource | undefined;
  readonly code: ReadonlySet<Resource>;
}

/** Only what runs code fetches it; a stack set that is sent somewhere does not come from there. */
function fetched(ask: Questions, change: Change): readonly MoveInstance[] {
  return change.receiver !== undefined && change.code.has(change.receiver) ? changed(ask, change) : [];
}

function changed(ask: Questions, { flow, source, receiver, code }: Change): readonly MoveInstance[] {
  if (receiver === undefined || bearsOwnAccount(ask.system, receiver.id, source.name)) return [];
  const runs = code.has(receiver);
  const gives: AttackFact = runs
    ? { kind: 'runs-code', resource: receiver.id }
    : { kind: 'writes', resource: receiver.id };
  // Builds and pipelines fetch their source each time they run; code that is copied waits for the next deployment.
  const isBuild = flow.to === ask.system.elementOf(receiver.id)?.id;
  return instance({
    needs: [{ kind: 'controls-external', party: source.id }],
    gives,
    proof: [{ kind: 'setting', resource: receiver.id, property: '', note: flow.because, origin: flow.origin }],
    guard: and(flow.guard, receiver.guard),
    ...(!isBuild && { provided: `${receiver.address} is deployed again` }),
  });
}
