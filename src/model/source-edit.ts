import type { ResourceId } from './id.ts';
import type { SourceSpan } from './origin.ts';

/** A value as a template writes it: JSON, with CloudFormation's functions for what it refers to. */
export type PlainPart =
  | string
  | number
  | boolean
  | null
  | readonly PlainPart[]
  | { readonly [name: string]: PlainPart };

/** Steps from a resource's properties to a part of them: names of maps, numbers of lists. */
export type PartPlace = readonly (string | number)[];

/** Where the source says a part, and in which shape: what to look for at that place. */
export interface SourcePart {
  readonly span: SourceSpan;
  readonly shape: 'map' | 'list' | 'scalar';
}

/**
 * One edit of what a resource's properties say in their source. Numbers of lists count as they are before any edit. `at` is where the
 * part stands, of one that is new and of members that are added the collection around it; absent when the input does not tell.
 */
export type SourceEdit = { readonly place: PartPlace; readonly at?: SourcePart } & (
  | { readonly kind: 'remove' }
  | { readonly kind: 'set'; readonly value: PlainPart }
  /** An entry that its map does not have yet. */
  | { readonly kind: 'add'; readonly value: PlainPart }
  /** One more member at the end of a list. */
  | { readonly kind: 'append'; readonly value: PlainPart }
);

/** All edits of one resource; `removed` when it goes as a whole. */
export interface ResourceEdit {
  readonly resource: ResourceId;
  readonly edits: readonly SourceEdit[] | 'removed';
}
