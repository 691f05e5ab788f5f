import { describe, expect, it } from 'vitest';
import type { ThreatModelDocument } from '../../src/model/document.ts';
import { gridOf } from '../../src/report/diagram/grid.ts';
import { pictureOf } from '../../src/report/diagram/picture.ts';
import { renderSvg } from '../../src/report/diagram/svg.ts';
import { indexDocument } from '../../src/report/document-index.ts';
import { sampleDocument } from './sample-document.ts';

const picture = (document: ThreatModelDocument) => pictureOf(indexDocument(document), document.attackPaths);

describe.each([15, 22, 60, 200, 5000])('the picture of %d elements', (elements) => {
  const document = sampleDocument({ elements });
  const { layout, lines, scene, labels } = picture(document);

  it('has every box inside the boundaries around it, and none on another', () => {
    const byKey = new Map(layout.boxes.map((box) => [box.box.key, box]));
    for (const box of layout.boxes) {
      const around = byKey.get(box.groups.at(-1) ?? '');
      if (around === undefined) continue;
      expect(box.x).toBeGreaterThan(around.x);
      expect(box.y).toBeGreaterThan(around.y);
      expect(box.x + box.width).toBeLessThan(around.x + around.width);
      expect(box.y + box.height).toBeLessThan(around.y + around.height);
    }
    const leaves = layout.boxes.filter(({ box }) => box.kind !== 'group');
    const meeting = leaves.flatMap((a, at) =>
      leaves
        .slice(at + 1)
        .filter((b) => a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height),
    );
    expect(meeting).toEqual([]);
  });

  it('has a line of right angles for every edge, and none through a box', () => {
    expect(lines.length).toBe(scene.edges.length);
    const grid = gridOf(layout);
    for (const { line } of lines) {
      for (const [at, start] of line.entries()) {
        const end = line[at + 1];
        if (end === undefined) continue;
        expect(start.x === end.x || start.y === end.y).toBe(true);
        const between = Math.max(Math.abs(end.x - start.x), Math.abs(end.y - start.y));
        const inside = Array.from({ length: Math.max(0, between - 1) }, (_, step) => {
          const x = start.x + Math.sign(end.x - start.x) * (step + 1);
          const y = start.y + Math.sign(end.y - start.y) * (step + 1);
          return grid.blocked[y * grid.width + x];
        });
        expect(inside).not.toContain(1);
      }
    }
  });

  it('stays small enough to be read, and labels nearly all lines', () => {
    expect(layout.boxes.filter(({ box }) => box.kind === 'node').length).toBeLessThan(110);
    expect(labels.size).toBeGreaterThanOrEqual(lines.length * 0.85);
  });

  it('draws every element: for itself, in a list, or together with its like', () => {
    for (const element of document.system.elements) expect(scene.boxOf.has(element.id), element.id).toBe(true);
  });
});

describe('the picture', () => {
  const document = sampleDocument({ elements: 22 });
  const source = renderSvg(document);

  it('marks exposure, open threats, encryption and crossings', () => {
    expect(source).toContain('<g class="mark internet"><title>Reachable from the internet</title>');
    expect(source).toContain('<g class="badge critical"><title>1 open threat, the worst critical</title>');
    expect(source).toContain('<g class="flow plain">');
    expect(source).toContain('<g class="flow unsure">');
    expect(source).toMatch(/<path class="crossing" d="M\d+ \d+l5 5l-5 5l-5-5z"\/><\/g>/);
  });

  it('tells of each flow in a tooltip', () => {
    expect(source).toContain('Cdn → LoadBalancer: HTTP 80, not encrypted, authentication iam');
  });

  it('nests boundaries that are in one another and leaves out empty ones', () => {
    expect(source).toContain('<title>public subnet PublicSubnet</title>');
    const empty = { ...document, system: { ...document.system, elements: document.system.elements.slice(0, 3) } };
    expect(renderSvg(empty)).not.toContain('PublicSubnet');
  });

  it('lays a path over the dimmed rest, with the numbers of its steps', () => {
    const [path] = document.attackPaths;
    const over = renderSvg(document, { highlightPath: path?.id ?? '' });
    expect(over).toContain('class="base dimmed"');
    expect([...over.matchAll(/<g class="number">.*?<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
  });

  it('survives boundaries that contain themselves or do not exist', () => {
    const broken = {
      ...document,
      system: {
        ...document.system,
        boundaries: document.system.boundaries.map((boundary) =>
          boundary.kind === 'account' ? { ...boundary, parent: boundary.id } : { ...boundary, parent: 'nowhere' },
        ),
      },
    };
    expect(renderSvg(broken)).toContain('shop-prod');
  });
});
