import type { Authentication, Endpoint, Forward } from '../../../model/entry.ts';
import { byDefault, type Fact, given, mapFact } from '../../../model/fact.ts';
import { type Contribution, defineService, type ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { members } from '../../answer.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

export default defineService({
  type: 'AWS::Cognito::UserPoolClient',
  title: 'client of a user pool',
  element: 'part',
  partOf: (view) => poolOf(view),
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html',
  facts: { ...noAnswers('a client is part of its user pool, which answers'), endpoints },
  structure: { forwards },
  contributes: (view) =>
    poolOf(view).map((to): Contribution => ({ to, dimension: 'endpoints', fact: endpoints(view) })),
  ignored: {
    GenerateSecret: 'a client secret proves which application asks, not who signs in',
    AccessTokenValidity: 'how long a token lives does not change who gets one',
    IdTokenValidity: 'how long a token lives does not change who gets one',
    RefreshTokenValidity: 'how long a token lives does not change who gets one',
    RefreshTokenRotation: 'how long a token lives does not change who gets one',
    EnableTokenRevocation: 'on unless switched off; it ends sessions that somebody already has',
    TokenValidityUnits: 'how long a token lives does not change who gets one',
    AuthSessionValidity: 'how long a sign-in may take',
    AllowedOAuthFlows: 'which grant the sign-in page uses; the sign-in itself is the same',
    AllowedOAuthFlowsUserPoolClient: 'whether the sign-in page may be used at all',
    AllowedOAuthScopes: 'what tokens of this client may do is decided where they are accepted',
    PreventUserExistenceErrors:
      'whether error messages tell which users exist; CloudFormation sets it to the safe value',
    SupportedIdentityProviders: 'which identity providers the sign-in page offers; each is a resource of its own',
  },
});

function poolOf(view: ResourceView): readonly Value[] {
  const pool = view.read('UserPoolId');
  return pool === undefined ? [] : [pool];
}

/**
 * One way in for each kind of sign-in. Without a list Cognito allows SRP, custom and refresh; refresh alone lets nobody in.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
function endpoints(view: ResourceView): Fact<readonly Endpoint[]> {
  return mapFact(members(view, 'ExplicitAuthFlows'), (flows): readonly Endpoint[] => {
    const names = flows.flatMap((flow) => literalOf(textOf(flow) ?? []) ?? []);
    const kinds = names.length === 0 ? (['password', 'custom'] as const) : names.flatMap(authenticationOf);
    return [...new Set(kinds)].map((kind) => ({
      protocol: 'https',
      port: 443,
      authentication: given(kind),
      audience: byDefault(kind === 'iam' ? ('account' as const) : ('internet' as const)),
      encrypted: byDefault('required' as const),
      origin: view.origin('ExplicitAuthFlows'),
    }));
  });
}

function authenticationOf(flow: string): readonly Authentication[] {
  if (/ADMIN/.test(flow)) return ['iam'];
  if (/CUSTOM/.test(flow)) return ['custom'];
  return /REFRESH/.test(flow) ? [] : ['password'];
}

/** An address of the user's own machine, for development: nothing leaves it. */
function isOwnMachine(url: Value): boolean {
  const start = textOf(url)?.[0];
  return typeof start === 'string' && /^https?:\/\/(localhost|127\.)/.test(start);
}

/** After the sign-in page, browsers carry the code or the tokens to these addresses; Cognito itself calls nobody. */
function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const because = `sign-in of client ${view.resource.address} ends at this address`;
  const urls = guardedMembers(view, 'CallbackURLs').filter((url) => !isOwnMachine(url));
  const flows = poolOf(view).flatMap((from) =>
    urls.flatMap((to) => {
      const start = textOf(to)?.[0];
      const clear = typeof start === 'string' && start.startsWith('http://');
      const way = clear ? { protocol: 'http', port: 80, encrypted: given(false) } : {};
      return statedFlow(to, { from, kind: 'data', authentication: 'none', because, ...way });
    }),
  );
  return flowsOf(view, flows);
}
