import type { BlockOption } from '../groups/peer.ts';
import type { SubnetClass } from '../network/interface-class.ts';
import type { Family } from '../packets/address.ts';
import { createPrefixTable, isBlock } from '../packets/prefix-table.ts';
import type { Range } from '../packets/ranges.ts';

/**
 * The subnets that blocks may hold: those whose own block lies in one of them or around it, those that write a block in
 * the same words, and those whose block is not known. Found without asking every subnet.
 */
export function createSubnetIndex(
  subnets: readonly SubnetClass[],
  family: Family,
): (options: readonly BlockOption[]) => Iterable<SubnetClass> {
  const rows: { readonly range: Range<bigint>; readonly value: SubnetClass }[] = [];
  const unclear: SubnetClass[] = [];
  const byText = new Map<string, SubnetClass[]>();
  for (const subnet of subnets) {
    const { known, texts } = subnet.whereabouts[family];
    for (const text of texts) byText.set(text, [...(byText.get(text) ?? []), subnet]);
    const own = known[0];
    if (own?.every(isBlock) === true) for (const range of own) rows.push({ range, value: subnet });
    else unclear.push(subnet);
  }
  const table = createPrefixTable(rows);
  const holding = function* ({ block, text }: BlockOption): Generator<SubnetClass> {
    if (text !== undefined) yield* byText.get(text) ?? [];
    if (block.kind !== 'known' || block.family !== family) return;
    for (const range of block.addresses) yield* table.meeting(range);
  };
  return (options) => {
    if (options.some(({ block, madeOf }) => block.kind === 'open' || madeOf.length > 0)) return subnets;
    const found = new Set(unclear);
    for (const option of options) for (const subnet of holding(option)) found.add(subnet);
    return found;
  };
}
