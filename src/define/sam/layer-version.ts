import { canonicalJson, contentId } from './content-id.ts';
import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { entryOf, textOf } from './fields.ts';
import { type Made, opened, toNode } from './made.ts';
import { dependsOnOf, put, taken } from './put.ts';
import { s3Location } from './s3-location.ts';
import { settled, settledText } from './settled.ts';

/**
 * `AWS::Serverless::LayerVersion`: a version of a layer. What names the layer names the version with this content.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-layerversion.html
 */
export function translateLayerVersion(cause: SamResource, expansion: Expansion) {
  const { properties } = cause;
  const given = entryOf(properties, 'ContentUri');
  if (given === undefined) {
    diagnose(expansion, 'sam-missing-property', `layer ${cause.id} needs ContentUri; add it`, cause.entry.keyOrigin);
  }
  const place = given === undefined ? undefined : s3Location(given, cause.id, expansion);
  const name = entryOf(properties, 'LayerName');
  const license = entryOf(properties, 'LicenseInfo');
  if (license !== undefined && license.value.kind === 'sequence')
    diagnose(
      expansion,
      'sam-invalid-property',
      `LicenseInfo of ${cause.id} must be text; correct it`,
      license.keyOrigin,
    );
  const content: Made = {
    Content: place && { S3Bucket: place.bucket, S3Key: place.key, S3ObjectVersion: place.version },
    LayerName: name === undefined ? cause.id : settled(name.value, expansion),
    LicenseInfo: license && settled(license.value, expansion),
    ...taken(cause, ['Description', 'CompatibleRuntimes', 'CompatibleArchitectures']),
  };
  const identity: Made = { [cause.id]: opened(cause.body).set('Properties', settled(properties, expansion)) };
  const id = contentId(cause.id, canonicalJson(toNode(identity, cause.entry.origin)));
  put(expansion, cause, {
    id,
    type: 'AWS::Lambda::LayerVersion',
    properties: content,
    attributes: { DeletionPolicy: retention(cause, expansion), DependsOn: dependsOnOf(cause) },
  });
  expansion.references.set(cause.id, id);
}

/** Older versions of a layer stay unless the user says otherwise. */
function retention(cause: SamResource, expansion: Expansion): Made {
  const given = entryOf(cause.properties, 'RetentionPolicy');
  const policy = settledText(given?.value, expansion)?.toLowerCase();
  if (given === undefined) return entryOf(cause.body, 'DeletionPolicy') ?? 'Retain';
  if (policy === 'retain') return 'Retain';
  if (policy === 'delete') return 'Delete';
  const message = `RetentionPolicy of ${cause.id} must be Retain or Delete, not ${textOf(given.value) ?? 'a function'}`;
  diagnose(expansion, 'sam-invalid-property', message, given.keyOrigin);
  return 'Retain';
}
