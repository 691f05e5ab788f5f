import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { entryOf, fieldOf, isPlainMap, textOf } from './fields.ts';
import type { MadeObject } from './made.ts';
import { dependsOnOf, put, taken } from './put.ts';
import { settled, settledText } from './settled.ts';
import { tagsOf } from './tags.ts';

/**
 * `AWS::Serverless::Application`: a nested stack, of a template at the location or of the Serverless Application
 * Repository, whose template is not part of the input.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-application.html
 */
export function translateApplication(cause: SamResource, expansion: Expansion) {
  const location = entryOf(cause.properties, 'Location');
  const published = isPlainMap(location?.value) ? publishedOf(cause, expansion) : {};
  if (location === undefined) {
    diagnose(
      expansion,
      'sam-missing-property',
      `application ${cause.id} needs Location; add it`,
      cause.entry.keyOrigin,
    );
  }
  const local = location !== undefined && !isPlainMap(location.value);
  put(expansion, cause, {
    id: cause.id,
    type: 'AWS::CloudFormation::Stack',
    properties: {
      TemplateURL: local ? location : undefined,
      ...taken(cause, ['Parameters', 'NotificationARNs', 'TimeoutInMinutes']),
      Tags: tagsOf(cause, { 'lambda:createdBy': 'SAM', ...published }, expansion),
    },
    attributes: { DependsOn: dependsOnOf(cause) },
  });
}

function publishedOf(cause: SamResource, expansion: Expansion): MadeObject {
  const location = entryOf(cause.properties, 'Location');
  const tag = (name: string) => {
    const given = fieldOf(location?.value, name);
    const text = settledText(given, expansion);
    if (given !== undefined && text !== '' && text !== undefined) return settled(given, expansion);
    const message = `application ${cause.id}: ${name} must be text, or a parameter or mapping with a value; it is ${textOf(given) ?? 'not known'}`;
    diagnose(expansion, 'sam-invalid-property', message, location?.keyOrigin ?? cause.entry.keyOrigin);
    return undefined;
  };
  return {
    'serverlessrepo:applicationId': tag('ApplicationId'),
    'serverlessrepo:semanticVersion': tag('SemanticVersion'),
  };
}
