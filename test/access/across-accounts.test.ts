import {
  allow,
  allowTo,
  assume,
  by,
  type Clause,
  callerArn,
  checkClauses,
  decrypt,
  deny,
  denyTo,
  hereRoot,
  iamGuide,
  readObject,
  send,
  thereRoot,
  trust,
  userArn,
  when,
} from './case.ts';

const clauses: readonly Clause[] = [
  {
    clause: 'Across accounts both sides must allow',
    page: iamGuide('reference_policies_evaluation-logic-cross-account'),
    cases: [
      ['the identity policy alone', { owner: 'there', identity: [allow('*')] }, send, 'deny: resource-policy'],
      [
        'the resource policy alone',
        { owner: 'there', resource: [allowTo({ AWS: callerArn }, 'sqs:*')] },
        send,
        'deny: no-allow',
      ],
      [
        'both, by role',
        { owner: 'there', identity: [allow('sqs:*')], resource: [allowTo({ AWS: callerArn }, 'sqs:*')] },
        send,
        'allow',
      ],
      [
        'both, by account',
        { owner: 'there', identity: [allow('sqs:*')], resource: [allowTo({ AWS: hereRoot }, 'sqs:*')] },
        send,
        'allow',
      ],
      [
        'both, by account number',
        { owner: 'there', identity: [allow('sqs:*')], resource: [allowTo({ AWS: '111111111111' }, 'sqs:*')] },
        send,
        'allow',
      ],
      [
        'both, everybody',
        { owner: 'there', identity: [allow('sqs:*')], resource: [allowTo('*', 'sqs:*')] },
        send,
        'allow',
      ],
      [
        'another account is named',
        { owner: 'there', identity: [allow('sqs:*')], resource: [allowTo({ AWS: thereRoot }, 'sqs:*')] },
        send,
        'deny: resource-policy',
      ],
      [
        'the other side denies',
        { owner: 'there', identity: [allow('sqs:*')], resource: [allowTo('*', 'sqs:*'), denyTo('*', 'sqs:Send*')] },
        send,
        'deny: explicit-deny',
      ],
      [
        'the boundary limits a user across accounts',
        {
          owner: 'there',
          caller: 'user',
          identity: [allow('*')],
          boundary: [allow('s3:*')],
          resource: [allowTo({ AWS: userArn }, 'sqs:*')],
        },
        send,
        'deny: boundary',
      ],
      [
        'the organization of the caller',
        {
          owner: 'there',
          identity: [allow('*')],
          scp: [[allow('*')]],
          resource: [allowTo('*', 'sqs:*', when('StringEquals', 'aws:PrincipalOrgID', 'o-ours'))],
        },
        send,
        'allow',
      ],
      [
        'another organization',
        {
          owner: 'there',
          identity: [allow('*')],
          scp: [[allow('*')]],
          resource: [allowTo('*', 'sqs:*', when('StringEquals', 'aws:PrincipalOrgID', 'o-other'))],
        },
        send,
        'deny: resource-policy',
      ],
      [
        'accounts that are not known are the own one only when they are said to be',
        { owner: 'unknown', identity: [allow('sqs:*')] },
        send,
        'deny: resource-policy',
      ],
      [
        'when the other side allows it, whose it is does not matter',
        { owner: 'unknown', identity: [allow('sqs:*')], resource: [allowTo('*', 'sqs:*')] },
        send,
        'allow',
      ],
    ],
  },
  {
    clause: 'A role is taken when its trust policy and, if that does not name the caller, an identity policy allow',
    page: iamGuide('reference_policies_evaluation-logic_policy-eval-basics-single-account'),
    cases: [
      ['the trust policy names the role', { resource: [trust({ AWS: callerArn })] }, assume, 'allow'],
      ['the trust policy names the user', { caller: 'user', resource: [trust({ AWS: userArn })] }, assume, 'allow'],
      ['the trust policy names the account', { resource: [trust({ AWS: hereRoot })] }, assume, 'deny: no-allow'],
      [
        'the trust policy names the account, an identity policy allows',
        { identity: [allow('sts:AssumeRole')], resource: [trust({ AWS: hereRoot })] },
        assume,
        'allow',
      ],
      [
        'an identity policy alone is not enough',
        { identity: [allow('*')], resource: [trust({ Service: 'ec2.amazonaws.com' })] },
        assume,
        'deny: trust-policy',
      ],
      [
        'the identity policy is about another role',
        {
          identity: [allow('sts:AssumeRole', { Resource: 'arn:aws:iam::111111111111:role/other' })],
          resource: [trust({ AWS: hereRoot })],
        },
        assume,
        'deny: no-allow',
      ],
      [
        'across accounts the trust policy names the role, and nothing here allows',
        { owner: 'there', resource: [trust({ AWS: callerArn })] },
        assume,
        'deny: no-allow',
      ],
      [
        'across accounts both',
        { owner: 'there', identity: [allow('sts:AssumeRole')], resource: [trust({ AWS: hereRoot })] },
        assume,
        'allow',
      ],
      [
        'an external id is agreed outside',
        {
          owner: 'there',
          identity: [allow('sts:*')],
          resource: [trust({ AWS: hereRoot }, when('StringEquals', 'sts:ExternalId', 'x'))],
        },
        assume,
        'conditional: environment sts:ExternalId',
      ],
      [
        'the boundary limits it',
        { identity: [allow('*')], boundary: [allow('s3:*')], resource: [trust({ AWS: callerArn })] },
        assume,
        'deny: boundary',
      ],
      [
        'Deny of taking roles',
        { identity: [deny('sts:AssumeRole')], resource: [trust({ AWS: callerArn })] },
        assume,
        'deny: explicit-deny',
      ],
      [
        'a service that is trusted',
        { resource: [trust({ Service: 'lambda.amazonaws.com' })] },
        by('service:lambda.amazonaws.com', assume),
        'allow',
      ],
      [
        'a service that is not trusted',
        { resource: [trust({ Service: 'lambda.amazonaws.com' })] },
        by('service:ec2.amazonaws.com', assume),
        'deny: trust-policy',
      ],
      [
        'a service with its region',
        { resource: [trust({ Service: 'logs.eu-west-1.amazonaws.com' })] },
        by('service:logs.amazonaws.com', assume),
        'allow',
      ],
      ['a trust in everybody lets strangers in', { resource: [trust('*')] }, by('stranger', assume), 'allow'],
      [
        'a trust in everybody does not let unsigned requests in',
        { resource: [trust('*')] },
        by('anonymous', assume),
        'deny: no-allow',
      ],
      [
        'a trust in the own account keeps strangers out',
        { resource: [trust({ AWS: hereRoot })] },
        by('stranger', assume),
        'deny: trust-policy',
      ],
      [
        'a trust in everybody of the organization keeps strangers out',
        { resource: [trust('*', when('StringEquals', 'aws:PrincipalOrgID', 'o-ours'))] },
        by('stranger', assume),
        'deny: trust-policy',
      ],
      [
        'the account that is trusted',
        { resource: [trust({ AWS: thereRoot })] },
        by('account:222222222222', assume),
        'allow',
      ],
      [
        'a role of the account that is trusted',
        { resource: [trust({ AWS: 'arn:aws:iam::222222222222:role/x' })] },
        by('account:222222222222', assume),
        'allow',
      ],
      [
        'an account that is not trusted',
        { resource: [trust({ AWS: thereRoot })] },
        by('account:333333333333', assume),
        'deny: trust-policy',
      ],
      [
        'the trust policy says nothing about iam actions on the role',
        { identity: [allow('iam:*')], resource: [trust({ Service: 'ec2.amazonaws.com' })] },
        { action: 'iam:PassRole' },
        'allow',
      ],
      [
        'who may act as a role may not thereby change it',
        { resource: [trust({ AWS: callerArn }, { Action: '*' })] },
        { action: 'iam:PutRolePolicy' },
        'deny: no-allow',
      ],
    ],
  },
  {
    clause: 'Tokens of identity providers take roles that trust the provider',
    page: iamGuide('id_roles_create_for-idp_oidc'),
    cases: [
      [
        'any token of the provider',
        {
          resource: [
            trust(
              { Federated: 'arn:aws:iam::111111111111:oidc-provider/id.example.com' },
              { Action: 'sts:AssumeRoleWithWebIdentity' },
            ),
          ],
        },
        by('provider:id.example.com', { action: 'sts:AssumeRoleWithWebIdentity' }),
        'allow',
      ],
      [
        'another provider',
        {
          resource: [
            trust(
              { Federated: 'arn:aws:iam::111111111111:oidc-provider/id.example.com' },
              { Action: 'sts:AssumeRoleWithWebIdentity' },
            ),
          ],
        },
        by('provider:other.example.com', { action: 'sts:AssumeRoleWithWebIdentity' }),
        'deny: trust-policy',
      ],
      [
        'only one subject',
        {
          resource: [
            trust(
              { Federated: 'cognito-identity.amazonaws.com' },
              {
                Action: 'sts:AssumeRoleWithWebIdentity',
                ...when('StringEquals', 'cognito-identity.amazonaws.com:aud', 'pool'),
              },
            ),
          ],
        },
        by('provider:cognito-identity.amazonaws.com', { action: 'sts:AssumeRoleWithWebIdentity' }),
        'conditional: environment cognito-identity.amazonaws.com:aud',
      ],
      [
        'ForAllValues holds when the claim is missing',
        {
          resource: [
            trust(
              { Federated: 'id.example.com' },
              {
                Action: 'sts:AssumeRoleWithWebIdentity',
                ...when('ForAllValues:StringEquals', 'id.example.com:sub', 'me'),
              },
            ),
          ],
        },
        by('provider:id.example.com', {
          action: 'sts:AssumeRoleWithWebIdentity',
          context: { 'id.example.com:sub': 'absent' },
        }),
        'allow',
      ],
      [
        'a token is good for nothing else',
        { resource: [allowTo('*', 's3:*')] },
        by('provider:id.example.com', readObject),
        'deny: no-allow',
      ],
    ],
  },
  {
    clause: 'A key is used only as its key policy says',
    page: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
    cases: [
      ['the default key policy leaves it to identity policies', { identity: [allow('kms:*')] }, decrypt, 'allow'],
      ['the default key policy gives nothing by itself', {}, decrypt, 'deny: no-allow'],
      [
        'a key policy that names the account leaves it to identity policies',
        { identity: [allow('kms:Decrypt')], resource: [allowTo({ AWS: hereRoot }, 'kms:*')] },
        decrypt,
        'allow',
      ],
      [
        'a key policy that names the account, and nobody else allows',
        { resource: [allowTo({ AWS: hereRoot }, 'kms:*')] },
        decrypt,
        'deny: no-allow',
      ],
      [
        'a key policy that names the role is enough',
        { resource: [allowTo({ AWS: callerArn }, 'kms:*')] },
        decrypt,
        'allow',
      ],
      [
        'an identity policy is not enough without the key policy',
        { identity: [allow('*')], resource: [allowTo({ AWS: 'arn:aws:iam::111111111111:role/other' }, 'kms:*')] },
        decrypt,
        'deny: key-policy',
      ],
      [
        'a key policy for administration only',
        { identity: [allow('*')], resource: [allowTo({ AWS: hereRoot }, ['kms:Describe*', 'kms:Put*'])] },
        decrypt,
        'deny: key-policy',
      ],
      ['a key open to every account', { resource: [allowTo('*', 'kms:*')] }, by('stranger', decrypt), 'allow'],
      [
        'a key open to everybody still takes signed requests only',
        { resource: [allowTo('*', 'kms:*')] },
        by('anonymous', decrypt),
        'deny: no-allow',
      ],
      [
        'a key for callers of the account only',
        { resource: [allowTo('*', 'kms:*', when('StringEquals', 'kms:CallerAccount', '111111111111'))] },
        by('stranger', decrypt),
        'deny: key-policy',
      ],
      [
        'the same for a caller of the account',
        { resource: [allowTo('*', 'kms:*', when('StringEquals', 'kms:CallerAccount', '111111111111'))] },
        decrypt,
        'allow',
      ],
      [
        'through one service only',
        {
          resource: [
            allowTo({ AWS: callerArn }, 'kms:*', when('StringEquals', 'kms:ViaService', 's3.eu-west-1.amazonaws.com')),
          ],
        },
        decrypt,
        'conditional: environment kms:ViaService',
      ],
      [
        'across accounts both',
        { owner: 'there', identity: [allow('kms:*')], resource: [allowTo({ AWS: hereRoot }, 'kms:*')] },
        decrypt,
        'allow',
      ],
      [
        'across accounts the key policy alone',
        { owner: 'there', resource: [allowTo({ AWS: hereRoot }, 'kms:*')] },
        decrypt,
        'deny: no-allow',
      ],
      [
        'the default key policy means its own account',
        { owner: 'there', identity: [allow('kms:*')] },
        decrypt,
        'deny: key-policy',
      ],
    ],
  },
];

checkClauses(clauses);
