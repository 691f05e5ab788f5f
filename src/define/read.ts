import { statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { InputFile, InputRole, LocalRead, ReadResult, RootInput, SkippedInput } from './input.ts';
import { namedRuleFiles, withoutRepeats } from './knowledge/named-rule-files.ts';
import { isWithin } from './local-path.ts';
import { isTerraformFile, lookAt, looksLikeManifest, notInput } from './looks-like-template.ts';
import { discover } from './read/discover.ts';
import { createNamer, type Namer, type Place } from './read/file-namer.ts';
import { DECLARATION, type FolderRoot, openRoot, realPath, rootFolderOf } from './read/folder-root.ts';
import { readTextFile } from './read/text-file.ts';
import { terraformFilesIn, terraformFolder } from './terraform/folder-input.ts';

export interface ReadOptions {
  /** `Key=Value`, or the path of a parameter file; each file makes a deployment of its own. */
  readonly parameters?: readonly string[];
  /** Further inputs that serve resolution and paths only. */
  readonly context?: readonly string[];
  /** Rule files, and folders of them, besides those that `bartizan.yaml` names. */
  readonly rules?: readonly string[];
}

/** What the run collects while it resolves paths. */
interface Reading {
  readonly roots: Map<string, FolderRoot>;
  readonly namer: Namer;
  readonly finds: Map<string, Find>;
  readonly covers: Map<string, { root: FolderRoot; role: InputRole; covers: Set<string> }>;
  readonly skipped: SkippedInput[];
  readonly diagnostics: Diagnostic[];
}

/** A file that is to be read, and as what. */
interface Find extends Place {
  readonly kind: 'template' | 'assembly' | 'terraform';
  readonly role: InputRole;
  readonly given: boolean;
}

/**
 * Reads templates, cloud assemblies and folders of them; nothing is translated yet. A path that is not there or cannot
 * be read is a diagnostic. The result does not depend on the working directory, on how paths are written, or on their
 * order.
 */
export async function readInputs(paths: readonly string[], options: ReadOptions = {}): Promise<ReadResult> {
  const namer = createNamer();
  const reading: Reading = {
    roots: new Map(),
    namer,
    finds: new Map(),
    covers: new Map(),
    skipped: [],
    diagnostics: [],
  };
  for (const path of paths) resolveInput(reading, path, 'subject');
  for (const path of options.context ?? []) resolveInput(reading, path, 'context');
  const finds = [...reading.finds.values()];
  for (const role of ['subject', 'context'] as const) namer.announce(places(reading, finds, role));
  const roots = rootInputs(reading);
  const sources = finds.flatMap((find) => readFind(reading, find));
  const rank = (role: InputRole) => (role === 'subject' ? 0 : 1);
  sources.sort((a, b) => rank(a.role) - rank(b.role) || compareText(a.input.file, b.input.file));
  const parameters = readParameters(reading, options.parameters ?? []);
  return {
    roots,
    sources,
    ...parameters,
    ruleFiles: readRuleFiles(reading, options.rules ?? []),
    skipped: reading.skipped.sort((a, b) => compareText(a.path, b.path)),
    diagnostics: reading.diagnostics,
    nothingRead: !sources.some((source) => source.role === 'subject'),
  };
}

function resolveInput(reading: Reading, path: string, role: InputRole): void {
  const real = realPath(path);
  if (real === undefined) {
    reading.diagnostics.push(
      problem(path, 'input-missing', 'there is nothing to read at this path; check its spelling'),
    );
    return;
  }
  if (statSync(real).isDirectory()) resolveFolder(reading, real, role);
  else if (basename(real) === DECLARATION) resolveFolder(reading, dirname(real), role);
  else if (isTerraformFile(real)) resolveTerraformFolder(reading, dirname(real), role);
  else resolveFile(reading, real, role);
}

function resolveFolder(reading: Reading, folder: string, role: InputRole): void {
  const root = rootAt(reading, rootFolderOf(folder));
  const start = pathBelow(root.folder, folder);
  cover(reading, root, role, start);
  const { candidates, manifests, roots, terraform, skipped } = discover(root.folder, start);
  for (const path of roots) resolveFolder(reading, resolve(root.folder, path), role);
  for (const path of terraform) find(reading, { root, path, kind: 'terraform', role, given: path === start });
  for (const path of manifests) find(reading, { root, path, kind: 'assembly', role, given: false });
  for (const path of candidates) find(reading, { root, path, kind: 'template', role, given: false });
  reading.skipped.push(...skipped);
}

/** A configuration file means its folder: Terraform knows no smaller unit. */
function resolveTerraformFolder(reading: Reading, folder: string, role: InputRole): void {
  const root = rootAt(reading, rootFolderOf(folder));
  const path = pathBelow(root.folder, folder);
  cover(reading, root, role, path);
  find(reading, { root, path, kind: 'terraform', role, given: true });
}

function resolveFile(reading: Reading, file: string, role: InputRole): void {
  const read = basename(file) === 'manifest.json' ? readTextFile(file) : undefined;
  const kind = read?.kind === 'text' && looksLikeManifest(read.text) ? 'assembly' : 'template';
  const root = rootAt(reading, rootFolderOf(dirname(file)));
  const path = pathBelow(root.folder, file);
  cover(reading, root, role, kind === 'assembly' ? pathBelow(root.folder, dirname(file)) : path);
  find(reading, { root, path, kind, role, given: true });
}

function rootAt(reading: Reading, folder: string): FolderRoot {
  const known = reading.roots.get(folder);
  if (known !== undefined) return known;
  const root = openRoot(folder, reading.namer.nameOf);
  reading.roots.set(folder, root);
  return root;
}

function cover(reading: Reading, root: FolderRoot, role: InputRole, path: string): void {
  const known = reading.covers.get(root.folder);
  if (known === undefined) reading.covers.set(root.folder, { root, role, covers: new Set([path]) });
  else if (known.role === role) known.covers.add(path);
}

/** Keeps each file once: as subject rather than context, below the outermost of the roots that hold it. */
function find(reading: Reading, next: Find): void {
  const real = realPath(resolve(next.root.folder, next.path)) ?? resolve(next.root.folder, next.path);
  const known = reading.finds.get(real);
  if (known === undefined) {
    reading.finds.set(real, next);
    return;
  }
  if (known.root === next.root && known.path !== next.path) {
    const [kept, other] = known.path < next.path ? [known, next] : [next, known];
    reading.skipped.push({ path: other.path, why: `it is the same file as ${kept.path}` });
    reading.finds.set(real, kept);
    return;
  }
  const outer = known.root.folder.length <= next.root.folder.length ? known : next;
  const role = known.role === 'subject' ? known.role : next.role;
  reading.finds.set(real, { ...outer, role, given: known.given || next.given });
}

function places(reading: Reading, finds: readonly Find[], role: InputRole): readonly Place[] {
  const found = finds.filter((each) => each.role === role).flatMap(filesOf);
  const declarations = [...reading.covers.values()]
    .filter((each) => each.role === role && realPath(resolve(each.root.folder, DECLARATION)) !== undefined)
    .map(({ root }) => ({ root, path: DECLARATION }));
  return [...found, ...declarations].sort(
    (a, b) => compareText(a.path, b.path) || compareText(a.root.folder, b.root.folder),
  );
}

/** The files that are read for a find: of a folder of Terraform, those of Terraform. */
function filesOf({ kind, root, path }: Find): readonly Place[] {
  return kind === 'terraform' ? terraformFilesIn(root, path).map((file) => ({ root, path: file })) : [{ root, path }];
}

function rootInputs(reading: Reading): readonly RootInput[] {
  const result = [...reading.covers.values()].map(({ root, role, covers }): RootInput => {
    const declaration = readDeclaration(reading, root);
    return { root, role, covers: [...covers].sort(), ...(declaration !== undefined && { declaration }) };
  });
  return result.sort((a, b) => compareText(a.root.folders.join('/'), b.root.folders.join('/')));
}

function readDeclaration(reading: Reading, root: FolderRoot): InputFile | undefined {
  const read = root.read(DECLARATION);
  if (read.kind === 'file') return read.input;
  if (read.kind !== 'missing') report(reading, { root, path: DECLARATION }, read);
  return undefined;
}

function readFind(reading: Reading, each: Find): ReadResult['sources'] {
  const { root, path, role, kind, given } = each;
  if (kind === 'terraform') {
    const tell = (file: string, read: LocalRead) =>
      read.kind === 'missing' || report(reading, { root, path: file }, read);
    const found = terraformFolder(root, path, each, tell);
    return found === undefined ? [] : [found];
  }
  const read = root.read(path);
  if (read.kind !== 'file') {
    if (read.kind !== 'missing') report(reading, each, read);
    return [];
  }
  if (kind === 'assembly') return [{ kind, role, input: read.input }];
  const look = lookAt(read.input.text);
  if (look === 'template') return [{ kind, role, given, input: read.input }];
  if (look === 'account' || look === 'organization') return [{ kind: look, role, input: read.input }];
  if (look === 'terraform-plan' || look === 'terraform-state') return [{ kind: look, role, given, input: read.input }];
  if (!given) {
    const why = look === 'system' ? 'a saved system document counts when it is named itself' : notInput;
    reading.skipped.push({ path: read.input.file, why });
    return [];
  }
  if (look === 'system') return [{ kind: 'system', role, input: read.input }];
  return [{ kind, role, given, input: read.input }];
}

function report(
  reading: Reading,
  place: Place,
  read: { readonly kind: string; readonly code?: string; readonly message?: string },
): void {
  const file = reading.namer.nameOf(place.root, place.path);
  if (read.kind === 'escapes') {
    const message = `${place.path} is a symbolic link that leaves the folder of the input; it is not followed`;
    reading.diagnostics.push({ ...problem(file, 'path-escape', message), level: 'warning' });
  } else
    reading.diagnostics.push(
      problem(file, read.code ?? 'input-unreadable', `the file is left out: ${read.message ?? ''}`),
    );
}

const pair = /^([A-Za-z0-9_]+)=(.*)$/s;
const awsPair = /^ParameterKey=([^,]+),ParameterValue=(.*)$/s;

function readParameters(
  reading: Reading,
  given: readonly string[],
): Pick<ReadResult, 'parameterFiles' | 'parameterValues'> {
  const values = new Map<string, string>();
  const files = new Map<string, InputFile>();
  for (const each of given) {
    const match = awsPair.exec(each) ?? pair.exec(each);
    if (match !== null) {
      values.set(match[1] ?? '', match[2] ?? '');
      continue;
    }
    const real = realPath(each);
    if (real === undefined) {
      const message = 'the parameter file is not there; give the path of a JSON file, or Key=Value';
      reading.diagnostics.push(problem(each, 'input-missing', message));
      continue;
    }
    const { root, path } = placeOf(reading, real);
    const read = root.read(path);
    if (read.kind === 'file') files.set(real, read.input);
    else report(reading, { root, path }, read);
  }
  return { parameterFiles: [...files.values()].sort((a, b) => compareText(a.file, b.file)), parameterValues: values };
}

/** The outermost root that holds what is not an input itself; the folder, or that of the file, when none does. */
function placeOf(reading: Reading, real: string): Place {
  const holders = [...reading.roots.values()].filter((root) => isWithin(real, root.folder));
  const own = statSync(real).isDirectory() ? real : dirname(real);
  const root = holders.sort((a, b) => a.folder.length - b.folder.length)[0] ?? rootAt(reading, own);
  return { root, path: pathBelow(root.folder, real) };
}

function readRuleFiles(reading: Reading, given: readonly string[]): readonly InputFile[] {
  const files = given.flatMap((each): readonly InputFile[] => {
    const real = realPath(each);
    if (real === undefined) {
      const message = 'there is no rule file at this path; check its spelling';
      reading.diagnostics.push(problem(each, 'input-missing', message));
      return [];
    }
    const { root, path } = placeOf(reading, real);
    return namedRuleFiles(root, { path: path === '' ? '.' : path }).flatMap(({ path: found, read }) => {
      if (read.kind === 'file') return [read.input];
      report(reading, { root, path: found }, read);
      return [];
    });
  });
  return withoutRepeats(files);
}

function problem(file: string, code: string, message: string): Diagnostic {
  return { level: 'error', code, message, source: { file, line: 1, column: 1, endLine: 1 } };
}

function pathBelow(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

/** By code units: the same order on every machine. */
function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
