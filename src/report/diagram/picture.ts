import type { DocumentPath } from '../../model/document-paths.ts';
import type { DocumentIndex } from '../document-index.ts';
import { type FlowLabel, placeLabels } from './flow-labels.ts';
import { type Grid, gridOf, withoutLines } from './grid.ts';
import { type Layout, layoutScene, type PlacedBox } from './layout.ts';
import { type Line, route } from './route.ts';
import { buildScene, type Scene, type SceneEdge } from './scene.ts';

/** A scene with a place for everything: what `drawSvg` writes down. */
export interface Picture {
  readonly index: DocumentIndex;
  readonly scene: Scene;
  readonly layout: Layout;
  readonly grid: Grid;
  readonly boxes: ReadonlyMap<string, PlacedBox>;
  readonly lines: readonly { readonly edge: SceneEdge; readonly line: Line }[];
  readonly labels: ReadonlyMap<string, FlowLabel>;
}

/** The way of an attacker through the picture. */
export interface Trail {
  readonly path: DocumentPath;
  readonly legs: readonly Leg[];
  /** Keys of the boxes that it touches. */
  readonly touches: ReadonlySet<string>;
}

/** Steps between the same two boxes; without a line when both ends are one box. */
export interface Leg {
  readonly from: string;
  readonly to: string;
  /** Numbers of the steps, from 1. */
  readonly steps: readonly number[];
  readonly line?: Line;
}

/** `paths` are those that a trail may be asked of. */
export function pictureOf(index: DocumentIndex, paths: readonly DocumentPath[]): Picture {
  const scene = buildScene(index, paths);
  const layout = layoutScene(scene);
  const boxes = new Map(layout.boxes.map((placed) => [placed.box.key, placed]));
  const grid = gridOf(layout);
  const lines = shortFirst(scene.edges, boxes).flatMap((edge) => {
    const from = boxes.get(edge.from);
    const to = boxes.get(edge.to);
    const line = from && to && route(grid, from, to);
    return line === undefined ? [] : [{ edge, line }];
  });
  return { index, scene, layout, grid, boxes, lines, labels: placeLabels(lines, layout, grid) };
}

/** Short lines have the fewest ways to go round, so they choose first. */
function shortFirst(edges: readonly SceneEdge[], boxes: ReadonlyMap<string, PlacedBox>): readonly SceneEdge[] {
  const length = (edge: SceneEdge) => {
    const from = boxes.get(edge.from);
    const to = boxes.get(edge.to);
    return from === undefined || to === undefined ? 0 : Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
  };
  return edges.toSorted((a, b) => length(a) - length(b));
}

/** Routes the steps of a path anew, on a picture without other lines. */
export function trailOf(picture: Picture, path: DocumentPath): Trail {
  const legs = new Map<string, { from: string; to: string; steps: number[] }>();
  path.steps.forEach((step, at) => {
    const from = picture.scene.boxOf.get(step.from);
    const to = picture.scene.boxOf.get(step.to);
    if (from === undefined || to === undefined) return;
    const key = JSON.stringify([from, to]);
    const leg = legs.get(key) ?? { from, to, steps: [] };
    leg.steps.push(at + 1);
    legs.set(key, leg);
  });
  const grid = withoutLines(picture.grid);
  const routed = [...legs.values()].map((leg): Leg => {
    const from = picture.boxes.get(leg.from);
    const to = picture.boxes.get(leg.to);
    const line = from && to && from !== to ? route(grid, from, to) : undefined;
    return line === undefined ? leg : { ...leg, line };
  });
  return { path, legs: routed, touches: new Set(routed.flatMap((leg) => [leg.from, leg.to])) };
}
