/** Things under each of their keys, in the order in which they came. */
export function grouped<T>(
  things: Iterable<T>,
  keysOf: (thing: T) => readonly string[],
): ReadonlyMap<string, readonly [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const thing of things) {
    for (const key of keysOf(thing)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [thing]);
      else group.push(thing);
    }
  }
  return groups;
}
