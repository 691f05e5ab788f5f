import { casesOf } from '../../../model/fact.ts';
import { guardKey } from '../../../model/guard.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Value } from '../../../model/value.ts';
import { aclsOfSubnet } from '../acls/acl-entries.ts';
import { type BlockOption, blockOptions, listOptions } from '../groups/peer.ts';
import type { SubnetClass } from '../network/interface-class.ts';
import type { Network } from '../network/network.ts';
import { zoneOf } from '../network/zone.ts';
import type { Family } from '../packets/address.ts';
import { createPrefixTable, isBlock, type PrefixTable } from '../packets/prefix-table.ts';
import { covers, type Ranges, rangesKey } from '../packets/ranges.ts';
import { tablesOf } from '../routes/ways.ts';

/**
 * A number that is equal for subnets which no route, network ACL or rule can tell apart: of one VPC and zone, with the same
 * tables and ACLs, giving the same addresses, inside the same of all blocks that anything speaks of. A subnet that is
 * named by itself, or whose block is not known or only partly in such a block, is of its own kind.
 */
export function subnetKinds(network: Network, family: Family): (of: SubnetClass) => number {
  return network.remember(`kinds of subnets ${family}`, () => {
    const spoken = blocksSpokenOf(network, family);
    const named = namedSubnets(network);
    const numbers = new Map<string, number>();
    const bySubnet = new Map<number, number>();
    return (of: SubnetClass) => {
      const known = bySubnet.get(of.number);
      if (known !== undefined) return known;
      const key = kindKey(network, of, { family, spoken, named });
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      bySubnet.set(of.number, number);
      return number;
    };
  });
}

interface KindContext {
  readonly family: Family;
  readonly spoken: Spoken;
  readonly named: ReadonlySet<string>;
}

function kindKey(network: Network, of: SubnetClass, { family, spoken, named }: KindContext): string {
  const { place, vpc } = of.subnet;
  const blocks = named.has(place.key) || vpc.resource === undefined ? undefined : blocksAround(of, family, spoken);
  if (blocks === undefined || place.resource === undefined) return `subnet ${of.number}`;
  const { associated, rest } = tablesOf(network, of.subnet);
  const tables = associated.map(({ table, guard }) => `${table.key} ${guardKey(guard)}`);
  const acls = aclsOfSubnet(network, of.subnet).map(
    (acl) => `${acl.place.key} ${acl.standard} ${guardKey(acl.place.guard)}`,
  );
  const given = addressesGiven(network, place.key);
  return [vpc.key, zoneOf(network, place) ?? '', ...tables, guardKey(rest), ...acls, ...given, ...blocks].join('\n');
}

/** Whether the subnet gives its interfaces public addresses. */
function addressesGiven(network: Network, key: string): readonly string[] {
  return (network.subnets.get(key) ?? []).flatMap(({ part, guard }) =>
    [part.givesPublicAddress, part.givesIpv6Address].map((setting) => {
      const cases = (setting === undefined ? [] : casesOf(setting)).map(
        ({ guard: when, fact }) => `${guardKey(when)} ${fact.kind === 'unknown' ? fact.settledBy : fact.value}`,
      );
      return `${guardKey(guard)} ${cases.join('; ')}`;
    }),
  );
}

/** Blocks that routes, entries and rules speak of. */
interface Spoken {
  readonly known: PrefixTable<{ readonly number: number; readonly block: Ranges<bigint> }>;
  readonly byText: ReadonlyMap<string, Ranges<bigint>>;
  /** What is not known, or made of attributes: told apart by its text. */
  readonly others: readonly BlockOption[];
}

function blocksSpokenOf(network: Network, family: Family): Spoken {
  const known = new Map<string, Ranges<bigint>>();
  const byText = new Map<string, Ranges<bigint>>();
  const others = new Map<string, BlockOption>();
  for (const option of optionsOf(network)) {
    const { block, text, madeOf } = option;
    if (block.kind === 'open' || madeOf.length > 0) others.set(`${text ?? ''} ${madeOf.join(' ')}`, option);
    if (block.kind !== 'known' || block.family !== family) continue;
    known.set(rangesKey(block.addresses), block.addresses);
    if (text !== undefined) byText.set(text, block.addresses);
  }
  const rows = [...known.values()].flatMap((block, number) =>
    block.map((range) => ({ range, value: { number, block } })),
  );
  return { known: createPrefixTable(rows), byText, others: [...others.values()] };
}

function optionsOf(network: Network): readonly BlockOption[] {
  const read = (value: Value | undefined, by: Resource): readonly BlockOption[] => {
    if (value === undefined) return [];
    const options = blockOptions(network, value, by);
    return options.length > 0 ? options : listOptions(network, value, by);
  };
  const all = <T>(index: ReadonlyMap<string, readonly T[]>) => [...index.values()].flat();
  return [
    ...all(network.entries).flatMap(({ part, by }) => read(part.entry.cidr, by)),
    ...all(network.rules).flatMap(({ part, by }) => (part.rule.peerKind === 'group' ? [] : read(part.rule.peer, by))),
    ...all(network.routes).flatMap(({ part, by }) => read(part.destination, by)),
    ...all(network.transitRoutes).flatMap(({ part, by }) => read(part.destination, by)),
    ...all(network.privateLineRoutes).flatMap(({ part, by }) => read(part.destination, by)),
    ...all(network.vpcs).flatMap(({ part, by }) => part.cidrs.flatMap((cidr) => read(cidr, by))),
  ];
}

/** Subnets that attachments, firewalls, endpoints and exclusions name: what passes there hangs on which one it is. */
function namedSubnets(network: Network): ReadonlySet<string> {
  const stated = [network.transitAttachments, network.firewalls, network.endpoints].flatMap((index) =>
    [...index.values()].flat().flatMap(({ part, by }) => part.subnets.flatMap((value) => network.places(value, by))),
  );
  return new Set([...stated.map(({ key }) => key), ...network.publicAccessExclusions.keys()]);
}

/** The blocks that hold all of a subnet; undefined when one holds a part of it, or its own is not known. */
function blocksAround(
  { destinations, whereabouts, subnet }: SubnetClass,
  family: Family,
  spoken: Spoken,
): readonly string[] | undefined {
  const [own, ...more] = destinations[family];
  const { known, texts } = whereabouts[family];
  if (own === undefined || more.length > 0 || !isBlock(own) || rangesKey(known[0] ?? []) !== rangesKey([own]))
    return undefined;
  const around: string[] = [];
  for (const { number, block } of spoken.known.meeting(own)) {
    if (!covers(block, [own])) return undefined;
    around.push(`in ${number}`);
  }
  for (const text of texts) {
    const block = spoken.byText.get(text);
    if (block !== undefined && !covers(block, [own])) return undefined;
  }
  for (const [at, { text, madeOf }] of spoken.others.entries()) {
    if (text !== undefined && texts.has(text)) around.push(`text ${at}`);
    if (madeOf.length > 0 && madeOf.every((id) => id === subnet.vpc.key || id === subnet.place.key))
      around.push(`made ${at}`);
  }
  return around.sort();
}
