import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Text, textKey } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { descend, optionsOf } from '../answer.ts';
import { mouldsOf } from './kept-values.ts';
import { remembered } from './remembered.ts';

const scripts: readonly string[] = ['UserData', 'LaunchTemplateData.UserData'];

/**
 * `aws s3 cp s3://bucket/key …` in the script that a machine runs when it is first started, where the address is the source.
 * Each part is bounded, so that no input makes matching slow.
 */
const fetching =
  /\baws\s{1,5}s3\s{1,5}(?:cp|sync|mv)\s{1,5}(?:--[\w-]{1,30}\s{1,5}){0,5}["']?s3:\/\/([^/\s"']{1,300})/g;

/** A bucket that a start script fetches something from, and where that is said. */
export interface Fetched {
  readonly bucket: Resource;
  readonly origin: Value['origin'];
}

/** The buckets of the system that start scripts of a workload fetch from. */
export function fetchedAtStart(ask: Questions, workload: Resource): readonly Fetched[] {
  const made = [...mouldsOf(ask, workload)].flatMap((id) => ask.system.resource(id) ?? []);
  const values = made.flatMap(({ properties }) =>
    scripts.flatMap((path) => optionsOf(descend(properties, path.split('.'))).flatMap(({ value }) => value ?? [])),
  );
  const found = values.flatMap((value) =>
    addressesIn(textOf(value) ?? []).flatMap((name): readonly Fetched[] => {
      const bucket = bucketsByName(ask).get(name);
      return bucket === undefined ? [] : [{ bucket, origin: value.origin }];
    }),
  );
  return [...new Map(found.map((one) => [one.bucket, one])).values()];
}

/** Names of buckets as keys of their texts; holes are numbered while the script is searched. */
function addressesIn(script: Text): readonly string[] {
  const source = script.map((part, at) => (typeof part === 'string' ? part : `\u0000${at}\u0000`)).join('');
  return [...source.slice(0, 100_000).matchAll(fetching)].map(([, name = '']) =>
    textKey(
      name.split('\u0000').flatMap((piece, at) => {
        const part = at % 2 === 0 ? piece : script[Number(piece)];
        return part === undefined || part === '' ? [] : [part];
      }),
    ),
  );
}

const bucketsByName = remembered(
  (ask): ReadonlyMap<string, Resource> =>
    new Map(ask.system.ofType('AWS::S3::Bucket').map((bucket) => [textKey(bucket.name), bucket])),
);
