import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { entryOf, fieldOf, isCall, textAt } from './fields.ts';
import type { Made } from './made.ts';
import { dependsOnOf, put, taken } from './put.ts';
import { settledText } from './settled.ts';
import { tagList } from './tags.ts';

/** Attribute types of DynamoDB by their names in SAM. */
const types: Readonly<Record<string, string>> = { String: 'S', Number: 'N', Binary: 'B' };

/**
 * `AWS::Serverless::SimpleTable`: a DynamoDB table with one key, paid by request unless a throughput is given.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-simpletable.html
 */
export function translateSimpleTable(cause: SamResource, expansion: Expansion) {
  const { properties } = cause;
  const throughput = entryOf(properties, 'ProvisionedThroughput');
  const tags = fieldOf(properties, 'Tags');
  const { name, type } = primaryKey(cause, expansion);
  put(expansion, cause, {
    id: cause.id,
    type: 'AWS::DynamoDB::Table',
    properties: {
      ...taken(cause, ['TableName', 'SSESpecification', 'PointInTimeRecoverySpecification']),
      AttributeDefinitions: [{ AttributeName: name, AttributeType: type }],
      KeySchema: [{ AttributeName: name, KeyType: 'HASH' }],
      ProvisionedThroughput: throughput,
      BillingMode: throughput === undefined ? 'PAY_PER_REQUEST' : undefined,
      Tags: tags === undefined ? undefined : tagList(tags),
    },
    attributes: { DependsOn: dependsOnOf(cause) },
  });
}

function primaryKey(cause: SamResource, expansion: Expansion): { readonly name: Made; readonly type: Made } {
  const given = entryOf(cause.properties, 'PrimaryKey');
  if (given === undefined) return { name: 'id', type: 'S' };
  const [name, type] = [entryOf(given.value, 'Name'), entryOf(given.value, 'Type')];
  const known = types[settledText(type?.value, expansion) ?? ''];
  if (type === undefined || (known === undefined && !isCall(type.value))) {
    const message = `PrimaryKey of ${cause.id} needs the Type String, Number or Binary, not ${textAt(given.value, 'Type') ?? 'nothing'}`;
    diagnose(expansion, 'sam-invalid-property', message, given.keyOrigin);
  }
  return { name: name?.value ?? 'id', type: known ?? type?.value ?? 'S' };
}
