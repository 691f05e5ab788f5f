import { casesOf } from '../model/fact.ts';
import { type BoundaryId, id, type ResourceId } from '../model/id.ts';
import type { Resource } from '../model/resource.ts';
import { type Boundary, type BoundaryKind, internetBoundary } from '../model/system.ts';
import { literalOf, type Text, textKey } from '../model/text.ts';
import type { Placements } from './elements.ts';
import { createCompiled } from './reach/compiled.ts';
import type { Network } from './reach/network/network.ts';
import { networkHome } from './reach/network/network-home.ts';
import { interfacesOf, type NetworkInterface, type Subnet } from './reach/network/network-interface.ts';
import type { Place } from './reach/network/place.ts';
import { subnetExposure } from './reach/routes/subnet-exposure.ts';
import type { ResourceBase } from './system/create-system.ts';

/** The tree of boundaries, and where each resource stands in it. */
export interface Boundaries extends Placements {
  readonly boundaries: readonly Boundary[];
}

type Exposure = ReturnType<typeof subnetExposure>;

interface Standing {
  readonly innermost: BoundaryId;
  readonly all: readonly BoundaryId[];
}

/**
 * Boundaries as far as the input tells them: internet, account, region or edge, VPC, subnets. What is supplied by a
 * parameter is a boundary of its own. A resource in several subnets stands in the tier that they make together; its
 * security groups are further placements. Linear in resources.
 */
export function createBoundaries(base: ResourceBase): Boundaries {
  const tree = new Map<BoundaryId, Boundary>();
  const { network } = createCompiled(base);
  const draw = (boundary: Boundary): BoundaryId => {
    if (!tree.has(boundary.id)) tree.set(boundary.id, boundary);
    return boundary.id;
  };
  draw({ id: internetBoundary, kind: 'internet', name: 'internet' });
  const standings = new Map<ResourceId, Standing>();
  const exposures = new Map<string, Exposure>();
  const exposure = (subnet: Subnet): Exposure => {
    const key = `${subnet.place.key} ${subnet.vpc.key}`;
    const known = exposures.get(key) ?? subnetExposure(network, subnet);
    exposures.set(key, known);
    return known;
  };
  const context: Context = { base, network, draw, exposure };
  for (const resource of base.resources) standings.set(resource.id, standingOf(context, resource));
  const standing = (resource: ResourceId): Standing =>
    standings.get(resource) ?? { innermost: internetBoundary, all: [internetBoundary] };
  return {
    boundaries: [...tree.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    innermost: (resource) => standing(resource).innermost,
    all: (resource) => standing(resource).all,
  };
}

interface Context {
  readonly base: ResourceBase;
  readonly network: Network;
  exposure(subnet: Subnet): Exposure;
  /** Adds the boundary unless it is there already. */
  draw(boundary: Boundary): BoundaryId;
}

function standingOf(context: Context, resource: Resource): Standing {
  const { network, base } = context;
  const { interfaces } = interfacesOf(network, resource);
  if (interfaces.length > 0) return amongSubnets(context, resource, interfaces);
  const home = networkHome(network, resource);
  if (home !== undefined) {
    const boundary =
      home.kind === 'vpc' ? vpcBoundary(context, resource, home.vpc) : subnetBoundary(context, resource, home.subnet);
    return { innermost: boundary, all: [boundary] };
  }
  const zones = casesOf(base.fact(resource.id, 'placement')).flatMap(({ fact }) =>
    fact.kind === 'known' ? [fact.value.zone] : [],
  );
  const boundary = zones.includes('edge')
    ? edgeBoundary(context, resource)
    : zones.includes('global') || isIdentity(base, resource)
      ? accountBoundary(context, resource)
      : regionBoundary(context, resource);
  return { innermost: boundary, all: [boundary] };
}

/** Identities belong to the account, in no region of it. */
function isIdentity(base: ResourceBase, resource: Resource): boolean {
  const service = base.service(resource.type);
  return service?.service === 'identity' || resource.type.startsWith('AWS::IAM::');
}

function amongSubnets(context: Context, resource: Resource, interfaces: readonly NetworkInterface[]): Standing {
  const subnets = new Map(interfaces.map(({ subnet }) => [subnet.place.key, subnet]));
  const singles = [...subnets.values()].map((subnet) => subnetBoundary(context, resource, subnet));
  const [first] = subnets.values();
  const innermost =
    singles.length === 1 || first === undefined ? singles[0] : tier(context, resource, [...subnets.values()]);
  const groups = new Map(
    interfaces.flatMap(({ groups: all, subnet }) => all.map((group) => [group.key, { group, subnet }])),
  );
  const filters = [...groups.values()].map(({ group, subnet }) => groupBoundary(context, resource, { group, subnet }));
  const inner = innermost ?? regionBoundary(context, resource);
  return { innermost: inner, all: [...new Set([inner, ...singles, ...filters])] };
}

/** Several subnets that one element stands in, as one box. */
function tier(context: Context, resource: Resource, subnets: readonly Subnet[]): BoundaryId {
  const sorted = [...subnets].sort((a, b) => (a.place.key < b.place.key ? -1 : 1));
  const [first] = sorted;
  const vpcs = new Set(sorted.map(({ vpc }) => vpc.key));
  const parent =
    first !== undefined && vpcs.size === 1
      ? vpcBoundary(context, resource, first.vpc)
      : regionBoundary(context, resource);
  const exposures = new Set(sorted.map(context.exposure));
  const exposure = exposures.has('public') ? 'public' : exposures.has('unknown') ? 'unknown' : 'private';
  return context.draw({
    id: id(`subnet:${sorted.map(({ place }) => place.key).join('+')}`),
    kind: 'subnet',
    name: sorted.map(({ place }) => nameOf('subnet', place)).join(', '),
    parent,
    exposure,
  });
}

function subnetBoundary(context: Context, resource: Resource, subnet: Subnet): BoundaryId {
  return context.draw({
    ...boundaryOf('subnet', subnet.place),
    parent: vpcBoundary(context, resource, subnet.vpc),
    exposure: context.exposure(subnet),
  });
}

function groupBoundary(
  context: Context,
  resource: Resource,
  { group, subnet }: { readonly group: Place; readonly subnet: Subnet },
): BoundaryId {
  return context.draw({ ...boundaryOf('security-group', group), parent: vpcBoundary(context, resource, subnet.vpc) });
}

/** VPCs of which nothing is known but subnets are one: two supplied subnets are more often of one VPC than of two. */
function vpcBoundary(context: Context, resource: Resource, vpc: Place): BoundaryId {
  const parent = regionBoundary(context, resource);
  if (!vpc.key.startsWith('VPC of ')) return context.draw({ ...boundaryOf('vpc', vpc), parent });
  return context.draw({ id: id(`vpc:of ${resource.deployment}`), kind: 'vpc', name: 'VPC (not in the input)', parent });
}

function boundaryOf(kind: BoundaryKind, place: Place): Boundary {
  const boundary = { id: id<BoundaryId>(`${kind}:${place.key}`), kind, name: nameOf(kind, place) };
  return place.resource === undefined ? boundary : { ...boundary, resource: place.resource.id };
}

const titles: Partial<Record<BoundaryKind, string>> = {
  vpc: 'VPC',
  subnet: 'subnet',
  'security-group': 'security group',
};

/** `VPC (parameter VpcId)` for what is supplied, the address for what is in the input. */
function nameOf(kind: BoundaryKind, place: Place): string {
  if (place.resource !== undefined || place.settledBy === undefined) return place.name;
  const title = titles[kind] ?? kind;
  const [, parameter] = /^(parameter \S+)/.exec(place.settledBy) ?? [];
  return parameter === undefined ? `${title} ${place.name}` : `${title} (${parameter})`;
}

function regionBoundary(context: Context, resource: Resource): BoundaryId {
  const { account, region } = context.base.deploymentOf(resource.id);
  return context.draw({
    id: id(`region:${textKey(account)}/${textKey(region)}`),
    kind: 'region',
    name: literalOf(region) ?? 'region',
    parent: accountBoundary(context, resource),
  });
}

function edgeBoundary(context: Context, resource: Resource): BoundaryId {
  const { account } = context.base.deploymentOf(resource.id);
  const parent = accountBoundary(context, resource);
  return context.draw({ id: id(`edge:${textKey(account)}`), kind: 'edge', name: 'AWS edge', parent });
}

function accountBoundary(context: Context, resource: Resource): BoundaryId {
  const { account } = context.base.deploymentOf(resource.id);
  const boundary = {
    id: id<BoundaryId>(`account:${textKey(account)}`),
    kind: 'account',
    name: accountName(account),
  } as const;
  return context.draw({ ...boundary, parent: internetBoundary });
}

function accountName(account: Text): string {
  const known = literalOf(account);
  return known === undefined ? 'AWS account' : `account ${known}`;
}
