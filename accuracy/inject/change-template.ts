import type { Change, Json, Place, StatedResource, StatedTemplate } from './weakness.ts';

/** The template with a change at a place; the template itself stays as it is. */
export function changeTemplate(
  { id, resource, template }: Place,
  { set = {}, drop = [], add = {} }: Change,
): StatedTemplate {
  let properties: Json = resource.Properties ?? {};
  for (const path of drop) properties = without(properties, path.split('.'));
  for (const [path, value] of Object.entries(set)) properties = withValue(properties, path.split('.'), value);
  const changed: StatedResource = { ...resource, Properties: isMapping(properties) ? properties : {} };
  const beside = Object.entries(add).map(([suffix, stated]) => [`${id}${suffix}`, stated] as const);
  return { ...template, Resources: { ...template.Resources, [id]: changed, ...Object.fromEntries(beside) } };
}

/** Is it a mapping, and no list? */
export function isMapping(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The value at a path below the properties of a resource. */
export function valueAt(resource: StatedResource, path: string): Json | undefined {
  let value: Json | undefined = resource.Properties ?? {};
  for (const key of path.split('.')) {
    if (isList(value)) value = value[Number(key)];
    else value = isMapping(value) ? value[key] : undefined;
  }
  return value;
}

function withValue(inside: Json, [key = '', ...rest]: readonly string[], value: Json): Json {
  if (key.endsWith('+')) {
    const name = key.slice(0, -1);
    const before = isMapping(inside) ? inside[name] : undefined;
    const list = isList(before) ? before : before === undefined ? [] : [before];
    return { ...(isMapping(inside) ? inside : {}), [name]: [...list, value] };
  }
  const within = (before: Json | undefined) => (rest.length === 0 ? value : withValue(before ?? {}, rest, value));
  if (isList(inside)) return inside.map((item, at) => (String(at) === key ? within(item) : item));
  return { ...(isMapping(inside) ? inside : {}), [key]: within(isMapping(inside) ? inside[key] : undefined) };
}

function without(inside: Json, [key = '', ...rest]: readonly string[]): Json {
  if (isList(inside)) return inside.map((item, at) => (String(at) === key ? without(item, rest) : item));
  if (!isMapping(inside)) return inside;
  const { [key]: gone, ...others } = inside;
  return gone === undefined || rest.length === 0 ? others : { ...inside, [key]: without(gone, rest) };
}
