import type { Endpoint, Forward } from '../../../model/entry.ts';
import { byDefault, type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag, within } from '../../answer.ts';
import { apiTransport, inRegion } from '../../aws-api.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { ownReference } from '../../own-reference.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

export default defineService({
  type: 'AWS::Cognito::IdentityPool',
  title: 'Cognito identity pool',
  element: 'identity',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-identitypool.html',
  facts: {
    placement: inRegion,
    runsAs: (view) => byDefault([], [view.origin()]),
    endpoints,
    encryptionAtRest: () => byDefault({ by: 'aws-owned-key' }),
    encryptionInTransit: apiTransport,
    logging: notApplicable('use of an identity pool is recorded by CloudTrail, for which the trail answers'),
    recovery: notApplicable('identities are made again by signing in'),
    secretsInClear: notApplicable('an identity pool has no property that takes a secret'),
    software: notApplicable('Cognito runs no software that the customer chooses'),
    resourcePolicy: notApplicable('an identity pool has no policy of its own'),
  },
  structure: { forwards },
  ignored: {
    AllowClassicFlow: 'the older way of asking for the same roles',
    CognitoEvents: 'Cognito Sync, which is closed to new customers',
    CognitoStreams: 'Cognito Sync, which is closed to new customers',
    PushSync: 'Cognito Sync, which is closed to new customers',
    SupportedLoginProviders: 'public identity providers outside the input; who signs in there is not modelled',
  },
});

/** With unauthenticated identities anybody gets credentials; without, whoever has a token of an accepted provider. */
function endpoints(view: ResourceView): Fact<readonly Endpoint[]> {
  const origin = view.origin('AllowUnauthenticatedIdentities');
  return byDefault<readonly Endpoint[]>([
    {
      protocol: 'https',
      port: 443,
      authentication: mapFact(flag(view, 'AllowUnauthenticatedIdentities', false), (open) => (open ? 'none' : 'jwt')),
      audience: byDefault('internet'),
      encrypted: byDefault('required'),
      origin,
    },
  ]);
}

/** Identity providers whose tokens are exchanged here. */
function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const pools = guardedMembers(view, 'CognitoIdentityProviders').flatMap(
    (item) => within(view, item).read('ProviderName') ?? [],
  );
  const others = ['OpenIdConnectProviderARNs', 'SamlProviderARNs'].flatMap((list) => guardedMembers(view, list));
  const because = `${view.resource.address} gives credentials for tokens of this provider`;
  const flows = [...pools, ...others].flatMap((from) =>
    statedFlow(ownReference(view), { from, kind: 'request', authentication: 'jwt', because, origin: from.origin }),
  );
  return flowsOf(view, flows);
}
