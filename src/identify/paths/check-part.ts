import type { AttackFact, MoveInstance } from '../../model/attack.ts';
import type { Resource } from '../../model/resource.ts';
import { isAnyName, nameOfPart, type StorePart } from '../../model/store-part.ts';
import { textKey } from '../../model/text.ts';
import type { Value } from '../../model/value.ts';
import { type CheckContext, namedBy } from './check-premise.ts';
import { names, textsIn } from './raw-policy.ts';

type Used = Extract<AttackFact, { readonly kind: 'reads' | 'writes' }>;

/**
 * Does what a step gives hang on the very object, image or branch that it needs? What is told of names the store and the
 * part; some object of a bucket is never enough, but to lose data.
 */
export function hangsOnParts(instance: MoveInstance, context: CheckContext): boolean {
  const { needs, gives } = instance;
  if (gives.kind === 'destroys') return true;
  return needs.every((need) => {
    if (need.kind !== 'reads' && need.kind !== 'writes') return true;
    const store = context.resource(need.resource);
    return store === undefined || !inParts.has(store.type) || hangsOn(instance, need, store, context);
  });
}

const inParts: ReadonlySet<string> = new Set([
  'AWS::S3::Bucket',
  'AWS::ECR::Repository',
  'AWS::CodeCommit::Repository',
]);

function hangsOn(instance: MoveInstance, { part }: Used, store: Resource, context: CheckContext): boolean {
  if (part === undefined) return false;
  const told = instance.proof.flatMap((item) => (item.kind === 'setting' ? [item.resource] : []));
  const put = context.naming(store).filter(({ type }) => type === 'AWS::S3::Object');
  const holders = told.flatMap((id) => context.resource(id) ?? []);
  const made = holders.flatMap(({ properties }) => namedBy(properties, context));
  const stated = [...holders, ...made, ...put].map(({ properties }): Value[] => [properties]);
  const kept = told.map((id): Value[] => {
    const record = context.recordOf(id);
    return record?.kind === 'state' ? [record.bucket, ...(record.key === undefined ? [] : [record.key])] : [];
  });
  return [...stated, ...kept].some((values) => areNamed(values, store, { part, instance, context }));
}

/** Do the values name the bucket, and the key or what it begins with? */
function areNamed(
  values: readonly Value[],
  store: Resource,
  {
    part,
    instance,
    context,
  }: { readonly part: StorePart; readonly instance: MoveInstance; readonly context: CheckContext },
): boolean {
  const texts = values.flatMap((value) => textsIn(value, context.guard)).map(textKey);
  const bucket = textKey(store.name);
  const isNamed =
    values.some((value) => names(value, store, context.guard)) || texts.some((text) => text.includes(bucket));
  if (!isNamed) return false;
  const key = nameOfPart(part);
  if (part.kind === 'image' && key === 'latest') return true;
  if (!isAnyName(part)) return texts.some((text) => standsIn(text, key));
  // Any object that begins so: surely only where a folder is named.
  const folder = key.replace(/\/$/, '');
  if (instance.certainty === 'certain') return folder !== key && texts.some((text) => standsIn(text, folder));
  return folder === '' || texts.some((text) => text.startsWith(folder) || text.includes(`/${folder}`));
}

/** As a whole: not as the end or the beginning of a longer key. */
function standsIn(text: string, key: string): boolean {
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
    const [before, after] = [text[at - 1], text[at + key.length]];
    if (
      (before === undefined || before === '/' || before === ':') &&
      (after === undefined || /[\s"'`,;|&)?/]/.test(after))
    )
      return true;
  }
  return false;
}
