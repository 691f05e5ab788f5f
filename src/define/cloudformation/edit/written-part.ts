import type { PlainPart } from '../../../model/source-edit.ts';

/** Lines of a value in YAML's block style, not indented: what follows `key:` or `- ` on lines of its own. */
export function blockLines(value: PlainPart): readonly string[] {
  const scalar = onOneLine(value);
  if (scalar !== undefined) return [scalar];
  if (isList(value))
    return value.flatMap((item) => blockLines(item).map((line, at) => `${at === 0 ? '- ' : '  '}${line}`));
  return Object.entries(value as object).flatMap(([key, item]: readonly [string, PlainPart]) => entryLines(key, item));
}

/** A map's entry in block style. */
export function entryLines(key: string, value: PlainPart): readonly string[] {
  const scalar = onOneLine(value);
  if (scalar !== undefined) return [`${yamlString(key)}: ${scalar}`];
  return [`${yamlString(key)}:`, ...blockLines(value).map((line) => `  ${line}`)];
}

/** JSON, which flow style takes as well: on one line, or as it is mostly written, by an indent for each level. */
export function flowText(value: PlainPart, indent: number | undefined): string {
  if (indent !== undefined) return JSON.stringify(value, null, indent);
  if (isList(value)) return `[${value.map((item) => flowText(item, undefined)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${flowText(item, undefined)}`);
  return `{${entries.join(', ')}}`;
}

function isList(value: PlainPart): value is readonly PlainPart[] {
  return Array.isArray(value);
}

/** What block style writes on one line: scalars, CloudFormation's short forms, and what is empty. */
function onOneLine(value: PlainPart): string | undefined {
  if (typeof value === 'string') return yamlString(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return isList(value) ? '[]' : '{}';
  const [first, ...others] = entries as readonly (readonly [string, PlainPart])[];
  return isList(value) || first === undefined || others.length > 0 ? undefined : shortForm(...first);
}

function shortForm(name: string, argument: PlainPart): string | undefined {
  if (name === 'Ref' && typeof argument === 'string') return `!Ref ${yamlString(argument)}`;
  if (name === 'Fn::Sub' && typeof argument === 'string') return `!Sub ${yamlString(argument)}`;
  if (name !== 'Fn::GetAtt' || !isList(argument)) return undefined;
  return `!GetAtt ${argument.join('.')}`;
}

/** Letters, digits and what ARNs and actions are made of; not what YAML 1.1 takes for something else. */
const plain = /^[A-Za-z_/][\w/.+@-]*(?:::?[\w/.+@*-]+)*$/;
const otherwise = /^(?:true|false|yes|no|on|off|y|n|null)$/i;

function yamlString(text: string): string {
  if (plain.test(text) && !otherwise.test(text)) return text;
  return /[\n\r\t\\]|[^\x20-\x7e]/.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}
