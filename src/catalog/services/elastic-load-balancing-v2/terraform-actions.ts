import type { TerraformMembers, TerraformRule } from '../../../model/terraform.ts';
import { each } from '../../terraform-rules.ts';

const oidc: TerraformMembers = {
  AuthorizationEndpoint: 'authenticate_oidc.authorization_endpoint',
  ClientId: 'authenticate_oidc.client_id',
  ClientSecret: 'authenticate_oidc.client_secret',
  Issuer: 'authenticate_oidc.issuer',
  OnUnauthenticatedRequest: 'authenticate_oidc.on_unauthenticated_request',
  Scope: 'authenticate_oidc.scope',
  SessionCookieName: 'authenticate_oidc.session_cookie_name',
  TokenEndpoint: 'authenticate_oidc.token_endpoint',
  UserInfoEndpoint: 'authenticate_oidc.user_info_endpoint',
};

const cognito: TerraformMembers = {
  OnUnauthenticatedRequest: 'authenticate_cognito.on_unauthenticated_request',
  Scope: 'authenticate_cognito.scope',
  SessionCookieName: 'authenticate_cognito.session_cookie_name',
  UserPoolArn: 'authenticate_cognito.user_pool_arn',
  UserPoolClientId: 'authenticate_cognito.user_pool_client_id',
  UserPoolDomain: 'authenticate_cognito.user_pool_domain',
};

const redirect: TerraformMembers = {
  Host: 'redirect.host',
  Path: 'redirect.path',
  Port: 'redirect.port',
  Protocol: 'redirect.protocol',
  Query: 'redirect.query',
  StatusCode: 'redirect.status_code',
};

/** What blocks of actions say, of a listener and of its rules. */
export function actions(path: string): TerraformRule {
  return each(path, {
    Type: 'type',
    Order: 'order',
    TargetGroupArn: 'target_group_arn',
    ForwardConfig: { TargetGroups: each('forward.target_group', { TargetGroupArn: 'arn', Weight: 'weight' }) },
    RedirectConfig: redirect,
    FixedResponseConfig: {
      ContentType: 'fixed_response.content_type',
      MessageBody: 'fixed_response.message_body',
      StatusCode: 'fixed_response.status_code',
    },
    AuthenticateCognitoConfig: cognito,
    AuthenticateOidcConfig: oidc,
  });
}
