import { casesOf, type Fact } from '../../model/fact.ts';
import { always, type Guard } from '../../model/guard.ts';
import type { Connection } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { admitted, carried, direct, inward, theInternet } from './connections.ts';
import type { Edge } from './edges.ts';
import type { Network } from './network.ts';
import { interfacesOf } from './network-interface.ts';
import { under } from './passage.ts';
import { connectionOf, type Finding, onPort } from './verdict.ts';

/**
 * Does what a balancer hands on arrive at the target? Its security groups are asked for the balancer, or for the caller
 * whose address it keeps. Undefined when one of the two stands in no VPC: the way is AWS's own.
 */
export function passageThrough(
  network: Network,
  way: { readonly carrier: Resource; readonly target: Resource; readonly edge: Edge },
): Connection | undefined {
  const { carrier, target, edge } = way;
  const { keepsCaller, port } = edge.forward;
  if (!isPlaced(network, target)) return undefined;
  if (!isPlaced(network, carrier))
    return keepsCaller === undefined
      ? undefined
      : connectionOf(onPort(fromEdge(network, target, keepsCaller), port ?? undefined));
  if (keepsCaller === undefined) return connectionOf(onPort(direct(network, carrier, target), port ?? undefined));
  const findings = casesOf(keepsCaller).flatMap(({ guard, fact }): readonly Finding[] => {
    if (fact.kind === 'unknown')
      return doubted([...direct(network, carrier, target), ...carried(network, carrier, target)], fact.settledBy);
    return when(fact.value ? carried(network, carrier, target) : direct(network, carrier, target), guard);
  });
  return connectionOf(onPort(findings, port ?? undefined));
}

function isPlaced(network: Network, end: Resource): boolean {
  const { interfaces, settledBy } = interfacesOf(network, end);
  return interfaces.length > 0 || settledBy !== undefined;
}

/**
 * From an accelerator at AWS's edge: it has interfaces of its own in the subnets of what it calls, private ones too, whose
 * groups see the caller where his address is kept. Network ACLs are not asked then, and no route; else it calls public
 * addresses ("Requirements for endpoints with client IP address preservation", Global Accelerator).
 */
function fromEdge(network: Network, target: Resource, keepsCaller: Fact<boolean>): readonly Finding[] {
  return casesOf(keepsCaller).flatMap(({ guard, fact }): readonly Finding[] => {
    const ends = [theInternet('v4')];
    if (fact.kind === 'unknown') return doubted(inward(network, target, ends), fact.settledBy);
    return when(fact.value ? admitted(network, target) : inward(network, target, ends), guard);
  });
}

function when(findings: readonly Finding[], guard: Guard): readonly Finding[] {
  return guard === always
    ? findings
    : findings.map((finding) => ({ ...finding, passages: under(finding.passages, guard) }));
}

function doubted(findings: readonly Finding[], doubt: string): readonly Finding[] {
  return findings.map((finding) => ({
    ...finding,
    passages: finding.passages.map((passage) => ({ doubt, ...passage })),
  }));
}
