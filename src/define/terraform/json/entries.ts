import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Origin, OriginTable } from '../../../model/origin.ts';
import type { InputFile } from '../../input.ts';
import { createLines, type JsonSlice, membersIn } from './slices.ts';

/** A JSON object as `JSON.parse` gives it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The text of a plan or state, opened. */
export interface JsonText {
  readonly text: string;
  readonly members: ReadonlyMap<string, JsonSlice>;
  /** The place of a part. */
  originOf(slice: JsonSlice): Origin;
  /** A part as data; undefined, and told, when it is no JSON. */
  parse(slice: JsonSlice | undefined): unknown;
  readonly diagnostics: Diagnostic[];
}

/** Opens the text of a plan or state without parsing it. */
export function openJson(input: InputFile, origins: OriginTable): JsonText {
  const { text, file } = input;
  const diagnostics: Diagnostic[] = [];
  const members = membersIn(text, { start: 0, end: text.length });
  const lines = createLines(text);
  return {
    text,
    members,
    diagnostics,
    originOf({ start, end }) {
      const { line, column } = lines(start);
      return origins.source(file, line, column, lines(end).line);
    },
    parse(slice) {
      if (slice === undefined) return undefined;
      try {
        return JSON.parse(text.slice(slice.start, slice.end)) as unknown;
      } catch {
        const { line, column } = lines(slice.start);
        const message = 'this part is no JSON and is left out; write the file again with terraform show -json';
        diagnostics.push({
          level: 'error',
          code: 'terraform-json',
          message,
          source: { file, line, column, endLine: line },
        });
        return undefined;
      }
    },
  };
}

/** The data, when it is an object. */
export function objectOf(data: unknown): JsonObject | undefined {
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as JsonObject) : undefined;
}

/** The data, when it is a list. */
export function listOf(data: unknown): readonly unknown[] {
  return Array.isArray(data) ? data : [];
}

/** The text under a key; undefined when there is none. */
export function textOfKey(data: JsonObject | undefined, key: string): string | undefined {
  const value = data?.[key];
  return typeof value === 'string' ? value : undefined;
}
