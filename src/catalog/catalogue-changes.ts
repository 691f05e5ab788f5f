import {
  type CatalogueChange,
  type CatalogueRecord,
  type RecordedEntry,
  type RecordedKind,
  recordedKinds,
} from '../model/catalogue-record.ts';

/** Why ids came, went or changed, by id: written down for each version. */
export type ChangeReasons = Readonly<Record<string, string>>;

/** What differs between two catalogues, kind by kind, by id. */
export function catalogueChanges(
  before: CatalogueRecord,
  after: CatalogueRecord,
  reasons: ChangeReasons = {},
): readonly CatalogueChange[] {
  return recordedKinds.flatMap((kind) => {
    const [old, present] = [before.entries[kind], after.entries[kind]];
    const ids = [...new Set([...Object.keys(old), ...Object.keys(present)])].sort();
    return ids.flatMap((id) => changeOf({ kind, id }, own(old, id), own(present, id), own(reasons, id)));
  });
}

/** `toString` is no rule. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function changeOf(
  { kind, id }: { readonly kind: RecordedKind; readonly id: string },
  before: RecordedEntry | undefined,
  after: RecordedEntry | undefined,
  reason: string | undefined,
): readonly CatalogueChange[] {
  const why = reason === undefined ? {} : { why: reason };
  const title = after?.title ?? before?.title ?? id;
  if (before === undefined) return [{ kind, id, title, change: 'added', fields: [], ...why }];
  if (after === undefined) return [{ kind, id, title, change: 'removed', fields: [], ...why }];
  const fields = Object.keys(after).flatMap((name) => fieldChange(name, before[name] ?? '', after[name] ?? ''));
  return fields.length === 0 ? [] : [{ kind, id, title, change: 'changed', fields, ...why }];
}

const digest = /^[0-9a-f]{16}$/;

function fieldChange(name: string, before: string, after: string): readonly string[] {
  if (before === after) return [];
  if (digest.test(before) && digest.test(after))
    return [name === 'facts' ? 'other questions answered' : `${name} reworded`];
  const [old, present] = [before.split(', '), after.split(', ')];
  if (old.length === 1 && present.length === 1) return [`${name} ${before || 'none'} → ${after || 'none'}`];
  const added = present.filter((each) => each !== '' && !old.includes(each));
  const removed = old.filter((each) => each !== '' && !present.includes(each));
  return [
    ...(added.length > 0 ? [`${name}: ${added.join(', ')} added`] : []),
    ...(removed.length > 0 ? [`${name}: ${removed.join(', ')} removed`] : []),
  ];
}
