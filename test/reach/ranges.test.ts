import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { internet, parseBlock } from '../../src/define/reach/packets/address.ts';
import { covers, intersect, type Ranges, sizeOf, subtract, unite } from '../../src/define/reach/packets/ranges.ts';

const ranges: fc.Arbitrary<Ranges<number>> = fc
  .array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 8 })), { maxLength: 5 })
  .map((list) => unite(list.map(([from, length]) => ({ from, end: from + length }))));

/** The numbers of a set, one by one: the obviously right twin. */
const members = (set: Ranges<number>) =>
  new Set(Array.from({ length: 50 }, (_, at) => at).filter((n) => set.some(({ from, end }) => from <= n && n < end)));

describe('sets of ranges are sets of numbers', () => {
  test('intersect, subtract, unite and covers', () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        const [left, right] = [members(a), members(b)];
        expect(members(intersect(a, b))).toEqual(new Set([...left].filter((n) => right.has(n))));
        expect(members(subtract(a, b))).toEqual(new Set([...left].filter((n) => !right.has(n))));
        expect(members(unite(a, b))).toEqual(new Set([...left, ...right].sort((x, y) => x - y)));
        expect(covers(a, b)).toBe([...right].every((n) => left.has(n)));
      }),
    );
  });
});

describe('blocks of addresses', () => {
  test.each([
    ['0.0.0.0/0', 'v4', 0n, 1n << 32n],
    ['10.0.0.0/8', 'v4', 10n << 24n, 11n << 24n],
    ['10.1.2.3/8', 'v4', 10n << 24n, 11n << 24n],
    ['192.0.2.1', 'v4', 0xc0000201n, 0xc0000202n],
    ['255.255.255.255/32', 'v4', 0xffffffffn, 1n << 32n],
    ['::/0', 'v6', 0n, 1n << 128n],
    ['::1', 'v6', 1n, 2n],
    ['2001:db8::/32', 'v6', 0x20010db8n << 96n, 0x20010db9n << 96n],
    ['1:2:3:4:5:6:7:8', 'v6', 0x00010002000300040005000600070008n, 0x00010002000300040005000600070009n],
  ] as const)('%s', (text, family, from, end) => {
    expect(parseBlock(text)).toMatchObject({ family, range: { from, end } });
  });

  test.each([
    '',
    'pl-1a2b',
    '10.0.0',
    '10.0.0.256/8',
    '10.0.0.0/33',
    '10.0.0.0/8/8',
    '::/129',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    'gggg::',
  ])('%j is none', (text) => {
    expect(parseBlock(text)).toBeUndefined();
  });

  test('private addresses are not on the internet', () => {
    const block = parseBlock('10.0.0.0/8');
    expect(block && intersect(internet.v4, [block.range])).toEqual([]);
    expect(sizeOf(internet.v4)).toBeGreaterThan(1n << 31n);
  });
});
