import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { entriesOf, entryOf, fieldOf, textAt, textOf } from './fields.ts';

const authTypes = new Set(['AWS_IAM', 'CUSTOM', 'NONE']);

/** Reports what a WebSocket API's properties say that does not go together. */
export function checkWebSocketApi(api: SamResource, expansion: Expansion) {
  const report = (name: string, fault: string) => {
    const at = entryOf(api.properties, name)?.keyOrigin ?? api.entry.keyOrigin;
    diagnose(expansion, 'sam-invalid-property', `${name} of ${api.id} ${fault}; correct it`, at);
  };
  const routes = entriesOf(fieldOf(api.properties, 'Routes'));
  if (routes.length === 0) report('Routes', 'must have at least one route');
  for (const { key, value } of routes) {
    if (!/^(\$connect|\$disconnect|\$default|[A-Za-z0-9]+)$/.test(key))
      report('Routes', `has ${key}; names have letters and digits, or are $connect, $disconnect and $default`);
    if (fieldOf(value, 'FunctionArn') === undefined) report('Routes', `has ${key} without FunctionArn`);
  }
  if (textAt(api.properties, 'StageName') === '$default') report('StageName', 'cannot be $default');
  const address = fieldOf(api.properties, 'IpAddressType');
  if (address?.kind === 'scalar' && !['ipv4', 'dualstack'].includes(textOf(address) ?? ''))
    report('IpAddressType', 'must be ipv4 or dualstack');
  for (const name of ['AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings', 'StageVariables']) {
    const value = fieldOf(api.properties, name);
    if (value !== undefined && value.kind !== 'mapping') report(name, 'must be a map');
  }
  checkAuth(
    api,
    routes.some(({ key }) => key === '$connect'),
    report,
  );
}

function checkAuth(api: SamResource, connects: boolean, report: (name: string, fault: string) => void) {
  const auth = fieldOf(api.properties, 'Auth');
  if (auth === undefined) return;
  const type = textAt(auth, 'AuthType')?.toUpperCase();
  const more = entriesOf(auth).some(({ key }) => key !== 'AuthType');
  if (type === undefined && more) report('Auth', 'needs AuthType');
  if (type !== undefined && !authTypes.has(type)) report('Auth', 'knows the AuthType AWS_IAM, CUSTOM and NONE only');
  if (type === 'NONE' && more) report('Auth', 'takes nothing else with AuthType NONE');
  if (!connects) report('Auth', 'needs a route $connect');
}
