/** Lists come from policies, so that there is no end of them: when there are more, they are made anew. */
const MOST = 20_000;

/** What a function makes of a list, made once for equal lists as far as possible. */
export function onceForEqual<L extends readonly unknown[], V>(
  keyOf: (list: L) => string,
  make: (list: L) => V,
): (list: L) => V {
  const known = new Map<string, V>();
  return (list) => {
    const key = keyOf(list);
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const made = make(list);
    known.set(key, made);
    return made;
  };
}
