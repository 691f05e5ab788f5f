import type { MappingEntry } from '../cloudformation/node.ts';
import { diagnose, type Expansion } from './expansion.ts';
import { entryOf, isPlainMap, textOf } from './fields.ts';
import { type Made, toNode } from './made.ts';

/** A place of code in S3. */
export interface S3Location {
  readonly bucket: Made;
  readonly key: Made;
  readonly version: Made;
}

/**
 * What `CodeUri`, `ContentUri` or `DefinitionUri` says: `s3://bucket/key?versionId=v` or a mapping of Bucket, Key and
 * Version. A local path, which only packaging turns into one, is undefined without complaint.
 */
export function s3Location(given: MappingEntry, owner: string, expansion: Expansion): S3Location | undefined {
  const { value, key: property, keyOrigin } = given;
  if (isPlainMap(value)) {
    const [bucket, key] = [entryOf(value, 'Bucket'), entryOf(value, 'Key')];
    if (bucket !== undefined && key !== undefined) return { bucket, key, version: entryOf(value, 'Version') };
    const message = `${property} of ${owner} lacks Bucket or Key; give both, or s3://bucket/key`;
    diagnose(expansion, 'sam-missing-property', message, keyOrigin);
    return undefined;
  }
  const uri = textOf(value);
  const match = uri === undefined ? null : /^s3:\/\/([^/?[\]{}]+)\/([^?]+)(?:\?(.*))?$/.exec(uri);
  if (match === null) return reportUri({ uri, property, owner, origin: keyOrigin }, expansion);
  const version = /(?:^|&)versionId=([^&]+)/.exec(match[3] ?? '')?.[1];
  const node = (text: string | undefined) => (text === undefined ? undefined : toNode(text, value.origin));
  return { bucket: node(match[1]), key: node(match[2]), version: node(version) };
}

function reportUri(
  {
    uri,
    property,
    owner,
    origin,
  }: { uri: string | undefined; property: string; owner: string; origin: MappingEntry['origin'] },
  expansion: Expansion,
): undefined {
  const local = uri !== undefined && !uri.includes('://') && !uri.startsWith('{{');
  if (local) return undefined;
  const message = `${property} of ${owner} is not of the form s3://bucket/key, optionally with ?versionId=…; correct it`;
  diagnose(expansion, 'sam-invalid-property', message, origin);
  return undefined;
}
