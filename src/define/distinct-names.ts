/** A thing that wants a name, with the folders around it that can tell it apart. */
export interface Named {
  readonly name: string;
  /** From the outermost to the innermost. */
  readonly folders: readonly string[];
}

const none: ReadonlySet<string> = new Set();

/**
 * Names without doubles: those that only one thing wants, and nobody has taken, stay as they are; all others get as
 * many parent folder names in front as it takes. The result is in the order of the input; things that even their
 * folders do not tell apart are numbered.
 */
export function distinctNames(wanted: readonly Named[], taken: ReadonlySet<string> = none): readonly string[] {
  const result = wanted.map((each) => each.name);
  for (const twins of groupedByName(wanted)) {
    const name = wanted[twins[0] ?? 0]?.name ?? '';
    if (twins.length < 2 && !taken.has(name)) continue;
    const depth = Math.max(...twins.map((at) => wanted[at]?.folders.length ?? 0));
    for (let parents = 1; parents <= depth; parents += 1) {
      for (const at of twins) result[at] = qualified(wanted[at], parents);
      const distinct = new Set(twins.map((at) => result[at]));
      if (distinct.size === twins.length && twins.every((at) => !taken.has(result[at] ?? ''))) break;
    }
  }
  return numbered(result, taken);
}

function groupedByName(wanted: readonly Named[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  wanted.forEach(({ name }, at) => {
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [at]);
    else group.push(at);
  });
  return [...groups.values()];
}

function qualified(each: Named | undefined, parents: number): string {
  if (each === undefined) return '';
  return [...each.folders.slice(-parents), each.name].join('/');
}

function numbered(names: readonly string[], taken: ReadonlySet<string>): readonly string[] {
  const used = new Set(taken);
  return names.map((name) => {
    let free = name;
    for (let count = 2; used.has(free); count += 1) free = `${name}~${count}`;
    used.add(free);
    return free;
  });
}
