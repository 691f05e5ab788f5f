import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { InputRoot, LocalRead } from '../input.ts';
import { isWithin } from '../local-path.ts';
import { readTextFile } from './text-file.ts';

/** The file in which people declare what templates do not say. */
export const DECLARATION = 'bartizan.yaml';

/** A root on disk. `folder` is its real path: no symbolic links, no `..`. */
export interface FolderRoot extends InputRoot {
  readonly folder: string;
}

/** Gives the name of a file in origins, once the roots of the run are known. */
export type FileNamer = (root: FolderRoot, path: string) => string;

/** Opens a folder as root. Each file is read at most once; `nameOf` is asked when a file is read. */
export function openRoot(folder: string, nameOf: FileNamer): FolderRoot {
  const known = new Map<string, LocalRead>();
  const root: FolderRoot = {
    folder,
    folders: folder.split(sep).filter((name) => name !== ''),
    read(path) {
      const earlier = known.get(path);
      if (earlier !== undefined) return earlier;
      const result = readBelow(root, path, nameOf);
      known.set(path, result);
      return result;
    },
    list: (path) => namesIn(root, path),
  };
  return root;
}

function readBelow(root: FolderRoot, path: string, nameOf: FileNamer): LocalRead {
  const real = realPath(join(root.folder, path));
  if (real === undefined) return { kind: 'missing' };
  if (!isWithin(real, root.folder === sep ? '' : root.folder)) return { kind: 'escapes' };
  const read = readTextFile(real);
  if (read.kind !== 'text') return read;
  return { kind: 'file', input: { root, path, file: nameOf(root, path), text: read.text, sha256: read.sha256 } };
}

function namesIn(root: FolderRoot, path: string): readonly string[] {
  const real = realPath(join(root.folder, path));
  if (real === undefined || !isWithin(real, root.folder === sep ? '' : root.folder)) return [];
  try {
    const entries = readdirSync(real, { withFileTypes: true });
    return entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort();
  } catch {
    return [];
  }
}

/** Where a path leads to; undefined when nothing is there or nothing may be known of it. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/**
 * The folder that inputs in `folder` are relative to: the nearest one upwards with a `bartizan.yaml`, where the search
 * ends at the top of a git repository; else `folder` itself.
 */
export function rootFolderOf(folder: string): string {
  for (let here = folder; ; here = dirname(here)) {
    if (existsSync(join(here, DECLARATION))) return here;
    if (existsSync(join(here, '.git')) || dirname(here) === here) return folder;
  }
}
