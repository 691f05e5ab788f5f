import type { DocumentThreat, ThreatModelDocument } from '../model/document.ts';
import type { DocumentMitigation, DocumentPath } from '../model/document-paths.ts';
import type { DocumentBoundary, DocumentElement } from '../model/document-system.ts';
import { grouped } from './grouped.ts';

/** The document with what reports look up in it. */
export interface DocumentIndex {
  readonly document: ThreatModelDocument;
  readonly elements: ReadonlyMap<string, DocumentElement>;
  readonly boundaries: ReadonlyMap<string, DocumentBoundary>;
  readonly mitigations: ReadonlyMap<string, DocumentMitigation>;
  readonly threats: ReadonlyMap<string, DocumentThreat>;
  readonly threatsOf: ReadonlyMap<string, readonly DocumentThreat[]>;
  /** Elements with a row of their own in long reports: all, or the first of those that matter most. */
  readonly shown: ReadonlySet<string>;
  /** Names that more than one element has. */
  readonly ambiguous: ReadonlySet<string>;
  /** Paths that pass through an element. */
  readonly pathsOf: ReadonlyMap<string, readonly DocumentPath[]>;
}

/** A page with more rows than this in a table does not open any more. */
export const mostRows = 5000;

export function indexDocument(document: ThreatModelDocument): DocumentIndex {
  const threatsOf = grouped(document.threats, (threat) => [threat.element]);
  const pathsOf = grouped(document.attackPaths, elementsOnPath);
  const matters = ({ id }: DocumentElement) =>
    pathsOf.has(id) || (threatsOf.get(id) ?? []).some(({ status }) => status === 'open' || status === 'unknown');
  const { elements } = document.system;
  const first =
    elements.length <= mostRows ? elements : elements.toSorted((a, b) => Number(matters(b)) - Number(matters(a)));
  return {
    shown: new Set(first.slice(0, mostRows).map(({ id }) => id)),
    document,
    elements: byId(document.system.elements),
    boundaries: byId(document.system.boundaries),
    mitigations: byId(document.mitigations),
    threats: byId(document.threats),
    ambiguous: repeated(document.system.elements.map(({ name }) => name)),
    threatsOf,
    pathsOf,
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
