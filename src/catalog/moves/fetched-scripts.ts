import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Text } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { descend, optionsOf } from '../answer.ts';
import { mouldsOf } from './kept-values.ts';
import { type ObjectPlace, objectsNamed } from './stored-objects.ts';
import { piecesOf } from './text-pieces.ts';

const scripts: readonly string[] = ['UserData', 'LaunchTemplateData.UserData'];

/**
 * `aws s3 cp s3://bucket/key …` in the script that a machine runs when it is first started, where the address is the source.
 * Each part is bounded, so that no input makes matching slow.
 */
const fetching =
  /\baws\s{1,5}s3\s{1,5}(cp|sync|mv)\s{1,5}((?:--[\w-]{1,30}(?:[= ][\w.-]{1,60})?\s{1,5}){0,5})["']?(s3:\/\/[^\s"']{1,1000})([^\n;|&]{0,300})/g;

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
  return [...pieces.source.matchAll(fetching)].map(([, verb = '', options = '', address = '', rest = '']) => {
    const isFolder = verb === 'sync' || `${options}${rest}`.includes('--recursive');
    // Up to a variable the key is known.
    const [known] = address.split(variable);
    const open = { symbol: 'shell', kind: 'expression', settledBy: 'a variable of the script' } as const;
    const said = pieces.text(known ?? '');
    return {
      address: { kind: 'text', text: known === address ? said : [...said, open], origin },
      ...(isFolder && { folder: true as const }),
    };
  });
}
