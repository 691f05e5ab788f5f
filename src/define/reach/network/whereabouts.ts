import { optionsOf } from '../../../catalog/answer.ts';
import { textKey } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { everywhere, type Family } from '../packets/address.ts';
import { blockOf } from '../packets/block-value.ts';
import { type Ranges, unite } from '../packets/ranges.ts';
import type { Network } from './network.ts';
import type { Subnet } from './network-interface.ts';

/** Blocks that hold the addresses of a subnet: its own first, then those of its VPC. */
export interface Whereabouts {
  readonly known: readonly Ranges<bigint>[];
  /** Blocks as written, so that equal texts are the same block even when it is not known. */
  readonly texts: ReadonlySet<string>;
  /** The input that would tell the exact block. */
  readonly settledBy: string;
}

/** What the input tells of the addresses in a subnet. */
export function whereaboutsOf(network: Network, { place, vpc }: Subnet, family: Family): Whereabouts {
  const own = [network.subnets.get(place.key) ?? [], network.subnetBlocks.get(place.key) ?? []].flat();
  const levels = [own, network.vpcs.get(vpc.key) ?? []].map((stated) =>
    stated.flatMap(({ part }) =>
      part.cidrs.flatMap((cidr) => optionsOf(cidr).flatMap(({ value }) => (value === undefined ? [] : [value]))),
    ),
  );
  const blocks = levels.map((values) => values.map(blockOf));
  const open = blocks.flat().find(({ kind }) => kind === 'open');
  const known = blocks.flatMap((level, at): readonly Ranges<bigint>[] => {
    const there = level.flatMap((block) => (block.kind === 'known' && block.family === family ? block.addresses : []));
    // A subnet has one IPv4 block, so that one which is known is all; a VPC may have others.
    const isAll = at === 0 || level.every(({ kind }) => kind !== 'open');
    return there.length > 0 && isAll ? [unite(there)] : [];
  });
  return {
    known,
    texts: new Set(levels.flat().map((value) => textKey(textOf(value) ?? []))),
    settledBy: place.settledBy ?? (open?.kind === 'open' ? open.settledBy : `the address block of ${place.name}`),
  };
}

/** The addresses that packets to a subnet are sent to; all of the family where its block is not known. */
export function destinationsIn(network: Network, { place }: Subnet, family: Family): Ranges<bigint> {
  const known = (network.subnets.get(place.key) ?? []).flatMap(({ part }) =>
    part.cidrs.flatMap((cidr) => {
      const block = blockOf(cidr);
      return block.kind === 'known' && block.family === family ? block.addresses : [];
    }),
  );
  return known.length > 0 ? known : everywhere[family];
}
