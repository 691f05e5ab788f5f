import { functionUri } from '../api/add-routes.ts';
import type { ApiDraft } from '../api/api-draft.ts';
import { methodInArn, pathInArn } from '../api/api-draft.ts';
import { implicitRestApi } from '../api/implicit-api.ts';
import { contentId } from '../content-id.ts';
import { diagnose } from '../expansion.ts';
import { fieldOf, isTrue, refOf, textOf } from '../fields.ts';
import { type Made, ref, sub } from '../made.ts';
import { conditionOf, underCondition } from '../put.ts';
import { settledText } from '../settled.ts';
import { type EventSource, type FunctionEvent, putForEvent, type StateMachineEvent } from './event-source.ts';
import { putStartRole } from './rule.ts';

/** `Api` of a function: a method of a REST API that calls it. */
export const functionApiEvent: FunctionEvent = (event, target) => {
  const place = placeOf(event);
  if (place === undefined) return undefined;
  const { api, path, method } = place;
  const { settings } = event.expansion;
  const arn = `arn:${settings.partition}:execute-api:<AWS::Region>:<AWS::AccountId>:<__ApiId__>/<__Stage__>/`;
  putForEvent(event, {
    id: `${event.id}Permission${stageSuffix(api, place.apiId)}`,
    type: 'AWS::Lambda::Permission',
    properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: target.name,
      Principal: 'apigateway.amazonaws.com',
      SourceArn: sub(`${arn}${methodInArn(method)}${pathInArn(path)}`, { __ApiId__: place.reference, __Stage__: '*' }),
    },
  });
  api?.routes.push({
    event,
    path,
    method,
    integration: {
      type: 'aws_proxy',
      httpMethod: 'POST',
      uri: functionUri(target.arnVariable, settings.partition, event.owner),
    },
    responses: {},
  });
  return undefined;
};

/** `Api` of a state machine: a method of a REST API that starts it. */
export const stateMachineApiEvent: StateMachineEvent = (event, target) => {
  const place = placeOf(event);
  if (place === undefined) return;
  const role = putStartRole(event, target, 'apigateway.amazonaws.com');
  const plain = fieldOf(event.properties, 'UnescapeMappingTemplate');
  if (plain !== undefined && plain.kind !== 'scalar') report(event, 'takes true or false as UnescapeMappingTemplate');
  const input = isTrue(plain)
    ? String.raw`$util.escapeJavaScript($input.json('$')).replaceAll("\\'","'")`
    : "$util.escapeJavaScript($input.json('$'))";
  const template = `{"input": "${input}", "stateMachineArn": "${target.arnVariable}"}`;
  place.api?.routes.push({
    event,
    path: place.path,
    method: place.method,
    integration: {
      type: 'aws',
      httpMethod: 'POST',
      uri: underCondition(
        conditionOf(event.owner),
        sub('arn:<AWS::Partition>:apigateway:<AWS::Region>:states:action/StartExecution'),
      ),
      credentials: role,
      requestTemplates: { 'application/json': sub(template) },
      responses: { '200': { statusCode: '200' }, '400': { statusCode: '400' } },
    },
    responses: { '200': { description: 'OK' }, '400': { description: 'Bad Request' } },
  });
};

interface Place {
  readonly path: string;
  readonly method: string;
  readonly apiId: string;
  readonly reference: Made;
  /** Undefined for an API that is no `AWS::Serverless::Api`, or whose document is the user's alone. */
  readonly api: ApiDraft | undefined;
}

function placeOf(event: EventSource): Place | undefined {
  const { properties, expansion } = event;
  const path = settledText(fieldOf(properties, 'Path'), expansion);
  const method = settledText(fieldOf(properties, 'Method'), expansion)?.toLowerCase();
  if (path === undefined || method === undefined) return report(event, 'needs Path and Method as text');
  if (path.includes('{{')) return report(event, 'has a Path that is not known before deployment');
  const given = fieldOf(properties, 'RestApiId');
  const apiId = given === undefined ? implicitRestApi : (refOf(given) ?? textOf(given));
  if (apiId === undefined) return report(event, 'must name its API by Ref, or by its id as text');
  const reference = given === undefined ? ref(apiId) : given;
  const api = expansion.apis.get(apiId);
  const known = expansion.resources.get(apiId)?.type;
  if (known === 'AWS::Serverless::HttpApi') return report(event, `names ${apiId}, which is no AWS::Serverless::Api`);
  return { path, method, apiId, reference, api };
}

function report({ name, owner, entry, expansion }: EventSource, fault: string): undefined {
  diagnose(expansion, 'sam-invalid-property', `event ${name} of ${owner.id} ${fault}; correct it`, entry.keyOrigin);
  return undefined;
}

/** The stage in the name of a permission. */
function stageSuffix(api: ApiDraft | undefined, apiId: string): string {
  if (api === undefined) return apiId === implicitRestApi ? 'Prod' : 'Stage';
  const stage = textOf(fieldOf(api.resource.properties, 'StageName'));
  if (stage === undefined) return 'Stage';
  return /^[A-Za-z0-9]+$/.test(stage) ? stage : contentId('', stage);
}
