import { columnsOf, type Item, type Link } from './columns.ts';

/** Where items stand, from the upper left corner of all of them, in grid steps. */
export interface Arrangement {
  readonly places: readonly { readonly x: number; readonly y: number }[];
  readonly width: number;
  readonly height: number;
}

/** Free steps between items, so that lines find a way. */
const rowGap = 4;
const columnGap = 5;
/** A line with its label needs this much between two columns. */
const labelGap = 12;
/** Between two rows the label lies across the line. */
const layerGap = 6;
const proportion = 1.7;

/** Whether links lead to the right or downwards. */
export type Direction = 'right' | 'down';

/** Linked items one after the other in the given direction, the others in rows beneath or beside. */
export function arrange(items: readonly Item[], links: readonly Link[], direction: Direction): Arrangement {
  const linked = new Set(links.flatMap((link) => [link.from, link.to]));
  const first = [...items.keys()].filter((item) => linked.has(item));
  const rest = [...items.keys()].filter((item) => !linked.has(item));
  const places: { x: number; y: number }[] = items.map(() => ({ x: 0, y: 0 }));
  const main =
    direction === 'right' ? placeColumns(items, links, first, places) : placeRows(items, links, first, places);
  const shelf = placeShelves(items, rest, main, places);
  if (first.length === 0 || rest.length === 0) return { places, ...(first.length === 0 ? shelf : main) };
  const below = main.width >= main.height * proportion || shelf.width > shelf.height * 2;
  for (const item of rest) {
    const { x, y } = places[item] ?? { x: 0, y: 0 };
    places[item] = below ? { x, y: y + main.height + rowGap } : { x: x + main.width + columnGap, y };
  }
  return below
    ? { places, width: Math.max(main.width, shelf.width), height: main.height + rowGap + shelf.height }
    : { places, width: main.width + columnGap + shelf.width, height: Math.max(main.height, shelf.height) };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** As columns, turned: nothing else knows of the direction. */
function placeRows(
  items: readonly Item[],
  links: readonly Link[],
  chosen: readonly number[],
  places: { x: number; y: number }[],
): Size {
  const turned = items.map((item) => ({ ...item, width: item.height, height: item.width }));
  const { width, height } = placeColumns(turned, links, chosen, places, layerGap);
  for (const item of chosen) {
    const { x, y } = places[item] ?? { x: 0, y: 0 };
    places[item] = { x: y, y: x };
  }
  return { width: height, height: width };
}

function placeColumns(
  items: readonly Item[],
  links: readonly Link[],
  chosen: readonly number[],
  places: { x: number; y: number }[],
  gap = labelGap,
): Size {
  const own = new Map(chosen.map((item, at) => [item, at]));
  const part = chosen.map((item) => items[item]).filter((item) => item !== undefined);
  const partLinks = links.map((link) => ({ ...link, from: own.get(link.from) ?? 0, to: own.get(link.to) ?? 0 }));
  const columns = columnsOf(part, partLinks);
  const y = rowsOf(part, partLinks, columns);
  let x = 0;
  columns.forEach((column, at) => {
    const width = Math.max(...column.map((item) => part[item]?.width ?? 0));
    for (const item of column) {
      const indent = Math.floor((width - (part[item]?.width ?? 0)) / 2);
      places[chosen[item] ?? 0] = { x: x + indent, y: y[item] ?? 0 };
    }
    x += width + (at === columns.length - 1 ? 0 : gap);
  });
  const bottom = part.map((item, at) => (y[at] ?? 0) + item.height);
  return { width: x, height: Math.max(0, ...bottom) };
}

/** Heights at which lines are short: items move towards their neighbours as far as the others of the column let them. */
function rowsOf(
  items: readonly Item[],
  links: readonly Link[],
  columns: readonly (readonly number[])[],
): readonly number[] {
  const middle = items.map(() => 0);
  for (const column of columns)
    spread(
      items,
      column,
      column.map(() => 0),
      middle,
    );
  for (let round = 0; round < 8; round += 1) {
    const turn = round % 2 === 0 ? columns : columns.toReversed();
    for (const column of turn) {
      const wishes = column.map((item) => wishOf(item, links, middle));
      spread(items, column, wishes, middle);
    }
  }
  const tops = items.map((item, at) => Math.round((middle[at] ?? 0) - item.height / 2));
  const highest = Math.min(...tops);
  return tops.map((top) => top - highest);
}

function wishOf(item: number, links: readonly Link[], middle: readonly number[]): number {
  let sum = 0;
  let weight = 0;
  for (const link of links) {
    if (link.from !== item && link.to !== item) continue;
    sum += link.weight * (middle[link.from === item ? link.to : link.from] ?? 0);
    weight += link.weight;
  }
  return weight === 0 ? (middle[item] ?? 0) : sum / weight;
}

/** Nearest heights to the wishes that keep order and gaps (pool adjacent violators); writes into `middle`. */
function spread(items: readonly Item[], column: readonly number[], wishes: readonly number[], middle: number[]): void {
  const offsets: number[] = [];
  let offset = 0;
  column.forEach((item, at) => {
    const half = (items[item]?.height ?? 0) / 2;
    offset += at === 0 ? 0 : half + rowGap;
    offsets.push(offset);
    offset += half;
  });
  const blocks: { sum: number; count: number }[] = [];
  column.forEach((_, at) => {
    blocks.push({ sum: (wishes[at] ?? 0) - (offsets[at] ?? 0), count: 1 });
    for (;;) {
      const last = blocks.at(-1);
      const before = blocks.at(-2);
      if (last === undefined || before === undefined || before.sum / before.count <= last.sum / last.count) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  });
  const means = blocks.flatMap((block) => new Array<number>(block.count).fill(block.sum / block.count));
  column.forEach((item, at) => {
    middle[item] = (means[at] ?? 0) + (offsets[at] ?? 0);
  });
}

/** Rows from the upper left, about as wide as what stands above, else of a pleasant shape. */
function placeShelves(
  items: readonly Item[],
  chosen: readonly number[],
  main: Size,
  places: { x: number; y: number }[],
): Size {
  const area = chosen.reduce(
    (sum, at) => sum + ((items[at]?.width ?? 0) + columnGap) * ((items[at]?.height ?? 0) + rowGap),
    0,
  );
  const target = Math.max(main.width, Math.sqrt(area * proportion));
  const ordered = chosen.toSorted((a, b) => (items[a]?.rank ?? 0) - (items[b]?.rank ?? 0) || a - b);
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  let width = 0;
  for (const item of ordered) {
    const own = items[item];
    if (own === undefined) continue;
    if (x > 0 && x + own.width > target) {
      x = 0;
      y += rowHeight + rowGap;
      rowHeight = 0;
    }
    places[item] = { x, y };
    x += own.width + columnGap;
    rowHeight = Math.max(rowHeight, own.height);
    width = Math.max(width, x - columnGap);
  }
  return { width, height: y + rowHeight };
}
