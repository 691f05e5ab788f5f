import { describe, expect, test } from 'vitest';
import { refsOf } from '../../src/model/value.ts';
import { ref, translated } from './translated.ts';

describe('a Terraform resource becomes a CloudFormation one', () => {
  test('with its address, its name and its ARN', () => {
    const { resource } = translated({ 'module.a.aws_s3_bucket.b["k"]': { bucket: 'orders' } });
    expect(resource('module.a.aws_s3_bucket.b["k"]')).toMatchObject({
      id: 'infra/module.a.aws_s3_bucket.b["k"]',
      type: 'AWS::S3::Bucket',
      name: ['orders'],
      arn: ['arn:aws:s3:::orders'],
    });
  });

  test('whose name has a hole after a given prefix', () => {
    const { properties } = translated({ 'aws_iam_role.r': { name_prefix: 'app-' } });
    expect(properties('aws_iam_role.r')).toEqual({ RoleName: 'app-<aws_iam_role.r>' });
  });

  test('and into what the provider adds to it by itself', () => {
    const { resources, properties } = translated({
      'aws_lambda_function_url.open': { function_name: 'f', authorization_type: 'NONE' },
      'aws_lambda_function_url.signed': { function_name: 'f', authorization_type: 'AWS_IAM' },
    });
    expect(resources.map(({ address, type }) => `${address} ${type}`)).toEqual([
      'aws_lambda_function_url.open AWS::Lambda::Url',
      'aws_lambda_function_url.open.Permission AWS::Lambda::Permission',
      'aws_lambda_function_url.signed AWS::Lambda::Url',
    ]);
    expect(properties('aws_lambda_function_url.open.Permission')).toEqual({
      Action: 'lambda:InvokeFunctionUrl',
      FunctionName: 'f',
      FunctionUrlAuthType: 'NONE',
      Principal: '*',
    });
  });

  test('that has no depth when no knowledge maps its type, with the name of a known type where there is one', () => {
    const { resources } = translated({ 'aws_kinesis_video_stream.s': {}, 'random_id.suffix': { byte_length: 4 } });
    expect(resources.map(({ type }) => type)).toEqual(['AWS::KinesisVideo::Stream', 'Terraform::random_id']);
  });
});

describe('references', () => {
  test('lead to what templates would refer to', () => {
    const { resource, properties } = translated({
      'aws_iam_role.r': { name: 'app' },
      'aws_iam_role_policy.p': { name: 'read', role: ref('aws_iam_role.r', 'id'), policy: '{"Statement":[]}' },
    });
    expect(properties('aws_iam_role_policy.p')).toEqual({
      PolicyName: 'read',
      RoleName: 'app',
      PolicyDocument: { Statement: [] },
    });
    const role = resource('aws_iam_role_policy.p').properties.entries.get('RoleName');
    expect(role && refsOf(role)).toEqual([{ resource: 'infra/aws_iam_role.r', attribute: 'Ref' }]);
  });

  test('inside documents become ARNs', () => {
    const { properties } = translated({
      'aws_s3_bucket.b': { bucket: 'orders' },
      'aws_s3_bucket_policy.p': {
        bucket: ref('aws_s3_bucket.b', 'id'),
        policy: { Statement: [{ Effect: 'Allow', Resource: ref('aws_s3_bucket.b', 'arn') }] },
      },
    });
    expect(properties('aws_s3_bucket_policy.p')).toEqual({
      Bucket: 'orders',
      PolicyDocument: { Statement: [{ Effect: 'Allow', Resource: 'arn:aws:s3:::orders' }] },
    });
  });
});

describe('a resource that configures another one', () => {
  test('says it among the properties of that one', () => {
    const { properties, resources } = translated({
      'aws_s3_bucket.b': { bucket: 'orders' },
      'aws_s3_bucket_versioning.v': {
        bucket: ref('aws_s3_bucket.b', 'id'),
        versioning_configuration: [{ status: 'Enabled' }],
      },
      'aws_s3_bucket_public_access_block.p': {
        bucket: ref('aws_s3_bucket_versioning.v', 'bucket'),
        block_public_acls: true,
      },
    });
    expect(resources).toHaveLength(1);
    expect(properties('aws_s3_bucket.b')).toEqual({
      BucketName: 'orders',
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: false,
        IgnorePublicAcls: false,
        RestrictPublicBuckets: false,
      },
    });
  });

  test('adds to the lists of that one, in all forms that attachments have', () => {
    const { properties } = translated({
      'aws_iam_role.r': { name: 'app', managed_policy_arns: ['arn:aws:iam::aws:policy/A'] },
      'aws_iam_user.u': { name: 'ann' },
      'aws_iam_policy.p': { name: 'own' },
      'aws_iam_role_policy_attachment.a': { role: 'app', policy_arn: ref('aws_iam_policy.p', 'arn') },
      'aws_iam_policy_attachment.b': {
        name: 'b',
        roles: [ref('aws_iam_role.r', 'name')],
        users: [ref('aws_iam_user.u', 'name')],
        policy_arn: 'arn:aws:iam::aws:policy/B',
      },
    });
    expect(properties('aws_iam_role.r')).toMatchObject({
      ManagedPolicyArns: [
        'arn:aws:iam::aws:policy/A',
        'arn:aws:iam::111122223333:policy/own',
        'arn:aws:iam::aws:policy/B',
      ],
    });
    expect(properties('aws_iam_user.u')).toMatchObject({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/B'] });
  });

  test('makes a resource of which the rest is not known when no input makes that one', () => {
    const { resource, diagnostics } = translated({
      'aws_iam_role_policy_attachment.a': {
        role: 'elsewhere',
        policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      },
    });
    const role = resource('Role["elsewhere"]');
    expect(role).toMatchObject({ type: 'AWS::IAM::Role', name: ['elsewhere'], onDelete: 'unknown' });
    expect(role.properties.open?.settledBy).toBe('the configuration that makes Role elsewhere');
    expect(diagnostics.map(({ code }) => code)).toEqual(['configured-elsewhere']);
  });
});

describe('security groups', () => {
  test('let nothing out unless a rule says so, as Terraform has it', () => {
    const { properties } = translated({
      'aws_security_group.g': {
        name: 'web',
        ingress: [{ protocol: 'tcp', from_port: 443, to_port: 443, cidr_blocks: ['10.0.0.0/8', '0.0.0.0/0'] }],
      },
    });
    const https = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };
    expect(properties('aws_security_group.g')).toMatchObject({
      SecurityGroupIngress: [
        { ...https, CidrIp: '10.0.0.0/8' },
        { ...https, CidrIp: '0.0.0.0/0' },
      ],
      SecurityGroupEgress: [{ IpProtocol: '-1', CidrIp: '127.0.0.1/32' }],
    });
  });

  test('have rules of their own, one for each peer', () => {
    const { properties, resources } = translated({
      'aws_security_group.g': { name: 'web' },
      'aws_security_group_rule.r': {
        type: 'ingress',
        security_group_id: ref('aws_security_group.g', 'id'),
        protocol: '-1',
        from_port: 0,
        to_port: 0,
        cidr_blocks: ['0.0.0.0/0'],
        self: true,
      },
    });
    expect(resources.map(({ address, type }) => `${type} ${address}`)).toEqual([
      'AWS::EC2::SecurityGroup aws_security_group.g',
      'AWS::EC2::SecurityGroupIngress aws_security_group_rule.r["0.0.0.0/0"]',
      'AWS::EC2::SecurityGroupIngress aws_security_group_rule.r["<aws_security_group.g.id>"]',
    ]);
    expect(properties('aws_security_group_rule.r["<aws_security_group.g.id>"]')).toMatchObject({
      GroupId: '<aws_security_group.g>',
      SourceSecurityGroupId: '<aws_security_group.g>',
    });
  });
});
