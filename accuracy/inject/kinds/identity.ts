import { valueAt } from '../change-template.ts';
import { arnOf, foreignAccount, inline, policy, ref } from '../statements.ts';
import type { Weakness } from '../weakness.ts';

const role = ['AWS::IAM::Role'];
const trustsFunctions: Weakness['suits'] = ({ resource }) =>
  JSON.stringify(valueAt(resource, 'AssumeRolePolicyDocument') ?? '').includes('lambda.amazonaws.com');

/** Who may do what, and who may become whom. */
export const identity: readonly Weakness[] = [
  {
    name: 'administrator policy on the role of a function',
    on: role,
    rules: ['identity/administrator-role'],
    suits: trustsFunctions,
    weak: () => ({ set: { 'ManagedPolicyArns+': 'arn:aws:iam::aws:policy/AdministratorAccess' } }),
  },
  {
    name: 'inline policy with every action on everything',
    on: role,
    rules: ['identity/administrator-role'],
    weak: () => ({ set: { 'Policies+': inline('*') } }),
  },
  {
    name: 'PassRole on every role with CreateFunction',
    on: role,
    rules: ['identity/privilege-escalation-rights'],
    weak: () => ({
      set: { 'Policies+': inline(['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction']) },
    }),
  },
  {
    name: 'right to rewrite policies of any role',
    on: role,
    rules: ['identity/privilege-escalation-rights'],
    weak: () => ({ set: { 'Policies+': inline(['iam:PutRolePolicy', 'iam:AttachRolePolicy']) } }),
  },
  {
    name: 'all actions of a storage service on all resources',
    on: role,
    // An administrator had them before.
    rules: ['identity/wildcard-rights', 'identity/administrator-role'],
    weak: () => ({ set: { 'Policies+': inline('s3:*') } }),
  },
  {
    name: 'right to read every secret',
    on: role,
    rules: ['identity/wildcard-rights', 'identity/administrator-role'],
    weak: () => ({ set: { 'Policies+': inline('secretsmanager:GetSecretValue') } }),
  },
  {
    name: 'right to take every role',
    on: role,
    rules: ['identity/privilege-escalation-rights', 'identity/wildcard-rights'],
    weak: () => ({ set: { 'Policies+': inline('sts:AssumeRole') } }),
  },
  {
    name: 'role that any account may take',
    on: role,
    rules: ['identity/trust-any-account'],
    weak: () => ({
      set: { AssumeRolePolicyDocument: policy({ Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }) },
    }),
  },
  {
    name: 'foreign account trusted without external id',
    on: role,
    rules: ['identity/cross-account-without-external-id'],
    weak: () => ({
      set: {
        AssumeRolePolicyDocument: policy({
          Principal: { AWS: `arn:aws:iam::${foreignAccount}:root` },
          Action: 'sts:AssumeRole',
        }),
      },
    }),
  },
  {
    name: 'tokens of a build service trusted without a subject',
    on: role,
    rules: ['identity/federation-too-wide'],
    weak: () => ({
      set: {
        AssumeRolePolicyDocument: policy({
          Principal: {
            Federated: {
              'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com`,
            },
          },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } },
        }),
      },
    }),
  },
  {
    name: 'user with a permanent key',
    on: ['AWS::S3::Bucket'],
    rules: ['identity/long-lived-keys'],
    weak: ({ id }) => ({
      add: {
        Uploader: {
          Type: 'AWS::IAM::User',
          Properties: {
            Policies: [inline(['s3:PutObject'], { 'Fn::Sub': `\${${id}.Arn}/*` })],
          },
        },
        UploaderKey: { Type: 'AWS::IAM::AccessKey', Properties: { UserName: ref(`${id}Uploader`) } },
      },
    }),
  },
  {
    name: 'user pool without second factor',
    on: ['AWS::Cognito::UserPool'],
    rules: ['identity/no-mfa'],
    good: () => ({ set: { MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] } }),
    weak: () => ({ set: { MfaConfiguration: 'OFF' } }),
  },
  {
    name: 'short passwords',
    on: ['AWS::Cognito::UserPool'],
    rules: ['identity/weak-passwords'],
    good: () => ({
      set: {
        'Policies.PasswordPolicy': {
          MinimumLength: 14,
          RequireLowercase: true,
          RequireUppercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
        },
      },
    }),
    weak: () => ({ set: { 'Policies.PasswordPolicy': { MinimumLength: 6, RequireNumbers: true } } }),
  },
  {
    name: 'credentials for guests',
    on: role,
    rules: ['identity/guest-credentials'],
    weak: ({ id }) => ({
      set: {
        AssumeRolePolicyDocument: policy({
          Principal: { Federated: 'cognito-identity.amazonaws.com' },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: { StringEquals: { 'cognito-identity.amazonaws.com:aud': ref(`${id}Pool`) } },
        }),
      },
      add: {
        Pool: { Type: 'AWS::Cognito::IdentityPool', Properties: { AllowUnauthenticatedIdentities: true } },
        PoolRoles: {
          Type: 'AWS::Cognito::IdentityPoolRoleAttachment',
          Properties: { IdentityPoolId: ref(`${id}Pool`), Roles: { unauthenticated: arnOf(id) } },
        },
      },
    }),
  },
  {
    name: 'function that a bucket of anybody may call',
    on: ['AWS::Lambda::Function'],
    rules: ['identity/confused-deputy'],
    weak: ({ id }) => ({
      add: {
        FromBuckets: {
          Type: 'AWS::Lambda::Permission',
          Properties: {
            FunctionName: arnOf(id),
            Action: 'lambda:InvokeFunction',
            Principal: 's3.amazonaws.com',
          },
        },
      },
    }),
  },
  {
    name: 'devices that may do everything',
    on: ['AWS::IoT::Policy', 'AWS::IoT::Thing'],
    rules: ['identity/wide-device-policy'],
    weak: () => ({
      add: {
        Wide: {
          Type: 'AWS::IoT::Policy',
          Properties: { PolicyDocument: policy({ Action: 'iot:*', Resource: '*' }) },
        },
      },
    }),
  },
];
