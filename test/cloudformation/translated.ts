import { parseDocument } from '../../src/define/cloudformation/parse.ts';
import { translateTemplate } from '../../src/define/cloudformation/translate.ts';
import type { TranslatedTemplate } from '../../src/define/cloudformation/unit.ts';
import { describeGuard } from '../../src/model/guard.ts';
import { type DeploymentId, id } from '../../src/model/id.ts';
import { createOrigins, type OriginTable } from '../../src/model/origin.ts';
import type { Resource } from '../../src/model/resource.ts';
import { type HoleKind, type Text, textKey } from '../../src/model/text.ts';
import { at, type Value } from '../../src/model/value.ts';

export interface Given {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, Value>>;
  readonly account?: string;
  readonly region?: string;
  readonly stackName?: string;
  readonly file?: string;
}

export interface Translated extends TranslatedTemplate {
  readonly origins: OriginTable;
}

/** Translates a template's text as deployment `app`, with other files in memory. */
export function translated(text: string, given: Given = {}): Translated {
  const origins = createOrigins();
  const open = (kind: HoleKind, symbol: string): Text => [{ kind, symbol, settledBy: symbol }];
  const result = translateTemplate(
    {
      deployment: id<DeploymentId>('app'),
      document: parseDocument(given.file ?? 'app.yaml', text, origins),
      parameters: new Map(Object.entries(given.parameters ?? {})),
      account: given.account === undefined ? open('account', 'account:app') : [given.account],
      region: given.region === undefined ? open('region', 'region:app') : [given.region],
      partition: ['aws'],
      ...(given.stackName !== undefined && { stackName: given.stackName }),
    },
    {
      origins,
      readLocal: (path) => {
        const found = given.files?.[path.replace(/^\.\//, '')];
        return found === undefined ? undefined : { file: path.replace(/^\.\//, ''), text: found };
      },
      exported: (name) => given.exports?.[textKey(name)],
    },
  );
  return { ...result, origins };
}

/** The resource of that address; fails when there is none. */
export function resourceAt(result: TranslatedTemplate, address: string): Resource {
  const found = result.resources.find((resource) => resource.address === address);
  if (found === undefined)
    throw new Error(`no resource ${address}; there are ${result.resources.map((one) => one.address)}`);
  return found;
}

export function propertyOf(result: TranslatedTemplate, address: string, ...path: readonly (string | number)[]): Value {
  const found = at(resourceAt(result, address).properties, ...path);
  if (found === undefined) throw new Error(`${address} has no ${path.join('.')}`);
  return found;
}

/** Short form of a value: literals as JSON, holes as `${symbol}`, choices as `(guard ? value | guard ? value)`. */
export function shown(value: Value): string {
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' ? value.value : JSON.stringify(value.value);
    case 'text':
      return textKey(value.text);
    case 'list':
      return `[${[...value.items.map(shown), ...(value.open === undefined ? [] : [`...\${${value.open.symbol}}`])].join(', ')}]`;
    case 'map':
      return `{${[...value.entries].map(([key, entry]) => `${key}: ${shown(entry)}`).join(', ')}${value.open === undefined ? '' : ', ...'}}`;
    case 'choice':
      return `(${value.options.map((option) => `${describeGuard(option.guard)} ? ${shown(option.value)}`).join(' | ')})`;
    case 'unknown':
      return `unknown \${${value.hole.symbol}}`;
    case 'absent':
      return 'absent';
  }
}

/** `code line:column` of every diagnostic. */
export function diagnosed(result: TranslatedTemplate): readonly string[] {
  return result.diagnostics.map(({ code, source }) => `${code} ${source.line}:${source.column}`);
}
