import { diagnose, type Expansion, type SamResource } from '../expansion.ts';
import { entriesOf, entryOf, fieldOf, isCall, isPlainMap, isTrue, itemsOf, textOf } from '../fields.ts';

const needDocument = ['Auth', 'Tags', 'CorsConfiguration', 'DisableExecuteApiEndpoint'];
const authProperties = new Set(['Authorizers', 'DefaultAuthorizer', 'EnableIamAuthorizer']);

/** Reports what an HTTP API's properties say that does not go together. */
export function checkHttpApi(api: SamResource, expansion: Expansion) {
  const given = (name: string) => entryOf(api.properties, name);
  const report = (name: string, fault: string) => {
    const at = given(name)?.keyOrigin ?? api.entry.keyOrigin;
    diagnose(expansion, 'sam-invalid-property', `${name} of ${api.id} ${fault}; correct it`, at);
  };
  const uri = given('DefinitionUri');
  const body = given('DefinitionBody');
  if (uri !== undefined && body !== undefined) report('DefinitionBody', 'and DefinitionUri are both given');
  for (const name of needDocument) {
    if (uri !== undefined && given(name) !== undefined) report(name, 'works with an inline DefinitionBody only');
  }
  if (body !== undefined && !isCall(body.value)) {
    const sound = isPlainMap(body.value) && ['openapi', 'paths'].every((key) => fieldOf(body.value, key) !== undefined);
    if (!sound || !textOf(fieldOf(body.value, 'openapi'))?.startsWith('3'))
      report('DefinitionBody', 'must be an OpenAPI 3 document with paths');
  }
  const disabled = given('DisableExecuteApiEndpoint');
  const flag = disabled?.value.kind === 'scalar' ? textOf(disabled.value)?.toLowerCase() : undefined;
  if (disabled !== undefined && !isCall(disabled.value) && flag !== 'true' && flag !== 'false')
    report('DisableExecuteApiEndpoint', 'must be true or false');
  checkRouteSettings(api, report);
  checkAuth(api, report);
}

function checkRouteSettings(api: SamResource, report: (name: string, fault: string) => void) {
  for (const name of ['RouteSettings', 'DefaultRouteSettings', 'AccessLogSettings', 'CorsConfiguration']) {
    const value = fieldOf(api.properties, name);
    const flag = name === 'CorsConfiguration' && value?.kind === 'scalar';
    if (value !== undefined && value.kind !== 'mapping' && !flag) report(name, 'must be a map');
  }
}

function checkAuth(api: SamResource, report: (name: string, fault: string) => void) {
  const auth = fieldOf(api.properties, 'Auth');
  if (auth === undefined) return;
  if (!isPlainMap(auth)) {
    report('Auth', 'must be a map');
    return;
  }
  for (const { key } of entriesOf(auth)) if (!authProperties.has(key)) report('Auth', `has no ${key}`);
  const fallback = fieldOf(auth, 'DefaultAuthorizer');
  const name = textOf(fallback);
  if (fallback !== undefined && name === undefined) report('Auth', 'needs a name as DefaultAuthorizer');
  const iam = name === 'AWS_IAM' && isTrue(fieldOf(auth, 'EnableIamAuthorizer'));
  if (name !== undefined && !iam && fieldOf(auth, 'Authorizers', name) === undefined)
    report('Auth', `has the DefaultAuthorizer ${name}, which is none of its Authorizers`);
  if (itemsOf(fieldOf(auth, 'Authorizers')).some((one) => one.kind === 'scalar'))
    report('Auth', 'must have a map as Authorizers');
}
