import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SkippedInput } from '../input.ts';
import { isRuleFile } from '../knowledge/named-rule-files.ts';
import { hasTemplateExtension, isTerraformFile, isVariableFile, looksLikeManifest } from '../looks-like-template.ts';
import { DECLARATION } from './folder-root.ts';
import { errorCode, readTextFile } from './text-file.ts';

/** What a folder holds, as paths relative to `top`, unread but for manifests. */
export interface Discovered {
  /** Files that may be templates by their extension. */
  readonly candidates: readonly string[];
  /** `manifest.json` of each cloud assembly. */
  readonly manifests: readonly string[];
  /** Folders that are roots of their own, by their `bartizan.yaml`; they were not entered. */
  readonly roots: readonly string[];
  /** Folders that hold configuration files of Terraform. */
  readonly terraform: readonly string[];
  readonly skipped: readonly SkippedInput[];
}

/** Walks the folder `start` (a path below `top`, `''` for itself) without following symbolic links to folders. */
export function discover(top: string, start: string): Discovered {
  const candidates: string[] = [];
  const manifests: string[] = [];
  const roots: string[] = [];
  const terraform: string[] = [];
  const skipped: SkippedInput[] = [];
  const open = [start];
  const visit = (path: string, entry: Dirent) => {
    const why = reasonToSkip(entry);
    if (why !== undefined) skipped.push({ path, why });
    else if (entry.isDirectory()) open.push(path);
    else if (isCandidate(entry.name)) candidates.push(path);
  };
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const entries = entriesOf(join(top, folder));
    if (typeof entries === 'string') {
      skipped.push({ path: folder, why: `the folder cannot be read (${entries})` });
      continue;
    }
    if (folder !== start && entries.some((entry) => entry.name === DECLARATION)) {
      roots.push(folder);
      continue;
    }
    if (isAssembly(join(top, folder), entries)) {
      manifests.push(below(folder, 'manifest.json'));
      continue;
    }
    if (entries.some(isConfiguration)) terraform.push(folder);
    for (const entry of entries) visit(below(folder, entry.name), entry);
  }
  return {
    candidates: candidates.sort(),
    manifests: manifests.sort(),
    roots: roots.sort(),
    terraform: terraform.sort(),
    skipped,
  };
}

function isConfiguration(entry: Dirent): boolean {
  return !entry.isDirectory() && isTerraformFile(entry.name);
}

/** Configuration files of Terraform are read with their folder, and rule files when somebody names them. */
function isCandidate(name: string): boolean {
  const isRead = name === DECLARATION || isTerraformFile(name) || isVariableFile(name) || isRuleFile(name);
  return hasTemplateExtension(name) && !isRead;
}

function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function entriesOf(folder: string): readonly Dirent[] | string {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return errorCode(error);
  }
}

function isAssembly(folder: string, entries: readonly Dirent[]): boolean {
  if (!entries.some((entry) => entry.name === 'manifest.json' && entry.isFile())) return false;
  const manifest = readTextFile(join(folder, 'manifest.json'));
  return manifest.kind === 'text' && looksLikeManifest(manifest.text);
}

/** Why an entry is left out, when that is worth telling. */
function reasonToSkip(entry: Dirent): string | undefined {
  const { name } = entry;
  if (entry.isDirectory()) {
    if (name === 'node_modules') return 'installed packages are not read';
    return name.startsWith('.') ? 'folders whose name starts with a dot are not read' : undefined;
  }
  if (entry.isSymbolicLink()) {
    return hasTemplateExtension(name) ? undefined : 'symbolic links are followed to template files only';
  }
  if (!entry.isFile()) return 'it is not a regular file';
  return undefined;
}
