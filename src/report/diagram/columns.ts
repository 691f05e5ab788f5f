/** Something with a size that wants a place; sizes and places count in grid steps. */
export interface Item {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  /** Items with lower numbers prefer to stand further left. */
  readonly rank: number;
}

/** A line between two items, by their positions in the list. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** Items in columns: every link leads to the right as far as cycles allow, and crosses few others. */
export function columnsOf(items: readonly Item[], links: readonly Link[]): readonly (readonly number[])[] {
  const position = leftToRight(items, links);
  const forward = links.map((link) => {
    const ahead = (position[link.from] ?? 0) < (position[link.to] ?? 0);
    return ahead ? link : { ...link, from: link.to, to: link.from };
  });
  const columns = layered(items.length, forward, position);
  return uncrossed(columns, forward);
}

/**
 * An order in which few links lead back: sinks to the end, sources to the front, else the item with the most surplus
 * of outgoing links first (Eades, Lin and Smyth, "A fast and effective heuristic for the feedback arc set problem").
 */
function leftToRight(items: readonly Item[], links: readonly Link[]): readonly number[] {
  const remaining = new Set(items.keys());
  const front: number[] = [];
  const back: number[] = [];
  const weightOf = (item: number, end: 'from' | 'to') =>
    links.reduce(
      (sum, link) =>
        link[end] === item && remaining.has(link.from) && remaining.has(link.to) ? sum + link.weight : sum,
      0,
    );
  const take = (item: number, to: number[]) => {
    remaining.delete(item);
    to.push(item);
  };
  while (remaining.size > 0) {
    const open = [...remaining];
    const sink = open.find((item) => weightOf(item, 'from') === 0);
    const source = open.find((item) => weightOf(item, 'to') === 0);
    if (sink !== undefined) take(sink, back);
    else if (source !== undefined) take(source, front);
    else
      take(
        most(open, (item) => weightOf(item, 'from') - weightOf(item, 'to') - (items[item]?.rank ?? 0)),
        front,
      );
  }
  const order = [...front, ...back.reverse()];
  const position: number[] = [];
  order.forEach((item, at) => {
    position[item] = at;
  });
  return position;
}

function most(items: readonly number[], worth: (item: number) => number): number {
  return items.reduce((best, item) => (worth(item) > worth(best) ? item : best), items[0] ?? 0);
}

/** Column of an item: one more than that of its last predecessor; items without predecessors move next to their successors. */
function layered(count: number, links: readonly Link[], position: readonly number[]): number[][] {
  const order = [...Array(count).keys()].sort((a, b) => (position[a] ?? 0) - (position[b] ?? 0));
  const layer = new Array<number>(count).fill(0);
  for (const item of order) {
    for (const link of links) {
      if (link.from === item) layer[link.to] = Math.max(layer[link.to] ?? 0, (layer[item] ?? 0) + 1);
    }
  }
  for (const item of order.toReversed()) {
    const next = links.filter((link) => link.from === item).map((link) => layer[link.to] ?? 0);
    if (next.length > 0 && !links.some((link) => link.to === item)) layer[item] = Math.min(...next) - 1;
  }
  const columns: number[][] = Array.from({ length: Math.max(...layer) + 1 }, () => []);
  for (const item of order) columns[layer[item] ?? 0]?.push(item);
  return columns.filter((column) => column.length > 0);
}

const sweeps = 6;

/** Sorts each column by the mean place of its neighbours, in turns from the left and from the right. */
function uncrossed(columns: number[][], links: readonly Link[]): readonly (readonly number[])[] {
  const place = new Map<number, number>();
  const number = (column: readonly number[]) => {
    column.forEach((item, at) => {
      place.set(item, (at + 0.5) / column.length);
    });
  };
  columns.forEach(number);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const turn = sweep % 2 === 0 ? columns : columns.toReversed();
    for (const column of turn) {
      const wish = new Map(column.map((item) => [item, meanPlace(item, links, place)]));
      column.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
      number(column);
    }
  }
  return columns;
}

function meanPlace(item: number, links: readonly Link[], place: ReadonlyMap<number, number>): number {
  let sum = 0;
  let weight = 0;
  for (const link of links) {
    if (link.from !== item && link.to !== item) continue;
    sum += link.weight * (place.get(link.from === item ? link.to : link.from) ?? 0);
    weight += link.weight;
  }
  return weight === 0 ? (place.get(item) ?? 0) : sum / weight;
}
