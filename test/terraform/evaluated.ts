import type { InputFile, InputRoot, LocalRead } from '../../src/define/input.ts';
import { folderOf, localPath } from '../../src/define/local-path.ts';
import { evaluateSource } from '../../src/define/terraform/evaluate-source.ts';
import type { EvaluatedSource, LocalFiles, TerraformSource } from '../../src/define/terraform/source.ts';
import { describeGuard } from '../../src/model/guard.ts';
import { type DeploymentId, id } from '../../src/model/id.ts';
import { createOrigins, type OriginTable } from '../../src/model/origin.ts';
import { textKey } from '../../src/model/text.ts';
import { at, type Value } from '../../src/model/value.ts';

export type Texts = Readonly<Record<string, string>>;

export interface EvaluatedTexts extends EvaluatedSource {
  readonly origins: OriginTable;
  /** Attributes of an instance in plain form. */
  shown(address: string, ...path: readonly (string | number)[]): unknown;
}

export interface EvaluateOptions {
  readonly folder?: string;
  readonly variables?: Texts;
  /** Paths of variable files among the texts. */
  readonly variableFiles?: readonly string[];
}

/** Files of a text folder, as the reader of a real one gives them. */
export function textFiles(texts: Texts): LocalFiles & { readonly input: (path: string) => InputFile } {
  const root: InputRoot = { folders: [], read: (path) => files.read(path), list: (folder) => files.list(folder) };
  const input = (path: string): InputFile => ({ root, path, file: path, text: texts[path] ?? '' });
  const files = {
    input,
    read: (path: string): LocalRead =>
      texts[path] === undefined ? { kind: 'missing' } : { kind: 'file', input: input(path) },
    list(folder: string) {
      const prefix = folder === '' ? '' : `${folder}/`;
      const below = Object.keys(texts).filter((path) => path.startsWith(prefix));
      const names = below.map((path) => path.slice(prefix.length).replace(/\/.*$/, '/'));
      return [...new Set(names)].sort();
    },
  };
  return files;
}

/** Evaluates the root module in a folder of texts as the deployment `app`. */
export function evaluateTexts(texts: Texts | string, options: EvaluateOptions = {}): EvaluatedTexts {
  const all = typeof texts === 'string' ? { 'main.tf': texts } : texts;
  const files = textFiles(all);
  const origins = createOrigins();
  const folder = options.folder ?? '';
  const hole = (kind: 'account' | 'region' | 'partition') =>
    [{ kind, symbol: `${kind}:app`, settledBy: kind }] as const;
  const source: TerraformSource = {
    deployment: id<DeploymentId>('app'),
    folder,
    files: Object.keys(all)
      .filter((path) => folderOf(path) === folder && localPath('', path) !== undefined)
      .map(files.input),
    variableFiles: (options.variableFiles ?? []).map(files.input),
    variableValues: new Map(Object.entries(options.variables ?? {})),
    account: hole('account'),
    region: hole('region'),
    partition: hole('partition'),
  };
  const result = evaluateSource(source, { origins, files });
  return {
    ...result,
    origins,
    shown(address, ...path) {
      const instance = result.instances.find((one) => one.address === address);
      if (instance === undefined) return `no ${address}`;
      const value = at(instance.attributes, ...path);
      return value === undefined ? undefined : plain(value);
    },
  };
}

/** A value without places: holes as `${symbol}`, choices by their guards. */
export function plain(value: Value): unknown {
  switch (value.kind) {
    case 'literal':
      return value.value;
    case 'text':
      return textKey(value.text);
    case 'unknown':
      return `\${${value.hole.symbol}}`;
    case 'list': {
      const items = value.items.map(plain);
      return value.open === undefined ? items : [...items, `...${value.open.symbol}`];
    }
    case 'map': {
      const entries = [...value.entries].map(([key, entry]) => [key, plain(entry)] as const);
      return Object.fromEntries(value.open === undefined ? entries : [...entries, ['...', value.open.symbol]]);
    }
    case 'choice':
      return Object.fromEntries(value.options.map((option) => [describeGuard(option.guard), plain(option.value)]));
    case 'absent':
      return '(absent)';
  }
}
