import type { ResourceId } from './id.ts';

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

/** One edit of what a resource's properties say in their source. Numbers of lists count as they are before any edit. */
export type SourceEdit =
  | { readonly kind: 'remove'; readonly place: PartPlace }
  | { readonly kind: 'set'; readonly place: PartPlace; readonly value: PlainPart }
  /** One more member at the end of a list. */
  | { readonly kind: 'append'; readonly place: PartPlace; readonly value: PlainPart };

/** All edits of one resource; `removed` when it goes as a whole. */
export interface ResourceEdit {
  readonly resource: ResourceId;
  readonly edits: readonly SourceEdit[] | 'removed';
}

/** A text with edits made, or why they cannot be written into it. */
export type EditedText =
  | { readonly kind: 'edited'; readonly text: string }
  | { readonly kind: 'refused'; readonly because: string };
