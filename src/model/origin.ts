/** Where a statement of ours comes from. In memory an integer into one table, resolved only when a report needs it. */
export type Origin = number & { readonly __kind: 'origin' };

/** A place in a file of the user. Lines and columns count from 1; `file` is relative to the input's root, with `/`. */
export interface SourceSpan {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
}

/** What an origin handle stands for. */
export type OriginRecord =
  | { readonly kind: 'source'; readonly span: SourceSpan }
  | { readonly kind: 'author'; readonly span: SourceSpan; readonly by: string }
  | { readonly kind: 'inferred'; readonly by: string; readonly from: readonly Origin[] }
  | { readonly kind: 'knowledge'; readonly document: string };

/** Append-only table of origins. Source spans, by far the most, lie in one numeric array. */
export interface OriginTable {
  source(file: string, line: number, column: number, endLine: number): Origin;
  add(record: OriginRecord): Origin;
  get(origin: Origin): OriginRecord;
  /** The first place in the user's files that an origin rests on; undefined when it rests on none. */
  span(origin: Origin): SourceSpan | undefined;
}

const WIDTH = 4;

/** Handles of records other than source spans count down from -1. */
export function createOrigins(): OriginTable {
  const files: string[] = [];
  const fileNumbers = new Map<string, number>();
  let spans = new Uint32Array(WIDTH * 1024);
  let used = 0;
  const others: OriginRecord[] = [];

  const fileNumber = (file: string): number => {
    const known = fileNumbers.get(file);
    if (known !== undefined) return known;
    files.push(file);
    fileNumbers.set(file, files.length - 1);
    return files.length - 1;
  };

  const table: OriginTable = {
    source(file, line, column, endLine) {
      if ((used + 1) * WIDTH > spans.length) {
        const grown = new Uint32Array(spans.length * 2);
        grown.set(spans);
        spans = grown;
      }
      const at = used * WIDTH;
      spans[at] = fileNumber(file);
      spans[at + 1] = line;
      spans[at + 2] = column;
      spans[at + 3] = endLine;
      used += 1;
      return (used - 1) as Origin;
    },
    add(record) {
      others.push(record);
      return -others.length as Origin;
    },
    get(origin) {
      if (origin < 0) {
        const record = others[-origin - 1];
        if (record === undefined) throw new Error(`no origin ${origin}`);
        return record;
      }
      const at = origin * WIDTH;
      const file = files[spans[at] ?? 0] ?? '';
      const span = { file, line: spans[at + 1] ?? 1, column: spans[at + 2] ?? 1, endLine: spans[at + 3] ?? 1 };
      return { kind: 'source', span };
    },
    span(origin) {
      const record = table.get(origin);
      if (record.kind === 'source' || record.kind === 'author') return record.span;
      if (record.kind === 'knowledge') return undefined;
      for (const premise of record.from) {
        const span = table.span(premise);
        if (span !== undefined) return span;
      }
      return undefined;
    },
  };
  return table;
}
