import type { Value } from '../../../model/value.ts';
import type { LocalRead } from '../../input.ts';
import { baseName, folderOf, localPath } from '../../local-path.ts';
import type { Names } from '../expression/scope.ts';
import { isCollection } from '../expression/special.ts';
import { plainString } from '../expression/text.ts';
import { parseTemplate } from '../hcl/parse-expression.ts';
import { base64 } from './encoding-functions.ts';
import { type Call, define, type Functions, literal, ofStrings, open, refused, setValue } from './function.ts';

/** Templates that may read each other. */
const MOST_TEMPLATES_DEEP = 10;

/** Source: https://developer.hashicorp.com/terraform/language/functions, "Filesystem Functions". Nothing outside the input's root is read. */
export const fileFunctions: Functions = {
  abspath: ofStrings(1, 1, ([path = '']) => path),
  basename: ofStrings(1, 1, ([path = '']) => (path === '' ? '.' : baseName(path.replace(/(?<=.)\/+$/, '')) || '/')),
  dirname: ofStrings(1, 1, ([path = '']) => folderOf(path) || (path.startsWith('/') ? '/' : '.')),
  pathexpand: ofStrings(1, 1, ([path = ''], call, args) => (path.startsWith('~') ? open(args, call) : path)),
  file: ofStrings(1, 1, ([path = ''], call) => contentOf(path, call)),
  filebase64: ofStrings(1, 1, ([path = ''], call) => {
    const content = contentOf(path, call);
    return typeof content === 'string' ? base64(new TextEncoder().encode(content)) : content;
  }),
  fileexists: ofStrings(1, 1, ([path = ''], call, args) => {
    const read = readAt(path, call);
    if (read.kind === 'escapes') return open(args, call);
    return read.kind !== 'missing';
  }),
  fileset: ofStrings(2, 2, ([folder = '', pattern = ''], call, args) => fileSet(folder, pattern, args, call)),
  filebase64sha256: define(1, 1, open),
  filebase64sha512: define(1, 1, open),
  filemd5: define(1, 1, open),
  filesha1: define(1, 1, open),
  filesha256: define(1, 1, open),
  filesha512: define(1, 1, open),
  templatefile: define(2, 2, (args, call) => {
    const path = args[0] === undefined ? undefined : plainString(args[0], call.run, call.origin);
    if (path === undefined) return open(args, call);
    const read = readAt(path, call);
    if (read.kind !== 'file') return unread(path, read, call);
    return rendered(read.input.file, read.input.text, args[1], call);
  }),
  templatestring: define(2, 2, (args, call) => {
    const text = args[0] === undefined ? undefined : plainString(args[0], call.run, call.origin);
    return text === undefined ? open(args, call) : rendered('templatestring', text, args[1], call);
  }),
};

/** Paths are relative to the root module's folder; `path.module` and the like lead there too. */
function readAt(path: string, call: Call): LocalRead {
  const target = localPath(call.run.source.folder, path);
  return target === undefined ? { kind: 'escapes' } : call.run.files.read(target);
}

function contentOf(path: string, call: Call): string | Value {
  const read = readAt(path, call);
  return read.kind === 'file' ? read.input.text : unread(path, read, call);
}

function unread(path: string, read: Exclude<LocalRead, { kind: 'file' }>, call: Call): Value {
  if (read.kind === 'missing') return refused(`there is no file ${path}`, call, 'missing-file');
  if (read.kind === 'escapes')
    return refused(`${path} is outside the folder of the input; it is not read, move it below`, call, 'path-escape');
  return refused(`${path} is left out: ${read.message}`, call, read.code);
}

/** A template sees its own variables only. */
function rendered(file: string, text: string, variables: Value | undefined, call: Call): Value {
  if (variables === undefined || !isCollection(variables) || variables.kind !== 'map')
    return variables?.kind === 'unknown'
      ? open([variables], call)
      : refused('needs a map of variables', call, 'wrong-type');
  let depth = 0;
  for (let names = call.names; names !== undefined; names = names.outer) if (names.name === ' template') depth += 1;
  if (depth >= MOST_TEMPLATES_DEEP) return refused('templates read each other too deeply', call, 'too-deep');
  const { expression, diagnostics } = parseTemplate(file, text, call.run.context.origins);
  for (const diagnostic of diagnostics) call.run.diagnostics.push(diagnostic);
  const marker: Names = { name: ' template', value: variables, outer: call.names };
  let names: Names = marker;
  for (const [name, value] of variables.entries) names = { name, value, outer: names };
  const module = {
    ...call.module,
    lookup: (name: string, _: unknown, __: unknown, origin: Call['origin']) => ({
      value: refused(`the template has no variable ${name}`, { ...call, origin }, 'unknown-reference'),
      used: 0,
    }),
  };
  const value = call.run.evaluate(expression, { module, mode: call.mode, names, run: call.run });
  return value.kind === 'literal' && typeof value.value !== 'string' && value.value !== null
    ? literal(String(value.value), [value], call)
    : value;
}

/** Files below a folder that a pattern with `*`, `**`, `?`, `[…]` and `{a,b}` matches. */
function fileSet(folder: string, pattern: string, args: readonly Value[], call: Call): Value {
  const { folder: root } = call.run.source;
  const start = /^\.?\/*$/.test(folder) ? root : localPath(root, folder);
  const matches = globOf(pattern);
  if (start === undefined || matches === undefined) return open(args, call);
  const found: Value[] = [];
  const walk = (path: string, depth: number) => {
    for (const name of call.run.files.list(
      path === '' ? start : [start, path].filter((step) => step !== '').join('/'),
    )) {
      const inner = path === '' ? name : `${path}/${name}`;
      if (!name.endsWith('/')) {
        if (matches.test(inner) && found.length < 10_000) found.push(literal(inner, args, call));
      } else if (depth < 20) walk(inner.slice(0, -1), depth + 1);
    }
  };
  walk('', 0);
  return setValue(found, args, call);
}

function globOf(pattern: string): RegExp | undefined {
  if (pattern.length > 200 || (pattern.match(/\*/g) ?? []).length > 6) return undefined;
  const source = pattern.replace(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}|\[[^\]/]+\]|[.+^$()|\\]/g, (token) => {
    if (token === '**/') return '(?:[^/]+/)*';
    if (token === '**') return '.*';
    if (token === '*') return '[^/]*';
    if (token === '?') return '[^/]';
    if (token.startsWith('{'))
      return `(?:${token
        .slice(1, -1)
        .split(',')
        .map((one) => one.replace(/[.+^$()|\\*?[\]]/g, '\\$&'))
        .join('|')})`;
    return token.startsWith('[') ? token.replace('[!', '[^') : `\\${token}`;
  });
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return undefined;
  }
}
