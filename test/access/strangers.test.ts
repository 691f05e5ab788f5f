import {
  allow,
  allowTo,
  by,
  type Case,
  type Clause,
  callerArn,
  checkClauses,
  denyTo,
  hereRoot,
  iamGuide,
  knowing,
  readObject,
  send,
  thereRoot,
  when,
} from './case.ts';
import type { Scene } from './scene.ts';
import type { Json } from './world.ts';

const open = { Resource: 'arn:aws:s3:::data/*' };
const everybody = allowTo('*', 's3:GetObject', open);
const everybodyIf = (operator: string, key: string, value: Json): Scene => ({
  resource: [allowTo('*', 's3:GetObject', { ...open, ...when(operator, key, value) })],
});
const everybodyUnless = (operator: string, key: string, value: Json): Scene => ({
  resource: [everybody, denyTo('*', 's3:*', { ...open, ...when(operator, key, value) })],
});
const anonymous = by('anonymous', readObject);
const stranger = by('stranger', readObject);

/** One condition on a grant to everybody, and what is left of it for both kinds of strangers. */
const narrowed = (
  rule: string,
  scene: Scene,
  answers: { readonly anonymous: string; readonly stranger: string },
): readonly Case[] => [
  [`${rule}: unsigned`, scene, anonymous, answers.anonymous],
  [`${rule}: another account`, scene, stranger, answers.stranger],
];
const closed = { anonymous: 'deny: resource-policy', stranger: 'deny: resource-policy' };
const shut = { anonymous: 'deny: explicit-deny', stranger: 'deny: explicit-deny' };
const both = (answer: string) => ({ anonymous: answer, stranger: answer });

const clauses: readonly Clause[] = [
  {
    clause: 'A principal of * is everybody, with or without credentials',
    page: iamGuide('reference_policies_elements_principal'),
    cases: [
      ...narrowed('no policy', {}, closed),
      ...narrowed('everybody', { resource: [everybody] }, both('allow')),
      ...narrowed('AWS: *', { resource: [allowTo({ AWS: '*' }, 's3:GetObject', open)] }, both('allow')),
      ...narrowed('the own account', { resource: [allowTo({ AWS: hereRoot }, 's3:GetObject', open)] }, closed),
      ...narrowed('a role', { resource: [allowTo({ AWS: callerArn }, 's3:GetObject', open)] }, closed),
      ...narrowed(
        'everybody but one',
        {
          resource: [{ Effect: 'Allow', NotPrincipal: { AWS: callerArn }, Action: 's3:*', ...open }],
        },
        both('allow'),
      ),
      ...narrowed(
        'a principal that a parameter gives',
        { resource: [allowTo({ AWS: { Ref: 'Open' } }, 's3:GetObject', open)] },
        both('conditional: unknown Principal'),
      ),
      [
        'other actions',
        { resource: [everybody] },
        by('anonymous', { action: 's3:PutObject', arn: 'object' }),
        'deny: resource-policy',
      ],
      [
        'the account that the policy names',
        { resource: [allowTo({ AWS: thereRoot }, 's3:GetObject', open)] },
        by('account:222222222222', readObject),
        'allow',
      ],
      ['the owner of the bucket', {}, by('account:111111111111', readObject), 'allow'],
      [
        'a service that the policy names',
        { resource: [allowTo({ Service: 'sns.amazonaws.com' }, 'sqs:SendMessage')] },
        by('service:sns.amazonaws.com', send),
        'allow',
      ],
      [
        'a service for one source only',
        {
          resource: [
            allowTo(
              { Service: 'sns.amazonaws.com' },
              'sqs:SendMessage',
              when('ArnEquals', 'aws:SourceArn', 'arn:aws:sns:eu-west-1:111111111111:t'),
            ),
          ],
        },
        by('service:sns.amazonaws.com', send),
        'conditional: topology aws:SourceArn',
      ],
      [
        'the same for that source',
        {
          resource: [
            allowTo(
              { Service: 'sns.amazonaws.com' },
              'sqs:SendMessage',
              when('ArnEquals', 'aws:SourceArn', 'arn:aws:sns:eu-west-1:111111111111:t'),
            ),
          ],
        },
        knowing({ 'aws:SourceArn': ['arn:aws:sns:eu-west-1:111111111111:t'] }, by('service:sns.amazonaws.com', send)),
        'allow',
      ],
      [
        'images are pulled with signed requests only',
        { resource: [allowTo('*', 'ecr:BatchGetImage')] },
        by('anonymous', { action: 'ecr:BatchGetImage' }),
        'deny: no-allow',
      ],
      [
        'images that every account may pull',
        { resource: [allowTo('*', 'ecr:BatchGetImage')] },
        by('stranger', { action: 'ecr:BatchGetImage' }),
        'allow',
      ],
      [
        'a function that everybody may invoke still takes signed requests only',
        { resource: [allowTo('*', 'lambda:InvokeFunction')] },
        by('anonymous', { action: 'lambda:InvokeFunction' }),
        'deny: no-allow',
      ],
      [
        'its URL without authentication',
        {
          resource: [
            allowTo('*', 'lambda:InvokeFunctionUrl', when('StringEquals', 'lambda:FunctionUrlAuthType', 'NONE')),
          ],
        },
        knowing({ 'lambda:FunctionUrlAuthType': ['NONE'] }, by('anonymous', { action: 'lambda:InvokeFunctionUrl' })),
        'allow',
      ],
    ],
  },
  {
    clause: 'Conditions that keep strangers out, or do not',
    page: iamGuide('reference_policies_condition-keys'),
    cases: [
      ...narrowed(
        'only from an address',
        everybodyIf('IpAddress', 'aws:SourceIp', '192.0.2.0/24'),
        both('conditional: environment aws:SourceIp'),
      ),
      ...narrowed(
        'only from private addresses',
        everybodyIf('IpAddress', 'aws:SourceIp', ['10.0.0.0/8', '192.168.0.0/16']),
        closed,
      ),
      ...narrowed('from any address', everybodyIf('IpAddress', 'aws:SourceIp', '0.0.0.0/0'), both('allow')),
      ...narrowed(
        'only through an endpoint',
        everybodyIf('StringEquals', 'aws:SourceVpce', 'vpce-1'),
        both('conditional: environment aws:SourceVpce'),
      ),
      ...narrowed(
        'only from a VPC',
        everybodyIf('StringEquals', 'aws:SourceVpc', 'vpc-1'),
        both('conditional: environment aws:SourceVpc'),
      ),
      ...narrowed('only the organization', everybodyIf('StringEquals', 'aws:PrincipalOrgID', 'o-ours'), closed),
      ...narrowed(
        'only a part of the organization',
        everybodyIf('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-ours/*'),
        closed,
      ),
      ...narrowed('only an account', everybodyIf('StringEquals', 'aws:PrincipalAccount', '111111111111'), closed),
      ...narrowed(
        'only on behalf of an account',
        everybodyIf('StringEquals', 'aws:SourceAccount', '111111111111'),
        closed,
      ),
      ...narrowed('only on behalf of a topic', everybodyIf('ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:*:*'), closed),
      ...narrowed(
        'only the owner, in the old words',
        everybodyIf('StringEquals', 'AWS:SourceOwner', '111111111111'),
        closed,
      ),
      ...narrowed('only a role', everybodyIf('ArnEquals', 'aws:PrincipalArn', callerArn), closed),
      ...narrowed(
        'a role of that name in any account',
        everybodyIf('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/deploy-*'),
        { anonymous: 'deny: resource-policy', stranger: 'allow' },
      ),
      ...narrowed('only over TLS', everybodyIf('Bool', 'aws:SecureTransport', 'true'), both('allow')),
      ...narrowed('only with a certain browser', everybodyIf('StringLike', 'aws:UserAgent', 'Mozilla*'), both('allow')),
      ...narrowed('only from a page', everybodyIf('StringLike', 'aws:Referer', 'https://example.com/*'), both('allow')),
      ...narrowed(
        'only principals with a tag: strangers tag their own',
        everybodyIf('StringEquals', 'aws:PrincipalTag/team', 'web'),
        { anonymous: 'deny: resource-policy', stranger: 'allow' },
      ),
      ...narrowed('only with a second factor', everybodyIf('Bool', 'aws:MultiFactorAuthPresent', 'true'), {
        anonymous: 'deny: resource-policy',
        stranger: 'allow',
      }),
      ...narrowed(
        'only before a day that is past',
        everybodyIf('DateLessThan', 'aws:CurrentTime', '2020-01-01T00:00:00Z'),
        closed,
      ),
      ...narrowed(
        'only after a day that is past',
        everybodyIf('DateGreaterThan', 'aws:CurrentTime', '2020-01-01T00:00:00Z'),
        both('allow'),
      ),
    ],
  },
  {
    clause: 'Denials that keep strangers out, or do not',
    page: iamGuide('reference_policies_condition-keys'),
    cases: [
      ...narrowed('plain HTTP is denied', everybodyUnless('Bool', 'aws:SecureTransport', 'false'), both('allow')),
      ...narrowed(
        'TLS is denied, and plain HTTP as well',
        {
          resource: [
            everybody,
            ...['true', 'false'].map((value) =>
              denyTo('*', 's3:*', { ...open, ...when('Bool', 'aws:SecureTransport', value) }),
            ),
          ],
        },
        shut,
      ),
      ...narrowed(
        'whoever is not of the organization is denied',
        everybodyUnless('StringNotEquals', 'aws:PrincipalOrgID', 'o-ours'),
        shut,
      ),
      ...narrowed(
        'with IfExists, unsigned requests slip through',
        everybodyUnless('StringNotEqualsIfExists', 'aws:PrincipalOrgID', 'o-ours'),
        shut,
      ),
      ...narrowed(
        'whoever is not at an address is denied',
        everybodyUnless('NotIpAddress', 'aws:SourceIp', '192.0.2.0/24'),
        both('conditional: environment aws:SourceIp'),
      ),
      ...narrowed(
        'whoever does not come through an endpoint is denied',
        everybodyUnless('StringNotEquals', 'aws:SourceVpce', 'vpce-1'),
        both('conditional: environment aws:SourceVpce'),
      ),
      ...narrowed(
        'whoever is not one account is denied',
        everybodyUnless('StringNotEquals', 'aws:PrincipalAccount', '111111111111'),
        shut,
      ),
      ...narrowed('whoever has no account is denied', everybodyUnless('Null', 'aws:PrincipalArn', 'true'), {
        anonymous: 'deny: explicit-deny',
        stranger: 'allow',
      }),
      ...narrowed(
        'everybody but the named is denied',
        {
          resource: [
            everybody,
            { Effect: 'Deny', NotPrincipal: { AWS: [callerArn, hereRoot] }, Action: 's3:*', ...open },
          ],
        },
        shut,
      ),
    ],
  },
  {
    clause: 'Block Public Access stops public grants, ACLs give what their words say',
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    cases: [
      ...narrowed(
        'public policies are blocked',
        { resource: [everybody], gate: { Policies: true } },
        both('deny: public-access-block, resource-policy'),
      ),
      ...narrowed('only public ACLs are blocked', { resource: [everybody], gate: { Acls: true } }, both('allow')),
      ...narrowed(
        'it is not known whether they are',
        { resource: [everybody], gate: { Ref: 'Open' } },
        both('conditional: unknown public access block: parameter Open of in-111111111111'),
      ),
      ...narrowed(
        'a grant to one address is not public',
        { ...everybodyIf('IpAddress', 'aws:SourceIp', '192.0.2.0/24'), gate: { Policies: true } },
        both('conditional: environment aws:SourceIp'),
      ),
      ...narrowed(
        'a grant to half of the world is',
        { ...everybodyIf('IpAddress', 'aws:SourceIp', '0.0.0.0/1'), gate: { Policies: true } },
        both('deny: public-access-block, resource-policy'),
      ),
      ['the own account is not stopped', { resource: [everybody], gate: { Policies: true } }, readObject, 'allow'],
      [
        'another account that the public policy names as well is stopped',
        { resource: [everybody, allowTo({ AWS: thereRoot }, 's3:*', open)], gate: { Policies: true } },
        by('account:222222222222', readObject),
        'deny: public-access-block, resource-policy',
      ],
      [
        'another account that a policy names which is not public',
        { resource: [allowTo({ AWS: thereRoot }, 's3:*', open)], gate: { Policies: true } },
        by('account:222222222222', readObject),
        'allow',
      ],
      [
        'services are not stopped',
        { resource: [everybody], gate: { Policies: true } },
        by('service:cloudfront.amazonaws.com', readObject),
        'allow',
      ],
      [
        'the ACL public-read lists the bucket',
        { gate: { Acl: 'read' } },
        by('anonymous', { action: 's3:ListBucket' }),
        'allow',
      ],
      ['it does not open the objects', { gate: { Acl: 'read' } }, anonymous, 'deny: resource-policy'],
      [
        'the ACL public-read-write takes new objects',
        { gate: { Acl: 'read-write' } },
        by('anonymous', { action: 's3:PutObject', arn: 'object' }),
        'allow',
      ],
      [
        'the ACL authenticated-read is for accounts',
        { gate: { Acl: 'authenticated-read' } },
        by('stranger', { action: 's3:ListBucket' }),
        'allow',
      ],
      [
        'and not for unsigned requests',
        { gate: { Acl: 'authenticated-read' } },
        by('anonymous', { action: 's3:ListBucket' }),
        'deny: resource-policy',
      ],
      [
        'public ACLs are blocked',
        { gate: { Acl: 'read', Acls: true } },
        by('anonymous', { action: 's3:ListBucket' }),
        'deny: resource-policy',
      ],
      [
        'blocking policies does not block ACLs',
        { gate: { Acl: 'read', Policies: true } },
        by('anonymous', { action: 's3:ListBucket' }),
        'allow',
      ],
    ],
  },
  {
    clause: 'A caller with policies of its own is no stranger',
    page: iamGuide('reference_policies_evaluation-logic'),
    cases: [
      ['a user without policies', { caller: 'user', identity: [allow('s3:ListBucket')] }, readObject, 'deny: no-allow'],
    ],
  },
];

checkClauses(clauses);
