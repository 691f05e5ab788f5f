/**
 * Plain data with equal shapes for equal meanings: `GetAtt` as a list, scalars as text (YAML and JSON write numbers
 * differently), keys sorted.
 */
export function normalized(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalized);
  if (value === null || typeof value !== 'object') return value === null ? null : String(value);
  const map = value as Readonly<Record<string, unknown>>;
  const attribute = map['Fn::GetAtt'];
  if (typeof attribute === 'string') {
    const [resource, ...rest] = attribute.split('.');
    return { 'Fn::GetAtt': [resource, rest.join('.')] };
  }
  return Object.fromEntries(
    Object.keys(map)
      .sort()
      .map((key) => [key, normalized(map[key])]),
  );
}

/** Logical ids without the digests of contents at their end. */
export function withoutDigests<T>(value: T): T {
  const json = JSON.stringify(value) ?? 'null';
  return JSON.parse(json.replace(/(?<=[A-Za-z]\d?)[0-9a-f]{10}(?![0-9a-f])/g, '#')) as T;
}

/** The types of a template's resources, sorted; a resource counts as often as it is there. */
export function typesOf(resources: unknown): readonly string[] {
  return Object.values((resources ?? {}) as Record<string, { readonly Type?: unknown } | null>)
    .map((resource) => JSON.stringify(resource?.Type))
    .sort();
}

/** Every policy document and list of managed policies in the data, each as one text, sorted. */
export function policiesOf(value: unknown): readonly string[] {
  const found: string[] = [];
  gather(normalized(value), found);
  return found.sort();
}

function gather(value: unknown, found: string[]) {
  if (Array.isArray(value)) for (const item of value) gather(item, found);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
  const map = value as Readonly<Record<string, unknown>>;
  if ('Statement' in map) found.push(`document ${sortedList(listOf(map.Statement).map(statement))}`);
  if ('ManagedPolicyArns' in map) found.push(`managed ${sortedList(listOf(map.ManagedPolicyArns))}`);
  for (const member of Object.values(map)) gather(member, found);
}

/** Actions and resources are sets, and one of them may stand without a list. */
function statement(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  const map = value as Readonly<Record<string, unknown>>;
  const sets = ['Action', 'NotAction', 'Resource', 'NotResource'].filter((key) => key in map);
  return { ...map, ...Object.fromEntries(sets.map((key) => [key, sortedList(listOf(map[key]))])) };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function sortedList(items: readonly unknown[]): string {
  return JSON.stringify(items.map((item) => JSON.stringify(item)).sort());
}
