import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Text } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { descend, optionsOf } from '../answer.ts';
import { mouldsOf } from './kept-values.ts';
import { type ObjectPlace, objectsNamed } from './stored-objects.ts';
import { piecesOf } from './text-pieces.ts';

const scripts: readonly string[] = ['UserData', 'LaunchTemplateData.UserData'];

/** Options before the address, bounded so that no input makes matching slow. */
const options = '(?:--[\\w-]{1,30}(?:[= ][^\\s-][^\\s]{0,60})?\\s{1,5}){0,6}';

/** `aws s3 cp s3://bucket/key …`, where the address is the source. */
const copying = new RegExp(
  `\\baws\\s{1,5}${options}s3\\s{1,5}(cp|sync|mv)\\s{1,5}(${options})["']?(s3://[^\\s"']{1,1000})([^\\n;|&]{0,300})`,
  'g',
);

/** `aws s3api get-object --bucket B --key K file`, `Read-S3Object -BucketName B -Key K`. */
const getting = /\b(?:s3api\s{1,5}get-object|(?:Read|Copy)-S3Object)\s([^\n;|&]{1,1500})/g;

/** Keys or the wish for none: the role of the machine is not what such a script fetches with. */
const otherCredentials = /--no-sign-request|--profile\b|aws_access_key_id|AWS_ACCESS_KEY_ID|aws\s+configure/;

/** A variable of the shell, of which nothing is known. */
const variable = /\$[\w{(].*$/s;

/** An object that a start script fetches, and where that is said. */
export interface Fetched {
  readonly place: ObjectPlace;
  /** What has the script. */
  readonly holder: Resource;
  readonly origin: Value['origin'];
  /** The script brings credentials of its own, or asks without any. */
  readonly ownCredentials: boolean;
}

/** The objects of buckets of the system that start scripts of a workload fetch. */
export function fetchedAtStart(ask: Questions, workload: Resource): readonly Fetched[] {
  const made = [...mouldsOf(ask, workload)].flatMap((id) => ask.system.resource(id) ?? []);
  return made.flatMap((holder) =>
    scripts
      .flatMap((path) => optionsOf(descend(holder.properties, path.split('.'))).flatMap(({ value }) => value ?? []))
      .flatMap((value) =>
        addressesIn(textOf(value) ?? [], value.origin).flatMap(({ address, folder }) =>
          objectsNamed(ask, holder, { bucket: address, ...(folder && { folder }) }).map((place) => ({
            place,
            holder,
            origin: value.origin,
            ownCredentials: otherCredentials.test(piecesOf(textOf(value) ?? []).source),
          })),
        ),
      ),
  );
}

interface Address {
  readonly address: Value;
  readonly folder?: true;
}

function addressesIn(script: Text, origin: Value['origin']): readonly Address[] {
  const pieces = piecesOf(script);
  const source = pieces.source.replaceAll(/\\\r?\n/g, '  ');
  const copied = [...source.matchAll(copying)].map(([, verb = '', before = '', address = '', after = '']) => ({
    address,
    isFolder: verb === 'sync' || `${before}${after}`.includes('--recursive'),
  }));
  const got = [...source.matchAll(getting)].flatMap(([, call = '']) => {
    const [, bucket] = /-bucket(?:name)?[= ]{1,5}["']?([^\s"']{1,300})/i.exec(call) ?? [];
    const [, key] = /-key[= ]{1,5}["']?([^\s"']{1,1000})/i.exec(call) ?? [];
    return bucket === undefined ? [] : [{ address: `s3://${bucket}/${key ?? '$key'}`, isFolder: false }];
  });
  return [...copied, ...got].map(({ address, isFolder }) => {
    // Up to a variable the key is known.
    const [known = ''] = address.split(variable);
    const open = { symbol: 'shell', kind: 'expression', settledBy: 'a variable of the script' } as const;
    const said = pieces.text(known);
    return {
      address: { kind: 'text', text: known === address ? said : [...said, open], origin },
      ...(isFolder && { folder: true as const }),
    };
  });
}
