import { distinctNames } from '../distinct-names.ts';
import type { FolderRoot } from './folder-root.ts';

/** A file below a root, before it is read. */
export interface Place {
  readonly root: FolderRoot;
  readonly path: string;
}

/**
 * Names for origins: paths relative to the root; with parent folder names in front where two roots have the same path.
 * Names given earlier never change, so files of the context do not rename those of the subject.
 */
export interface Namer {
  announce(places: readonly Place[]): void;
  nameOf(root: FolderRoot, path: string): string;
}

export function createNamer(): Namer {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const key = (root: FolderRoot, path: string) => `${root.folder}\0${path}`;
  const namer: Namer = {
    announce(places) {
      const fresh = places.filter(({ root, path }) => !names.has(key(root, path)));
      const given = distinctNames(
        fresh.map(({ root, path }) => ({ name: path, folders: root.folders })),
        taken,
      );
      fresh.forEach(({ root, path }, at) => {
        names.set(key(root, path), given[at] ?? path);
      });
      for (const name of given) taken.add(name);
    },
    nameOf(root, path) {
      if (!names.has(key(root, path))) namer.announce([{ root, path }]);
      return names.get(key(root, path)) ?? path;
    },
  };
  return namer;
}
