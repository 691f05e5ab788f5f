import { diagnose, type Expansion, type SamResource } from '../expansion.ts';
import { entriesOf, entryOf, fieldOf, isCall, isPlainMap, textOf } from '../fields.ts';

/** Properties that change the document, so that they need one in the template. */
const needDocument = ['Auth', 'Cors', 'GatewayResponses', 'Models', 'DisableExecuteApiEndpoint'];

const authProperties = new Set([
  'AddApiKeyRequiredToCorsPreflight',
  'AddDefaultAuthorizerToCorsPreflight',
  'ApiKeyRequired',
  'Authorizers',
  'DefaultAuthorizer',
  'InvokeRole',
  'ResourcePolicy',
  'UsagePlan',
]);

/** Reports what a REST API's properties say that does not go together. */
export function checkRestApi(api: SamResource, expansion: Expansion) {
  const given = (name: string) => entryOf(api.properties, name);
  const report = (name: string, fault: string) => {
    const at = given(name)?.keyOrigin ?? api.entry.keyOrigin;
    diagnose(expansion, 'sam-invalid-property', `${name} of ${api.id} ${fault}; correct it`, at);
  };
  const uri = given('DefinitionUri');
  if (given('StageName') === undefined) report('StageName', 'is missing');
  if (uri !== undefined && given('DefinitionBody') !== undefined)
    report('DefinitionBody', 'and DefinitionUri are both given');
  for (const name of needDocument) {
    if (uri !== undefined && given(name) !== undefined) report(name, 'works with an inline DefinitionBody only');
  }
  for (const name of ['DefinitionBody', 'Auth', 'Models', 'GatewayResponses']) {
    const entry = given(name);
    if (entry !== undefined && entry.value.kind !== 'mapping') report(name, 'must be a map');
  }
  const version = given('OpenApiVersion');
  if (version !== undefined && !/^(2\.0|3\.\d(\.\d)?)$/.test(textOf(version.value) ?? ''))
    report('OpenApiVersion', "must be text such as '3.0.1'");
  if (version?.value.kind === 'scalar' && typeof version.value.value !== 'string')
    report('OpenApiVersion', "must be text such as '3.0.1'");
  checkAuth(api, report);
  if (given('DisableExecuteApiEndpoint') !== undefined && isCall(given('DefinitionBody')?.value))
    report('DisableExecuteApiEndpoint', 'works with an inline DefinitionBody only');
}

function checkAuth(api: SamResource, report: (name: string, fault: string) => void) {
  const auth = fieldOf(api.properties, 'Auth');
  if (!isPlainMap(auth)) return;
  for (const { key } of entriesOf(auth)) if (!authProperties.has(key)) report('Auth', `has no ${key}`);
  const fallback = fieldOf(auth, 'DefaultAuthorizer');
  const name = textOf(fallback);
  const authorizers = fieldOf(auth, 'Authorizers');
  if (fallback !== undefined && name === undefined && !isCall(fallback))
    report('Auth', 'needs a name as DefaultAuthorizer');
  if (name === undefined || name === 'AWS_IAM' || name === 'NONE') return;
  if (fieldOf(authorizers, name) === undefined)
    report('Auth', `has the DefaultAuthorizer ${name}, which is none of its Authorizers`);
}
