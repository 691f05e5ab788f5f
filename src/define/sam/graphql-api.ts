import type { Node } from '../cloudformation/node.ts';
import { trusts } from './execution-role.ts';
import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { entriesOf, entryOf, fieldOf, isFalse, isPlainMap, itemsOf, textAt } from './fields.ts';
import { graphqlDataSources } from './graphql-data-sources.ts';
import { graphqlResolvers } from './graphql-resolvers.ts';
import { getAtt, type Made, type MadeObject, ref, sub, toNode } from './made.ts';
import { dependsOnOf, put } from './put.ts';
import { s3Location } from './s3-location.ts';
import { tagList } from './tags.ts';

const passed = [
  'EnvironmentVariables',
  'IntrospectionConfig',
  'OwnerContact',
  'QueryDepthLimit',
  'ResolverCountLimit',
  'Visibility',
  'XrayEnabled',
];

/**
 * `AWS::Serverless::GraphQLApi`: the API with its schema, keys, domain name, data sources, functions and resolvers.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-graphqlapi.html
 */
export function translateGraphqlApi(cause: SamResource, expansion: Expansion) {
  const { properties } = cause;
  put(expansion, cause, {
    id: cause.id,
    type: 'AWS::AppSync::GraphQLApi',
    properties: {
      ...Object.fromEntries(passed.map((name) => [name, entryOf(properties, name)])),
      Name: entryOf(properties, 'Name') ?? cause.id,
      ...authOf(cause, expansion),
      LogConfig: logging(cause, expansion),
      Tags: [...tagList(fieldOf(properties, 'Tags')), { Key: 'graphqlapi:createdBy', Value: 'SAM' }],
    },
    attributes: { DependsOn: dependsOnOf(cause) },
  });
  putSchema(cause, expansion);
  putKeys(cause, expansion);
  putDomain(cause, expansion);
  const sources = graphqlDataSources(cause, expansion);
  graphqlResolvers(cause, sources, expansion);
}

/** What each way of authorization has besides its name. */
const providers: Readonly<Record<string, { readonly given?: string; readonly written?: string }>> = {
  API_KEY: {},
  AWS_IAM: {},
  AWS_LAMBDA: { given: 'LambdaAuthorizer', written: 'LambdaAuthorizerConfig' },
  OPENID_CONNECT: { given: 'OpenIDConnect', written: 'OpenIDConnectConfig' },
  AMAZON_COGNITO_USER_POOLS: { given: 'UserPool', written: 'UserPoolConfig' },
};

function authOf(cause: SamResource, expansion: Expansion): MadeObject {
  const auth = entryOf(cause.properties, 'Auth');
  const additional = itemsOf(fieldOf(auth?.value, 'Additional'));
  const [main, ...more] = [auth?.value, ...additional].map((node, index) => provider(node, index, cause, expansion));
  putAuthorizerPermissions(cause, [auth?.value, ...additional], expansion);
  return { ...main, AdditionalAuthenticationProviders: more.length === 0 ? undefined : more };
}

function provider(
  node: Node | undefined,
  index: number,
  ...[cause, expansion]: readonly [SamResource, Expansion]
): MadeObject {
  const type = textAt(node, 'Type') ?? '';
  const kind = providers[type];
  const settings = kind?.given === undefined ? undefined : fieldOf(node, kind.given);
  if (kind === undefined || (kind.given !== undefined && !isPlainMap(settings))) {
    const message = `Auth of ${cause.id}: Type ${type === '' ? 'is missing' : `${type} is not known or lacks its settings`}; correct it`;
    diagnose(
      expansion,
      'sam-invalid-property',
      message,
      entryOf(cause.properties, 'Auth')?.keyOrigin ?? cause.entry.keyOrigin,
    );
  }
  const withAction = (key: string) => !(index > 0 && key === 'DefaultAction');
  const written = entriesOf(settings).filter(({ key }) => withAction(key));
  return {
    AuthenticationType: type,
    ...(kind?.written !== undefined && {
      [kind.written]: new Map<string, Made>(written.map((entry) => [entry.key, entry])),
    }),
  };
}

/** Lets AppSync call the functions that authorize. */
function putAuthorizerPermissions(cause: SamResource, auths: readonly (Node | undefined)[], expansion: Expansion) {
  const targets = auths.flatMap((auth) =>
    textAt(auth, 'Type') === 'AWS_LAMBDA' ? (fieldOf(auth, 'LambdaAuthorizer', 'AuthorizerUri') ?? []) : [],
  );
  targets.forEach((target, index) => {
    const connector = `${cause.id}ToLambdaAuthConnector${targets.length > 1 ? index + 1 : ''}`;
    const arn = 'arn:<AWS::Partition>:appsync:<AWS::Region>:<AWS::AccountId>:apis/<SourceResourceId>';
    put(expansion, cause, {
      id: `${connector}WriteLambdaPermission`,
      type: 'AWS::Lambda::Permission',
      properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: target,
        Principal: 'appsync.amazonaws.com',
        SourceArn: sub(arn, { SourceResourceId: getAtt(cause.id, 'ApiId') }),
      },
    });
  });
}

/** Everything is logged, with a role for that, unless the user says otherwise. */
function logging(cause: SamResource, expansion: Expansion): Made {
  const given = fieldOf(cause.properties, 'Logging');
  if (isFalse(given)) return undefined;
  const map = isPlainMap(given) ? given : toNode({}, cause.entry.origin);
  const roleId = `${cause.id}CloudWatchRole`;
  const role = entryOf(map, 'CloudWatchLogsRoleArn');
  if (role === undefined) {
    const policy = sub('arn:<AWS::Partition>:iam::aws:policy/service-role/AWSAppSyncPushToCloudWatchLogs');
    const properties = { AssumeRolePolicyDocument: trusts('appsync.amazonaws.com'), ManagedPolicyArns: [policy] };
    put(expansion, cause, { id: roleId, type: 'AWS::IAM::Role', properties });
  }
  return {
    CloudWatchLogsRoleArn: role ?? getAtt(roleId, 'Arn'),
    FieldLogLevel: entryOf(map, 'FieldLogLevel') ?? 'ALL',
    ExcludeVerboseContent: entryOf(map, 'ExcludeVerboseContent'),
  };
}

function putSchema(cause: SamResource, expansion: Expansion) {
  const [inline, uri] = [entryOf(cause.properties, 'SchemaInline'), entryOf(cause.properties, 'SchemaUri')];
  if ((inline === undefined) === (uri === undefined)) {
    const message = `${cause.id} needs SchemaInline or SchemaUri, and not both; correct it`;
    diagnose(expansion, 'sam-missing-property', message, cause.entry.keyOrigin);
  }
  const place = uri === undefined ? undefined : s3Location(uri, cause.id, expansion);
  const DefinitionS3Location = place === undefined ? undefined : uri;
  put(expansion, cause, {
    id: `${cause.id}Schema`,
    type: 'AWS::AppSync::GraphQLSchema',
    properties: { ApiId: getAtt(cause.id, 'ApiId'), Definition: inline, DefinitionS3Location },
  });
}

function putKeys(cause: SamResource, expansion: Expansion) {
  for (const entry of entriesOf(fieldOf(cause.properties, 'ApiKeys'))) {
    put(expansion, cause, {
      id: `${cause.id}${entry.key}`,
      type: 'AWS::AppSync::ApiKey',
      properties: {
        ApiId: getAtt(cause.id, 'ApiId'),
        ApiKeyId: entryOf(entry.value, 'ApiKeyId'),
        Description: entryOf(entry.value, 'Description'),
        Expires: entryOf(entry.value, 'ExpiresOn'),
      },
      at: entry,
    });
  }
}

function putDomain(cause: SamResource, expansion: Expansion) {
  const given = entryOf(cause.properties, 'DomainName');
  if (given === undefined) return;
  const id = `${cause.id}DomainName`;
  put(expansion, cause, { id, type: 'AWS::AppSync::DomainName', properties: given, at: given });
  put(expansion, cause, {
    id: `${id}ApiAssociation`,
    type: 'AWS::AppSync::DomainNameApiAssociation',
    properties: { ApiId: getAtt(cause.id, 'ApiId'), DomainName: ref(id) },
    at: given,
  });
}
