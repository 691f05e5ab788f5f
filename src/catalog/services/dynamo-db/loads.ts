/** What a table, or one of its indexes, has capacity for, by the names that scalable targets have for it. */
export function loads(index: string | undefined): readonly [string, string] {
  const of = index === undefined ? '' : ` of index ${index}`;
  return [`reads${of}`, `writes${of}`];
}
