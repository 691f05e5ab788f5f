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

describe('attributes that tell a thing together', () => {
  const method = { rest_api_id: 'a1', resource_id: 'r1', http_method: 'GET', authorization: 'NONE' };
  const integration = { rest_api_id: 'a1', resource_id: 'r1', http_method: 'GET', type: 'MOCK' };

  test('choose it among all of its type', () => {
    const { resources, properties } = translated({
      'aws_api_gateway_method.get': method,
      'aws_api_gateway_method.post': { ...method, http_method: 'POST' },
      'aws_api_gateway_integration.get': integration,
    });
    expect(resources).toHaveLength(2);
    expect(properties('aws_api_gateway_method.get')).toMatchObject({ Integration: { Type: 'MOCK' } });
    expect(properties('aws_api_gateway_method.post')).not.toHaveProperty('Integration');
  });

  test('may be references that only apply tells, also from one satellite to another attribute of the target', () => {
    const { resources, properties } = translated({
      'aws_api_gateway_rest_api.api': { name: 'api' },
      'aws_api_gateway_method.get': { ...method, rest_api_id: ref('aws_api_gateway_rest_api.api', 'id') },
      'aws_api_gateway_integration.get': {
        ...integration,
        rest_api_id: ref('aws_api_gateway_method.get', 'rest_api_id'),
        http_method: ref('aws_api_gateway_method.get', 'http_method'),
      },
    });
    expect(resources).toHaveLength(2);
    expect(properties('aws_api_gateway_method.get')).toMatchObject({ Integration: { Type: 'MOCK' } });
  });

  test('make a resource of which the rest is not known when no input makes it', () => {
    const { resource } = translated({ 'aws_api_gateway_integration.get': integration });
    const outside = resource('Method["a1 r1 GET"]');
    expect(outside).toMatchObject({ type: 'AWS::ApiGateway::Method', onDelete: 'unknown' });
    expect([...outside.properties.entries.keys()]).toEqual(['RestApiId', 'ResourceId', 'HttpMethod', 'Integration']);
    expect(outside.properties.open?.settledBy).toBe('the configuration that makes Method a1 r1 GET');
  });
});

describe('an attribute that may name several types', () => {
  test('configures the one that the input makes, and no other', () => {
    const { resources, properties } = translated({
      'aws_instance.host': { ami: 'ami-1' },
      'aws_network_interface_sg_attachment.a': {
        network_interface_id: ref('aws_instance.host', 'primary_network_interface_id'),
        security_group_id: 'sg-1',
      },
    });
    expect(resources).toHaveLength(1);
    expect(properties('aws_instance.host')).toMatchObject({ SecurityGroupIds: ['sg-1'] });
  });
});

describe('the default network ACL of a VPC', () => {
  const vpc = { cidr_block: '10.0.0.0/16' };
  const subnet = { vpc_id: ref('aws_vpc.v', 'id'), cidr_block: '10.0.1.0/24' };

  test('has the entries that are stated, and holds for subnets without another one', () => {
    const { properties, resources } = translated({
      'aws_vpc.v': vpc,
      'aws_subnet.a': subnet,
      'aws_subnet.b': subnet,
      'aws_network_acl.own': { vpc_id: ref('aws_vpc.v', 'id'), subnet_ids: [ref('aws_subnet.b', 'id')] },
      'aws_default_network_acl.d': {
        default_network_acl_id: ref('aws_vpc.v', 'default_network_acl_id'),
        ingress: [
          { rule_no: 100, action: 'allow', protocol: '-1', cidr_block: '10.0.0.0/8', from_port: 0, to_port: 0 },
        ],
      },
    });
    expect(properties('aws_default_network_acl.d')).toEqual({ VpcId: '<aws_vpc.v>' });
    expect(properties('aws_default_network_acl.d.ingress["100"]')).toMatchObject({
      NetworkAclId: '<aws_vpc.v.DefaultNetworkAcl>',
      RuleNumber: 100,
      Egress: false,
    });
    const associations = resources.filter(({ type }) => type === 'AWS::EC2::SubnetNetworkAclAssociation');
    expect(associations.map(({ address }) => address)).toEqual([
      'aws_network_acl.own.subnet_ids["<aws_subnet.b.id>"]',
      'aws_subnet.a.NetworkAclAssociation',
    ]);
  });
});

describe('what a Terraform type sometimes is', () => {
  test.each([
    ['SimpleAD, the default of the provider', {}, 'AWS::DirectoryService::SimpleAD'],
    ['MicrosoftAD', { type: 'MicrosoftAD' }, 'AWS::DirectoryService::MicrosoftAD'],
    ['a type without depth', { type: 'ADConnector' }, 'Terraform::aws_directory_service_directory'],
  ])('%s', (_, attributes, type) => {
    const { resources } = translated({ 'aws_directory_service_directory.d': { name: 'corp', ...attributes } });
    expect(resources.map((each) => each.type)).toEqual([type]);
  });

  test('comes after what it always is, which references mean', () => {
    const { properties } = translated({
      'aws_eip.e': { network_interface: 'eni-1' },
      'aws_nat_gateway.n': { allocation_id: ref('aws_eip.e', 'id'), subnet_id: 'subnet-1' },
    });
    expect(properties('aws_nat_gateway.n')).toMatchObject({ AllocationId: '<aws_eip.e.AllocationId>' });
    expect(properties('aws_eip.e.EIPAssociation')).toMatchObject({ NetworkInterfaceId: 'eni-1' });
  });
});
