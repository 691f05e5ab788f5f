import type { Layout, PlacedBox } from './layout.ts';

/** The picture as a raster on which lines are routed: what each cell costs and what already runs through it. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  /** 1 where a box stands: no line may pass. */
  readonly blocked: Uint8Array;
  /** Extra cost of a cell: next to a box, on the title of a boundary. */
  readonly cost: Uint8Array;
  /** Index into `groups` of the innermost boundary around a cell. */
  readonly group: Uint16Array;
  /** For each boundary the boundaries around it and itself, by index. */
  readonly within: readonly ReadonlySet<number>[];
  /** Lines through each cell so far: bit 1 horizontal, bit 2 vertical. */
  readonly used: Uint8Array;
  /** Room for a search, kept because fresh memory for each costs more than the search; -1 wherever none is running. */
  readonly best: Int32Array;
  readonly before: Int32Array;
}

/** The same raster without any lines. */
export function withoutLines(grid: Grid): Grid {
  return { ...grid, used: new Uint8Array(grid.used.length) };
}

const besideBox = 2;
const onTitle = 25;
const onBorder = 6;

/** Titles of boundaries are this many steps high. */
export const titleHeight = 3;

export function gridOf(layout: Layout): Grid {
  const width = layout.width + 1;
  const height = layout.height + 1;
  const cells = width * height;
  const grid = {
    width,
    height,
    blocked: new Uint8Array(cells),
    cost: new Uint8Array(cells),
    group: new Uint16Array(cells),
    within: [] as ReadonlySet<number>[],
    used: new Uint8Array(cells),
    best: new Int32Array(cells * 2).fill(-1),
    before: new Int32Array(cells * 2).fill(-1),
  };
  const numbers = new Map<string, number>();
  for (const placed of layout.boxes) {
    if (placed.box.kind !== 'group') continue;
    const number = numbers.size;
    numbers.set(placed.box.key, number);
    grid.within.push(new Set([number, ...placed.groups.map((key) => numbers.get(key) ?? 0)]));
    if (number > 0) paintGroup(grid, placed, number);
  }
  for (const placed of layout.boxes) if (placed.box.kind !== 'group') paintBox(grid, placed);
  return grid;
}

function paintGroup(grid: Grid, placed: PlacedBox, number: number): void {
  each(grid, placed, 0, (cell, x, y) => {
    grid.group[cell] = number;
    const border = x === placed.x || y === placed.y || x === placed.x + placed.width || y === placed.y + placed.height;
    if (border) grid.cost[cell] = onBorder;
    else if (y <= placed.y + titleHeight) grid.cost[cell] = onTitle;
    else grid.cost[cell] = 0;
  });
}

function paintBox(grid: Grid, placed: PlacedBox): void {
  each(grid, placed, 1, (cell) => {
    grid.cost[cell] = Math.max(grid.cost[cell] ?? 0, besideBox);
  });
  each(grid, placed, 0, (cell) => {
    grid.blocked[cell] = 1;
  });
}

function each(
  grid: Grid,
  placed: PlacedBox,
  margin: number,
  visit: (cell: number, x: number, y: number) => void,
): void {
  const right = Math.min(grid.width - 1, placed.x + placed.width + margin);
  const bottom = Math.min(grid.height - 1, placed.y + placed.height + margin);
  for (let y = Math.max(0, placed.y - margin); y <= bottom; y += 1) {
    for (let x = Math.max(0, placed.x - margin); x <= right; x += 1) visit(y * grid.width + x, x, y);
  }
}
