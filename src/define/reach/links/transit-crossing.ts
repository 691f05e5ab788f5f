import { and, isPossible } from '../../../model/guard.ts';
import { type Destination, destinationOf } from '../network/destinations.ts';
import type { Network } from '../network/network.ts';
import { type Subnet, subnetAt } from '../network/network-interface.ts';
import { type Place, samePlace } from '../network/place.ts';
import { zoneOf } from '../network/zone.ts';
import type { Family } from '../packets/address.ts';
import { meet, type Passage, under } from '../packets/passage.ts';
import { appliancesAt } from '../routes/appliance.ts';
import type { Way } from '../routes/routes.ts';
import { type Attachment, attachmentsOfVpc, exitsOf } from './transit.ts';

/** One way from a subnet over a transit gateway into a VPC. */
export interface Crossing {
  readonly passage: Passage;
  readonly gateway: Place;
  /** The attachments at both ends, as far as they are known. */
  readonly leaving?: Attachment;
  readonly arriving?: Attachment;
}

/** A way out of a subnet that leads to a transit gateway, and the subnet that is looked for. */
interface Journey {
  readonly way: Way;
  readonly from: Subnet;
  readonly to: Subnet;
}

/** Does a route to a transit gateway lead on into the VPC of the other subnet? */
export function crossings(network: Network, { way, from, to }: Journey, family: Family): readonly Crossing[] {
  const gateway = way.target;
  if (gateway === undefined) return [];
  const unclear = (doubt: string): Crossing => ({ gateway, passage: { ...way.passage, doubt } });
  if (way.passage.doubt !== undefined) return [unclear(way.passage.doubt)];
  const own = attachmentsOfVpc(network, gateway, from.vpc);
  if (own.length === 0) {
    const attached = `the attachment of ${from.vpc.name} to ${gateway.name}`;
    return [
      unclear(gateway.resource === undefined ? (gateway.settledBy ?? `the routes of ${gateway.name}`) : attached),
    ];
  }
  const dest = destinationOf(network, to, family);
  return own
    .filter((attachment) => servesZone(network, attachment, from))
    .flatMap((leaving) =>
      under([way.passage], leaving.guard).flatMap((first) =>
        delivered(network, { gateway, attachment: leaving, to, dest, seen: new Set([from.vpc.key]) }).map(
          ({ passage, arriving }): Crossing => ({
            gateway,
            leaving,
            ...(arriving !== undefined && { arriving }),
            passage: after(first, passage),
          }),
        ),
      ),
    )
    .filter(({ passage }) => isPossible(passage.guard));
}

function after(first: Passage, second: Passage): Passage {
  const doubt = first.doubt ?? second.doubt;
  const guard = and(first.guard, second.guard);
  return { ...second, guard, hops: [...first.hops, ...second.hops], ...(doubt !== undefined && { doubt }) };
}

/**
 * "Traffic is only forwarded to the transit gateway if the transit gateway has an attachment in the subnet of the same
 * Availability Zone" (How transit gateways work). Zones that are not known are taken to fit.
 */
function servesZone(network: Network, { part, by }: Attachment, from: Subnet): boolean {
  const subnets = part.subnets.flatMap((value) => network.places(value, by));
  const zones = subnets.map((place) => zoneOf(network, place));
  const own = zoneOf(network, from.place);
  return own === undefined || zones.length === 0 || zones.some((zone) => zone === undefined || zone === own);
}

interface Leg {
  readonly gateway: Place;
  readonly attachment: Attachment;
  readonly to: Subnet;
  readonly dest: Destination;
  /** VPCs that the way has led through. */
  readonly seen: ReadonlySet<string>;
}

interface Delivery {
  readonly passage: Passage;
  readonly arriving?: Attachment;
}

function delivered(network: Network, leg: Leg): readonly Delivery[] {
  return exitsOf(network, leg, leg.dest).flatMap(({ passage, attachment }): readonly Delivery[] => {
    if (attachment === undefined) return [{ passage }];
    const vpcs = network.places(attachment.part.vpc, attachment.by);
    if (vpcs.length === 0) return [{ passage: { ...passage, doubt: `what ${attachment.by.address} leads to` } }];
    return vpcs.flatMap((vpc): readonly Delivery[] => {
      const same = samePlace(vpc, leg.to.vpc);
      const there = under([passage], and(attachment.guard, vpc.guard));
      if (same === 'yes') return there.map((one) => ({ passage: one, arriving: attachment }));
      if (same === 'maybe') {
        const doubt = vpc.settledBy ?? leg.to.vpc.settledBy ?? vpc.name;
        return there.map((one) => ({ passage: { doubt, ...one }, arriving: attachment }));
      }
      return there.flatMap((one) => throughVpc(network, { ...leg, attachment }, vpc, one));
    });
  });
}

/** A VPC in between passes nothing on by itself; an appliance in it may, back to the transit gateway. */
function throughVpc(network: Network, leg: Leg, vpc: Place, so: Passage): readonly Delivery[] {
  if (leg.seen.has(vpc.key)) return [];
  const seen = new Set([...leg.seen, vpc.key]);
  const { attachment, dest, gateway } = leg;
  const subnets = attachment.part.subnets
    .flatMap((value) => network.places(value, attachment.by))
    .flatMap((place) => subnetAt(network, place, vpc));
  return subnets
    .flatMap((subnet) => network.waysOut(subnet, dest))
    .filter(({ kind }) => kind === 'endpoint' || kind === 'interface' || kind === 'instance')
    .flatMap((way) =>
      appliancesAt(network, way.target, way.kind).flatMap((appliance): readonly Delivery[] => {
        if (!appliance.passes) return [];
        const doubt = so.doubt ?? way.passage.doubt ?? appliance.doubt;
        const hops = [...so.hops, ...way.passage.hops, appliance.hop];
        const first = under(meet([so], [way.passage]), appliance.guard).map((one) => ({
          ...one,
          hops,
          ...(doubt !== undefined && { doubt }),
        }));
        // Where an appliance sends on is only known of those in the input.
        if (appliance.subnets.length === 0)
          return first.map((one) => ({ passage: { doubt: `what ${vpc.name} passes on`, ...one } }));
        const returns = appliance.subnets
          .flatMap((subnet) => network.waysOut(subnet, dest))
          .some((next) => next.kind === 'transit-gateway' && next.target?.key === gateway.key);
        if (!returns) return [];
        return first.flatMap((one) =>
          delivered(network, { ...leg, seen }).map((next) => ({ ...next, passage: after(one, next.passage) })),
        );
      }),
    );
}
