import type { Authentication } from '../../../model/entry.ts';
import { casesOf } from '../../../model/fact.ts';
import { always, and, type Guard, isPossible } from '../../../model/guard.ts';
import type { ResourceId } from '../../../model/id.ts';
import type { Connection, Hop } from '../../../model/reach.ts';
import type { Resource } from '../../../model/resource.ts';
import type { ResourceBase } from '../../system/create-system.ts';
import type { Edge } from './edges.ts';

/** A resource that requests are handed on to, with the components on the way. */
export interface HandOver {
  readonly resource: Resource;
  readonly guard: Guard;
  readonly hops: readonly Hop[];
  /** Whose connection arrives there, and on which port, when it is known. */
  readonly port: number | null;
  readonly protocol: string;
  /** The input that would tell whether it arrives. */
  readonly doubt?: string;
  /** Only callers from certain addresses are handed on. */
  readonly limited?: true;
  /** How callers show who they are on the way, where something on it asks. */
  readonly asks?: Authentication;
}

/** What hand-overs are found with. */
export interface HandOverContext {
  readonly base: ResourceBase;
  readonly edges: ReadonlyMap<ResourceId, readonly Edge[]>;
  /** Does a connection from the carrier to the target pass? Undefined when one of them stands in no network. */
  pass(carrier: Resource, target: Resource, edge: Edge): Connection | undefined;
  /** Is what comes from the internet at large handed on over this edge? Otherwise what would tell, or no. */
  takesAll(edge: Edge): 'yes' | 'no' | { readonly doubt: string };
}

interface Visit {
  readonly at: Resource;
  /** Who opens the connection: the last one on the way that stands somewhere. */
  readonly carrier: Resource;
  readonly guard: Guard;
  readonly hops: readonly Hop[];
  readonly doubt?: string;
  readonly limited?: true;
  readonly asks?: Authentication;
}

/**
 * Follows requests from a front door or load balancer through what only passes them on. Where code of the customer runs
 * the request has arrived: what the code does with it is another question.
 */
export function handOvers(context: HandOverContext, start: Resource): readonly HandOver[] {
  if (isWorkload(context.base, start)) return [];
  const result: HandOver[] = [];
  // Every port on which a target is called counts, but what it hands on itself is followed once.
  const seen = new Set<ResourceId>([start.id]);
  const open: Visit[] = [{ at: start, carrier: start, guard: always, hops: [] }];
  for (let visit = open.shift(); visit !== undefined; visit = open.shift()) {
    for (const edge of openFirst(context.edges.get(visit.at.id) ?? [])) {
      if (edge.to.id === start.id) continue;
      const next = step(context, { ...visit, ...limitsOf(context, visit, edge, start) }, edge);
      if (next === undefined) continue;
      const isKnown = seen.has(edge.to.id);
      seen.add(edge.to.id);
      const { port, protocol } = edge.forward;
      const { at: resource, carrier: _, ...way } = next;
      if (!isBetween(context.base, edge.to)) result.push({ ...way, resource, port, protocol });
      if (!isKnown && !isWorkload(context.base, edge.to)) open.push(next);
    }
  }
  return result;
}

/** A way that asks callers for nothing tells more of a target than one that does. */
function openFirst(edges: readonly Edge[]): readonly Edge[] {
  return edges.some(isAsking) ? [...edges.filter((edge) => !isAsking(edge)), ...edges.filter(isAsking)] : edges;
}

function isAsking({ forward }: Edge): boolean {
  return forward.asks !== undefined;
}

/** A balancer sees who calls it: callers, or the one before it on the way. */
function limitsOf(
  context: HandOverContext,
  visit: Visit,
  edge: Edge,
  start: Resource,
): Partial<Pick<Visit, 'doubt' | 'limited'>> {
  const takes = context.takesAll(edge);
  if (takes === 'yes') return {};
  const isFirst = visit.at.id === start.id;
  const doubt =
    typeof takes === 'object' ? takes.doubt : `the address that ${isFirst ? 'the caller' : start.address} calls from`;
  return { doubt: visit.doubt ?? doubt, ...(takes === 'no' && isFirst && { limited: true as const }) };
}

function step(context: HandOverContext, visit: Visit, edge: Edge): Visit | undefined {
  const guard = and(visit.guard, edge.guard, edge.to.guard);
  if (!isPossible(guard)) return undefined;
  const hops = [...visit.hops, hopOf(context.base, visit, edge)];
  const { asks = visit.asks } = edge.forward;
  const before = visit.doubt ?? edge.doubt;
  const came = before === undefined ? visit : { ...visit, doubt: before };
  const next = { ...came, at: edge.to, guard, hops, ...(asks !== undefined && { asks }) };
  if (isBetween(context.base, edge.to)) return next;
  const passed = context.pass(visit.carrier, edge.to, edge);
  if (passed === undefined) return { ...next, carrier: edge.to };
  if (passed.verdict === 'blocked') return undefined;
  const both = and(guard, passed.guard);
  if (!isPossible(both)) return undefined;
  const doubt = before ?? passed.settledBy;
  return {
    ...next,
    carrier: edge.to,
    guard: both,
    hops: [...hops, ...passed.through],
    ...(doubt !== undefined && { doubt }),
  };
}

/** Target groups and their like stand for nothing by themselves. */
function isBetween(base: ResourceBase, resource: Resource): boolean {
  return base.service(resource.type)?.element === 'part';
}

/** Runs code of the customer. */
function isWorkload(base: ResourceBase, resource: Resource): boolean {
  return (
    casesOf(base.fact(resource.id, 'workload')).length > 0 ||
    casesOf(base.fact(resource.id, 'runsAs')).some(
      ({ fact }) => fact.kind === 'known' && fact.value.some(({ purpose }) => purpose === 'workload'),
    )
  );
}

function hopOf(base: ResourceBase, visit: Visit, edge: Edge): Hop {
  const placed = casesOf(base.fact(visit.carrier.id, 'placement')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.zone === 'vpc',
  );
  if (edge.forward.kind === 'event')
    return { component: 'trigger', because: edge.forward.because, resource: visit.at.id, origin: edge.forward.origin };
  const component = !placed ? 'front-door' : isBetween(base, edge.to) ? 'listener' : 'target-group';
  return { component, because: edge.forward.because, resource: visit.at.id, origin: edge.forward.origin };
}
