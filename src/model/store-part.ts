import type { Resource } from './resource.ts';
import { type Text, textKey } from './text.ts';

/**
 * A part of a store that something depends on: the object of a bucket that a job runs, the image of a repository that a
 * service runs, the branch that is built; or any of those whose names begin as the name does, which then ends in a hole that
 * whoever asks fills (`anyName`).
 */
export interface StorePart {
  readonly kind: 'object' | 'image' | 'branch';
  /** The key of an object, the tag of an image, the name of a branch. */
  readonly name: Text;
}

/** A store, or a part of one: what a right or a fact may be about. */
export type Portion = Resource & { readonly part?: StorePart };

/** A part of a store as something that rights are asked for. */
export function portionOf(store: Resource, part: StorePart): Portion {
  return { ...store, part };
}

/** The part with any name that begins like this. */
export function anyName(kind: StorePart['kind'], store: Resource, beginning: Text): StorePart {
  const hole = {
    symbol: `object:${store.id}`,
    kind: 'expression',
    settledBy: `the ${kind} that is asked for`,
  } as const;
  return { kind, name: [...beginning, hole] };
}

/** Equal for the same part, and as people write it: `object scripts/etl.py`, `object reports/*`. */
export function partKey(part: StorePart): string {
  return `${part.kind} ${nameOfPart(part)}${isAnyName(part) ? '*' : ''}`;
}

/** Equal for the same store, or the same part of one. */
export function portionKey({ id, part }: { readonly id: string; readonly part?: StorePart | undefined }): string {
  return part === undefined ? id : `${id} ${partKey(part)}`;
}

/** Its name, or what the names of all that are meant begin with. */
export function nameOfPart(part: StorePart): string {
  return textKey(isAnyName(part) ? part.name.slice(0, -1) : part.name);
}

/** Is any part meant whose name begins like this? */
export function isAnyName({ name }: StorePart): boolean {
  const last = name.at(-1);
  return typeof last === 'object' && last.symbol.startsWith('object:');
}
