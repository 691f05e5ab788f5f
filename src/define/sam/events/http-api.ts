import type { MappingEntry, Node } from '../../cloudformation/node.ts';
import { functionUri } from '../api/add-routes.ts';
import { methodInArn, pathInArn } from '../api/api-draft.ts';
import { implicitHttpApi } from '../api/implicit-api.ts';
import { diagnose, type SamResource } from '../expansion.ts';
import { entriesOf, entryOf, fieldOf, referenced, textAt, textOf } from '../fields.ts';
import { ref, sub } from '../made.ts';
import { settledText } from '../settled.ts';
import { type EventSource, type FunctionEvent, putPermission } from './event-source.ts';

/** `HttpApi` of a function: a route of an HTTP API that calls it; all requests without another route when it names none. */
export const functionHttpApiEvent: FunctionEvent = (event, target) => {
  const { properties, expansion } = event;
  const [givenPath, givenMethod] = [entryOf(properties, 'Path'), entryOf(properties, 'Method')];
  if ((givenPath === undefined) !== (givenMethod === undefined))
    return report(event, 'needs both Path and Method, or neither');
  const path = givenPath === undefined ? '$default' : settledText(givenPath.value, expansion);
  const method = givenMethod === undefined ? 'any' : settledText(givenMethod.value, expansion)?.toLowerCase();
  if (path === undefined || method === undefined || isNumber(givenPath))
    return report(event, 'must have Path and Method as text');
  const given = fieldOf(properties, 'ApiId');
  const apiId = given === undefined ? implicitHttpApi : (referenced(given) ?? textOf(given));
  const api = apiId === undefined ? undefined : expansion.apis.get(apiId);
  if (apiId !== undefined && given !== undefined && !isHttpApi(apiId, event))
    return report(event, `names ${apiId}, which is no AWS::Serverless::HttpApi of this template`);
  const arn = 'arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<__ApiId__>/<__Stage__>/';
  const place =
    givenPath === undefined
      ? '*'
      : /^\/?\$default$/.test(path)
        ? '$default'
        : `${methodInArn(method)}${pathInArn(path)}`;
  const alias = fieldOf(event.owner.properties, 'AutoPublishAlias') !== undefined;
  if (path === '$default' || alias || !covered(event)) {
    putPermission(event, target, 'apigateway.amazonaws.com', {
      SourceArn: sub(`${arn}${place}`, { __ApiId__: given ?? ref(apiId ?? ''), __Stage__: '*' }),
    });
  }
  api?.routes.push({
    event,
    path,
    method,
    integration: {
      type: 'aws_proxy',
      httpMethod: 'POST',
      payloadFormatVersion: entryOf(properties, 'PayloadFormatVersion')?.value ?? '2.0',
      timeoutInMillis: entryOf(properties, 'TimeoutInMillis')?.value,
      uri: functionUri(target.arnVariable, '<AWS::Partition>', event.owner),
    },
    responses: {},
  });
  return undefined;
};

/** Does another event of the function already ask for all requests of the API? Then its permission covers this route. */
function covered({ owner, properties, expansion }: EventSource): boolean {
  const known = expansion.openHttpApis.get(owner.id) ?? openHttpApis(owner);
  expansion.openHttpApis.set(owner.id, known);
  return known.has(apiOf(properties));
}

function openHttpApis(owner: SamResource): ReadonlySet<string> {
  const all = entriesOf(fieldOf(owner.properties, 'Events')).filter(({ value }) => {
    const path = fieldOf(value, 'Properties', 'Path');
    return textAt(value, 'Type') === 'HttpApi' && (path === undefined || textOf(path) === '$default');
  });
  return new Set(all.map(({ value }) => apiOf(fieldOf(value, 'Properties'))));
}

function apiOf(properties: Node | undefined): string {
  const given = fieldOf(properties, 'ApiId');
  return referenced(given) ?? textOf(given) ?? implicitHttpApi;
}

function isNumber(entry: MappingEntry | undefined): boolean {
  return entry?.value.kind === 'scalar' && typeof entry.value.value !== 'string';
}

function isHttpApi(apiId: string, { expansion }: EventSource): boolean {
  return expansion.resources.get(apiId)?.type === 'AWS::Serverless::HttpApi';
}

function report({ name, owner, entry, expansion }: EventSource, fault: string): undefined {
  diagnose(expansion, 'sam-invalid-property', `event ${name} of ${owner.id} ${fault}; correct it`, entry.keyOrigin);
  return undefined;
}
