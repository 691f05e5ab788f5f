import { contentId } from '../content-id.ts';
import type { Expansion, SamResource } from '../expansion.ts';
import { entriesOf, entryOf, fieldOf, isCall, isPlainMap, isTrue, textAt } from '../fields.ts';
import { type Made, type MadeObject, madeNode, opened, ref } from '../made.ts';
import { attributesOf, conditionOf, dependsOnOf, putAlone, taken, underCondition } from '../put.ts';
import { s3Location } from '../s3-location.ts';
import type { ApiDraft } from './api-draft.ts';
import { authorizersOf, putAuthorizerPermissions } from './authorizers.ts';
import { writeDocument } from './document.ts';
import { checkHttpApi } from './http-checks.ts';
import { httpDocument } from './http-document.ts';
import { putHttpDomain } from './http-domain.ts';
import { withRoutes } from './implicit-api.ts';

/**
 * `AWS::Serverless::HttpApi`: the API with its document, a stage that deploys itself, and its domain name.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-httpapi.html
 */
export function translateHttpApi(draft: ApiDraft, expansion: Expansion) {
  const api = withRoutes(draft, expansion);
  checkHttpApi(api, expansion);
  const authorizers = authorizersOf(api, expansion);
  const uri = entryOf(api.properties, 'DefinitionUri');
  const place = uri === undefined ? undefined : s3Location(uri, api.id, expansion);
  const whole = { ...draft, resource: api };
  const inline = entryOf(api.properties, 'DefinitionBody');
  // What a function makes of the definition is for CloudFormation to know.
  const own = isCall(inline?.value) ? inline : undefined;
  const body =
    uri !== undefined || own !== undefined ? undefined : writeDocument(httpDocument(whole, authorizers, expansion));
  const attributes = attributesOf(api);
  putAlone(expansion, api, {
    id: api.id,
    type: 'AWS::ApiGatewayV2::Api',
    properties: {
      Body: body === undefined ? own : withoutDefaultSign(body, api),
      BodyS3Location: place && { Bucket: place.bucket, Key: place.key, Version: place.version },
      ...taken(api, uri === undefined ? ['FailOnWarnings'] : ['FailOnWarnings', 'Name']),
      Description: uri === undefined ? undefined : entryOf(api.properties, 'Description'),
    },
    attributes: { ...attributes, DependsOn: dependsOnOf(api) },
  });
  const stageId = httpStageId(api);
  putAlone(expansion, api, {
    id: stageId,
    type: 'AWS::ApiGatewayV2::Stage',
    properties: stageProperties(whole),
    attributes,
  });
  expansion.references.set(`${api.id}.Stage`, stageId);
  putAuthorizerPermissions(api, authorizers, expansion);
  putHttpDomain(api, { stageId, prefix: 'ApiGatewayDomainNameV2', createdBy: 'httpapi:createdBy' }, expansion);
}

/** With `FailOnWarnings`, the path `$default` would fail for its missing slash. */
function withoutDefaultSign(body: Map<string, Made>, api: SamResource): Made {
  const paths = body.get('paths');
  if (!isTrue(fieldOf(api.properties, 'FailOnWarnings')) || !(paths instanceof Map)) return body;
  const renamed = [...paths].map(([path, item]) => [path === '$default' ? '/$default' : path, item] as const);
  return new Map(body).set('paths', new Map(renamed));
}

export function httpStageId(api: SamResource): string {
  const given = fieldOf(api.properties, 'StageName');
  const stage = given === undefined ? '$default' : textAt(api.properties, 'StageName');
  if (stage === '$default') return `${api.id}ApiGatewayDefaultStage`;
  if (stage === undefined) return `${api.id}Stage`;
  return /^[A-Za-z0-9]+$/.test(stage) ? `${api.id}${stage}Stage` : contentId(`${api.id}Stage`, stage);
}

function stageProperties(draft: ApiDraft): MadeObject {
  const { resource: api } = draft;
  const tags = entriesOf(fieldOf(api.properties, 'Tags'));
  return {
    ApiId: ref(api.id),
    StageName: entryOf(api.properties, 'StageName') ?? '$default',
    AutoDeploy: true,
    AccessLogSettings: entryOf(api.properties, 'AccessLogSettings'),
    DefaultRouteSettings: entryOf(api.properties, 'DefaultRouteSettings'),
    RouteSettings: routeSettings(draft),
    StageVariables: entryOf(api.properties, 'StageVariables'),
    Tags: new Map<string, Made>([...tags.map(({ key, value }) => [key, value] as const), ['httpapi:createdBy', 'SAM']]),
  };
}

/** `RouteSettings` of the API, and of its routes under their method and path. */
function routeSettings({ resource: api, routes }: ApiDraft): Made {
  const result = new Map<string, Made>(
    entriesOf(fieldOf(api.properties, 'RouteSettings')).map((entry) => [entry.key, entry.value]),
  );
  for (const { event, path, method } of routes) {
    const given = fieldOf(event.properties, 'RouteSettings');
    if (!isPlainMap(given)) continue;
    const name = path === '$default' ? path : `${method === 'any' ? 'ANY' : method.toUpperCase()} ${path}`;
    const merged = new Map<string, Made>([...opened(madeNode(result.get(name), event.entry.origin)), ...opened(given)]);
    result.set(name, underCondition(conditionOf(event.owner), merged));
  }
  return result.size === 0 ? undefined : result;
}
