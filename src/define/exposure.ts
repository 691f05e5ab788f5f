import { dataActions, readsOf } from '../catalog/data-actions.ts';
import { dataArn } from '../catalog/data-arn.ts';
import type { Caller } from '../model/caller.ts';
import { casesOf } from '../model/fact.ts';
import { isPossible } from '../model/guard.ts';
import type { ElementId } from '../model/id.ts';
import type { Questions } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import type { Element, Exposure } from '../model/system.ts';

/** Most elements are this; one object serves them all. */
const internal: Exposure = { level: 'internal', because: ['no way in from outside is in the input'] };

const remembered = new WeakMap<Questions, ReadonlyMap<ElementId, Exposure>>();

/** Exposure of every element of a system, found out once. */
export function exposuresOf(ask: Questions): ReadonlyMap<ElementId, Exposure> {
  const known = remembered.get(ask) ?? exposures(ask);
  remembered.set(ask, known);
  return known;
}

/** Exposure of every element, worst first: the internet, any AWS account, inside only. Linear in elements. */
function exposures(ask: Questions): ReadonlyMap<ElementId, Exposure> {
  const result = new Map<ElementId, Exposure>();
  const open = new Map<ElementId, string[]>();
  const unclear = new Map<ElementId, string[]>();
  for (const { resource, connection } of ask.reach.fromInternet()) {
    const element = ask.system.elementOf(resource.id);
    if (element === undefined || connection.verdict === 'blocked') continue;
    const because =
      connection.verdict === 'open'
        ? connection.through.map((hop) => hop.because)
        : [`settled by ${connection.settledBy ?? 'more input'}`];
    const group = connection.verdict === 'open' ? open : unclear;
    group.set(element.id, [...(group.get(element.id) ?? []), ...because]);
  }
  for (const element of ask.system.model.elements) {
    if (element.resource === undefined) continue;
    result.set(element.id, exposureOf(element, { ask, open: open.get(element.id), unclear: unclear.get(element.id) }));
  }
  return result;
}

function exposureOf(
  element: Element,
  known: {
    readonly ask: Questions;
    readonly open: readonly string[] | undefined;
    readonly unclear: readonly string[] | undefined;
  },
): Exposure {
  const { ask, open, unclear } = known;
  if (open !== undefined) return { level: 'internet', because: [...new Set(open)] };
  const resource = element.resource === undefined ? undefined : ask.system.resource(element.resource);
  if (resource !== undefined) {
    const anonymous = openAction(ask, resource, { kind: 'anonymous' });
    if (anonymous !== undefined) return { level: 'internet', because: [`anyone may ${anonymous}`] };
    const accounts = openAction(ask, resource, { kind: 'any-aws-account' });
    if (accounts !== undefined) return { level: 'any-aws-account', because: [`any AWS account may ${accounts}`] };
  }
  if (unclear !== undefined) return { level: 'unknown', because: [...new Set(unclear)] };
  return internal;
}

/** The first data action that the stranger may use without any open condition. */
function openAction(ask: Questions, resource: Resource, caller: Caller): string | undefined {
  const policies = casesOf(ask.system.fact(resource.id, 'resourcePolicy'));
  const gate = casesOf(ask.system.fact(resource.id, 'publicAccessGate'));
  const acl = gate.some(({ fact }) => fact.kind === 'known' && fact.value.publicAcl !== undefined);
  const stated = policies.some(({ fact }) => fact.kind === 'known' && fact.value.length > 0);
  if (!stated && !acl) return undefined;
  const { write, invoke } = dataActions(resource.type);
  return [...readsOf(resource.type), ...write, ...invoke].find((action) => {
    const decision = ask.access.decide({ caller, action, resource: dataArn(resource, action), on: resource.id });
    return decision.verdict === 'allow' && isPossible(decision.guard);
  });
}
