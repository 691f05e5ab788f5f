import type {
  InputFile,
  InputRole,
  InputRoot,
  LocalRead,
  ReadResult,
  SkippedInput,
  SourceInput,
  TemplateInput,
} from './input.ts';
import { isRuleFile } from './knowledge/named-rule-files.ts';
import { baseName, folderOf, isWithin } from './local-path.ts';
import {
  hasTemplateExtension,
  isTerraformFile,
  isVariableFile,
  lookAt,
  looksLikeManifest,
  notInput,
} from './looks-like-template.ts';

export interface TextOptions {
  /** Contents of parameter files by their path. */
  readonly parameterFiles?: Readonly<Record<string, string>>;
  readonly parameterValues?: Readonly<Record<string, string>>;
  /** Contents of rule files by their path, as if given on the command line. */
  readonly ruleFiles?: Readonly<Record<string, string>>;
  /** Further texts by path that serve resolution and paths only. */
  readonly context?: Readonly<Record<string, string>>;
}

/**
 * The same as reading a folder with these files, without any disk: for callers that have texts (rule examples, a
 * browser). Paths use `/`; a `bartizan.yaml` at the top and cloud assemblies count as they do on disk.
 */
export function inputsFromTexts(texts: Readonly<Record<string, string>>, options: TextOptions = {}): ReadResult {
  const subject = createTextRoot(texts, []);
  const context = createTextRoot(options.context ?? {}, ['context']);
  const found = [...sourcesIn(subject, 'subject'), ...sourcesIn(context, 'context')];
  const sources = found.filter((each) => 'kind' in each);
  const declaration = subject.files.get('bartizan.yaml');
  const parameters = createTextRoot(options.parameterFiles ?? {}, ['parameters']);
  return {
    roots: [{ root: subject.root, role: 'subject', covers: [''], ...(declaration !== undefined && { declaration }) }],
    sources,
    parameterFiles: [...parameters.files.values()],
    ruleFiles: [...createTextRoot(options.ruleFiles ?? {}, ['rules']).files.values()],
    parameterValues: new Map(Object.entries(options.parameterValues ?? {})),
    skipped: found.filter((each): each is SkippedInput => 'why' in each),
    diagnostics: [],
    nothingRead: !sources.some((source) => source.role === 'subject'),
  };
}

interface TextRoot {
  readonly root: InputRoot;
  /** Sorted by path. */
  readonly files: ReadonlyMap<string, InputFile>;
}

function createTextRoot(texts: Readonly<Record<string, string>>, folders: readonly string[]): TextRoot {
  const files = new Map<string, InputFile>();
  const root: InputRoot = {
    folders,
    read(path): LocalRead {
      const input = files.get(path);
      return input === undefined ? { kind: 'missing' } : { kind: 'file', input };
    },
    list: (folder) => namesIn(files, folder),
  };
  for (const path of Object.keys(texts).sort()) {
    files.set(path, { root, path, file: [...folders, path].join('/'), text: texts[path] ?? '' });
  }
  return { root, files };
}

function namesIn(files: ReadonlyMap<string, InputFile>, folder: string): readonly string[] {
  const names = new Set<string>();
  for (const path of files.keys()) {
    if (!isWithin(path, folder) || path === folder) continue;
    const [name = '', ...more] = path.slice(folder === '' ? 0 : folder.length + 1).split('/');
    names.add(more.length > 0 ? `${name}/` : name);
  }
  return [...names].sort();
}

/** One source for every folder that has configuration files of Terraform. */
function terraformFolders(files: ReadonlyMap<string, InputFile>, role: InputRole): readonly SourceInput[] {
  const folders = new Map<string, InputFile[]>();
  for (const file of files.values()) {
    if (!isTerraformFile(file.path) && !isVariableFile(file.path)) continue;
    folders.set(folderOf(file.path), [...(folders.get(folderOf(file.path)) ?? []), file]);
  }
  return [...folders].flatMap(([folder, inside]): readonly SourceInput[] => {
    const input = inside.find(({ path }) => isTerraformFile(path));
    return input === undefined
      ? []
      : [{ kind: 'terraform-folder', input, folder, files: inside, role, given: folder === '' }];
  });
}

/** What one file by itself is: nothing, a source, or left alone. */
function sourceOf(input: InputFile, role: InputRole): readonly (SourceInput | SkippedInput)[] {
  if (!hasTemplateExtension(input.path) || baseName(input.path) === 'bartizan.yaml') return [];
  if (isRuleFile(input.path)) return [];
  if (isTerraformFile(input.path) || isVariableFile(input.path)) return [];
  const look = lookAt(input.text);
  if (look === 'template') return [{ kind: look, input, role, given: false }];
  if (look === 'terraform-plan' || look === 'terraform-state') return [{ kind: look, input, role, given: false }];
  if (look === 'account' || look === 'organization') return [{ kind: look, input, role }];
  return [{ path: input.file, why: notInput }];
}

function sourcesIn({ files }: TextRoot, role: TemplateInput['role']): readonly (SourceInput | SkippedInput)[] {
  const manifests = [...files.values()].filter(
    ({ path, text }) => baseName(path) === 'manifest.json' && looksLikeManifest(text),
  );
  const assemblies = manifests.map(({ path }) => folderOf(path));
  const others = [...files.values()].flatMap((input): readonly (SourceInput | SkippedInput)[] => {
    const folder = assemblies.find((each) => isWithin(input.path, each));
    if (folder !== undefined) {
      const outermost = !assemblies.some((other) => other !== folder && isWithin(folder, other));
      const isManifest = manifests.includes(input) && folderOf(input.path) === folder;
      return isManifest && outermost ? [{ kind: 'assembly', input, role }] : [];
    }
    return sourceOf(input, role);
  });
  return [...terraformFolders(files, role), ...others];
}
