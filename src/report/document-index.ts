import type {
  DocumentBoundary,
  DocumentElement,
  DocumentMitigation,
  DocumentPath,
  DocumentThreat,
  ThreatModelDocument,
} from '../model/document.ts';
import { grouped } from './grouped.ts';

/** The document with what reports look up in it. */
export interface DocumentIndex {
  readonly document: ThreatModelDocument;
  readonly elements: ReadonlyMap<string, DocumentElement>;
  readonly boundaries: ReadonlyMap<string, DocumentBoundary>;
  readonly mitigations: ReadonlyMap<string, DocumentMitigation>;
  readonly threats: ReadonlyMap<string, DocumentThreat>;
  readonly threatsOf: ReadonlyMap<string, readonly DocumentThreat[]>;
  /** Names that more than one element has. */
  readonly ambiguous: ReadonlySet<string>;
  /** Paths that pass through an element. */
  readonly pathsOf: ReadonlyMap<string, readonly DocumentPath[]>;
}

export function indexDocument(document: ThreatModelDocument): DocumentIndex {
  return {
    document,
    elements: byId(document.system.elements),
    boundaries: byId(document.system.boundaries),
    mitigations: byId(document.mitigations),
    threats: byId(document.threats),
    ambiguous: repeated(document.system.elements.map(({ name }) => name)),
    threatsOf: grouped(document.threats, (threat) => [threat.element]),
    pathsOf: grouped(document.attackPaths, elementsOnPath),
  };
}

/** Ids of the elements that a path touches, in the order of its steps. */
export function elementsOnPath(path: DocumentPath): readonly string[] {
  return [...new Set([path.entry, ...path.steps.flatMap((step) => [step.from, step.to]), path.target])];
}

/** What people call an element; its id when others have the same name, or when it is not in the document. */
export function nameOf(index: DocumentIndex, element: string): string {
  const name = index.elements.get(element)?.name;
  return name === undefined || index.ambiguous.has(name) ? element : name;
}

function repeated(words: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(words.filter((word) => seen.has(word) || !seen.add(word)));
}

function byId<T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
