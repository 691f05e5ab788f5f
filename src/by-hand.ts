import { changedBy } from './mitigate/choke/changes-for.ts';
import type { Change } from './model/choke-points.ts';
import type { Resource } from './model/resource.ts';

/** Why a template that the CDK makes is nothing to write into. */
export const madeByCdk = 'the CDK makes this template';

/** The change in words of the CDK: the construct, and what its code says of the property. */
export function inCdkWords(change: Change, resources: readonly Resource[]): string {
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  const own = resources.find(({ id }) => id === change.resource);
  const lines = change.patches.map(({ resource: address, property, after }) => {
    const path = constructOf(address === undefined ? own : byAddress.get(address)) ?? change.fix.resource;
    if (property === '') return `leave out ${path}`;
    const call =
      after === '' ? `addPropertyDeletionOverride('${property}')` : `addPropertyOverride('${property}', ${after})`;
    return `at ${path}, ${call} or the property that makes it`;
  });
  return `${madeByCdk}: in the code of the app, ${lines.join('; ')}`;
}

/** `Shop/Handler/ServiceRole/Resource`: other names that resources have are none with a slash and no colon. */
function constructOf(resource: Resource | undefined): string | undefined {
  return resource?.aliases.find((alias) => /^[^:]+\/[^:]+$/.test(alias));
}

/**
 * What makes callers of an API say who they are where SAM makes its definition: the right of whoever calls counts, so that the function
 * is still called by the API itself.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-apifunctionauth.html
 */
export function inSamWords(change: Change, resources: readonly Resource[]): string | undefined {
  const types = new Map(resources.map(({ id, type }) => [id, type]));
  const isOf = (type: string) => changedBy(change).some((one) => types.get(one) === type);
  if (change.lastResort !== true) return undefined;
  if (isOf('AWS::ApiGateway::RestApi'))
    return 'SAM makes this definition from events: say Auth: { Authorizer: AWS_IAM, InvokeRole: NONE } in those of the function';
  if (isOf('AWS::ApiGatewayV2::Api'))
    return 'SAM makes this definition from events: say Auth: { EnableIamAuthorizer: true } of the API, and Auth: { Authorizer: AWS_IAM } in those of the function';
  return isOf('AWS::Lambda::Url')
    ? 'SAM makes a permission for everybody beside it, which goes with AuthType: AWS_IAM in FunctionUrlConfig: say that there'
    : undefined;
}
