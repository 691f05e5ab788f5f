import type { DocumentMitigation, DocumentPatch } from '../../src/model/document-paths.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Stands for what goes until all patches are in, so that the numbers of its neighbours stay. */
const gone = '\u0000gone';

/** A template in JSON with the patches of mitigations made by hand, as their reader would. */
export function patchedTemplate(text: string, mitigations: readonly DocumentMitigation[]): string {
  let template = JSON.parse(text) as Json;
  for (const { change, patches = [] } of mitigations)
    for (const patch of patches)
      template = made(template, ['Resources', patch.resource ?? change.resource, ...placeOf(patch)], patch);
  return JSON.stringify(withoutGone(template));
}

function placeOf({ property }: DocumentPatch): readonly string[] {
  return property === '' ? [] : ['Properties', ...property.split('.')];
}

function made(template: Json, [step, ...rest]: readonly string[], patch: DocumentPatch): Json {
  if (step === undefined) return patch.after === '' ? gone : (JSON.parse(patch.after) as Json);
  if (Array.isArray(template))
    return template.map((item: Json, at) => (at === Number(step) ? made(item, rest, patch) : item));
  const map = typeof template === 'object' && template !== null ? (template as { readonly [key: string]: Json }) : {};
  return { ...map, [step]: made(map[step] ?? null, rest, patch) };
}

function withoutGone(value: Json): Json {
  if (Array.isArray(value)) return value.flatMap((item: Json) => (item === gone ? [] : [withoutGone(item)]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === gone ? [] : [[key, withoutGone(item as Json)]])),
  );
}
