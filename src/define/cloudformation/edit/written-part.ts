import type { PlainPart } from '../../../model/source-edit.ts';
import { isList } from '../../edit/flow-text.ts';

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
