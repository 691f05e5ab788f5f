import { and, type Guard, isPossible } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { anyName, type StorePart } from '../../model/store-part.ts';
import { holesOf, literalOf, type Text, text, textKey } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { optionsOf } from '../answer.ts';
import { singleReferences } from '../single-references.ts';
import { remembered } from './remembered.ts';
import { piecesOf } from './text-pieces.ts';

/** An object of a bucket of the system that something names, or any of those that it may mean. */
export interface ObjectPlace {
  readonly bucket: Resource;
  readonly part: StorePart;
  readonly guard: Guard;
  /** What must be so where the input leaves open which object is meant. */
  readonly provided?: string;
}

/** Where an object is named: in one address, or as bucket and key. */
export interface ObjectName {
  readonly bucket: Value;
  readonly key?: Value;
  /** It is a folder, everything in which is meant. */
  readonly folder?: true;
}

/**
 * `s3://bucket/key`, `arn:aws:s3:::bucket/key`, `https://bucket.s3.eu-west-1.amazonaws.com/key`,
 * `https://s3.amazonaws.com/bucket/key`, `bucket/key`. Holes are numbers between NUL characters.
 */
const addresses = [
  /^s3[an]?:\/\/([^/]+)(?:\/(.*))?$/s,
  /^arn:[^:]+:s3:::([^/]+)(?:\/(.*))?$/s,
  /^https:\/\/([^/]+?)\.s3[.-][^/]*amazonaws\.com(?:\.cn)?(?:\/(.*))?$/s,
  /^https:\/\/s3[^/]*\.amazonaws\.com(?:\.cn)?\/([^/]+)(?:\/(.*))?$/s,
  /^([^/:]+)\/(.*)$/s,
];

/** The objects of buckets of the system that a name means; none where it names no bucket of ours. */
export function objectsNamed(ask: Questions, from: Resource, named: ObjectName): readonly ObjectPlace[] {
  return optionsOf(named.bucket).flatMap(({ value: bucket, guard }) => {
    if (bucket === undefined || bucket.kind === 'absent') return [];
    const keys = named.key === undefined ? [{ value: undefined, guard }] : optionsOf(named.key);
    const parted = addressOf(bucket);
    return bucketsMeant(ask, from.id, { value: bucket, name: parted?.bucket }).flatMap((end) =>
      keys.flatMap((key) => {
        const all = and(guard, end.guard, key.guard);
        if (!isPossible(all)) return [];
        const stated = key.value === undefined ? parted?.key : textOf(key.value);
        return partsOf(from, end.resource, { key: stated, folder: named.folder === true }).map((one) => ({
          ...one,
          guard: all,
        }));
      }),
    );
  });
}

interface Address {
  readonly bucket: Text;
  readonly key: Text;
}

function addressOf(value: Value): Address | undefined {
  const pieces = piecesOf(textOf(value) ?? []);
  for (const pattern of addresses) {
    const found = pattern.exec(pieces.source);
    if (found !== null) return { bucket: pieces.text(found[1] ?? ''), key: pieces.text(found[2] ?? '') };
  }
  return undefined;
}

/** Names of buckets are the same for every account; what is no name may refer to one, or be its ARN. */
function bucketsMeant(
  ask: Questions,
  from: ResourceId,
  { value, name }: { readonly value: Value; readonly name: Text | undefined },
): readonly { readonly resource: Resource; readonly guard: Guard }[] {
  const wanted = name ?? textOf(value) ?? [];
  const called = bucketsByName(ask).get(textKey(wanted)) ?? [];
  if (called.length > 0) return called.map((resource) => ({ resource, guard: resource.guard }));
  // The references of a whole text say nothing about the part of it that names the bucket.
  const single: Value = name === undefined ? value : { kind: 'text', text: wanted, origin: value.origin };
  const others = name === undefined && holesOf(wanted).length > 0 ? singleReferences(value) : [];
  return [...new Map([single, ...others].flatMap((one) => resolved(ask, from, one))).values()];
}

function resolved(ask: Questions, from: ResourceId, value: Value) {
  return ask.system
    .resolve(value, from, ['AWS::S3::Bucket'])
    .flatMap((end) =>
      end.kind === 'resource' && end.resource.type === 'AWS::S3::Bucket'
        ? [[end.resource.id, { resource: end.resource, guard: end.guard }] as const]
        : [],
    );
}

const bucketsByName = remembered((ask): ReadonlyMap<string, readonly Resource[]> => {
  const found = new Map<string, Resource[]>();
  for (const bucket of ask.system.ofType('AWS::S3::Bucket')) {
    const key = textKey(bucket.name);
    found.set(key, [...(found.get(key) ?? []), bucket]);
  }
  return found;
});

/** The object itself; where something of its key is open, any with such a key as well, which it may or may not be. */
export function partsOf(
  from: Resource,
  bucket: Resource,
  { key, folder }: { readonly key: Text | undefined; readonly folder: boolean },
): readonly Pick<ObjectPlace, 'bucket' | 'part' | 'provided'>[] {
  const provided = `which object of ${bucket.address} ${from.address} takes is not told: it is among these`;
  if (key === undefined || key.length === 0)
    return folder
      ? [{ bucket, part: anyName('object', bucket, []) }]
      : [{ bucket, part: anyName('object', bucket, []), provided }];
  const last = key.at(-1);
  const isFolder = folder || (typeof last === 'string' && last.endsWith('/'));
  const beginning = typeof last === 'string' && last.endsWith('/') ? key : text(...key, '/');
  const exact: StorePart = isFolder ? anyName('object', bucket, beginning) : { kind: 'object', name: key };
  if (literalOf(key) !== undefined) return [{ bucket, part: exact }];
  const sure = key.slice(
    0,
    key.findIndex((part) => typeof part !== 'string'),
  );
  return [
    { bucket, part: exact },
    { bucket, part: anyName('object', bucket, sure), provided },
  ];
}
