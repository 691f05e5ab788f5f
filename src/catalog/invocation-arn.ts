import type { PolicySource } from '../model/policy.ts';
import type { Deployment, Resource } from '../model/resource.ts';
import { type Text, text } from '../model/text.ts';
import { arnPart } from './arn-part.ts';

/** The two kinds of APIs, with what stands before the id in their ARNs. */
const apis: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::RestApi': '/restapis/',
  'AWS::ApiGatewayV2::Api': '/apis/',
};

/** The id of an API, out of the ARN by which it is managed; undefined for anything else. */
export function apiId({ type, arn }: Pick<Resource, 'type' | 'arn'>): Text | undefined {
  const before = apis[type];
  if (before === undefined || arn === undefined) return undefined;
  const [first, ...rest] = arnPart(arn, 5);
  if (typeof first !== 'string' || !first.startsWith(before)) return undefined;
  return text(first.slice(before.length), ...rest);
}

/**
 * What `execute-api:Invoke` names when somebody calls an API: stage, method and path (`live/GET/orders`), all of them open
 * when not given. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-iam-policy-examples-for-api-execution.html
 */
export function invocationArn(api: Resource, where: Where, path?: string): Text | undefined {
  const base = baseArn(api, where);
  if (base === undefined) return undefined;
  const asked = {
    symbol: `request:${api.id}`,
    kind: 'expression',
    settledBy: 'the stage, method and path that are asked for',
  } as const;
  return text(...base, '/', path ?? asked);
}

type Where = Pick<Deployment, 'partition' | 'region' | 'account'>;

function baseArn(api: Pick<Resource, 'type' | 'arn'>, { partition, region, account }: Where): Text | undefined {
  const id = apiId(api);
  return id && text('arn:', ...partition, ':execute-api:', ...region, ':', ...account, ':', ...id);
}

/**
 * The policy of an API with its resources spelled out: `execute-api:/stage/METHOD/path` is short for the same of this API.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
export function spelledOut(policy: PolicySource, on: Pick<Resource, 'type' | 'arn'>, where: () => Where): PolicySource {
  if (apis[on.type] === undefined) return policy;
  const base = baseArn(on, where());
  if (base === undefined) return policy;
  const whole = (names: readonly Text[] | undefined) =>
    names?.map((name) => {
      const [first, ...rest] = name;
      const path = typeof first === 'string' ? /^execute-api:(\/.*)$/s.exec(first)?.[1] : undefined;
      return path === undefined ? name : text(...base, path, ...rest);
    });
  const statements = policy.document.statements.map((statement) => {
    const [resources, notResources] = [whole(statement.resources), whole(statement.notResources)];
    return { ...statement, ...(resources && { resources }), ...(notResources && { notResources }) };
  });
  return { ...policy, document: { ...policy.document, statements } };
}
