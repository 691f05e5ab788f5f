import { casesOf } from '../../../model/fact.ts';
import { always, and, type Guard, isPossible, not, or } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Destination, destinationsOf, ranks } from '../network/destinations.ts';
import type { Network, Stated } from '../network/network.ts';
import { type Place, samePlace } from '../network/place.ts';
import { type Decided, decide } from '../packets/packet-sets.ts';
import { allPorts, type Passage, under } from '../packets/passage.ts';

/** An attachment of a transit gateway, with the guard under which it is there. */
export type Attachment = Stated<'transit-attachment'>;

/** Where a transit gateway sends packets for some addresses. */
export interface Exit {
  readonly passage: Passage;
  /** The attachment; undefined when it is not known which. */
  readonly attachment?: Attachment;
}

/** The attachments of a transit gateway that the input states. */
export function attachmentsOf(network: Network, gateway: Place): readonly Attachment[] {
  return network.remember(`attachments ${gateway.key}`, () =>
    [...network.transitAttachments.values()].flat().flatMap((attachment) =>
      sidesOf(network, attachment).flatMap((side) => {
        const guard = and(attachment.guard, side.guard);
        return side.key === gateway.key && isPossible(guard) ? [{ ...attachment, guard }] : [];
      }),
    ),
  );
}

/** The transit gateway of an attachment; both, when it joins two. */
function sidesOf(network: Network, { part, by }: Attachment): readonly Place[] {
  return [...network.places(part.gateway, by), ...network.places(part.peer, by)];
}

/** The attachments by which a VPC hangs on a transit gateway. */
export function attachmentsOfVpc(network: Network, gateway: Place, vpc: Place): readonly Attachment[] {
  return attachmentsOf(network, gateway).flatMap((attachment) =>
    network.places(attachment.part.vpc, attachment.by).flatMap((place) => {
      const guard = and(attachment.guard, place.guard);
      return samePlace(place, vpc) === 'yes' && isPossible(guard) ? [{ ...attachment, guard }] : [];
    }),
  );
}

/**
 * Where packets that come in by an attachment go: the attachment is associated with one route table, of which the longest
 * prefix decides, static before propagated routes; without a table, or a route, they are dropped ("How transit gateways
 * work", Amazon VPC Transit Gateways). Over attachments to other transit gateways it goes on there.
 */
export function exitsOf(
  network: Network,
  at: { readonly gateway: Place; readonly attachment: Attachment },
  to: Destination,
  seen: ReadonlySet<string> = new Set(),
): readonly Exit[] {
  const { gateway, attachment } = at;
  if (seen.has(gateway.key)) return [];
  return tablesOf(network, gateway, attachment).flatMap((table): readonly Exit[] => {
    if (table.kind === 'unknown') return [unclear(to, table.settledBy, table.guard)];
    return tableExits(network, { gateway, table: table.place }, to).flatMap((exit) =>
      under([exit.passage], table.guard).flatMap((passage) =>
        onward(network, { gateway, exit: { ...exit, passage } }, to, new Set([...seen, gateway.key])),
      ),
    );
  });
}

function unclear(to: Destination, doubt: string, guard: Guard): Exit {
  return { passage: { ports: allPorts, addresses: to.addresses, guard, hops: [], doubt } };
}

/** Into the other transit gateway when the attachment joins two. */
function onward(
  network: Network,
  at: { readonly gateway: Place; readonly exit: Exit },
  to: Destination,
  seen: ReadonlySet<string>,
): readonly Exit[] {
  const { gateway, exit } = at;
  const { attachment } = exit;
  if (attachment?.part.peer === undefined) return [exit];
  const others = sidesOf(network, attachment).filter(({ key }) => key !== gateway.key);
  return others.flatMap((other) =>
    exitsOf(network, { gateway: other, attachment }, to, seen).flatMap((next) =>
      under([next.passage], and(exit.passage.guard, other.guard)).map((passage): Exit => {
        const doubt = exit.passage.doubt ?? passage.doubt;
        const hops = [...exit.passage.hops, ...passage.hops];
        return { ...next, passage: { ...passage, hops, ...(doubt !== undefined && { doubt }) } };
      }),
    ),
  );
}

type TableOf =
  | { readonly kind: 'table'; readonly place: Place; readonly guard: Guard }
  | { readonly kind: 'unknown'; readonly settledBy: string; readonly guard: Guard };

/** The table that an attachment is associated with: by an association, else the default one when there is such. */
function tablesOf(network: Network, gateway: Place, attachment: Attachment): readonly TableOf[] {
  const stated = (network.transitAssociations.get(attachment.by.id) ?? []).flatMap(({ part, by, guard }) =>
    network.places(part.table, by).flatMap((place): readonly { place: Place; guard: Guard }[] => {
      const both = and(guard, place.guard);
      return isPossible(both) && isOfGateway(network, place, gateway) ? [{ place, guard: both }] : [];
    }),
  );
  const rest = not(or(...stated.map(({ guard }) => guard)));
  const known = stated.map((one): TableOf => ({ kind: 'table', ...one }));
  if (!isPossible(rest)) return known;
  return [...known, ...defaultTables(network, gateway, 'associates', rest)];
}

/** A table that is not in the input may be of any transit gateway. */
function isOfGateway(network: Network, table: Place, gateway: Place): boolean {
  const stated = network.transitTables.get(table.key);
  if (stated === undefined) return !network.transitGateways.has(table.key) || table.key === gateway.key;
  return stated.some(({ part, by }) =>
    network.places(part.gateway, by).some((one) => samePlace(one, gateway) !== 'no'),
  );
}

/** The default table goes by the key of its transit gateway, whose attribute names it, unless another one is said. */
function defaultTables(
  network: Network,
  gateway: Place,
  what: 'associates' | 'propagates',
  guard: Guard,
): readonly TableOf[] {
  const stated = network.transitGateways.get(gateway.key);
  if (stated === undefined) return [{ kind: 'unknown', settledBy: settledBy(gateway), guard }];
  return stated.flatMap(({ part, by, guard: when }) =>
    casesOf(part[what]).flatMap((option): readonly TableOf[] => {
      const both = and(guard, when, option.guard);
      if (!isPossible(both)) return [];
      if (option.fact.kind === 'unknown') return [{ kind: 'unknown', settledBy: option.fact.settledBy, guard: both }];
      if (!option.fact.value) return [];
      const named = network.places(what === 'associates' ? part.associationTable : part.propagationTable, by);
      if (named.length === 0) return [{ kind: 'table', place: gateway, guard: both }];
      return named.map((place) => ({ kind: 'table', place, guard: and(both, place.guard) }));
    }),
  );
}

function settledBy(gateway: Place): string {
  return gateway.settledBy ?? `the routes of ${gateway.name}`;
}

interface Candidate {
  readonly prefix: number;
  readonly rank: number;
  readonly entry: Decided;
  readonly attachment?: Attachment;
}

function tableExits(
  network: Network,
  at: { readonly gateway: Place; readonly table: Place },
  to: Destination,
): readonly Exit[] {
  const { gateway, table } = at;
  const candidates = [...staticRoutes(network, table, to), ...knownNetworks(network, at, to)].sort(
    (a, b) => b.prefix - a.prefix || a.rank - b.rank,
  );
  const exits = candidates.flatMap(({ entry, attachment }, index) => {
    // A route that drops has no hops: it takes traffic away from later ones and gives none.
    const earlier = candidates.slice(0, index).map(({ entry: { hops: _, ...silent } }) => silent);
    return decide([...earlier, entry], to.addresses).map(
      (passage): Exit => ({ passage, ...(attachment !== undefined && { attachment }) }),
    );
  });
  const isWhole = network.transitTables.has(table.key) || network.transitGateways.has(table.key);
  return isWhole ? exits : [...exits, unclear(to, table.settledBy ?? settledBy(gateway), always)];
}

function staticRoutes(network: Network, table: Place, to: Destination): readonly Candidate[] {
  return (network.transitRoutes.get(table.key) ?? []).flatMap(({ part, by, guard }) =>
    destinationsOf(network, part.destination, by, to).flatMap((found): readonly Candidate[] => {
      const both = and(guard, found.guard);
      if (!isPossible(both)) return [];
      const base = { ...found.entry, ports: allPorts, guard: both };
      const { prefix, rank } = found;
      if (part.attachment === undefined) return [{ prefix, rank, entry: base }];
      const targets = network.places(part.attachment, by);
      return targets.flatMap((target): readonly Candidate[] => {
        const all = and(both, target.guard);
        if (!isPossible(all)) return [];
        const hops = [hopOf(`transit gateway route of ${by.address} leads to ${target.name}`, by)];
        const [attachment] = network.transitAttachments.get(target.key) ?? [];
        if (attachment !== undefined) return [{ prefix, rank, entry: { ...base, guard: all, hops }, attachment }];
        const doubt = base.doubt ?? target.settledBy ?? `what ${target.name} is attached to`;
        return [{ prefix, rank, entry: { ...base, guard: all, hops, doubt } }];
      });
    }),
  );
}

/** Networks that attachments make known to the table: those of their VPC. */
function knownNetworks(
  network: Network,
  { gateway, table }: { readonly gateway: Place; readonly table: Place },
  to: Destination,
): readonly Candidate[] {
  const stated = (network.transitPropagations.get(table.key) ?? []).flatMap(({ part, by, guard }) =>
    network
      .places(part.attachment, by)
      .flatMap((place) =>
        (network.transitAttachments.get(place.key) ?? []).map((one) => ({ one, guard: and(guard, place.guard) })),
      ),
  );
  const byDefault = defaultTables(network, gateway, 'propagates', always).flatMap((of) =>
    of.kind === 'table' && of.place.key === table.key
      ? attachmentsOf(network, gateway).map((one) => ({ one, guard: of.guard }))
      : [],
  );
  return [...stated, ...byDefault].flatMap(({ one, guard }) => networksOf(network, one, guard, to));
}

function networksOf(network: Network, attachment: Attachment, when: Guard, to: Destination): readonly Candidate[] {
  const { part, by } = attachment;
  return network.places(part.vpc, by).flatMap((vpc) =>
    (network.vpcs.get(vpc.key) ?? []).flatMap((stated) =>
      stated.part.cidrs.flatMap((cidr) =>
        destinationsOf(network, cidr, stated.by, to).flatMap((found): readonly Candidate[] => {
          const guard = and(when, attachment.guard, vpc.guard, found.guard);
          if (!isPossible(guard)) return [];
          const hops = [hopOf(`transit gateway knows ${vpc.name} by ${by.address}`, by)];
          // A block that is not known is the VPC's all the same.
          const doubt = found.entry.doubt;
          const entry: Decided = {
            ...found.entry,
            ports: allPorts,
            guard,
            hops,
            ...(doubt !== undefined && { doubt }),
          };
          return [{ prefix: found.prefix, rank: ranks.propagated, entry, attachment }];
        }),
      ),
    ),
  );
}

function hopOf(because: string, by: Resource): Hop {
  return { component: 'transit-gateway', because, resource: by.id, origin: by.origin };
}
