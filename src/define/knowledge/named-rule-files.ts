import type { DeclaredRules } from '../declared/sections.ts';
import type { InputFile, InputRoot, LocalRead } from '../input.ts';
import { localPath } from '../local-path.ts';

/** What a path in `rules:` led to. */
export interface NamedRuleFile {
  readonly path: string;
  readonly read: LocalRead;
}

/** Is it a rule file, by its name? */
export function isRuleFile(path: string): boolean {
  return /\.rule\.(ya?ml|json)$/.test(path);
}

/** The most folders and files that one entry of `rules:` may lead to. */
const mostNamed = 500;

/** The file that an entry names, or the rule files in and below the folder that it names; never outside the root. */
export function namedRuleFiles(root: InputRoot, { path }: Pick<DeclaredRules, 'path'>): readonly NamedRuleFile[] {
  const target = path === '.' || path === './' ? '' : localPath('', path);
  if (target === undefined) return [{ path, read: { kind: 'escapes' } }];
  const isFolder = target === '' || root.list(target).length > 0;
  if (!isFolder) return [{ path: target, read: root.read(target) }];
  return filesBelow(root, target).map((file) => ({ path: file, read: root.read(file) }));
}

function filesBelow(root: InputRoot, folder: string): readonly string[] {
  const found: string[] = [];
  const open = [folder];
  for (let here = open.pop(), seen = 0; here !== undefined && seen < mostNamed; here = open.pop(), seen += 1) {
    for (const name of root.list(here)) {
      const path = here === '' ? name : `${here}/${name}`;
      if (name.endsWith('/')) open.push(path.slice(0, -1));
      else if (isRuleFile(name) && found.length < mostNamed) found.push(path);
    }
  }
  return found.sort();
}

/** Files that several entries name count once. */
export function withoutRepeats(files: readonly InputFile[]): readonly InputFile[] {
  return [...new Map(files.map((input) => [input.file, input])).values()];
}
