/** A file as it is written: offsets into the text instead of values, so that parts of it can be cut out and put in. */
export type SourceNode = SourceScalar | SourceSequence | SourceMapping;

interface Written {
  /** From its tag or first character to the end of its last one. */
  readonly start: number;
  readonly end: number;
  /** `!Sub` and the like; empty for none. */
  readonly tag: string;
  /** It has an anchor or is an alias: another place of the file says the same by it. */
  readonly shared: boolean;
  /** In brackets, or a scalar on one line. */
  readonly flow: boolean;
}

export interface SourceScalar extends Written {
  readonly kind: 'scalar';
  readonly text: string;
  /** A text that is JSON, as it is written: offsets count from `start` of the file on. */
  readonly json?: { readonly root: SourceNode; readonly start: number; readonly end: number };
}

export interface SourceSequence extends Written {
  readonly kind: 'sequence';
  readonly items: readonly SourceNode[];
}

export interface SourceMapping extends Written {
  readonly kind: 'mapping';
  readonly entries: readonly SourceEntry[];
}

export interface SourceEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly value: SourceNode;
}
