/** Kinds of knowledge that a record keeps. */
export const recordedKinds = ['threats', 'moves', 'controls', 'services'] as const;
export type RecordedKind = (typeof recordedKinds)[number];

/** What is kept of one rule, move, control or type: short values as they are, longer texts as a digest. */
export type RecordedEntry = Readonly<Record<string, string>>;

/** What the catalogue knew at a version, by id: kept when the version is released, to tell what changed since. */
export interface CatalogueRecord {
  /** Version of the program that had it. */
  readonly version: string;
  /** Digest of the whole catalogue, as threat models name it. */
  readonly catalog: string;
  /** Version of ATT&CK. */
  readonly attack: string;
  readonly entries: Readonly<Record<RecordedKind, Readonly<Record<string, RecordedEntry>>>>;
}

/** One difference between two records. */
export interface CatalogueChange {
  readonly kind: RecordedKind;
  readonly id: string;
  readonly title: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** For `changed`: field by field, `likelihood 3 → 4`, `statement reworded`. */
  readonly fields: readonly string[];
  /** Why, where somebody wrote it down. */
  readonly why?: string;
}
