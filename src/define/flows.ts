import { elementsByName } from '../model/element-name.ts';
import type { Forward } from '../model/entry.ts';
import { casesOf } from '../model/fact.ts';
import { always, and } from '../model/guard.ts';
import type { ElementId, ResourceId } from '../model/id.ts';
import type { Target } from '../model/questions.ts';
import type { Connection, Reach } from '../model/reach.ts';
import type { Boundary, DeclaredFlow, Element, Flow } from '../model/system.ts';
import { describeText } from '../model/text.ts';
import { textOf, type Value } from '../model/value.ts';
import type { Externals } from './externals.ts';
import { draftOf, type FlowDraft, finishFlows } from './finish-flows.ts';
import type { GrantedUse } from './granted-uses.ts';
import type { ResourceBase } from './system/create-system.ts';

/** What flows are drawn from. */
export interface FlowSources {
  readonly base: ResourceBase;
  readonly reach: Reach;
  readonly elements: readonly Element[];
  readonly boundaries: readonly Boundary[];
  readonly externals: Externals;
  readonly granted: readonly GrantedUse[];
  readonly declared: readonly DeclaredFlow[];
}

/**
 * Data flows with the reason for each: connections that the configuration states (triggers, integrations, targets,
 * origins), data that a workload's role names, everything that the internet can open a connection to, and what people
 * declare. Two flows of the same ends, kind and protocol are one.
 */
export function createFlows(sources: FlowSources): readonly Flow[] {
  const elementOf = new Map<ResourceId, Element>();
  for (const element of sources.elements) for (const resource of element.resources) elementOf.set(resource, element);
  const drafts = [
    ...statedFlows(sources, elementOf),
    ...internetFlows(sources, elementOf),
    ...grantedFlows(sources.granted, elementOf),
    ...declaredFlows(sources),
  ];
  const { externals } = sources;
  return finishFlows(drafts, {
    elements: [...externals.elements(), ...sources.elements],
    boundaries: [...sources.boundaries, ...externals.boundaries()],
  });
}

function statedFlows(sources: FlowSources, elementOf: ReadonlyMap<ResourceId, Element>): readonly FlowDraft[] {
  const { base, externals } = sources;
  const end = (target: Target, forward: Forward): ElementId | undefined => {
    if (target.kind === 'resource') return elementOf.get(target.resource.id)?.id;
    if (target.kind === 'unknown')
      return externals.of({ kind: 'supplied', name: target.settledBy, origin: forward.origin });
    return externals.of({
      kind: partyOf(describeText(target.text)),
      name: describeText(target.text),
      origin: forward.origin,
    });
  };
  const ends = (value: Value, forward: Forward, from: ResourceId) => {
    const targets = base.resolve(value, from);
    // A log group that AWS makes by itself is not in the input, and nobody else's.
    if (isMadeByAws(value) && !targets.some(({ kind }) => kind === 'resource'))
      return [{ element: externals.of({ kind: 'aws-service', name: LOGS, origin: forward.origin }), guard: always }];
    return targets.flatMap((target) => {
      const element = end(target, forward);
      return element === undefined ? [] : [{ element, guard: target.guard }];
    });
  };
  return base.withAnswer('forwards').flatMap((resource) =>
    casesOf(base.fact(resource.id, 'forwards')).flatMap(({ guard, fact }) =>
      fact.kind === 'unknown'
        ? []
        : fact.value.flatMap((forward) => {
            const own = elementOf.get(resource.id);
            const starts =
              forward.from === undefined
                ? [{ element: own?.id, guard: resource.guard }]
                : ends(forward.from, forward, resource.id);
            return starts.flatMap((start) =>
              ends(forward.to, forward, resource.id).flatMap((target) =>
                start.element === undefined
                  ? []
                  : draftOf(forward, {
                      from: start.element,
                      to: target.element,
                      guard: and(guard, start.guard, target.guard, resource.guard),
                    }),
              ),
            );
          }),
    ),
  );
}

const LOGS = 'logs.amazonaws.com';

/** `/aws/lambda/orders`: names under which services of AWS keep logs. */
function isMadeByAws(value: Value): boolean {
  const [first] = textOf(value) ?? [];
  return typeof first === 'string' && first.startsWith('/aws/');
}

/** ARNs of service principals and AWS accounts are told apart from host names. */
function partyOf(name: string): 'aws-account' | 'aws-service' | 'address' {
  if (/^[a-z0-9-]+\.amazonaws\.com$/.test(name)) return 'aws-service';
  return /^(arn:|\d{12}$)/.test(name) ? 'aws-account' : 'address';
}

function internetFlows(sources: FlowSources, elementOf: ReadonlyMap<ResourceId, Element>): readonly FlowDraft[] {
  return sources.reach.fromInternet().flatMap(({ resource, connection }) => {
    const element = elementOf.get(resource.id);
    // What a front door hands on is a flow of its own, from that front door.
    if (element === undefined || connection.via !== undefined || !isWayIn(connection)) return [];
    const from = sources.externals.of({ kind: 'internet', name: 'internet', origin: element.origin });
    const ways = endpointsOf(sources.base, resource.id);
    const common = {
      from,
      to: element.id,
      kind: 'connection',
      guard: connection.guard,
      origin: connection.through[0]?.origin ?? element.origin,
    } as const;
    const because = reasonOf(connection);
    if (ways.length > 0) return ways.map((way) => ({ ...common, ...way, because }));
    const ports = connection.ports.map(({ from: first, to: last }) =>
      first === last ? String(first) : `${first}-${last}`,
    );
    // Of what listens only the port is known; the one that is SSH's is taken for it.
    const isSsh = ports.length === 1 && ports[0] === '22';
    return isSsh
      ? [{ ...common, protocol: 'ssh', ports, encrypted: true, authenticated: 'signed', because }]
      : [{ ...common, protocol: 'tcp', ports, encrypted: 'unknown' as const, authenticated: 'unknown', because }];
  });
}

/** Open, or open as far as the input tells: rules admit it and one more input would settle the rest. */
function isWayIn({ verdict, ports }: Connection): boolean {
  return verdict === 'open' || (verdict === 'unknown' && ports.length > 0);
}

function reasonOf({ verdict, through, settledBy }: Connection): string {
  const hops = through.map((hop) => hop.because).join('; ');
  if (verdict === 'open') return hops === '' ? 'reachable from the internet' : hops;
  return `not settled, it hangs on ${settledBy ?? 'more input'}${hops === '' ? '' : `: ${hops}`}`;
}

function endpointsOf(
  base: ResourceBase,
  resource: ResourceId,
): readonly Pick<FlowDraft, 'protocol' | 'ports' | 'encrypted' | 'authenticated'>[] {
  return casesOf(base.fact(resource, 'endpoints')).flatMap(({ fact }) =>
    fact.kind === 'unknown'
      ? []
      : fact.value
          .filter(({ audience }) =>
            casesOf(audience).some(({ fact: who }) => who.kind === 'known' && who.value !== 'account'),
          )
          .map((endpoint) => ({
            protocol: endpoint.protocol,
            ports: [endpoint.port === null ? 'any' : String(endpoint.port)],
            encrypted:
              endpoint.encrypted.kind === 'known' ? endpoint.encrypted.value === 'required' : ('unknown' as const),
            authenticated: endpoint.authentication.kind === 'known' ? endpoint.authentication.value : 'unknown',
          })),
  );
}

function grantedFlows(
  granted: readonly GrantedUse[],
  elementOf: ReadonlyMap<ResourceId, Element>,
): readonly FlowDraft[] {
  return granted.flatMap((use) => {
    const from = elementOf.get(use.workload);
    const to = elementOf.get(use.resource);
    if (from === undefined || to === undefined || from.id === to.id) return [];
    return [
      {
        from: from.id,
        to: to.id,
        kind: 'data',
        protocol: 'https',
        ports: ['443'],
        encrypted: true,
        authenticated: 'iam',
        because: use.because,
        guard: use.guard,
        origin: use.origin,
      },
    ];
  });
}

function declaredFlows(sources: FlowSources): readonly FlowDraft[] {
  const byName = elementsByName([...sources.elements, ...sources.externals.elements()]);
  return sources.declared.flatMap((flow) => {
    const from =
      flow.from === 'internet'
        ? sources.externals.of({ kind: 'internet', name: 'internet', origin: flow.origin })
        : byName.get(flow.from);
    const to = byName.get(flow.to);
    if (from === undefined || to === undefined) return [];
    return [
      {
        from,
        to,
        kind: 'request',
        protocol: flow.protocol,
        ports: [flow.port === null ? 'any' : String(flow.port)],
        encrypted: flow.encrypted,
        authenticated: flow.authentication,
        because: flow.because,
        guard: [[]],
        origin: flow.origin,
      },
    ];
  });
}
