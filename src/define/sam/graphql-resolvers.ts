import type { MappingEntry, Node } from '../cloudformation/node.ts';
import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { entriesOf, entryOf, fieldOf, itemsOf, textAt, textOf } from './fields.ts';
import { getAtt, type Made, type MadeObject } from './made.ts';
import { put } from './put.ts';

/** Code of a resolver that only hands on what the last function of its pipeline gives. */
const handingOn = `
export function request(ctx) {
    return {};
}

export function response(ctx) {
    return ctx.prev.result;
}
`;

/** The functions of a GraphQL API, and the resolvers that call them one after the other. */
export function graphqlResolvers(cause: SamResource, sources: ReadonlyMap<string, string>, expansion: Expansion) {
  const functions = new Set<string>();
  for (const entry of entriesOf(fieldOf(cause.properties, 'Functions'))) {
    functions.add(entry.key);
    putFunction(cause, entry, sources, expansion);
  }
  for (const group of entriesOf(fieldOf(cause.properties, 'Resolvers'))) {
    for (const entry of entriesOf(group.value)) putResolver(cause, group.key, { entry, functions }, expansion);
  }
}

function report(cause: SamResource, entry: MappingEntry, fault: string, expansion: Expansion) {
  diagnose(expansion, 'sam-invalid-property', `${entry.key} of ${cause.id} ${fault}; correct it`, entry.keyOrigin);
}

function putFunction(
  cause: SamResource,
  entry: MappingEntry,
  ...[sources, expansion]: readonly [ReadonlyMap<string, string>, Expansion]
) {
  const id = `${cause.id}${entry.key}`;
  const given = fieldOf(entry.value, 'DataSource');
  const sourceId = sources.get(textOf(given) ?? '');
  if (given === undefined) report(cause, entry, 'needs a DataSource', expansion);
  put(expansion, cause, {
    id,
    type: 'AWS::AppSync::FunctionConfiguration',
    properties: {
      ApiId: getAtt(cause.id, 'ApiId'),
      Name: entryOf(entry.value, 'Name') ?? entry.key,
      Description: entryOf(entry.value, 'Description'),
      DataSourceName: sourceId === undefined ? given : getAtt(sourceId, 'Name'),
      MaxBatchSize: entryOf(entry.value, 'MaxBatchSize'),
      SyncConfig: entryOf(entry.value, 'Sync'),
      Runtime: runtimeOf(entry.value),
      ...codeOf(entry.value),
    },
    at: entry,
  });
}

interface ResolverPlace {
  readonly entry: MappingEntry;
  readonly functions: ReadonlySet<string>;
}

function putResolver(cause: SamResource, type: string, { entry, functions }: ResolverPlace, expansion: Expansion) {
  const pipeline = itemsOf(fieldOf(entry.value, 'Pipeline'));
  if (pipeline.length === 0) report(cause, entry, 'needs a Pipeline', expansion);
  const code = codeOf(entry.value);
  const own = Object.values(code).some((value) => value !== undefined);
  if (own && runtimeOf(entry.value) === undefined) report(cause, entry, 'needs a Runtime for its code', expansion);
  put(expansion, cause, {
    id: `${cause.id}${type}${entry.key}`,
    type: 'AWS::AppSync::Resolver',
    properties: {
      ApiId: getAtt(cause.id, 'ApiId'),
      TypeName: type,
      FieldName: entryOf(entry.value, 'FieldName') ?? entry.key,
      Kind: 'PIPELINE',
      MaxBatchSize: entryOf(entry.value, 'MaxBatchSize'),
      CachingConfig: entryOf(entry.value, 'Caching'),
      SyncConfig: entryOf(entry.value, 'Sync'),
      PipelineConfig: {
        Functions: pipeline.map((one) => {
          const name = textOf(one);
          return name !== undefined && functions.has(name) ? getAtt(`${cause.id}${name}`, 'FunctionId') : one;
        }),
      },
      ...(own ? code : { Code: handingOn }),
      Runtime: own ? runtimeOf(entry.value) : { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' },
    },
    attributes: { DependsOn: [`${cause.id}Schema`] },
    at: entry,
  });
}

function codeOf(node: Node): MadeObject {
  return { Code: entryOf(node, 'InlineCode'), CodeS3Location: entryOf(node, 'CodeUri') };
}

function runtimeOf(node: Node): Made {
  const given = fieldOf(node, 'Runtime');
  if (given === undefined) return undefined;
  return { Name: textAt(given, 'Name'), RuntimeVersion: entryOf(given, 'Version') };
}
