import type { DocumentBoundary, DocumentElement } from '../../model/document-system.ts';
import type { DocumentIndex } from '../document-index.ts';
import { grouped } from '../grouped.ts';
import { compare } from '../ranking.ts';

/** How much of a system is drawn together so that its picture stays readable. */
export interface Abstraction {
  /** 0: every element for itself. Higher ones merge elements of one type in ever larger boundaries. */
  readonly level: number;
  readonly root: string;
  boundary(id: string): DocumentBoundary | undefined;
  childrenOf(id: string): readonly DocumentBoundary[];
  /** The boundary in which an element is drawn. */
  containerOf(element: DocumentElement): string;
  /** Elements with one key are one box. */
  keyOf(element: DocumentElement): string;
}

/** A picture of more boxes than this is not read any more. */
const mostSingle = 90;
const mostMerged = 70;

/** Boundary kinds that each level dissolves into what is around them. */
const dissolved: readonly (readonly string[])[] = [
  [],
  ['security-group', 'service'],
  ['security-group', 'service', 'subnet', 'availability-zone'],
  ['security-group', 'service', 'subnet', 'availability-zone', 'vpc'],
  ['security-group', 'service', 'subnet', 'availability-zone', 'vpc', 'region', 'edge'],
];

/** Accounts that keep a box of their own when all others share one. */
const accountsShown = 3;

const everythingElse = 'further accounts';

/** The least abstraction under which the picture has few enough boxes. */
export function chooseAbstraction(index: DocumentIndex, apart: ReadonlySet<string>): Abstraction {
  const tree = boundaryTree(index);
  const elements = index.document.system.elements;
  let chosen = mergeAt(tree, 0, apart);
  for (
    let level = 1;
    level < dissolved.length && boxes(elements, chosen) > (level === 1 ? mostSingle : mostMerged);
    level += 1
  ) {
    chosen = mergeAt(tree, level, apart);
  }
  if (boxes(elements, chosen) <= mostMerged || chosen.level === 0) return chosen;
  return mergeAccounts(index, tree, apart);
}

function boxes(elements: readonly DocumentElement[], abstraction: Abstraction): number {
  return new Set(elements.map((element) => abstraction.keyOf(element))).size;
}

interface BoundaryTree {
  readonly root: string;
  readonly byId: ReadonlyMap<string, DocumentBoundary>;
  readonly children: ReadonlyMap<string, readonly DocumentBoundary[]>;
}

const outside = 'outside of everything';

/** Boundaries whose parent is missing, or that contain themselves, hang on the root. */
function boundaryTree(index: DocumentIndex): BoundaryTree {
  const byId = index.boundaries;
  const root = [...byId.values()].find((boundary) => boundary.kind === 'internet')?.id ?? outside;
  const below = [...byId.values()].filter((boundary) => boundary.id !== root).sort((a, b) => compare(a.id, b.id));
  const children = grouped(below, (boundary) => [leadsTo(boundary, byId, root) ? (boundary.parent ?? root) : root]);
  return { root, byId, children };
}

function leadsTo(boundary: DocumentBoundary, byId: ReadonlyMap<string, DocumentBoundary>, root: string): boolean {
  const seen = new Set<string>();
  let here: DocumentBoundary | undefined = boundary;
  while (here !== undefined && !seen.has(here.id)) {
    if (here.id === root) return true;
    seen.add(here.id);
    here = here.parent === undefined ? undefined : byId.get(here.parent);
  }
  return false;
}

function mergeAt(tree: BoundaryTree, level: number, apart: ReadonlySet<string>): Abstraction {
  const gone = dissolved[level] ?? [];
  const containerOf = (element: DocumentElement): string => {
    let here = tree.byId.get(element.boundary);
    for (let depth = 0; here !== undefined && gone.includes(here.kind) && depth < 64; depth += 1) {
      here = here.parent === undefined ? undefined : tree.byId.get(here.parent);
    }
    return here?.id ?? tree.root;
  };
  const single = (element: DocumentElement) =>
    level === 0 || apart.has(element.id) || element.kind === 'external-entity';
  return {
    level,
    root: tree.root,
    boundary: (id) => tree.byId.get(id),
    childrenOf: (id) => tree.children.get(id) ?? [],
    containerOf,
    keyOf: (element) =>
      single(element) ? `element ${element.id}` : `type ${JSON.stringify([containerOf(element), element.type])}`,
  };
}

/** The accounts with the highest open risk stay, the others become one box. */
function mergeAccounts(index: DocumentIndex, tree: BoundaryTree, apart: ReadonlySet<string>): Abstraction {
  const base = mergeAt(tree, dissolved.length - 1, apart);
  const risk = new Map<string, number>();
  for (const element of index.document.system.elements) {
    const own = (index.threatsOf.get(element.id) ?? []).filter((threat) => threat.status === 'open');
    const score = own.reduce((sum, threat) => sum + threat.risk.score, apart.has(element.id) ? 1000 : 0);
    const container = base.containerOf(element);
    if (tree.byId.get(container)?.kind === 'account') risk.set(container, (risk.get(container) ?? 0) + score);
  }
  const ranked = [...risk].sort(([a, left], [b, right]) => right - left || compare(a, b)).map(([id]) => id);
  const merged = new Set(ranked.slice(accountsShown));
  const others: DocumentBoundary = { id: everythingElse, kind: 'account', name: `${merged.size} further accounts` };
  const containerOf = (element: DocumentElement) => {
    const container = base.containerOf(element);
    return merged.has(container) ? everythingElse : container;
  };
  return {
    ...base,
    level: dissolved.length,
    boundary: (id) => (id === everythingElse ? others : base.boundary(id)),
    childrenOf: (id) => (id === base.root ? [...base.childrenOf(id), others] : base.childrenOf(id)),
    containerOf,
    keyOf: (element) =>
      apart.has(element.id) || element.kind === 'external-entity'
        ? base.keyOf(element)
        : `type ${JSON.stringify([containerOf(element), element.type])}`,
  };
}
