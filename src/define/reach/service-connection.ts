import { always, and } from '../../model/guard.ts';
import type { Hop } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Text } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { internet } from './address.ts';
import { direct } from './connections.ts';
import { groupStage } from './group-stage.ts';
import type { Network, Stated } from './network.ts';
import { interfacesOf, type NetworkInterface } from './network-interface.ts';
import { meet, type Passage, under } from './passage.ts';
import { outside } from './remote.ts';
import type { Finding } from './verdict.ts';

const https = [{ from: 443, end: 444 }];
const httpsAnywhere: Passage = { ports: https, addresses: internet.v4, guard: always, hops: [] };

/**
 * From a resource to one that stands in no VPC: over an endpoint of its service, or out to the service's public address.
 * What stands in no VPC itself is connected by AWS.
 */
export function serviceConnection(
  network: Network,
  from: Resource,
  to: Resource,
  outward: () => readonly Finding[],
): readonly Finding[] {
  const { interfaces } = interfacesOf(network, from);
  const because = `${to.address} is reached at its service's address`;
  const hop: Hop = { component: 'placement', because, resource: to.id, origin: to.origin };
  const whole: Passage = { ports: https, addresses: internet.v4, guard: to.guard, hops: [hop] };
  if (interfaces.length === 0) return [{ family: 'v4', protocol: 'tcp', passages: under([whole], from.guard) }];
  const found = toService(network, interfaces, serviceOf(to), outward);
  return found.map((finding) => ({
    ...finding,
    passages: finding.passages.flatMap((passage) =>
      meet([passage], [passage.hops.some(isEndpoint) ? { ...whole, hops: [] } : whole]),
    ),
  }));
}

function isEndpoint({ component }: Hop): boolean {
  return component === 'endpoint';
}

/**
 * From interfaces to the API of a service of AWS, `ssm`: over endpoints in their VPC, and out to its public address as well.
 * A gateway endpoint is the route to that address; an interface endpoint only has the service's name lead to it, which
 * nobody has to use.
 */
export function toService(
  network: Network,
  interfaces: readonly NetworkInterface[],
  service: string | undefined,
  outward: () => readonly Finding[],
): readonly Finding[] {
  const endpoints = interfaces.flatMap((one) => throughEndpoints(network, one, service));
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
  network: Network,
  from: NetworkInterface,
  service: string | undefined,
): readonly ThroughEndpoint[] {
  if (service === undefined) return [];
  return (network.endpoints.get(from.subnet.vpc.key) ?? [])
    .filter(({ part }) => serviceName(part.service) === service)
    .map((endpoint) =>
      endpoint.part.gateway
        ? { isRoute: true, passages: byGateway(network, from, endpoint) }
        : { isRoute: false, passages: byInterface(network, from, endpoint) },
    );
}

/** A gateway endpoint is a route of the tables that it names. */
function byGateway(
  network: Network,
  from: NetworkInterface,
  { part, by, guard }: Stated<'endpoint'>,
): readonly Passage[] {
  const served = (part.tables ?? []).flatMap((table) => network.places(table, by)).map(({ key }) => key);
  const tables = (network.tablesOfSubnets.get(from.subnet.place.key) ?? []).flatMap((association) =>
    network.places(association.part.table, association.by).map(({ key }) => key),
  );
  if (!tables.some((table) => served.includes(table))) return [];
  // Rules may name the prefix list of the service, whose addresses the gateway endpoint serves.
  const service = serviceName(part.service);
  const at = { family: 'v4', addresses: internet.v4, key: `service ${service}` } as const;
  const remote = outside(network, { ...at, ...(service !== undefined && { service }) });
  const out = groupStage(network, from, { direction: 'egress', protocol: 'tcp', remote }).passages;
  const hop: Hop = {
    component: 'endpoint',
    because: `gateway endpoint ${by.address}`,
    resource: by.id,
    origin: by.origin,
  };
  return meet(out, [{ ports: https, addresses: internet.v4, guard: and(guard, from.guard), hops: [hop] }]);
}

function byInterface(network: Network, from: NetworkInterface, { by, guard }: Stated<'endpoint'>): readonly Passage[] {
  const hop: Hop = {
    component: 'endpoint',
    because: `interface endpoint ${by.address}`,
    resource: by.id,
    origin: by.origin,
  };
  const addresses = internet.v4;
  return direct(network, from.resource, by)
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
