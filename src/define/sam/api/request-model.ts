import { diagnose, type Expansion, type SamResource } from '../expansion.ts';
import { entriesOf, entryOf, fieldOf, isCall, isPlainMap, isTrue, itemsOf, textAt, textOf } from '../fields.ts';
import { type Made, type MadeObject, madeNode, opened, toNode } from '../made.ts';
import type { Route } from './api-draft.ts';
import type { ApiDocument, Operation } from './document.ts';

/** Models of a REST API in its document, under lower-case names. */
export function addModels(document: ApiDocument, api: SamResource, openApi: boolean, expansion: Expansion) {
  const given = entryOf(api.properties, 'Models');
  if (given === undefined) return;
  if (!isPlainMap(given.value) || entriesOf(given.value).some(({ value }) => !isPlainMap(value))) {
    const message = `Models of ${api.id} must be a map of schemas; correct it`;
    diagnose(expansion, 'sam-invalid-property', message, given.keyOrigin);
    return;
  }
  const schemas = new Map<string, Made>(entriesOf(given.value).map(({ key, value }) => [key.toLowerCase(), value]));
  if (openApi) addComponents(document, 'schemas', schemas, api);
  else document.root.set('definitions', merged(document.root.get('definitions'), schemas, api));
}

/** Adds to a section of `components`. */
export function addComponents(document: ApiDocument, section: string, added: Map<string, Made>, api: SamResource) {
  const components = opened(madeNode(document.root.get('components'), api.entry.origin));
  components.set(section, merged(components.get(section), added, api));
  document.root.set('components', components);
}

/** Adds to a mapping of the document. */
export function merged(known: Made, added: ReadonlyMap<string, Made>, api: SamResource): Map<string, Made> {
  const result = opened(madeNode(known, api.entry.origin));
  for (const [name, value] of added) result.set(name, value);
  return result;
}

/** `RequestModel` of a route: what its body must look like, and which checks API Gateway makes. */
export function requireModel(
  route: Route,
  operations: readonly Operation[],
  ...[document, api, openApi, expansion]: readonly [ApiDocument, SamResource, boolean, Expansion]
) {
  const { event } = route;
  const given = entryOf(event.properties, 'RequestModel');
  if (given === undefined) return;
  const report = (fault: string) => {
    const message = `event ${event.name} of ${event.owner.id}: RequestModel ${fault}; correct it`;
    diagnose(expansion, 'sam-invalid-property', message, given.keyOrigin);
  };
  const model = textAt(given.value, 'Model');
  const models = fieldOf(api.properties, 'Models');
  if (model === undefined) return report('needs the name of a Model');
  if (fieldOf(models, model) === undefined) return report(`names ${model}, which the Models of ${api.id} do not have`);
  const name = model.toLowerCase();
  const required = entryOf(given.value, 'Required')?.value;
  for (const operation of operations) {
    if (openApi) {
      const schema = { $ref: `#/components/schemas/${name}` };
      operation.set('requestBody', { content: { 'application/json': { schema } }, required });
    } else {
      const body = { in: 'body', name, required, schema: { $ref: `#/definitions/${name}` } };
      operation.set('parameters', [...itemsOf(madeNode(operation.get('parameters'), event.entry.origin)), body]);
    }
  }
  const checks = ['ValidateBody', 'ValidateParameters'].map((check) => fieldOf(given.value, check));
  if (checks.every((check) => check === undefined)) return;
  if (checks.some((check) => check !== undefined && (check.kind !== 'scalar' || typeof check.value !== 'boolean')))
    return report('takes true or false as ValidateBody and ValidateParameters');
  addValidator(
    operations,
    checks.map((check) => isTrue(check)),
    document,
    api,
  );
}

function addValidator(
  operations: readonly Operation[],
  [body = false, parameters = false]: readonly boolean[],
  ...[document, api]: readonly [ApiDocument, SamResource]
) {
  const name =
    body && parameters ? 'body-and-params' : body ? 'body-only' : parameters ? 'params-only' : 'no-validation';
  const key = 'x-amazon-apigateway-request-validators';
  const validator: MadeObject = { validateRequestBody: body, validateRequestParameters: parameters };
  document.root.set(key, merged(document.root.get(key), new Map([[name, validator]]), api));
  for (const operation of operations) operation.set('x-amazon-apigateway-request-validator', name);
}

const places: Readonly<Record<string, string>> = { header: 'header', querystring: 'query', path: 'path' };

/** `RequestParameters` of a route: what requests may or must carry, and what the cache tells apart. */
export function requireParameters(route: Route, operations: readonly Operation[], expansion: Expansion) {
  const { event } = route;
  const parameters: Made[] = [];
  const cached: Made[] = [];
  for (const item of itemsOf(fieldOf(event.properties, 'RequestParameters'))) {
    const [settings] = entriesOf(item);
    const key = settings?.key ?? textOf(item) ?? '';
    const match = /^method\.request\.(querystring|path|header)\.(.+)$/.exec(key);
    const [place, name] = [places[match?.[1] ?? ''], match?.[2]];
    if (place === undefined || name === undefined || isCall(item) || !soundSettings(settings?.value)) {
      const message = `event ${event.name} of ${event.owner.id}: RequestParameters takes names like method.request.header.Name with Required and Caching true or false; correct it`;
      diagnose(expansion, 'sam-invalid-property', message, item.origin);
      continue;
    }
    const required = place === 'path' || isTrue(fieldOf(settings?.value, 'Required'));
    parameters.push({ name, in: place, type: 'string', required });
    if (isTrue(fieldOf(settings?.value, 'Caching'))) cached.push(key);
  }
  if (parameters.length === 0) return;
  for (const operation of operations) {
    const origin = event.entry.origin;
    operation.set('parameters', [...itemsOf(madeNode(operation.get('parameters'), origin)), ...parameters]);
    if (cached.length === 0) continue;
    const integration = opened(toNode(operation.get('x-amazon-apigateway-integration'), origin));
    operation.set('x-amazon-apigateway-integration', integration.set('cacheKeyParameters', cached));
  }
}

function soundSettings(settings: ReturnType<typeof fieldOf>): boolean {
  if (settings === undefined) return true;
  if (!isPlainMap(settings)) return false;
  return entriesOf(settings).every(
    ({ key, value }) =>
      (key === 'Required' || key === 'Caching') && value.kind === 'scalar' && typeof value.value === 'boolean',
  );
}
