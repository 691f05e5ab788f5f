import { nameOf } from '../document-index.ts';
import { type Markup, markup } from '../markup.ts';
import { drawNode, frameOf } from './draw-boxes.ts';
import { type FlowLabel, flowEncryption, flowTitle, labelHeight } from './flow-labels.ts';
import { lock } from './glyphs.ts';
import { step } from './layout.ts';
import type { Leg, Picture, Trail } from './picture.ts';
import type { Line, Point } from './route.ts';
import type { SceneEdge } from './scene.ts';
import { textWidth } from './text-width.ts';

export function drawLine(edge: SceneEdge, line: Line, picture: Picture): Markup {
  const encrypted = flowEncryption(edge);
  const kind = encrypted === 'unknown' ? 'flow unsure' : encrypted ? 'flow' : 'flow plain';
  return markup`<g class="${kind}"><title>${flowTitle(edge, (element) => nameOf(picture.index, element))}</title>${stroke(line)}${crossings(edge, line, picture)}</g>
`;
}

export function drawLabel(label: FlowLabel): Markup {
  return markup`<g class="flow"><rect class="label" x="${label.x}" y="${label.y}" width="${label.width}" height="${labelHeight}" rx="7"/>${lock(label.encrypted, label.x + 5, label.y + 2)}<text class="label-text" x="${label.x + 16}" y="${label.y + 10.5}">${label.text}</text></g>
`;
}

/** The way of an attacker: rings around what is touched, thick lines with the numbers of the steps. */
export function drawTrail(trail: Trail, picture: Picture, name: string): Markup {
  const rings = [...trail.touches].map((key) => {
    const placed = picture.boxes.get(key);
    if (placed === undefined) return undefined;
    const { x, y, width, height } = frameOf(placed);
    const node = placed.box.kind === 'node' && drawNode(placed.box, frameOf(placed), picture.index);
    return markup`${node}<rect class="ring" x="${x - 5}" y="${y - 5}" width="${width + 10}" height="${height + 10}" rx="10"/>`;
  });
  const title = `${trail.path.gains}: ${nameOf(picture.index, trail.path.target)}`;
  return markup`<g class="trail ${name}"><title>${title}</title>${rings}${trail.legs.map((leg) => drawLeg(leg, picture))}</g>
`;
}

function drawLeg(leg: Leg, picture: Picture): Markup {
  const text = leg.steps.join(', ');
  const at = leg.line === undefined ? cornerOf(leg, picture) : middleOf(leg.line);
  const width = Math.max(18, Math.round(textWidth(text, 11)) + 12);
  return markup`${leg.line && stroke(leg.line)}<g class="number"><rect x="${at.x - width / 2}" y="${at.y - 9}" width="${width}" height="18" rx="9"/><text x="${at.x}" y="${at.y + 4}">${text}</text></g>`;
}

function cornerOf(leg: Leg, picture: Picture): Point {
  const placed = picture.boxes.get(leg.to);
  const frame = placed === undefined ? { x: 0, y: 0, height: 0 } : frameOf(placed);
  return { x: frame.x + 16, y: frame.y + frame.height };
}

/** Middle of the longest stretch, in pixels. */
function middleOf(line: Line): Point {
  let longest = -1;
  let middle = { x: 0, y: 0 };
  for (const [at, start] of line.entries()) {
    const end = line[at + 1] ?? start;
    const length = Math.abs(end.x - start.x) + Math.abs(end.y - start.y);
    if (length <= longest) continue;
    longest = length;
    middle = { x: ((start.x + end.x) / 2) * step, y: ((start.y + end.y) / 2) * step };
  }
  return middle;
}

const bend = 5;

/** The line with round corners and an arrow head at its end. */
function stroke(line: Line): Markup {
  const points = line.map(({ x, y }) => ({ x: x * step, y: y * step }));
  const end = points.at(-1) ?? { x: 0, y: 0 };
  const before = points.at(-2) ?? end;
  const dx = Math.sign(end.x - before.x);
  const dy = Math.sign(end.y - before.y);
  const neck = { x: end.x - dx * 8, y: end.y - dy * 8 };
  const route = [...points.slice(0, -1), neck];
  const parts = route.map((point, at) => {
    const previous = route[at - 1];
    const next = route[at + 1];
    if (previous === undefined) return `M${point.x} ${point.y}`;
    if (next === undefined) return `L${point.x} ${point.y}`;
    const enter = towards(point, previous);
    const leave = towards(point, next);
    return `L${enter.x} ${enter.y}Q${point.x} ${point.y} ${leave.x} ${leave.y}`;
  });
  const head = `M${end.x} ${end.y}L${neck.x - dy * 4} ${neck.y - dx * 4}L${neck.x + dy * 4} ${neck.y + dx * 4}z`;
  return markup`<path class="line" d="${parts.join('')}"/><path class="arrow" d="${head}"/>`;
}

function towards(from: Point, to: Point): Point {
  const reach = Math.min(bend, (Math.abs(to.x - from.x) + Math.abs(to.y - from.y)) / 2);
  return { x: from.x + Math.sign(to.x - from.x) * reach, y: from.y + Math.sign(to.y - from.y) * reach };
}

/** Diamonds where a flow passes the border of an account, a third party and the like. */
function crossings(edge: SceneEdge, line: Line, picture: Picture): readonly Markup[] {
  const crossed = new Set(edge.flows.flatMap((flow) => flow.crosses));
  const marks: Markup[] = [];
  for (const id of [...crossed].sort()) {
    const placed = picture.boxes.get(`boundary ${id}`);
    if (placed === undefined || placed.box.kind !== 'group' || placed.groups.length !== 1) continue;
    for (const { x, y } of meets(line, placed)) {
      const [px, py] = [x * step, y * step];
      marks.push(markup`<path class="crossing" d="M${px} ${py - 5}l5 5l-5 5l-5-5z"/>`);
    }
  }
  return marks;
}

/** Where a line passes the border of a box. */
function meets(line: Line, box: { x: number; y: number; width: number; height: number }): readonly Point[] {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const between = (value: number, a: number, b: number) => value > Math.min(a, b) && value < Math.max(a, b);
  return line.flatMap((start, at): readonly Point[] => {
    const end = line[at + 1];
    if (end === undefined) return [];
    if (start.y === end.y) {
      const inside = start.y > box.y && start.y < bottom;
      return inside ? [box.x, right].filter((x) => between(x, start.x, end.x)).map((x) => ({ x, y: start.y })) : [];
    }
    const inside = start.x > box.x && start.x < right;
    return inside ? [box.y, bottom].filter((y) => between(y, start.y, end.y)).map((y) => ({ x: start.x, y })) : [];
  });
}
