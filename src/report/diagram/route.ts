import type { Grid } from './grid.ts';
import type { PlacedBox } from './layout.ts';

/** Corners of a line in grid steps, from the border of one box to that of another. */
export type Line = readonly Point[];

export interface Point {
  readonly x: number;
  readonly y: number;
}

const perStep = 2;
/** Counted for each step still to go: a little more than a step costs, so that the search goes straight ahead first. */
const hope = 3;
const perBend = 14;
const perCrossing = 12;
/** Two lines on one another cannot be told apart. */
const perShared = 60;
const inForeignGroup = 4;
/** A side that does not face the other box, and the one that is turned away from it. */
const sideways = 5;
const turnedAway = 10;
const offMiddle = 1;
const used = { horizontal: 1, vertical: 2 } as const;

/**
 * A cheap line of right angles between two boxes that passes through no box (A*, costs are whole numbers and the
 * order of expansion is fixed, so that the picture is always the same). Marks the line as used. Undefined when the
 * boxes are walled in.
 */
export function route(grid: Grid, from: PlacedBox, to: PlacedBox): Line | undefined {
  const found = search(grid, from, to);
  if (found === undefined) return undefined;
  const line = corners(found);
  occupy(grid, line);
  return line;
}

/** A free cell beside a box through which a line may leave or enter it. */
interface Port {
  readonly cell: number;
  readonly border: Point;
  readonly vertical: boolean;
  readonly cost: number;
}

/** The middle of a side is cheapest, and the side that faces the other box. */
function portsOf(grid: Grid, placed: PlacedBox, other: PlacedBox): readonly Port[] {
  const ports: Port[] = [];
  const side = sideCosts(placed, other);
  const add = (border: Point, dx: number, dy: number, cost: number) => {
    const x = border.x + dx;
    const y = border.y + dy;
    if (x < 0 || y < 0 || x >= grid.width || y >= grid.height) return;
    const cell = y * grid.width + x;
    if (grid.blocked[cell] === 1) return;
    ports.push({ cell, border, vertical: dy !== 0, cost });
  };
  const middleY = placed.y + placed.height / 2;
  const middleX = placed.x + placed.width / 2;
  for (let y = placed.y + 1; y < placed.y + placed.height; y += 1) {
    const off = Math.round(Math.abs(y - middleY)) * offMiddle;
    add({ x: placed.x + placed.width, y }, 1, 0, off + side.right);
    add({ x: placed.x, y }, -1, 0, off + side.left);
  }
  for (let x = placed.x + 2; x < placed.x + placed.width - 1; x += 1) {
    const off = Math.round(Math.abs(x - middleX)) * offMiddle;
    add({ x, y: placed.y + placed.height }, 0, 1, off + side.bottom);
    add({ x, y: placed.y }, 0, -1, off + side.top);
  }
  return ports;
}

function sideCosts(placed: PlacedBox, other: PlacedBox) {
  const beside = other.x >= placed.x + placed.width ? 'right' : other.x + other.width <= placed.x ? 'left' : undefined;
  const facing = beside ?? (other.y > placed.y ? 'bottom' : 'top');
  const away = ({ left: 'right', right: 'left', top: 'bottom', bottom: 'top' } as const)[facing];
  const cost = (side: typeof facing) => (side === facing ? 0 : side === away ? turnedAway : sideways);
  return { left: cost('left'), right: cost('right'), top: cost('top'), bottom: cost('bottom') };
}

/** States are cells times two: came horizontally (even) or vertically (odd). */
interface Search {
  readonly starts: ReadonlyMap<number, Port>;
  readonly goals: ReadonlyMap<number, Port>;
}

function search(grid: Grid, from: PlacedBox, to: PlacedBox): readonly Point[] | undefined {
  const starts = new Map(portsOf(grid, from, to).map((port) => [port.cell * 2 + (port.vertical ? 1 : 0), port]));
  const goals = new Map(portsOf(grid, to, from).map((port) => [port.cell, port]));
  const found: Search = {
    starts,
    goals,
  };
  const { best, before } = grid;
  const touched: number[] = [];
  const queue = createQueue();
  const estimate = distanceTo(grid, to);
  const foreign = foreignGroups(grid, from, to);
  const reach = (state: number, cost: number, previous: number) => {
    const cell = state >> 1;
    const total = cost + cellCost(grid, cell, (state & 1) === 1, foreign);
    const known = best[state] ?? -1;
    if (known >= 0 && known <= total) return;
    if (known < 0) touched.push(state);
    best[state] = total;
    before[state] = previous;
    queue.push(total + estimate(state), state);
  };
  for (const [state, port] of starts) reach(state, port.cost, -1);
  let goalState = -1;
  let goalCost = Number.POSITIVE_INFINITY;
  for (let entry = queue.pop(); entry !== undefined && entry.cost < goalCost; entry = queue.pop()) {
    const { state } = entry;
    const here = best[state] ?? 0;
    if (entry.cost > here + estimate(state)) continue;
    const goal = goals.get(state >> 1);
    const total =
      goal === undefined ? goalCost : here + goal.cost + (goal.vertical === ((state & 1) === 1) ? 0 : perBend);
    if (total < goalCost) {
      goalCost = total;
      goalState = state;
    }
    expand(grid, state, (next, turned) => reach(next, here + perStep + (turned ? perBend : 0), state));
  }
  const points = goalState < 0 ? undefined : trace(grid, found, goalState);
  for (const state of touched) {
    best[state] = -1;
    before[state] = -1;
  }
  return points;
}

/** The free cells around a state, with whether going there is a turn. */
function expand(grid: Grid, state: number, visit: (next: number, turned: boolean) => void): void {
  const { width, blocked } = grid;
  const cell = state >> 1;
  const vertical = (state & 1) === 1;
  const x = cell % width;
  if (x + 1 < width && blocked[cell + 1] === 0) visit((cell + 1) * 2, vertical);
  if (x > 0 && blocked[cell - 1] === 0) visit((cell - 1) * 2, vertical);
  if (blocked[cell + width] === 0) visit((cell + width) * 2 + 1, !vertical);
  if (blocked[cell - width] === 0) visit((cell - width) * 2 + 1, !vertical);
}

function trace(grid: Grid, found: Search, goalState: number): readonly Point[] {
  const points: Point[] = [];
  const end = found.goals.get(goalState >> 1);
  if (end !== undefined) points.push(end.border);
  let state = goalState;
  for (; (grid.before[state] ?? -1) >= 0; state = grid.before[state] ?? 0) points.push(pointOf(grid, state));
  points.push(pointOf(grid, state));
  const start = found.starts.get(state);
  if (start !== undefined) points.push(start.border);
  return points.reverse();
}

function pointOf(grid: Grid, state: number): Point {
  const cell = state >> 1;
  return { x: cell % grid.width, y: Math.floor(cell / grid.width) };
}

function cellCost(grid: Grid, cell: number, vertical: boolean, foreign: Uint8Array): number {
  const lines = grid.used[cell] ?? 0;
  const along = vertical ? used.vertical : used.horizontal;
  const shared = (lines & along) !== 0 ? perShared : 0;
  const crossed = lines !== 0 && shared === 0 ? perCrossing : 0;
  return (grid.cost[cell] ?? 0) + shared + crossed + (foreign[grid.group[cell] ?? 0] ?? 0);
}

/** Cost of being inside a boundary that holds neither end. */
function foreignGroups(grid: Grid, from: PlacedBox, to: PlacedBox): Uint8Array {
  const near = new Set<number>();
  for (const placed of [from, to]) {
    const around = grid.group[placed.y * grid.width + placed.x] ?? 0;
    for (const group of grid.within[around] ?? []) near.add(group);
  }
  return Uint8Array.from(grid.within, (_, group) => (near.has(group) ? 0 : inForeignGroup));
}

/** About so much is still to pay: the way, and a bend when the direction does not lead to the box. */
function distanceTo(grid: Grid, to: PlacedBox): (state: number) => number {
  const right = to.x + to.width;
  const bottom = to.y + to.height;
  return (state) => {
    const cell = state >> 1;
    const x = cell % grid.width;
    const y = Math.floor(cell / grid.width);
    const dx = x < to.x ? to.x - x : x > right ? x - right : 0;
    const dy = y < to.y ? to.y - y : y > bottom ? y - bottom : 0;
    const bends = ((state & 1) === 1 ? dx : dy) > 0 ? perBend : 0;
    return Math.max(0, dx + dy - 1) * hope + bends;
  };
}

interface Queue {
  push(cost: number, state: number): void;
  pop(): { readonly cost: number; readonly state: number } | undefined;
}

/** A bucket for each cost: costs are small whole numbers that hardly ever fall. */
function createQueue(): Queue {
  const buckets: (number[] | undefined)[] = [];
  let lowest = 0;
  return {
    push(cost, state) {
      const bucket = buckets[cost];
      if (bucket === undefined) buckets[cost] = [state];
      else bucket.push(state);
      if (cost < lowest) lowest = cost;
    },
    pop() {
      for (; lowest < buckets.length; lowest += 1) {
        const state = buckets[lowest]?.pop();
        if (state !== undefined) return { cost: lowest, state };
      }
      return undefined;
    },
  };
}

/** Only the points at which the direction changes, and the ends. */
function corners(points: readonly Point[]): Line {
  return points.filter((point, at) => {
    const before = points[at - 1];
    const after = points[at + 1];
    if (before === undefined || after === undefined) return true;
    return (before.x === point.x) !== (point.x === after.x);
  });
}

function occupy(grid: Grid, line: Line): void {
  line.forEach((start, at) => {
    const end = line[at + 1];
    if (end === undefined) return;
    const bit = start.x === end.x ? used.vertical : used.horizontal;
    const dx = Math.sign(end.x - start.x);
    const dy = Math.sign(end.y - start.y);
    for (let { x, y } = start; ; x += dx, y += dy) {
      const cell = y * grid.width + x;
      grid.used[cell] = (grid.used[cell] ?? 0) | bit;
      if (x === end.x && y === end.y) break;
    }
  });
}
