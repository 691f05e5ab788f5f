import type { MappingEntry } from '../../cloudformation/node.ts';
import { diagnose, type Expansion, type SamResource } from '../expansion.ts';
import { entriesOf, entryOf, fieldOf, isCall, isPlainMap, textOf } from '../fields.ts';
import type { Made } from '../made.ts';

const places: Readonly<Record<string, string>> = { Headers: 'header', Paths: 'path', QueryStrings: 'querystring' };

/** `GatewayResponses` of a REST API as OpenAPI has them. */
export function gatewayResponses(api: SamResource, expansion: Expansion): Made {
  const given = entryOf(api.properties, 'GatewayResponses');
  if (given === undefined) return undefined;
  const result = new Map<string, Made>();
  for (const entry of entriesOf(given.value)) {
    if (isPlainMap(entry.value)) result.set(entry.key, response(entry, api, expansion));
    else report(api, entry, 'must be a map', expansion);
  }
  return result;
}

function response(entry: MappingEntry, api: SamResource, expansion: Expansion): Made {
  const { value } = entry;
  for (const { key } of entriesOf(value)) {
    if (!['ResponseParameters', 'ResponseTemplates', 'StatusCode'].includes(key))
      report(api, entry, `has no ${key}`, expansion);
  }
  const status = fieldOf(value, 'StatusCode');
  const code = textOf(status);
  if (status !== undefined && !isCall(status) && !/^\d+$/.test(code ?? ''))
    report(api, entry, 'needs a number as StatusCode', expansion);
  const parameters = entryOf(value, 'ResponseParameters');
  if (parameters !== undefined && !isPlainMap(parameters.value))
    report(api, entry, 'must have a map as ResponseParameters', expansion);
  return {
    responseParameters: responseParameters(parameters, entry, api, expansion),
    responseTemplates: entryOf(value, 'ResponseTemplates') ?? {},
    statusCode: code ?? status,
  };
}

function responseParameters(
  given: MappingEntry | undefined,
  ...[entry, api, expansion]: readonly [MappingEntry, SamResource, Expansion]
): Map<string, Made> {
  const result = new Map<string, Made>();
  for (const { key, value } of entriesOf(given?.value)) {
    const place = places[key];
    if (place === undefined || !isPlainMap(value)) {
      report(
        api,
        entry,
        `has ${key} in ResponseParameters, which takes maps Headers, Paths and QueryStrings`,
        expansion,
      );
      continue;
    }
    for (const one of entriesOf(value)) result.set(`gatewayresponse.${place}.${one.key}`, one.value);
  }
  return result;
}

function report(api: SamResource, entry: MappingEntry, fault: string, expansion: Expansion) {
  const message = `GatewayResponses of ${api.id}: ${entry.key} ${fault}; correct it`;
  diagnose(expansion, 'sam-invalid-property', message, entry.keyOrigin);
}
