import type { DocumentThreat } from '../../model/document.ts';
import type { DocumentPath } from '../../model/document-paths.ts';
import type { DocumentBoundary, DocumentElement, DocumentFlow } from '../../model/document-system.ts';
import { type DocumentIndex, elementsOnPath } from '../document-index.ts';
import { grouped } from '../grouped.ts';
import { compare } from '../ranking.ts';
import { shortType, withSeparators } from '../words.ts';
import { type Abstraction, chooseAbstraction } from './abstraction.ts';

/** What a picture shows, before anything has a place. */
export interface Scene {
  readonly root: GroupBox;
  readonly edges: readonly SceneEdge[];
  /** Key of the box in which an element is drawn. */
  readonly boxOf: ReadonlyMap<string, string>;
  /** Were elements drawn together because there are too many? */
  readonly aggregated: boolean;
}

export type Box = GroupBox | NodeBox | ListBox;

/** A boundary around other boxes. */
export interface GroupBox {
  readonly kind: 'group';
  readonly key: string;
  readonly title: string;
  readonly boundary: string;
  readonly exposure?: DocumentBoundary['exposure'];
  readonly children: readonly Box[];
}

/** One element, or several of one type in one boundary. */
export interface NodeBox {
  readonly kind: 'node';
  readonly key: string;
  readonly title: string;
  readonly subtitle: string;
  readonly elements: readonly [DocumentElement, ...DocumentElement[]];
}

/** Identities, controls and the like that nothing flows to: a list keeps the picture readable. */
export interface ListBox {
  readonly kind: 'list';
  readonly key: string;
  readonly title: string;
  readonly entries: readonly NodeBox[];
  /** How many more elements there are than entries. */
  readonly more: number;
}

/** All flows from one box to another. */
export interface SceneEdge {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly flows: readonly [DocumentFlow, ...DocumentFlow[]];
}

const mostListed = 12;

/** Elements on the given paths are drawn for themselves, whatever is done with the others. */
export function buildScene(index: DocumentIndex, paths: readonly DocumentPath[]): Scene {
  const onPath = new Set(paths.flatMap(elementsOnPath));
  const abstraction = chooseAbstraction(index, onPath);
  const nodes = nodesOf(index, abstraction);
  const boxOf = new Map<string, string>();
  for (const node of nodes.values()) for (const element of node.elements) boxOf.set(element.id, node.key);
  const edges = edgesOf(index.document.system.flows, boxOf);
  const connected = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  const drawn = (node: NodeBox) => connected.has(node.key) || node.elements.some(({ id }) => onPath.has(id));
  const open = (node: NodeBox) => node.elements.some(({ id }) => (index.threatsOf.get(id) ?? []).some(asksForAction));
  const shown = [...nodes.values()].filter((node) => drawn(node) || open(node) || !isPlace(node.elements[0]));
  const root = treeOf(abstraction, shown, drawn);
  return { root, edges, boxOf, aggregated: abstraction.level > 0 };
}

/** Networks and subnets are boundaries in the picture already. */
function isPlace({ type }: DocumentElement): boolean {
  return type === 'AWS::EC2::VPC' || type === 'AWS::EC2::Subnet';
}

function asksForAction({ status }: DocumentThreat): boolean {
  return status === 'open' || status === 'unknown';
}

function nodesOf(index: DocumentIndex, abstraction: Abstraction): ReadonlyMap<string, NodeBox> {
  const members = grouped(index.document.system.elements, (element) => [abstraction.keyOf(element)]);
  const entries = [...members].sort(([a], [b]) => compare(a, b));
  return new Map(entries.map(([key, elements]) => [key, nodeBox(key, elements)]));
}

function nodeBox(key: string, elements: NodeBox['elements']): NodeBox {
  const [first] = elements;
  const type = shortType(first.type);
  if (elements.length === 1) return { kind: 'node', key, title: first.name, subtitle: type, elements };
  const count = withSeparators(elements.length);
  return { kind: 'node', key, title: type, subtitle: `${count} drawn as one`, elements };
}

function edgesOf(flows: readonly DocumentFlow[], boxOf: ReadonlyMap<string, string>): readonly SceneEdge[] {
  const ends = (flow: DocumentFlow) => [boxOf.get(flow.from), boxOf.get(flow.to)] as const;
  const drawn = flows.filter((flow) => {
    const [from, to] = ends(flow);
    return from !== undefined && to !== undefined && from !== to;
  });
  const ordered = drawn.toSorted((a, b) => compare(a.id, b.id));
  return [...grouped(ordered, (flow) => [JSON.stringify(ends(flow))])].map(([key, all]) => {
    const [from = '', to = ''] = ends(all[0]);
    return { key, from, to, flows: all };
  });
}

/** Boxes inside one another as the boundaries are; boundaries without anything in them are not drawn. */
function treeOf(abstraction: Abstraction, nodes: readonly NodeBox[], drawn: (node: NodeBox) => boolean): GroupBox {
  const inside = grouped(nodes, (node) => [abstraction.containerOf(node.elements[0])]);
  const build = (id: string): GroupBox => {
    const children: Box[] = [...contents(id, inside.get(id) ?? [], drawn)];
    for (const child of abstraction.childrenOf(id)) {
      const group = build(child.id);
      if (group.children.length > 0) children.push(group);
    }
    const boundary = abstraction.boundary(id);
    return {
      kind: 'group',
      key: `boundary ${id}`,
      title: boundary?.name ?? '',
      boundary: boundary?.kind ?? 'internet',
      ...(boundary?.exposure && { exposure: boundary.exposure }),
      children,
    };
  };
  return build(abstraction.root);
}

const alwaysDrawn: readonly DocumentElement['kind'][] = ['process', 'data-store', 'external-entity'];

/** More unconnected boxes than this in one boundary go to its list. */
const mostLoose = 6;

function contents(id: string, nodes: readonly NodeBox[], drawn: (node: NodeBox) => boolean): readonly Box[] {
  const connected = nodes.filter(drawn);
  const rest = nodes.filter((node) => !drawn(node));
  const loose = rest.filter((node) => alwaysDrawn.includes(node.elements[0].kind));
  const single = loose.length <= mostLoose ? loose : [];
  const listed = rest.filter((node) => !single.includes(node));
  return listed.length === 0 ? [...connected, ...single] : [...connected, ...single, listBox(id, listed)];
}

/** Entries of one type are counted together when there are many. */
function listBox(id: string, nodes: readonly NodeBox[]): ListBox {
  const entries = nodes.length <= mostListed ? nodes : byType(nodes);
  const shown = entries.slice(0, mostListed);
  const count = (some: readonly NodeBox[]) => some.reduce((sum, node) => sum + node.elements.length, 0);
  return { kind: 'list', key: `list ${id}`, title: 'Also here', entries: shown, more: count(entries) - count(shown) };
}

function byType(nodes: readonly NodeBox[]): readonly NodeBox[] {
  const types = new Map<string, NodeBox>();
  for (const node of nodes) {
    const { type } = node.elements[0];
    const same = types.get(type);
    const elements: NodeBox['elements'] = same === undefined ? node.elements : [...same.elements, ...node.elements];
    types.set(type, nodeBox(same?.key ?? node.key, elements));
  }
  return [...types.values()].sort((a, b) => b.elements.length - a.elements.length || compare(a.title, b.title));
}
