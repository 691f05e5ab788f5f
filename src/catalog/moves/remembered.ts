import type { Questions } from '../../model/questions.ts';

/** Works something out once for each system: several moves ask the same. */
export function remembered<T>(make: (ask: Questions) => T): (ask: Questions) => T {
  const known = new WeakMap<Questions, { readonly value: T }>();
  return (ask) => {
    const before = known.get(ask);
    if (before !== undefined) return before.value;
    const value = make(ask);
    known.set(ask, { value });
    return value;
  };
}
