import { contentId } from '../content-id.ts';
import type { Expansion, SamResource } from '../expansion.ts';
import { entryOf, fieldOf, isCall, isPlainMap, itemsOf, textAt, textOf } from '../fields.ts';
import { type Made, type MadeObject, ref } from '../made.ts';
import { attributesOf, dependsOnOf, putAlone, taken } from '../put.ts';
import { s3Location } from '../s3-location.ts';
import { sha1 } from '../sha1.ts';
import { propagatedTags, tagList } from '../tags.ts';
import type { ApiDraft } from './api-draft.ts';
import { authorizersOf, putAuthorizerPermissions } from './authorizers.ts';
import { writeDocument } from './document.ts';
import { putRestDomain } from './domain.ts';
import { withRoutes } from './implicit-api.ts';
import { checkRestApi } from './rest-checks.ts';
import { restDocument } from './rest-document.ts';
import { usagePlan } from './usage-plan.ts';

/**
 * `AWS::Serverless::Api`: the API with its document, a deployment and a stage; its domain name and usage plan.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-api.html
 */
export function translateRestApi(draft: ApiDraft, expansion: Expansion) {
  const { resource: declared } = draft;
  checkRestApi(declared, expansion);
  const api = withRoutes(draft, expansion);
  const authorizers = authorizersOf(api, expansion);
  const uri = entryOf(api.properties, 'DefinitionUri');
  const place = uri === undefined ? undefined : s3Location(uri, api.id, expansion);
  const inline = entryOf(api.properties, 'DefinitionBody');
  // What a function makes of the definition is for CloudFormation to know.
  const whole = { ...draft, resource: api };
  const own = isCall(inline?.value) ? inline : undefined;
  const body = uri !== undefined ? undefined : (own ?? writeDocument(restDocument(whole, authorizers, expansion)));
  const attributes = attributesOf(api);
  const write = (id: string, type: string, properties: MadeObject, more: MadeObject = {}) =>
    putAlone(expansion, api, { id, type, properties, attributes: { ...attributes, ...more } });
  write(api.id, 'AWS::ApiGateway::RestApi', apiProperties(api, body, place), { DependsOn: dependsOnOf(api) });
  // AWS takes the digest of the document, which may have secrets inside: here it is that of the name.
  const content = sha1(api.id);
  const deploymentId = `${api.id}Deployment${content.slice(0, 10)}`;
  write(deploymentId, 'AWS::ApiGateway::Deployment', {
    RestApiId: ref(api.id),
    Description: `RestApi deployment id: ${content}`,
    StageName: fieldOf(api.properties, 'OpenApiVersion') === undefined ? 'Stage' : undefined,
  });
  const stageId = restStageId(api);
  write(stageId, 'AWS::ApiGateway::Stage', {
    RestApiId: ref(api.id),
    DeploymentId: ref(deploymentId),
    ...taken(api, stageProperties),
    Tags: propagatedTags(api),
  });
  expansion.references.set(`${api.id}.Stage`, stageId).set(`${api.id}.Deployment`, deploymentId);
  putAuthorizerPermissions(api, authorizers, expansion);
  putRestDomain(api, stageId, expansion);
  const plan = entryOf(fieldOf(api.properties, 'Auth'), 'UsagePlan');
  if (plan !== undefined && !isCall(plan.value)) usagePlan({ api, stageId, entry: plan }, expansion);
}

const stageProperties = [
  'StageName',
  'CacheClusterEnabled',
  'CacheClusterSize',
  'Variables',
  'MethodSettings',
  'AccessLogSetting',
  'CanarySetting',
  'TracingEnabled',
] as const;

/** The logical id of the stage: with its name in it where the name is known and has letters and digits only. */
export function restStageId(api: SamResource): string {
  const stage = textAt(api.properties, 'StageName');
  if (stage === undefined) return `${api.id}Stage`;
  return /^[A-Za-z0-9]+$/.test(stage) ? `${api.id}${stage}Stage` : contentId(`${api.id}Stage`, stage);
}

function apiProperties(api: SamResource, body: Made, place: ReturnType<typeof s3Location>): MadeObject {
  const location = place && { Bucket: place.bucket, Key: place.key, Version: place.version };
  const tags = fieldOf(api.properties, 'Tags');
  return {
    ...taken(api, [
      'Name',
      'Description',
      'ApiKeySourceType',
      'FailOnWarnings',
      'MinimumCompressionSize',
      'Mode',
      'Policy',
      'SecurityPolicy',
      'EndpointAccessMode',
    ]),
    Body: body,
    BodyS3Location: location,
    BinaryMediaTypes: mediaTypes(api),
    Tags: tags === undefined ? undefined : tagList(tags),
    ...endpointConfiguration(api),
  };
}

function mediaTypes(api: SamResource): Made {
  const given = fieldOf(api.properties, 'BinaryMediaTypes');
  return given === undefined ? undefined : itemsOf(given).map((type) => textOf(type)?.replace(/\//g, '~1') ?? type);
}

function endpointConfiguration(api: SamResource): MadeObject {
  const given = fieldOf(api.properties, 'EndpointConfiguration');
  if (given === undefined) return {};
  const type = isPlainMap(given) ? entryOf(given, 'Type')?.value : given;
  return {
    EndpointConfiguration: {
      Types: [type],
      VpcEndpointIds: entryOf(given, 'VPCEndpointIds'),
      IpAddressType: entryOf(given, 'IpAddressType'),
    },
    Parameters: { endpointConfigurationTypes: type },
  };
}
