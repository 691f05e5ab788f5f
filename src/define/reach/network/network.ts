import { casesOf } from '../../../model/fact.ts';
import { and, type Guard, isPossible } from '../../../model/guard.ts';
import type { NetworkPart } from '../../../model/network.ts';
import type { Resource } from '../../../model/resource.ts';
import { textKey } from '../../../model/text.ts';
import type { Value } from '../../../model/value.ts';
import type { ResourceBase } from '../../system/create-system.ts';
import type { OutsideEnd } from '../outside/outside-end.ts';
import type { Family } from '../packets/address.ts';
import type { Stage } from '../packets/passage.ts';
import type { Protocol } from '../packets/rule-traffic.ts';
import type { Way } from '../routes/routes.ts';
import type { Destination } from './destinations.ts';
import type { NetworkInterface, Subnet } from './network-interface.ts';
import { type Place, placesOf } from './place.ts';

/** A part of the network with the resource that states it and the guard under which it is there. */
export interface Stated<K extends NetworkPart['kind']> {
  readonly part: Extract<NetworkPart, { kind: K }>;
  readonly by: Resource;
  readonly guard: Guard;
}

/** Parts that belong to a place, by its key. */
export type ByPlace<K extends NetworkPart['kind']> = ReadonlyMap<string, readonly Stated<K>[]>;

/** All parts of the network, indexed by what they belong to. */
export interface Network {
  readonly base: ResourceBase;
  /** By resource. */
  readonly vpcs: ByPlace<'vpc'>;
  readonly subnets: ByPlace<'subnet'>;
  readonly subnetBlocks: ByPlace<'subnet-cidr'>;
  readonly gateways: ByPlace<'internet-gateway'>;
  readonly nats: ByPlace<'nat-gateway'>;
  readonly tables: ByPlace<'route-table'>;
  readonly peerings: ByPlace<'peering'>;
  readonly groups: ByPlace<'security-group'>;
  readonly prefixLists: ByPlace<'prefix-list'>;
  readonly firewalls: ByPlace<'firewall'>;
  readonly connectEndpoints: ByPlace<'connect-endpoint'>;
  readonly privateGateways: ByPlace<'private-gateway'>;
  readonly publicAccessBlocks: ByPlace<'public-access-block'>;
  /** By the VPC or subnet that they exclude. */
  readonly publicAccessExclusions: ByPlace<'public-access-exclusion'>;
  readonly transitGateways: ByPlace<'transit-gateway'>;
  readonly transitTables: ByPlace<'transit-table'>;
  readonly transitAttachments: ByPlace<'transit-attachment'>;
  /** By the place that they refer to. */
  readonly routes: ByPlace<'route'>;
  readonly tablesOfSubnets: ByPlace<'route-table-association'>;
  readonly aclsOfSubnets: ByPlace<'network-acl-association'>;
  readonly entries: ByPlace<'network-acl-entry'>;
  readonly rules: ByPlace<'security-group-rule'>;
  readonly attachments: ByPlace<'gateway-attachment'>;
  readonly publicAddresses: ByPlace<'public-address'>;
  readonly endpoints: ByPlace<'endpoint'>;
  /** By the service. */
  readonly endpointServices: ByPlace<'endpoint-service'>;
  readonly endpointServicePermissions: ByPlace<'endpoint-service-permission'>;
  /** By the gateway that packets come in through. */
  readonly tablesOfGateways: ByPlace<'gateway-table-association'>;
  /** By the table that takes routes over. */
  readonly propagations: ByPlace<'route-propagation'>;
  /** By the gateway, and by the line. */
  readonly privateLines: ByPlace<'private-line'>;
  readonly privateLineRoutes: ByPlace<'private-line-route'>;
  /** By the attachment, and by the table. */
  readonly transitAssociations: ByPlace<'transit-association'>;
  readonly transitPropagations: ByPlace<'transit-propagation'>;
  readonly transitRoutes: ByPlace<'transit-route'>;
  /** Resources whose part of the network cannot be told, with the input that would settle it. */
  readonly unclear: ReadonlyMap<string, string>;
  places(value: Value | undefined, from: Resource): readonly Place[];
  /**
   * The ways out of a subnet towards these addresses: its route table by association, else the main one of the VPC; among
   * routes the longest prefix wins. A route table that is not in the input has ways that nobody knows.
   */
  waysOut(subnet: Subnet, to: Destination): readonly Way[];
  /** What the network ACLs of a subnet let pass. */
  aclStage(subnet: Subnet, question: AclQuestion): Stage;
  /** What was worked out before under this key; every resource of a subnet or group asks the same of it. */
  remember<T>(key: string, work: () => T): T;
}

/** Packets that come into a subnet or leave it, with an interface or somebody outside at the other end. */
export interface AclQuestion {
  readonly direction: 'ingress' | 'egress';
  readonly protocol: Protocol;
  readonly family: Family;
  readonly end: NetworkInterface | OutsideEnd;
}

/** How the lists of the network are evaluated in which the first match decides. */
export type Evaluation = Pick<Network, 'waysOut' | 'aclStage'>;

type Index = Map<string, Stated<NetworkPart['kind']>[]>;

/** Indexes all network parts once. Linear in parts. */
export function createNetwork(base: ResourceBase, evaluate: (network: Network) => Evaluation): Network {
  const indexes = new Map<NetworkPart['kind'], Index>();
  const unclear = new Map<string, string>();
  const places = (value: Value | undefined, from: Resource) => placesOf(base, value, from);
  for (const by of base.withAnswer('network')) {
    for (const { guard, fact } of casesOf(base.fact(by.id, 'network'))) {
      if (fact.kind === 'unknown') unclear.set(by.id, fact.settledBy);
      else for (const part of fact.value) add(indexes, { part, by, guard: and(guard, by.guard) }, places);
    }
  }
  const index = <K extends NetworkPart['kind']>(kind: K) => (indexes.get(kind) ?? new Map()) as unknown as ByPlace<K>;
  const network: Network = {
    base,
    waysOut: (subnet, to) => evaluation.waysOut(subnet, to),
    aclStage: (subnet, question) => evaluation.aclStage(subnet, question),
    vpcs: index('vpc'),
    subnets: index('subnet'),
    subnetBlocks: index('subnet-cidr'),
    gateways: index('internet-gateway'),
    nats: index('nat-gateway'),
    tables: index('route-table'),
    peerings: index('peering'),
    groups: index('security-group'),
    routes: index('route'),
    tablesOfSubnets: index('route-table-association'),
    aclsOfSubnets: index('network-acl-association'),
    entries: index('network-acl-entry'),
    rules: index('security-group-rule'),
    attachments: index('gateway-attachment'),
    publicAddresses: index('public-address'),
    endpoints: index('endpoint'),
    endpointServices: index('endpoint-service'),
    endpointServicePermissions: index('endpoint-service-permission'),
    prefixLists: index('prefix-list'),
    firewalls: index('firewall'),
    connectEndpoints: index('connect-endpoint'),
    privateGateways: index('private-gateway'),
    publicAccessBlocks: index('public-access-block'),
    publicAccessExclusions: index('public-access-exclusion'),
    transitGateways: index('transit-gateway'),
    transitTables: index('transit-table'),
    transitAttachments: index('transit-attachment'),
    tablesOfGateways: index('gateway-table-association'),
    propagations: index('route-propagation'),
    privateLines: index('private-line'),
    privateLineRoutes: index('private-line-route'),
    transitAssociations: index('transit-association'),
    transitPropagations: index('transit-propagation'),
    transitRoutes: index('transit-route'),
    unclear,
    places,
    remember: createMemory(),
  };
  const evaluation = evaluate(network);
  return network;
}

function createMemory(): Network['remember'] {
  const known = new Map<string, unknown>();
  return <T>(key: string, work: () => T): T => {
    if (known.has(key)) return known.get(key) as T;
    const found = work();
    known.set(key, found);
    return found;
  };
}

function add(
  indexes: Map<NetworkPart['kind'], Index>,
  stated: Stated<NetworkPart['kind']>,
  places: Network['places'],
): void {
  const index = indexes.get(stated.part.kind) ?? new Map<string, Stated<NetworkPart['kind']>[]>();
  indexes.set(stated.part.kind, index);
  for (const { key, guard } of ownersOf(stated, places)) {
    const both = and(stated.guard, guard);
    if (!isPossible(both)) continue;
    const there = index.get(key);
    if (there === undefined) index.set(key, [{ ...stated, guard: both }]);
    else there.push({ ...stated, guard: both });
  }
}

/** The place that a part belongs to: what it refers to, or the resource that states it. */
function ownersOf(
  { part, by }: Stated<NetworkPart['kind']>,
  places: Network['places'],
): readonly Pick<Place, 'key' | 'guard'>[] {
  const own = [{ key: by.id, guard: [[]] }] as const;
  switch (part.kind) {
    case 'subnet-cidr':
    case 'route-table-association':
    case 'network-acl-association':
      return places(part.subnet, by);
    case 'route':
    case 'route-propagation':
    case 'transit-propagation':
    case 'transit-route':
      return places(part.table, by);
    case 'transit-association':
      return places(part.attachment, by);
    case 'private-line-route':
      return places(part.line, by);
    case 'security-group-rule':
      return part.group === undefined ? own : places(part.group, by);
    case 'network-acl-entry':
      return part.acl === undefined ? own : places(part.acl, by);
    case 'gateway-attachment':
    case 'gateway-table-association':
    case 'private-line':
      return places(part.gateway, by);
    case 'public-access-exclusion':
      return [...places(part.vpc, by), ...places(part.subnet, by)];
    case 'public-address':
      return places(part.attachedTo, by);
    case 'endpoint':
      return places(part.vpc, by);
    case 'endpoint-service-permission':
      return places(part.service, by);
    default:
      return own;
  }
}

/** Key of what AWS makes in every region of an account: the default VPC with its subnets. */
export function defaultVpcOf(base: ResourceBase, resource: Resource): Place {
  const { account, region } = base.deploymentOf(resource.id);
  return { key: `default-vpc ${textKey(account)} ${textKey(region)}`, name: 'default VPC', open: false, guard: [[]] };
}
