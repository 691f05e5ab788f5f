import { type Arrangement, arrange, type Direction } from './arrange.ts';
import type { Item, Link } from './columns.ts';
import type { Box, GroupBox, ListBox, NodeBox, Scene } from './scene.ts';

/** Pixels of a grid step. Everything stands on the grid, lines run on it. */
export const step = 10;

export const rowHeight = 18;
const nodeWidth = 17;
const nodeHeight = 5;
const listWidth = 21;
const padding = 3;
const headerHeight = 3;

/** A box in its place, in grid steps from the upper left corner of the picture. */
export type PlacedBox = Placed<NodeBox> | Placed<ListBox> | Placed<GroupBox>;

interface Placed<B extends Box> {
  readonly box: B;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Keys of the groups around it, outermost first. */
  readonly groups: readonly string[];
}

export interface Layout {
  /** Groups come before what is in them. */
  readonly boxes: readonly PlacedBox[];
  readonly width: number;
  readonly height: number;
}

/** The best proportion of a picture: a wide page. */
const proportion = 1.8;

/** Boundaries that may be laid out downwards when the picture gets a better shape by it. */
const turnable = ['vpc', 'region', 'account'] as const;

/** Places the boxes of a scene: inside each boundary from left to right, as requests flow, or downwards. */
export function layoutScene(scene: Scene): Layout {
  const links = linksByGroup(scene);
  let best: { readonly sized: Sized; readonly cost: number } | undefined;
  for (let choice = 0; choice < 2 ** turnable.length; choice += 1) {
    const down = new Set<string>(turnable.filter((_, at) => (choice & (1 << at)) !== 0));
    const sized = size(scene.root, { links, down }, true);
    const cost = Math.max(sized.width / proportion, sized.height) * (1 + down.size * 0.04);
    if (best === undefined || cost < best.cost) best = { sized, cost };
  }
  const sized = best?.sized ?? size(scene.root, { links, down: new Set() }, true);
  const boxes: PlacedBox[] = [];
  place(sized, { x: 0, y: 0, groups: [] }, boxes);
  return { boxes, width: sized.width, height: sized.height };
}

interface Sized {
  readonly box: Box;
  readonly width: number;
  readonly height: number;
  readonly inside: readonly Sized[];
  readonly places: Arrangement['places'];
}

interface Plan {
  readonly links: GroupLinks;
  /** Kinds of boundaries whose content leads downwards. */
  readonly down: ReadonlySet<string>;
}

function size(box: Box, plan: Plan, isRoot = false): Sized {
  if (box.kind === 'node') return { box, width: nodeWidth, height: nodeHeight, inside: [], places: [] };
  if (box.kind === 'list') {
    const rows = box.entries.length + (box.more > 0 ? 1 : 0);
    return { box, width: listWidth, height: Math.ceil((28 + rows * rowHeight) / step), inside: [], places: [] };
  }
  const inside = box.children.map((child) => size(child, plan));
  const items = inside.map(itemOf);
  const direction: Direction = plan.down.has(box.boundary) ? 'down' : 'right';
  const arranged = arrange(items, plan.links.get(box.key) ?? [], direction);
  const header = isRoot ? padding : padding + headerHeight;
  return {
    box,
    width: Math.max(arranged.width, isRoot ? 0 : 20) + 2 * padding,
    height: arranged.height + header + padding,
    inside,
    places: arranged.places.map(({ x, y }) => ({ x: x + padding, y: y + header })),
  };
}

function itemOf(sized: Sized): Item {
  return { key: sized.box.key, width: sized.width, height: sized.height, rank: rankOf(sized.box) };
}

/** Outside parties and what faces the internet stand left, private subnets right, lists last. */
function rankOf(box: Box): number {
  if (box.kind === 'list') return 9;
  if (box.kind === 'node') return box.elements[0].kind === 'external-entity' ? 0 : 3;
  if (box.boundary === 'edge') return 1;
  if (box.boundary === 'subnet') return box.exposure === 'public' ? 2 : 4;
  return box.boundary === 'third-party' ? 6 : 5;
}

type GroupLinks = ReadonlyMap<string, readonly Link[]>;

/** Each edge as a link between two children of the innermost group that holds both ends. */
function linksByGroup(scene: Scene): GroupLinks {
  const trail = new Map<string, readonly { group: string; child: number }[]>();
  const walk = (group: GroupBox, above: readonly { group: string; child: number }[]) => {
    group.children.forEach((child, at) => {
      const here = [...above, { group: group.key, child: at }];
      trail.set(child.key, here);
      if (child.kind === 'group') walk(child, here);
    });
  };
  walk(scene.root, []);
  const links = new Map<string, Map<string, Link>>();
  for (const edge of scene.edges) {
    const from = trail.get(edge.from) ?? [];
    const to = trail.get(edge.to) ?? [];
    const depth = from.findIndex((part, at) => part.group === to[at]?.group && part.child !== to[at]?.child);
    const start = from[depth];
    const end = to[depth];
    if (start === undefined || end === undefined) continue;
    const own = links.get(start.group) ?? new Map<string, Link>();
    const key = `${start.child} ${end.child}`;
    own.set(key, { from: start.child, to: end.child, weight: (own.get(key)?.weight ?? 0) + 1 });
    links.set(start.group, own);
  }
  return new Map([...links].map(([group, own]) => [group, [...own.values()]]));
}

interface Corner {
  readonly x: number;
  readonly y: number;
  readonly groups: readonly string[];
}

function place(sized: Sized, at: Corner, boxes: PlacedBox[]): void {
  boxes.push({ box: sized.box, ...at, width: sized.width, height: sized.height } as PlacedBox);
  const groups = [...at.groups, sized.box.key];
  sized.inside.forEach((child, index) => {
    const { x, y } = sized.places[index] ?? { x: 0, y: 0 };
    place(child, { x: at.x + x, y: at.y + y, groups }, boxes);
  });
}
