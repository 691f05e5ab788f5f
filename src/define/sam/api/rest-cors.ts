import { diagnose, type Expansion, type SamResource } from '../expansion.ts';
import { entryOf, isCall, isTrue, textOf } from '../fields.ts';
import type { Made } from '../made.ts';
import { anyMethod, isMethod } from './api-draft.ts';
import { leavesOf } from './branching.ts';
import type { ApiDocument, PathItem } from './document.ts';

const allMethods = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/** `Cors` of a REST API: an answer to preflight requests at every path that has none of its own. */
export function addCors(document: ApiDocument, api: SamResource, openApi: boolean, expansion: Expansion) {
  const given = entryOf(api.properties, 'Cors');
  if (given === undefined) return;
  const cors = given.value;
  const map = cors.kind === 'mapping' && !isCall(cors);
  const origin = map ? entryOf(cors, 'AllowOrigin')?.value : cors;
  const credentials = map && isTrue(entryOf(cors, 'AllowCredentials')?.value);
  const text = textOf(origin);
  if (credentials && (origin === undefined || text === "'*'" || text === '*')) {
    const message = `Cors of ${api.id}: AllowCredentials needs an AllowOrigin other than '*'; name the origins`;
    diagnose(expansion, 'sam-invalid-property', message, given.keyOrigin);
    return;
  }
  const headers = {
    'Access-Control-Allow-Origin': origin ?? "'*'",
    'Access-Control-Allow-Headers': map ? entryOf(cors, 'AllowHeaders')?.value : undefined,
    'Access-Control-Max-Age': map ? entryOf(cors, 'MaxAge')?.value : undefined,
    'Access-Control-Allow-Credentials': credentials ? "'true'" : undefined,
  };
  const methods = map ? entryOf(cors, 'AllowMethods')?.value : undefined;
  for (const part of document.paths.values()) {
    for (const item of leavesOf(part)) {
      if ([...item.keys()].some((key) => key.toLowerCase() === 'options')) continue;
      const allowed = { 'Access-Control-Allow-Methods': methods ?? `'${methodsOf(item).join(',')}'` };
      item.set('options', { kind: 'is', value: preflight({ ...headers, ...allowed }, openApi) });
    }
  }
}

function methodsOf(item: PathItem): readonly string[] {
  const keys = [...item.keys()].filter((key) => isMethod(key));
  if (keys.includes(anyMethod)) return allMethods;
  return [...new Set([...keys.map((key) => key.toUpperCase()), 'OPTIONS'])].sort();
}

function preflight(headers: Readonly<Record<string, Made>>, openApi: boolean): Map<string, Made> {
  const given = Object.entries(headers).filter(([, value]) => value !== undefined);
  const declared = (name: string) => {
    const type = { type: name === 'Access-Control-Max-Age' ? 'integer' : 'string' };
    return openApi ? { schema: type } : type;
  };
  const media = openApi ? {} : { consumes: ['application/json'], produces: ['application/json'] };
  return new Map<string, Made>(
    Object.entries({
      summary: 'CORS support',
      ...media,
      'x-amazon-apigateway-integration': {
        type: 'mock',
        requestTemplates: { 'application/json': '{\n  "statusCode" : 200\n}\n' },
        responses: {
          default: {
            statusCode: '200',
            responseParameters: Object.fromEntries(
              given.map(([name, value]) => [`method.response.header.${name}`, value]),
            ),
            responseTemplates: { 'application/json': '{}\n' },
          },
        },
      },
      responses: {
        '200': {
          description: 'Default response for CORS method',
          headers: Object.fromEntries(given.map(([name]) => [name, declared(name)])),
        },
      },
    }),
  );
}
