import type { MappingEntry } from '../cloudformation/node.ts';
import { connect } from './connectors/connect.ts';
import { trusts } from './execution-role.ts';
import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { entriesOf, entryOf, fieldOf, itemsOf, textOf } from './fields.ts';
import { getAtt, type Made, type MadeObject, noValue, ref, sub, toNode } from './made.ts';
import { put } from './put.ts';

interface SourceKind {
  readonly suffix: string;
  readonly type: string;
  readonly connector: string;
  readonly destination: string;
  readonly permissions: readonly string[];
  /** What the source has besides. */
  readonly config: (entry: MappingEntry) => MadeObject;
  /** ARN of what the source reads. */
  readonly target: (entry: MappingEntry) => Made;
}

const kinds: Readonly<Record<string, SourceKind>> = {
  DynamoDb: {
    suffix: 'DynamoDBDataSource',
    type: 'AMAZON_DYNAMODB',
    connector: 'ToTableConnector',
    destination: 'AWS::DynamoDB::Table',
    permissions: ['Read', 'Write'],
    config: ({ value }) => ({
      DynamoDBConfig: {
        AwsRegion: entryOf(value, 'Region') ?? ref('AWS::Region'),
        TableName: entryOf(value, 'TableName'),
        UseCallerCredentials: entryOf(value, 'UseCallerCredentials'),
        Versioned: entryOf(value, 'Versioned'),
        DeltaSyncConfig: entryOf(value, 'DeltaSync'),
      },
    }),
    target: ({ value }) => tableArn(value),
  },
  Lambda: {
    suffix: 'LambdaDataSource',
    type: 'AWS_LAMBDA',
    connector: 'ToLambdaConnector',
    destination: 'AWS::Lambda::Function',
    permissions: ['Write'],
    config: ({ value }) => ({ LambdaConfig: { LambdaFunctionArn: entryOf(value, 'FunctionArn') } }),
    target: ({ value }) => entryOf(value, 'FunctionArn')?.value,
  },
};

function tableArn(node: MappingEntry['value']): Made {
  const given = entryOf(node, 'TableArn')?.value;
  if (given !== undefined) return given;
  return sub('arn:<AWS::Partition>:dynamodb:<__Region__>:<AWS::AccountId>:table/<__TableName__>', {
    __TableName__: fieldOf(node, 'TableName'),
    __Region__: fieldOf(node, 'Region') ?? ref('AWS::Region'),
  });
}

/** The data sources of a GraphQL API with their roles; by name, the logical id. */
export function graphqlDataSources(cause: SamResource, expansion: Expansion): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const group of entriesOf(fieldOf(cause.properties, 'DataSources'))) {
    const kind = kinds[group.key];
    if (kind === undefined) {
      const message = `DataSources of ${cause.id} has ${group.key}, which is none of ${Object.keys(kinds).join(', ')}`;
      diagnose(expansion, 'sam-invalid-property', message, group.keyOrigin);
      continue;
    }
    for (const entry of entriesOf(group.value)) ids.set(entry.key, putSource(cause, entry, kind, expansion));
  }
  return ids;
}

function putSource(cause: SamResource, entry: MappingEntry, kind: SourceKind, expansion: Expansion): string {
  const id = `${cause.id}${entry.key}${kind.suffix}`;
  const given = entryOf(entry.value, 'ServiceRoleArn');
  const roleId = `${id}Role`;
  put(expansion, cause, {
    id,
    type: 'AWS::AppSync::DataSource',
    properties: {
      ApiId: getAtt(cause.id, 'ApiId'),
      Name: entryOf(entry.value, 'Name') ?? entry.key,
      Description: entryOf(entry.value, 'Description'),
      Type: kind.type,
      ServiceRoleArn: given ?? getAtt(roleId, 'Arn'),
      ...kind.config(entry),
    },
    at: entry,
  });
  if (given !== undefined) return id;
  const properties = { AssumeRolePolicyDocument: trusts('appsync.amazonaws.com') };
  put(expansion, cause, { id: roleId, type: 'AWS::IAM::Role', properties, at: entry });
  const asked = itemsOf(fieldOf(entry.value, 'Permissions')).flatMap((one) => textOf(one) ?? []);
  connect(
    {
      id: `${id}${kind.connector}`,
      source: toNode({ Type: 'AWS::AppSync::DataSource', RoleName: ref(roleId) }, entry.origin),
      destinations: [toNode({ Type: kind.destination, Arn: kind.target(entry) ?? noValue }, entry.origin)],
      permissions: asked.length > 0 ? asked : kind.permissions,
      entry,
      cause,
    },
    new Map(),
    expansion,
  );
  return id;
}
