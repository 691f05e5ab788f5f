import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commitOf, contentsOf, type TreeEntry, treeOf } from './git.ts';

/** Files of a revision on disk, for as long as they are read. */
export interface RevisionFolder {
  /** Where the wanted path lies; undefined when the revision does not have it. */
  readonly path: string | undefined;
  remove(): void;
}

/** Files larger than this are never read as input. */
const mostBytes = 50 * 1024 * 1024;

/**
 * Puts the part of a revision that counts for `path` into a temporary folder: everything below the nearest folder with a
 * `bartizan.yaml`, or below the path itself, that may be a template or belong to Terraform. Symbolic links stay links; reading
 * refuses those that leave the folder.
 *
 * @param path from the top of the repository, with `/`, `''` for all of it
 */
export function checkOut(revision: string, path: string): RevisionFolder {
  const entries = treeOf(commitOf(revision)).filter((entry) => isPlainPath(entry.path));
  const exists = path === '' || entries.some((entry) => entry.path === path || entry.path.startsWith(`${path}/`));
  if (!exists) return { path: undefined, remove: () => undefined };
  const root = rootOf(path, entries);
  const wanted = entries.filter((entry) => counts(entry, root, path));
  const contents = contentsOf([...new Set(wanted.map(({ object }) => object))]);
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'bartizan-')));
  // Ends the search for a bartizan.yaml, as the top of a repository does.
  writeFileSync(join(top, '.git'), '');
  // Links come last, so that no file is ever written through one.
  for (const entry of wanted.toSorted((a, b) => Number(a.isLink) - Number(b.isLink))) {
    const content = contents.get(entry.object);
    if (content === undefined) continue;
    const file = join(top, entry.path);
    mkdirSync(dirname(file), { recursive: true });
    if (entry.isLink) symlinkSync(content.toString('utf8'), file);
    else writeFileSync(file, content, { flag: 'wx' });
  }
  // A folder without any template is there all the same.
  if (!wanted.some((entry) => entry.path === path)) mkdirSync(join(top, path), { recursive: true });
  return { path: join(top, path), remove: () => rmSync(top, { recursive: true, force: true }) };
}

/** Trees are made by anyone: a path that leaves the folder, or names git's own, is left out. */
function isPlainPath(path: string): boolean {
  return (
    !path.startsWith('/') &&
    !path.split('/').some((part) => part === '..' || part === '.' || part === '' || part === '.git')
  );
}

/** Templates, files of Terraform, and what Terraform's functions are likely to read. */
const mayBeRead = /\.(ya?ml|json|template|tf|tfvars|tfstate|tftpl|tpl|tmpl|sh|txt)$/i;

/** The nearest folder upwards with a `bartizan.yaml`, else the folder of the path. */
function rootOf(path: string, entries: readonly TreeEntry[]): string {
  const declared = new Set(
    entries.filter((entry) => /(^|\/)bartizan\.yaml$/.test(entry.path)).map((entry) => folderOf(entry.path)),
  );
  const isFile = entries.some((entry) => entry.path === path);
  const start = isFile ? folderOf(path) : path;
  for (let folder = start; ; folder = folderOf(folder)) {
    if (declared.has(folder)) return folder;
    if (folder === '') return start;
  }
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function counts(entry: TreeEntry, root: string, path: string): boolean {
  if (entry.path === path) return true;
  if (root !== '' && !entry.path.startsWith(`${root}/`)) return false;
  if (entry.bytes > mostBytes || !mayBeRead.test(entry.path)) return false;
  const below = entry.path.slice(root === '' ? 0 : root.length + 1).split('/');
  return !below.slice(0, -1).some((folder) => folder === 'node_modules' || folder.startsWith('.'));
}
