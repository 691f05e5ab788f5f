import { isEndpointOf } from '../../../catalog/data/endpoint-services.ts';
import { casesOf } from '../../../model/fact.ts';
import { always, and, type Guard, isPossible } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Text } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { connecting, type Finder } from '../finder.ts';
import type { Stated } from '../network/network.ts';
import type { NetworkInterface } from '../network/network-interface.ts';
import { internet } from '../packets/address.ts';
import { joined, meet, type Passage, under } from '../packets/passage.ts';
import type { Finding } from '../packets/verdict.ts';
import { answering, notDeployed } from './deployed.ts';
import { toEndpointService } from './private-link.ts';

const https = [{ from: 443, end: 444 }];
const httpsAnywhere: Passage = { ports: https, addresses: internet.v4, guard: always, hops: [] };

/**
 * From a resource to one that stands in no VPC: over an endpoint of its service, or out to the service's public address.
 * What stands in no VPC itself is connected by AWS.
 */
export function serviceConnection(
  finder: Finder,
  from: Resource,
  to: Resource,
  outward: () => readonly Finding[],
): readonly Finding[] {
  const shared = toEndpointService(finder, from, to);
  if (shared !== undefined) return shared;
  if (answering(finder.network.base, to).length === 0)
    return [{ family: 'v4', protocol: 'tcp', passages: [], refusal: notDeployed(to) }];
  const { interfaces } = finder.interfaces(from);
  const because = `${to.address} is reached at its service's address`;
  const hop: Hop = { component: 'placement', because, resource: to.id, origin: to.origin };
  const whole: Passage = { ports: https, addresses: internet.v4, guard: to.guard, hops: [hop] };
  const publicly = publicSides(finder, to);
  if (interfaces.length === 0) {
    const passages = throughPublic(publicly, under([whole], from.guard));
    return [{ family: 'v4', protocol: 'tcp', passages, refusal: onlyByEndpoint(to) }];
  }
  const found = toService(finder, from, serviceOf(to), () =>
    publicly.length === 0
      ? [{ family: 'v4', protocol: 'tcp', passages: [], refusal: onlyByEndpoint(to) }]
      : outward().map((finding) => ({ ...finding, passages: throughPublic(publicly, finding.passages) })),
  );
  return found.map((finding) => ({
    ...finding,
    passages: finding.passages.flatMap((passage) =>
      meet([passage], [passage.hops.some(isEndpoint) ? { ...whole, hops: [] } : whole]),
    ),
  }));
}

interface PublicSide {
  readonly guard: Guard;
  readonly doubt?: string;
}

/** When it is called at an address on the internet: all the time, but for what answers in networks alone, as a private API. */
function publicSides(finder: Finder, to: Resource): readonly PublicSide[] {
  const sides = casesOf(finder.network.base.fact(to.id, 'endpoints')).flatMap(({ guard, fact }) =>
    fact.kind === 'unknown'
      ? []
      : fact.value.flatMap(({ audience }) =>
          casesOf(audience).map((option) => ({ guard: and(guard, option.guard), fact: option.fact })),
        ),
  );
  if (sides.length === 0) return [{ guard: always }];
  return sides.flatMap(({ guard, fact }): readonly PublicSide[] => {
    if (!isPossible(guard)) return [];
    if (fact.kind === 'unknown') return [{ guard, doubt: fact.settledBy }];
    return fact.value === 'network' ? [] : [{ guard }];
  });
}

function throughPublic(sides: readonly PublicSide[], passages: readonly Passage[]): readonly Passage[] {
  return joined(
    sides.flatMap(({ guard, doubt }) =>
      under(passages, guard).map((one) => (doubt === undefined ? one : { doubt, ...one })),
    ),
  );
}

function onlyByEndpoint(to: Resource): Hop {
  const because = `${to.address} is called over VPC endpoints of its service alone, and none leads there`;
  return { component: 'endpoint', because, resource: to.id, origin: to.origin };
}

function isEndpoint({ component }: Hop): boolean {
  return component === 'endpoint';
}

/**
 * From a resource to the API of a service of AWS, `ssm`: over endpoints in their VPC, and out to its public address as well.
 * A gateway endpoint is the route to that address; an interface endpoint only has the service's name lead to it, which
 * nobody has to use.
 */
export function toService(
  finder: Finder,
  from: Resource,
  service: string | undefined,
  outward: () => readonly Finding[],
): readonly Finding[] {
  const endpoints = finder.interfaces(from).interfaces.flatMap((one) => throughEndpoints(finder, one, service));
  const privately: readonly Finding[] =
    endpoints.length === 0
      ? []
      : [{ family: 'v4', protocol: 'tcp', passages: endpoints.flatMap(({ passages }) => passages) }];
  if (endpoints.some(({ isRoute, passages }) => isRoute && passages.length > 0)) return privately;
  const publicly = outward()
    .filter(({ protocol, family }) => protocol === 'tcp' && family === 'v4')
    .map((finding) => ({ ...finding, passages: meet(finding.passages, [httpsAnywhere]) }));
  return [...privately, ...publicly];
}

interface ThroughEndpoint {
  /** It takes the place of the route to the service's public address. */
  readonly isRoute: boolean;
  readonly passages: readonly Passage[];
}

function throughEndpoints(
  finder: Finder,
  from: NetworkInterface,
  service: string | undefined,
): readonly ThroughEndpoint[] {
  if (service === undefined) return [];
  return (finder.network.endpoints.get(from.subnet.vpc.key) ?? [])
    .filter(({ part }) => isEndpointOf(serviceName(part.service) ?? '', service))
    .map((endpoint) =>
      endpoint.part.gateway
        ? { isRoute: true, passages: byGateway(finder, from, endpoint) }
        : { isRoute: false, passages: byInterface(finder, from, endpoint) },
    );
}

/** A gateway endpoint is a route of the tables that it names. */
function byGateway(
  finder: Finder,
  from: NetworkInterface,
  { part, by, guard }: Stated<'endpoint'>,
): readonly Passage[] {
  const { network } = finder;
  const served = (part.tables ?? []).flatMap((table) => network.places(table, by)).map(({ key }) => key);
  const tables = (network.tablesOfSubnets.get(from.subnet.place.key) ?? []).flatMap((association) =>
    network.places(association.part.table, association.by).map(({ key }) => key),
  );
  if (!tables.some((table) => served.includes(table))) return [];
  // Rules may name the prefix list of the service, whose addresses the gateway endpoint serves.
  const service = serviceName(part.service);
  const at = { family: 'v4', addresses: internet.v4, key: `service ${service}` } as const;
  const out = finder.leaving(from, { ...at, ...(service !== undefined && { service }) });
  const hop: Hop = {
    component: 'endpoint',
    because: `gateway endpoint ${by.address}`,
    resource: by.id,
    origin: by.origin,
  };
  return meet(out, [{ ports: https, addresses: internet.v4, guard: and(guard, from.guard), hops: [hop] }]);
}

function byInterface(finder: Finder, from: NetworkInterface, { by, guard }: Stated<'endpoint'>): readonly Passage[] {
  const hop: Hop = {
    component: 'endpoint',
    because: `interface endpoint ${by.address}`,
    resource: by.id,
    origin: by.origin,
  };
  const addresses = internet.v4;
  return finder
    .direct(from.resource, by, connecting)
    .filter(({ family, protocol }) => family === 'v4' && protocol === 'tcp')
    .flatMap(({ passages }) => passages.map((passage) => ({ ...passage, addresses })))
    .flatMap((passage) => meet([passage], [{ ports: https, addresses, guard, hops: [hop] }]));
}

/** The service of an ARN: `s3`, `dynamodb`. */
function serviceOf(resource: Resource): string | undefined {
  return resource.arn === undefined ? undefined : plain(resource.arn).split(':')[2];
}

/** `com.amazonaws.eu-west-1.s3`, `com.amazonaws.eu-west-1.ecr.api`: the name after the region. */
function serviceName(value: Value | undefined): string | undefined {
  const text = value === undefined ? undefined : textOf(value);
  return text === undefined ? undefined : plain(text).split('.').slice(3)[0];
}

/** Holes as `?`, so that what stands between separators can be told. */
function plain(text: Text): string {
  return text.map((part) => (typeof part === 'string' ? part : '?')).join('');
}
