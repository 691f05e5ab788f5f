import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Origin } from '../../model/origin.ts';

/** YAML or JSON with the place of everything: what `parseDocument` makes of a file. */
export type Node = ScalarNode | SequenceNode | MappingNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** As written, before `010` or `1e3` became a number. */
  readonly source: string;
  readonly origin: Origin;
}

export interface SequenceNode {
  readonly kind: 'sequence';
  readonly items: readonly Node[];
  readonly origin: Origin;
}

/** Entries in order of the file, the last of duplicate keys. Short tags (`!Ref x`) are mappings with one long entry (`Ref: x`). */
export interface MappingNode {
  readonly kind: 'mapping';
  readonly entries: ReadonlyMap<string, MappingEntry>;
  readonly origin: Origin;
}

export interface MappingEntry {
  readonly key: string;
  /** The key alone. */
  readonly keyOrigin: Origin;
  /** From the key to the end of the value. */
  readonly origin: Origin;
  readonly value: Node;
}

/** `root` is absent when nothing could be read; with `diagnostics` it is what remained readable. */
export interface ParsedDocument {
  readonly file: string;
  readonly root?: Node;
  readonly diagnostics: readonly Diagnostic[];
}
