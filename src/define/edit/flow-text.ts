import type { PlainPart } from '../../model/source-edit.ts';

/** JSON, which flow style takes as well: on one line, or as it is mostly written, by an indent for each level. */
export function flowText(value: PlainPart, indent: number | undefined): string {
  if (indent !== undefined) return JSON.stringify(value, null, indent);
  if (isList(value)) return `[${value.map((item) => flowText(item, undefined)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${flowText(item, undefined)}`);
  return `{${entries.join(', ')}}`;
}

/** Is it a list? */
export function isList(value: PlainPart): value is readonly PlainPart[] {
  return Array.isArray(value);
}
