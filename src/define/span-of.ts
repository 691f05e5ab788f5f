import type { Origin, OriginTable, SourceSpan } from '../model/origin.ts';

/** The place that an origin stands for; the top of `file` when it has none. */
export function spanOf(origin: Origin, origins: OriginTable, file: string): SourceSpan {
  return origins.span(origin) ?? { file, line: 1, column: 1, endLine: 1 };
}
