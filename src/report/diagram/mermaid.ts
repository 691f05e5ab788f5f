import type { ThreatModelDocument } from '../../model/document.ts';
import type { DocumentElement } from '../../model/document-system.ts';
import { indexDocument } from '../document-index.ts';
import { rankedPaths } from '../ranking.ts';
import { visibleLine } from '../visible.ts';
import { flowEncryption, flowText } from './flow-labels.ts';
import { type Box, buildScene, type GroupBox, type ListBox, type NodeBox } from './scene.ts';
import { mostOverlays } from './svg.ts';

/** The diagram as a Mermaid flowchart, for places that draw it themselves, such as pull requests and wikis. */
export function renderMermaid(document: ThreatModelDocument): string {
  const index = indexDocument(document);
  const scene = buildScene(index, rankedPaths(document.attackPaths).slice(0, mostOverlays));
  const names = new Map<string, string>();
  const lines = ['flowchart LR'];
  for (const child of scene.root.children) lines.push(...boxLines(child, '  ', names));
  for (const edge of scene.edges) {
    const from = names.get(edge.from);
    const to = names.get(edge.to);
    if (from === undefined || to === undefined) continue;
    const encrypted = flowEncryption(edge);
    const arrow = encrypted === true ? '-->' : '-.->';
    const mark = encrypted === true ? '' : encrypted === 'unknown' ? ', encryption unknown' : ', not encrypted';
    lines.push(`  ${from} ${arrow}|${quoted(`${flowText(edge)}${mark}`)}| ${to}`);
  }
  return `${lines.join('\n')}\n`;
}

function boxLines(box: Box, indent: string, names: Map<string, string>): readonly string[] {
  const name = `n${names.size}`;
  names.set(box.key, name);
  if (box.kind === 'node') return [`${indent}${name}${outline(box)}`];
  if (box.kind === 'list') return [`${indent}${name}[${quoted(listText(box))}]`];
  const inside = box.children.flatMap((child) => boxLines(child, `${indent}  `, names));
  return [`${indent}subgraph ${name} [${quoted(groupText(box))}]`, ...inside, `${indent}end`];
}

function groupText(group: GroupBox): string {
  return `${group.exposure === undefined ? '' : `${group.exposure} `}${group.boundary.replace(/-/g, ' ')} ${group.title}`;
}

function listText(list: ListBox): string {
  const entries = list.entries.map((entry) =>
    entry.elements.length > 1 ? `${entry.elements.length} × ${entry.title}` : entry.title,
  );
  return [...entries, ...(list.more > 0 ? [`and ${list.more} more`] : [])].join(', ');
}

const brackets: Readonly<Record<DocumentElement['kind'], readonly [string, string]>> = {
  process: ['(', ')'],
  'data-store': ['[(', ')]'],
  'external-entity': ['[', ']'],
  identity: ['{{', '}}'],
  network: ['([', '])'],
  control: ['[[', ']]'],
};

function outline(node: NodeBox): string {
  const [left, right] = brackets[node.elements[0].kind];
  return `${left}${quoted(`${node.title} (${node.subtitle})`)}${right}`;
}

/** A label that can neither end its quotes nor be markup: everything but plain words becomes an entity. */
function quoted(text: string): string {
  const safe = visibleLine(text).replace(
    /[^\p{L}\p{N} .,:/()×+_-]/gu,
    (character) => `#${character.codePointAt(0) ?? 0};`,
  );
  return `"${safe}"`;
}
