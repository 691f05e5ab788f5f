import { casesOf } from '../../../model/fact.ts';
import { and, type Guard, isPossible, not } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Value } from '../../../model/value.ts';
import type { Network } from '../network/network.ts';
import { type Subnet, subnetAt } from '../network/network-interface.ts';
import type { Place } from '../network/place.ts';
import { type Passage, under } from '../packets/passage.ts';

/** What stands in the way of packets that a route sends to an endpoint, an instance or an interface. */
export interface Appliance {
  readonly guard: Guard;
  readonly hop: Hop;
  /** Does it let packets pass? With a doubt when its rules are not read. */
  readonly passes: boolean;
  readonly doubt?: string;
  /** Where it sends on from; none when that is not in the input. */
  readonly subnets: readonly Subnet[];
}

/**
 * The appliances at the target of a route. A firewall of AWS with no rule group is told by its policy's default; rules of
 * groups, and machines of customers, are not read.
 */
export function appliancesAt(network: Network, target: Place | undefined, kind: string): readonly Appliance[] {
  const name = target?.name ?? kind;
  const unread: Appliance = {
    guard: target?.guard ?? [[]],
    hop: hopOf(name, target?.resource),
    passes: true,
    doubt: `what ${target === undefined ? 'the endpoint' : name} lets pass`,
    subnets: [],
  };
  const resource = target?.resource;
  if (target === undefined || resource === undefined) return [unread];
  const firewalls = (network.firewalls.get(target.key) ?? []).flatMap(({ part, guard }) =>
    casesOf(part.verdict).flatMap((option): readonly Appliance[] => {
      const both = and(target.guard, guard, option.guard);
      if (!isPossible(both)) return [];
      const subnets = subnetsOf(network, part.subnets, resource);
      const base = { guard: both, hop: hopOf(name, resource), subnets };
      if (option.fact.kind === 'unknown') return [{ ...base, passes: true, doubt: option.fact.settledBy }];
      return [{ ...base, passes: option.fact.value === 'passes' }];
    }),
  );
  if (firewalls.length > 0) return firewalls;
  return [{ ...unread, subnets: endpointSubnets(network, resource) }];
}

/** What the appliances let pass of these passages, and which one drops them when none does. */
export function inspected(
  passages: readonly Passage[],
  appliances: readonly Appliance[],
): { readonly passages: readonly Passage[]; readonly refusal?: Hop } {
  let rest = passages;
  for (const { guard, hop, passes, doubt } of appliances) {
    const otherwise = under(rest, not(guard));
    const through = under(rest, guard).map((one) => ({
      ...one,
      hops: [...one.hops, hop],
      ...(doubt !== undefined && { doubt: one.doubt ?? doubt }),
    }));
    rest = passes ? [...through, ...otherwise] : otherwise;
    if (rest.length === 0) return { passages: [], refusal: { ...hop, because: `${hop.because}, which drops them` } };
  }
  return { passages: rest };
}

function hopOf(name: string, resource: Resource | undefined): Hop {
  return {
    component: 'firewall',
    because: `packets pass through ${name}`,
    ...(resource !== undefined && { resource: resource.id, origin: resource.origin }),
  };
}

function endpointSubnets(network: Network, resource: Resource): readonly Subnet[] {
  return casesOf(network.base.fact(resource.id, 'network')).flatMap(({ fact }) =>
    fact.kind === 'unknown'
      ? []
      : fact.value.flatMap((part) => (part.kind === 'endpoint' ? subnetsOf(network, part.subnets, resource) : [])),
  );
}

function subnetsOf(network: Network, values: readonly Value[], by: Resource): readonly Subnet[] {
  return values.flatMap((value) => network.places(value, by)).flatMap((place) => subnetAt(network, place, undefined));
}
