import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { entryOf, fieldOf, isCall, textAt } from './fields.ts';
import type { MadeObject } from './made.ts';
import { s3Location } from './s3-location.ts';

/** `Code` of a function; undefined when it lies beside the template and only packaging says where it goes. */
export function functionCode(cause: SamResource, expansion: Expansion): MadeObject | undefined {
  const { properties } = cause;
  const encrypted = { SourceKMSKeyArn: entryOf(properties, 'SourceKMSKeyArn') };
  const image = entryOf(properties, 'ImageUri');
  if (
    textAt(properties, 'PackageType') === 'Image' ||
    (image !== undefined && fieldOf(properties, 'CodeUri') === undefined)
  )
    return image === undefined ? undefined : { ImageUri: image };
  const inline = entryOf(properties, 'InlineCode');
  const uri = entryOf(properties, 'CodeUri');
  if (inline !== undefined && uri !== undefined && !isCall(inline.value)) {
    const message = `${cause.id} has both InlineCode and CodeUri; give one of them`;
    diagnose(expansion, 'sam-conflict', message, inline.keyOrigin);
  }
  if (inline !== undefined) return { ZipFile: inline, ...encrypted };
  if (uri === undefined) {
    const message = `${cause.id} has no code; give CodeUri, InlineCode or ImageUri`;
    diagnose(expansion, 'sam-missing-property', message, cause.entry.keyOrigin);
    return undefined;
  }
  const place = s3Location(uri, cause.id, expansion);
  return place === undefined
    ? undefined
    : { S3Bucket: place.bucket, S3Key: place.key, S3ObjectVersion: place.version, ...encrypted };
}
