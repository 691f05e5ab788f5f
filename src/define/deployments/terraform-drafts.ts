import type { OriginTable } from '../../model/origin.ts';
import type { InputFile, ReadResult, SkippedInput, TerraformFileInput, TerraformFolderInput } from '../input.ts';
import { isWithin, localPath, withoutExtension } from '../local-path.ts';
import type { Draft, TerraformContent } from './planned-deployment.ts';

export interface TerraformDrafts {
  readonly drafts: readonly Draft[];
  /** Plans of declared root modules, by the first file of the module. */
  readonly plans: ReadonlyMap<InputFile, InputFile>;
  readonly skipped: readonly SkippedInput[];
}

/**
 * One deployment for each root module that nobody declares, named after its folder, and one for each plan and state. A
 * folder that another one calls as a module is no root. A plan that lies in a root module is told together with it; a
 * state beside its source counts only when it is named itself.
 */
export function terraformDrafts(
  sources: ReadResult['sources'],
  isDeclared: (file: InputFile) => boolean,
  origins: OriginTable,
): TerraformDrafts {
  const skipped: SkippedInput[] = [];
  const folders = sources.filter((source) => source.kind === 'terraform-folder');
  const files = sources.filter(
    (source): source is TerraformFileInput =>
      (source.kind === 'terraform-plan' || source.kind === 'terraform-state') && !isDeclared(source.input),
  );
  const { roots, modules } = rootModules(folders);
  for (const { folder, caller } of modules)
    skipped.push({ path: folder.folder, why: `it is a module that ${caller.folder || 'the root module'} calls` });
  const contents = new Map<TerraformFolderInput, TerraformContent>(
    roots.map((folder) => [folder, { folder, variableFiles: [] }]),
  );
  const drafts: Draft[] = [];
  for (const file of files) {
    const home = homeOf(file, roots);
    const content = home === undefined ? undefined : contents.get(home);
    if (home === undefined || content === undefined) drafts.push(draftOf(file, contentOf(file), origins));
    else if (file.kind === 'terraform-plan' && content.plan === undefined)
      contents.set(home, { ...content, plan: file.input });
    else if (file.given || file.kind === 'terraform-plan') drafts.push(draftOf(file, contentOf(file), origins));
    else
      skipped.push({
        path: file.input.file,
        why: 'the source beside it tells more; a state counts when it is named itself',
        isTold: true,
      });
  }
  const ofFolders = [...contents]
    .filter(([folder]) => !isDeclared(folder.input))
    .map(([folder, content]) => draftOf(folder, content, origins));
  const plans = [...contents].flatMap(([{ input }, { plan }]) =>
    plan !== undefined && isDeclared(input) ? [[input, plan] as const] : [],
  );
  return { drafts: [...ofFolders, ...drafts], plans: new Map(plans), skipped };
}

/** What one plan or state alone tells. */
export function contentOf({ kind, input }: Pick<TerraformFileInput, 'kind' | 'input'>): TerraformContent {
  return kind === 'terraform-plan' ? { plan: input, variableFiles: [] } : { state: input, variableFiles: [] };
}

function draftOf(
  source: TerraformFolderInput | TerraformFileInput,
  terraform: TerraformContent,
  origins: OriginTable,
): Draft {
  const { input, role } = source;
  return {
    name: source.kind === 'terraform-folder' ? folderName(source) : withoutExtension(input.path),
    folders: input.root.folders,
    role,
    input,
    content: { kind: 'terraform', terraform },
    parameters: new Map(),
    oneRegion: false,
    origin: origins.source(input.file, 1, 1, 1),
  };
}

/** The path of the folder. What the top one is called on disk does not count: two checkouts of it are the same system. */
function folderName({ folder }: TerraformFolderInput): string {
  return folder === '' ? 'terraform' : folder;
}

/** The innermost root module whose folder holds the file. */
function homeOf(
  { input }: TerraformFileInput,
  roots: readonly TerraformFolderInput[],
): TerraformFolderInput | undefined {
  return roots
    .filter((root) => root.input.root === input.root && isWithin(input.path, root.folder))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
}

interface Modules {
  readonly roots: readonly TerraformFolderInput[];
  readonly modules: readonly { readonly folder: TerraformFolderInput; readonly caller: TerraformFolderInput }[];
}

/** Which folders others call by a local path. Of folders that call each other in a circle, the first is a root. */
function rootModules(folders: readonly TerraformFolderInput[]): Modules {
  const callers = new Map<TerraformFolderInput, TerraformFolderInput>();
  const calls = new Map<TerraformFolderInput, readonly TerraformFolderInput[]>();
  for (const folder of folders) {
    const called = calledFolders(folder);
    const known = folders.filter(
      (each) => each !== folder && each.input.root === folder.input.root && called.has(each.folder),
    );
    calls.set(folder, known);
    for (const each of known) if (!callers.has(each)) callers.set(each, folder);
  }
  const roots = folders.filter((folder) => folder.given || !callers.has(folder));
  const reached = new Set<TerraformFolderInput>();
  const reach = (from: TerraformFolderInput) => {
    const open = [from];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(...(calls.get(next) ?? []));
    }
  };
  roots.forEach(reach);
  for (const folder of folders) {
    if (reached.has(folder)) continue;
    roots.push(folder);
    reach(folder);
  }
  const modules = folders.flatMap((folder) => {
    const caller = callers.get(folder);
    return caller === undefined || roots.includes(folder) ? [] : [{ folder, caller }];
  });
  return { roots, modules };
}

/** Sources of modules that begin with a dot are folders. https://developer.hashicorp.com/terraform/language/modules/sources#local-paths */
const localSource = /\bsource"?\s*[=:]\s*"(\.{1,2}(?:\/[^"$%\n]*)?)"/g;

function calledFolders({ folder, files }: TerraformFolderInput): ReadonlySet<string> {
  const called = new Set<string>();
  for (const { text } of files) {
    for (const [, path = ''] of text.matchAll(localSource)) called.add(localPath(folder, path) ?? '');
  }
  return called;
}

/** Names of the variables that the folder declares, found without reading the configuration. */
export function declaredVariables({ folder }: TerraformContent): readonly string[] {
  return (folder?.files ?? []).flatMap(({ text }) =>
    [...text.matchAll(/\bvariable"?\s*:?\s*\{?\s*"([\w-]+)"/g)].map(([, name = '']) => name),
  );
}
