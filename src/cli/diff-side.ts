import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, relative, resolve, sep } from 'node:path';
import type { ThreatModelDocument } from '../model/document.ts';
import { looksLikeThreatModel, readThreatModel } from './document-file.ts';
import { commitOf, mergeBase, repositoryTop } from './git.ts';
import type { InputOptions } from './input-options.ts';
import { readSystem } from './input-options.ts';
import { checkOut } from './revision-folder.ts';
import { UsageError } from './usage-error.ts';

/** One side of a comparison, before it is read. */
export type Side =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'document'; readonly file: string }
  /** `path` from the top of the repository. */
  | { readonly kind: 'revision'; readonly revision: string; readonly path: string };

/**
 * What the two words of `bartizan diff` mean. Something that lies on disk always is a path; otherwise `git:REV` and
 * `REV:path` are revisions, and `A..B` (or `A...B`, from where they parted) is both sides, with the second word as path.
 */
export function sidesOf(base: string, head: string | undefined): { readonly base: Side; readonly head: Side } {
  const range = existsSync(base) ? null : /^(?:git:)?(.*?)(\.\.\.?)(.*)$/.exec(base);
  if (range !== null && !base.includes(':', 4)) {
    const [, left = '', dots, right = ''] = range;
    const [from, to] = [left || 'HEAD', right || 'HEAD'];
    const path = pathInRepository(head ?? '.');
    const start = dots === '...' ? mergeBase(from, to) : from;
    return { base: revision(start, path), head: revision(to, path) };
  }
  if (head === undefined && !base.startsWith('git:')) {
    throw new UsageError('diff needs two sides: bartizan diff BASE HEAD, or bartizan diff main..HEAD [PATH]');
  }
  const other = head ?? '.';
  return { base: sideOf(base, other), head: sideOf(other, base) };
}

function sideOf(word: string, other: string): Side {
  if (existsSync(word)) return isThreatModel(word) ? { kind: 'document', file: word } : { kind: 'path', path: word };
  if (word.startsWith('git:')) {
    // A revision alone is compared at the place of the other side, if that has one.
    return revision(word.slice(4), pathInRepository(existsSync(other) && !isThreatModel(other) ? other : '.'));
  }
  const colon = word.indexOf(':');
  if (colon > 0) {
    const path = word.slice(colon + 1);
    const relativeToHere = path.startsWith('./') || path.startsWith('../');
    return revision(word.slice(0, colon), relativeToHere ? pathInRepository(path) : path.replace(/\/+$/, ''));
  }
  throw new UsageError(
    `${word} is not there. A side is a file or folder, a threat model document, git:REVISION or REVISION:PATH`,
  );
}

function revision(name: string, path: string): Side {
  commitOf(name);
  return { kind: 'revision', revision: name, path };
}

/** A path of the current folder as git names it. */
function pathInRepository(path: string): string {
  const top = realpathSync(repositoryTop());
  const here = resolve(realpathSync('.'), path);
  const below = relative(top, existsSync(here) ? realpathSync(here) : here);
  if (below === '..' || below.startsWith(`..${sep}`)) {
    throw new UsageError(`${path} is outside the repository ${top}`);
  }
  return below.split(sep).join('/');
}

function isThreatModel(path: string): boolean {
  return statSync(path).isFile() && looksLikeThreatModel(readFileSync(path, 'utf8').slice(0, 4096));
}

/** The threat model of one side. */
export async function modelOfSide(
  side: Side,
  options: InputOptions,
  look: { readonly label: string; readonly named?: string | undefined },
): Promise<ThreatModelDocument> {
  if (side.kind === 'document') return readThreatModel(side.file);
  if (side.kind === 'path') return await modelOfPath(side.path, options, look);
  const folder = checkOut(side.revision, side.path);
  try {
    return await modelOfPath(folder.path, options, look);
  } finally {
    folder.remove();
  }
}

/** Nothing at the path (a revision that does not have it yet) is an empty system. */
async function modelOfPath(
  path: string | undefined,
  options: InputOptions,
  { label, named }: { readonly label: string; readonly named?: string | undefined },
): Promise<ThreatModelDocument> {
  const { imported, asOf, modules } = await readSystem(path === undefined ? [] : [path], options, {
    label,
    mayBeEmpty: true,
    ...(named !== undefined && { named }),
  });
  const { modelOf } = await import('../threat-model.ts');
  return (await modelOf(imported, { asOf, modules })).document;
}

/** Two single files of different names are two versions of one: the name that both go by. */
export function commonName(base: Side, head: Side): string | undefined {
  const names = [base, head].map((side) => (side.kind === 'document' ? undefined : fileName(side)));
  const [left, right] = names;
  return left !== undefined && right !== undefined && left !== right ? right : undefined;
}

function fileName(side: Exclude<Side, { readonly kind: 'document' }>): string | undefined {
  if (side.kind === 'path') return statSync(side.path).isFile() ? basename(side.path) : undefined;
  return /\.(ya?ml|json|template|tfstate)$/i.test(side.path) ? basename(side.path) : undefined;
}
