import type { Forward } from '../../../model/entry.ts';
import { type Fact, mapFact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { property } from '../../answer.ts';
import { statedFlow } from '../../stated-flow.ts';
import { functionIn } from './integration-flow.ts';

/** The function that an authorizer asks about each caller; its address is wrapped as that of an integration is. */
export function askedFunction(view: ResourceView): readonly Forward[] {
  const uri = view.read('AuthorizerUri');
  const to = uri === undefined ? undefined : (functionIn(uri) ?? uri);
  return statedFlow(to, { kind: 'invoke', because: `authorizer ${view.resource.address} asks about callers` });
}

/** The identity provider whose keys an authorizer checks tokens with; the keys are public. */
export function askedProvider(view: ResourceView, provider: Parameters<typeof statedFlow>[0]): readonly Forward[] {
  return statedFlow(provider, {
    kind: 'request',
    authentication: 'none',
    because: `authorizer ${view.resource.address} checks tokens of it`,
  });
}

/** The role with which an authorizer asks its function. */
export function authorizerRole(view: ResourceView, path: string): Fact<readonly RunsAs[]> {
  return mapFact(property(view, path), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'service', service: 'apigateway.amazonaws.com' }],
  );
}
