import { encryptionText, protocolText } from '../words.ts';
import type { Grid } from './grid.ts';
import { type Layout, step } from './layout.ts';
import type { Line } from './route.ts';
import type { SceneEdge } from './scene.ts';
import { fitted, textWidth } from './text-width.ts';

/** What stands on a line, and where: pixels, the upper left corner. */
export interface FlowLabel {
  readonly text: string;
  readonly encrypted: boolean | 'unknown';
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export const labelHeight = 14;
export const labelSize = 9.5;
const lockWidth = 13;
const mostWide = 112;

/** `HTTPS 443`, `HTTPS 443 +2`: the protocol of the first flow, and how many others there are on the line. */
export function flowText(edge: SceneEdge): string {
  const protocols = [...new Set(edge.flows.map(protocolText))];
  const [first = ''] = protocols;
  return protocols.length > 1 ? `${first} +${protocols.length - 1}` : first;
}

/** Worst of the flows on the line: one without encryption, else one that is not known to have it. */
export function flowEncryption(edge: SceneEdge): boolean | 'unknown' {
  if (edge.flows.some((flow) => flow.encrypted === false)) return false;
  return edge.flows.some((flow) => flow.encrypted === 'unknown') ? 'unknown' : true;
}

/** For the tooltip: every flow of the line. */
export function flowTitle(edge: SceneEdge, nameOf: (element: string) => string): string {
  const lines = edge.flows.slice(0, 8).map((flow) => {
    const ends = `${nameOf(flow.from)} → ${nameOf(flow.to)}`;
    return `${ends}: ${protocolText(flow)}, ${encryptionText(flow.encrypted)}, authentication ${flow.authenticated}`;
  });
  const more = edge.flows.length - lines.length;
  return more > 0 ? [...lines, `and ${more} more`].join('\n') : lines.join('\n');
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Finds each label a place on its line where it covers no box, no title and no other label; else there is none. */
export function placeLabels(
  edges: readonly { readonly edge: SceneEdge; readonly line: Line }[],
  layout: Layout,
  grid: Grid,
): ReadonlyMap<string, FlowLabel> {
  const taken = createTaken(layout);
  const labels = new Map<string, FlowLabel>();
  for (const { edge, line } of edges) {
    const text = fitted(flowText(edge), labelSize, mostWide - lockWidth - 6);
    const width = Math.ceil(textWidth(text, labelSize)) + lockWidth + 6;
    const spot = bestSpot(line, width, taken, grid);
    if (spot === undefined) continue;
    taken.add(spot);
    labels.set(edge.key, { text, encrypted: flowEncryption(edge), x: spot.x, y: spot.y, width });
  }
  return labels;
}

function bestSpot(line: Line, width: number, taken: Taken, grid: Grid): Rectangle | undefined {
  let best: { readonly spot: Rectangle; readonly cost: number } | undefined;
  for (const spot of [...spotsOn(line, width)].sort((a, b) => a.cost - b.cost)) {
    if (best !== undefined && spot.cost >= best.cost) break;
    const covered = taken.under(spot);
    if (covered === undefined) continue;
    const cost = spot.cost + covered * perBorder + linesUnder(spot, grid);
    if (best === undefined || cost < best.cost) best = { spot, cost };
  }
  return best?.spot;
}

interface Spot extends Rectangle {
  readonly cost: number;
}

/** Places along the line, the middle of long level stretches first. */
function* spotsOn(line: Line, width: number): Iterable<Spot> {
  for (const [at, start] of line.entries()) {
    const end = line[at + 1];
    if (end === undefined) return;
    const level = start.y === end.y;
    const length = (Math.abs(end.x - start.x) + Math.abs(end.y - start.y)) * step;
    const room = level ? width + 10 : labelHeight + 8;
    for (let along = room / 2; along <= length - room / 2; along += step) {
      const share = length === 0 ? 0 : along / length;
      const x = (start.x + (end.x - start.x) * share) * step - width / 2;
      const y = (start.y + (end.y - start.y) * share) * step - labelHeight / 2;
      const cost = Math.abs(along - length / 2) / 20 + (level ? 0 : 8);
      const spot = { x: Math.round(x), y: Math.round(y), width, height: labelHeight };
      yield { ...spot, cost };
      if (level) continue;
      yield { ...spot, x: spot.x - Math.round(width / 2) + 9, cost: cost + 3 };
      yield { ...spot, x: spot.x + Math.round(width / 2) - 9, cost: cost + 3 };
    }
  }
}

/** Other lines that the label would hide. */
function linesUnder(spot: Rectangle, grid: Grid): number {
  let lines = 0;
  const right = Math.floor((spot.x + spot.width) / step);
  const bottom = Math.floor((spot.y + spot.height) / step);
  for (let y = Math.ceil(spot.y / step); y <= bottom; y += 1) {
    for (let x = Math.ceil(spot.x / step); x <= right; x += 1) {
      if (grid.used[y * grid.width + x] !== 0) lines += 1;
    }
  }
  return lines * 2;
}

interface Taken {
  /** Borders of boundaries that the label would cover; undefined when it would cover something that must be seen. */
  under(spot: Rectangle): number | undefined;
  add(spot: Rectangle): void;
}

/** Marks of exposure and threats stand out of a box by this much. */
const marksOverhang = 9;

const perBorder = 5;
const bin = 200;

/** Rectangles in coarse bins, so that a question looks at few of them. */
function createTaken(layout: Layout): Taken {
  const bins = new Map<string, (Rectangle & { readonly border?: boolean })[]>();
  const binsOf = function* (spot: Rectangle): Iterable<string> {
    for (let x = Math.floor(spot.x / bin); x <= Math.floor((spot.x + spot.width) / bin); x += 1) {
      for (let y = Math.floor(spot.y / bin); y <= Math.floor((spot.y + spot.height) / bin); y += 1) yield `${x} ${y}`;
    }
  };
  const taken: Taken = {
    under(spot) {
      const borders = new Set<Rectangle>();
      for (const key of binsOf(spot)) {
        for (const other of bins.get(key) ?? []) {
          if (!overlap(spot, other)) continue;
          if (other.border !== true) return undefined;
          borders.add(other);
        }
      }
      return borders.size;
    },
    add(spot) {
      for (const key of binsOf(spot)) bins.set(key, [...(bins.get(key) ?? []), spot]);
    },
  };
  for (const placed of layout.boxes) {
    const rectangle = {
      x: placed.x * step,
      y: placed.y * step,
      width: placed.width * step,
      height: placed.height * step,
    };
    if (placed.box.kind !== 'group') taken.add(grown(rectangle, marksOverhang));
    else if (placed.groups.length > 0) for (const side of frame(rectangle)) taken.add(side);
  }
  return taken;
}

/** The title bar, which must be seen, and the other three sides of a boundary. */
function frame({ x, y, width, height }: Rectangle): readonly (Rectangle & { readonly border?: boolean })[] {
  return [
    { x, y, width, height: 28 },
    { x: x - 2, y, width: 4, height, border: true },
    { x: x + width - 2, y, width: 4, height, border: true },
    { x, y: y + height - 2, width, height: 4, border: true },
  ];
}

function grown({ x, y, width, height }: Rectangle, by: number): Rectangle {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
