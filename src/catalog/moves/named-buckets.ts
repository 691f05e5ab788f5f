import type { Guard } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { optionsOf } from '../answer.ts';
import { singleReferences } from '../single-references.ts';

/** `s3://bucket/key`, `https://bucket.s3.eu-west-1.amazonaws.com/key`, `https://s3.amazonaws.com/bucket/key`. */
const addresses = [
  /^s3:\/\/([^/]+)/,
  /^https:\/\/([a-z0-9.-]+)\.s3[.-][a-z0-9.-]*amazonaws\.com/,
  /^https:\/\/s3[a-z0-9.-]*\.amazonaws\.com\/([^/]+)/,
];

/** The buckets of the system that a value names: by reference, name, ARN, or within an address. */
export function bucketsNamed(
  ask: Questions,
  value: Value,
  from: ResourceId,
): readonly { readonly resource: Resource; readonly guard: Guard }[] {
  return optionsOf(value).flatMap(({ value: one }) => {
    if (one === undefined) return [];
    return [...singleReferences(one), ...nameIn(one)]
      .flatMap((name) => ask.system.resolve(name, from, ['AWS::S3::Bucket']))
      .filter((end) => end.kind === 'resource')
      .filter(({ resource }) => resource.type === 'AWS::S3::Bucket');
  });
}

function nameIn(value: Value): readonly Value[] {
  const literal = literalOf(textOf(value) ?? []) ?? '';
  const name = addresses.flatMap((address) => address.exec(literal)?.[1] ?? [])[0];
  return name === undefined ? [] : [{ kind: 'text', text: [name], origin: value.origin }];
}
