import type { ResourceView } from '../../../model/service.ts';
import type { Value } from '../../../model/value.ts';

/** `{ name: value }` when the property is given, else nothing: for fields that are absent rather than undefined. */
export function optional<K extends string>(
  view: ResourceView,
  name: K,
  ...paths: readonly string[]
): { readonly [P in K]?: Value } {
  for (const path of paths) {
    const value = view.read(path);
    if (value !== undefined && value.kind !== 'absent') return { [name]: value } as { readonly [P in K]?: Value };
  }
  return {};
}

/** The properties that are given, in this order. */
export function givenValues(view: ResourceView, ...paths: readonly string[]): readonly Value[] {
  return paths.flatMap((path) => {
    const value = view.read(path);
    return value === undefined || value.kind === 'absent' ? [] : [value];
  });
}
