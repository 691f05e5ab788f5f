/** The names of a list in which lines begin with what the others of the line belong to: `s3: PutBucketAcl PutBucketPolicy`. */
export function namesIn(lines: string, separator: string): readonly string[] {
  return [...lines.matchAll(/^(\S+): (.+)$/gm)].flatMap(([, owner, names = '']) =>
    names.split(' ').map((name) => `${owner}${separator}${name}`),
  );
}

/** Those of the names that stand in no list of reviewed ones, and those of the list that are no more. */
export function compared(
  names: readonly string[],
  reviewed: readonly string[],
): { readonly added: readonly string[]; readonly gone: readonly string[] } {
  const [are, were] = [new Set(names), new Set(reviewed)];
  return { added: names.filter((name) => !were.has(name)), gone: reviewed.filter((name) => !are.has(name)) };
}
