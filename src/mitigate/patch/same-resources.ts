import { guardKey } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Resource } from '../../model/resource.ts';
import { type Text, text, textKey } from '../../model/text.ts';
import { refsOf, textOf, type Value } from '../../model/value.ts';
import { isToFillIn } from '../choke/fill-in.ts';

/**
 * The resources in which two readings of a system differ, places in files aside. What says nothing counts as not there: empty lists
 * and maps, policies without a statement, and references to resources that are gone. A list of one text is that text, and texts of a
 * list stand in any order: so it is in policies, and other lists are not changed by edits that reorder them.
 */
export function differentResources(left: readonly Resource[], right: readonly Resource[]): ReadonlySet<ResourceId> {
  const other = new Map(right.map((resource) => [resource.id, resource]));
  const known = new Set(left.map(({ id }) => id));
  const gone = new Set<string>(left.flatMap(({ id }) => (other.has(id) ? [] : [id])));
  const different = new Set(right.flatMap(({ id }) => (known.has(id) ? [] : [id])));
  for (const one of left) {
    const same = other.get(one.id);
    const [before, after] = [said(one, gone), same === undefined ? '' : said(same, gone)];
    if (before !== after) different.add(one.id);
  }
  return different;
}

/** What a resource says; empty when it is a policy that says nothing. */
function said({ type, guard, properties }: Resource, gone: ReadonlySet<string>): string {
  const isSilent = type.endsWith('Policy') && isWithoutStatements(properties.entries.get('PolicyDocument'), gone);
  return isSilent ? '' : `${type} ${guardKey(guard)} ${keyOf(properties, gone) ?? ''}`;
}

function isWithoutStatements(document: Value | undefined, gone: ReadonlySet<string>): boolean {
  return document?.kind === 'map' && keyOf(document.entries.get('Statement'), gone) === undefined;
}

function keyOf(value: Value | undefined, gone: ReadonlySet<string>): string | undefined {
  if (value === undefined || value.kind === 'absent') return undefined;
  if (value.kind === 'choice')
    return `?(${value.options.map(({ guard, value: option }) => `${guardKey(guard)}: ${keyOf(option, gone)}`).join('; ')})`;
  if (value.kind === 'list') {
    const items = value.items.flatMap((item) => keyOf(item, gone) ?? []);
    const isPlain = value.items.every(({ kind }) => kind !== 'map' && kind !== 'list' && kind !== 'choice');
    if (isPlain) items.sort();
    if (items.length < 2 && isPlain && value.open === undefined) return items[0];
    return items.length === 0 && value.open === undefined ? undefined : `[${items.join(', ')}${openKey(value)}]`;
  }
  if (value.kind === 'map') {
    if (isWithoutStatements(value.entries.get('PolicyDocument'), gone)) return undefined;
    const entries = [...value.entries].flatMap(([name, item]) => {
      const key = keyOf(item, gone);
      return key === undefined ? [] : [`${name}: ${key}`];
    });
    return entries.length === 0 && value.open === undefined
      ? undefined
      : `{${entries.sort().join(', ')}${openKey(value)}}`;
  }
  if (refsOf(value).some(({ resource }) => gone.has(resource))) return undefined;
  return JSON.stringify(textKey(filledIn(textOf(value) ?? [])));
}

function openKey({ open }: { readonly open?: { readonly symbol: string } }): string {
  return open === undefined ? '' : ` …${open.symbol}`;
}

/** What the user has to fill in, as it stands in a patch; what cannot be read is named by its line, which edits move. */
function filledIn(value: Text): Text {
  return text(
    ...value.map((part) => {
      if (typeof part === 'string') return part;
      if (isToFillIn(part)) return `<${part.settledBy}>`;
      return { ...part, symbol: part.symbol.replace(/^(broken:.*):\d+$/, '$1') };
    }),
  );
}
