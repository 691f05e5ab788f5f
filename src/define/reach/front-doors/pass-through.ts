import { casesOf, type Fact } from '../../../model/fact.ts';
import { always, type Guard } from '../../../model/guard.ts';
import type { Connection } from '../../../model/reach.ts';
import type { Resource } from '../../../model/resource.ts';
import { connecting, type Finder } from '../finder.ts';
import { blockOptions, outsideFits } from '../groups/peer.ts';
import type { Network } from '../network/network.ts';
import { internetEnds, publicAddressesOf, theInternet } from '../outside/outside-end.ts';
import { allPorts, under } from '../packets/passage.ts';
import { atLarge, connectionOf, type Finding } from '../packets/verdict.ts';
import type { Edge } from './edges.ts';
import { admission } from './private-link.ts';

/**
 * Does what a balancer hands on arrive at the target? Its security groups are asked for the balancer, or for the caller
 * whose address it keeps. Undefined when one of the two stands in no VPC: the way is AWS's own.
 */
export function passageThrough(
  finder: Finder,
  way: { readonly carrier: Resource; readonly target: Resource; readonly edge: Edge },
): Connection | undefined {
  const { carrier, target, edge } = way;
  const { keepsCaller, port, otherPort, asService, publicly } = edge.forward;
  const admitted = admission(finder.network, carrier, target);
  if (admitted !== undefined) return connectionOf([{ family: 'v4', protocol: 'tcp', ...admitted }]);
  if (!isPlaced(finder, target)) return undefined;
  if (publicly === true) return onOneOf([port, otherPort], calledPublicly(finder, { carrier, target }, asService));
  if (asService !== undefined) return onOneOf([port, otherPort], finder.admitted(target, asService));
  if (!isPlaced(finder, carrier))
    return keepsCaller === undefined
      ? undefined
      : connectionOf(fromEdge(finder, target, keepsCaller), port ?? undefined);
  if (keepsCaller === undefined) return connectionOf(finder.direct(carrier, target, connecting), port ?? undefined);
  const findings = casesOf(keepsCaller).flatMap(({ guard, fact }): readonly Finding[] => {
    if (fact.kind === 'unknown')
      return doubted(
        [...finder.direct(carrier, target, connecting), ...finder.carried(carrier, target)],
        fact.settledBy,
      );
    return when(fact.value ? finder.carried(carrier, target) : finder.direct(carrier, target, connecting), guard);
  });
  return connectionOf(findings, port ?? undefined);
}

/** Does a hand-over take what comes from the internet at large, or only what comes from certain addresses? */
export function takesAll(network: Network, { forward, by }: Edge): 'yes' | 'no' | { readonly doubt: string } {
  const { sources } = forward;
  if (sources === undefined) return 'yes';
  const wide = internetEnds.flatMap((end) => {
    const fits = sources.flatMap((source) => outsideFits(blockOptions(network, source, by), end));
    const passages = fits.map((fit) => ({ ports: allPorts, hops: [], ...fit }));
    return atLarge({ family: end.family, protocol: 'tcp', passages }).passages;
  });
  if (wide.some(({ doubt }) => doubt === undefined)) return 'yes';
  const [doubt] = wide.map((passage) => passage.doubt);
  return doubt === undefined ? 'no' : { doubt };
}

function isPlaced(finder: Finder, end: Resource): boolean {
  const { interfaces, settledBy } = finder.interfaces(end);
  return interfaces.length > 0 || settledBy !== undefined;
}

/**
 * From an accelerator at AWS's edge: it has interfaces of its own in the subnets of what it calls, private ones too, whose
 * groups see the caller where his address is kept. Network ACLs are not asked then, and no route; else it calls public
 * addresses ("Requirements for endpoints with client IP address preservation", Global Accelerator).
 */
function fromEdge(finder: Finder, target: Resource, keepsCaller: Fact<boolean>): readonly Finding[] {
  return casesOf(keepsCaller).flatMap(({ guard, fact }): readonly Finding[] => {
    const publicly = () => finder.inward(target, [theInternet.v4], connecting);
    if (fact.kind === 'unknown') return doubted(publicly(), fact.settledBy);
    return when(fact.value ? finder.admitted(target) : publicly(), guard);
  });
}

/** The connection on the first of the ports that is not closed; on any where the first is not known. */
function onOneOf([port, other]: readonly (number | null | undefined)[], findings: readonly Finding[]): Connection {
  const first = connectionOf(findings, port ?? undefined);
  return first.verdict === 'blocked' && typeof other === 'number' ? connectionOf(findings, other) : first;
}

/**
 * A service that calls a public address: the internet at large is let in, or a list of AWS with the service's addresses.
 * Whether certain other addresses are its own is not known.
 */
function calledPublicly(
  finder: Finder,
  { carrier, target }: { readonly carrier: Resource; readonly target: Resource },
  service: string | undefined,
): readonly Finding[] {
  const end = service === undefined ? theInternet.v4 : publicAddressesOf(service);
  return finder.inward(target, [end], connecting).flatMap((finding) => {
    const wide = atLarge(finding);
    if (wide.passages.length > 0 || finding.passages.length === 0) return [wide];
    return doubted([finding], `the addresses that ${carrier.address} calls ${target.address} from`);
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
