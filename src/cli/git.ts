import { spawnSync } from 'node:child_process';
import { UsageError } from './usage-error.ts';

/**
 * Settings under which git only reads what is there: no hooks, no file system monitor, no fetching of missing objects, no
 * prompt.
 */
const settings = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'protocol.allow=never'];
const environment = { GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };

/** Runs git in the current folder; undefined when it fails. */
export function git(args: readonly string[], input?: string): Buffer | undefined {
  const result = spawnSync('git', [...settings.flatMap((setting) => ['-c', setting]), ...args], {
    env: { ...process.env, ...environment },
    maxBuffer: 1024 * 1024 * 1024,
    stdio: ['pipe', 'pipe', 'ignore'],
    ...(input !== undefined && { input }),
  });
  if (result.error !== undefined) {
    throw new UsageError(`git cannot be run (${result.error.message}); install it, or compare two folders`);
  }
  return result.status === 0 ? result.stdout : undefined;
}

/** Top folder of the repository around the current folder. */
export function repositoryTop(): string {
  const top = git(['rev-parse', '--show-toplevel']);
  if (top === undefined)
    throw new UsageError('the current folder is in no git repository; compare two folders instead');
  return top.toString('utf8').replace(/\n$/, '');
}

/** The commit that a revision names; a message of ours when there is none. */
export function commitOf(revision: string): string {
  const valid = revision !== '' && !revision.startsWith('-');
  const found = valid ? git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]) : undefined;
  if (found === undefined) {
    throw new UsageError(`${revision} names no commit of this repository; check its spelling, or fetch it first`);
  }
  return found.toString('utf8').trim();
}

/** The commit from which two revisions parted. */
export function mergeBase(left: string, right: string): string {
  const found = git(['merge-base', commitOf(left), commitOf(right)]);
  if (found === undefined)
    throw new UsageError(`${left} and ${right} have no common commit in this clone; fetch more of its history`);
  return found.toString('utf8').trim();
}

/** A regular file or symbolic link of a commit. */
export interface TreeEntry {
  readonly path: string;
  readonly object: string;
  readonly isLink: boolean;
  readonly bytes: number;
}

/** Every file of a commit, by its path from the top. Submodules are left out. */
export function treeOf(commit: string): readonly TreeEntry[] {
  const listed = git(['ls-tree', '-r', '-z', '-l', '--full-tree', commit]);
  if (listed === undefined) throw new UsageError(`the files of ${commit} are not all in this clone; fetch them first`);
  return listed
    .toString('utf8')
    .split('\0')
    .flatMap((line): readonly TreeEntry[] => {
      const [, mode = '', type, object = '', bytes, path = ''] =
        /^(\d+) (\w+) ([0-9a-f]+) +(\S+)\t(.*)$/s.exec(line) ?? [];
      return type === 'blob' ? [{ path, object, isLink: mode === '120000', bytes: Number(bytes) }] : [];
    });
}

/** The contents of objects as they are stored: no filter, no line ending is changed. */
export function contentsOf(objects: readonly string[]): ReadonlyMap<string, Buffer> {
  const contents = new Map<string, Buffer>();
  if (objects.length === 0) return contents;
  const output = git(['cat-file', '--batch'], `${objects.join('\n')}\n`);
  if (output === undefined) throw new UsageError('git cannot read the objects of the revision; run git fsck');
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(0x0a, at);
    const [object = '', type, size = '0'] = output.toString('utf8', at, end).split(' ');
    at = end + 1;
    if (type !== 'blob') continue;
    contents.set(object, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}
