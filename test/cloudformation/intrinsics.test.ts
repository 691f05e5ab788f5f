// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its variables so
import { describe, expect, it } from 'vitest';
import { refsOf } from '../../src/model/value.ts';
import { diagnosed, propertyOf, resourceAt, shown, translated } from './translated.ts';

const head = `
Parameters:
  Env: {Type: String, Default: dev, AllowedValues: [dev, prod]}
  Name: {Type: String}
  Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
  Zones: {Type: CommaDelimitedList, Default: 'a, b,c'}
  Port: {Type: Number, Default: 443}
  Image: {Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: /aws/image}
  Password: {Type: String, NoEcho: true}
Mappings:
  Sizes:
    dev: {Count: 1, Types: [t3.micro, t3.small]}
    prod: {Count: 3, Types: [m5.large]}
  Regions:
    eu-west-1: {Ami: ami-eu}
    us-east-1: {Ami: ami-us}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  Named: !Not [!Equals [!Ref Name, '']]
  Never: !Equals [a, b]
Resources:
  Bucket: {Type: AWS::S3::Bucket}
  Logs: {Type: AWS::S3::Bucket, Properties: {BucketName: logs}}
  Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub '\${AWS::StackName}-jobs'}}
  Topic: {Type: AWS::SNS::Topic}
  Role: {Type: AWS::IAM::Role, Properties: {RoleName: worker, Path: /team/}}
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Group: {Type: AWS::EC2::SecurityGroup}
  Parameter: {Type: AWS::SSM::Parameter, Properties: {Name: /app/key}}
  Key: {Type: AWS::KMS::Key}
  Alias: {Type: AWS::KMS::Alias, Properties: {AliasName: alias/app, TargetKeyId: !Ref Key}}
  Secret: {Type: AWS::SecretsManager::Secret, Properties: {Name: db}}
  Database: {Type: AWS::RDS::DBInstance, Properties: {DBInstanceIdentifier: MainDB}}
  Mysql: {Type: AWS::RDS::DBInstance, Properties: {Engine: mysql}}
  Moved: {Type: AWS::RDS::DBCluster, Properties: {Engine: aurora-postgresql, Port: 6000}}
  Member: {Type: AWS::RDS::DBInstance, Properties: {Engine: aurora-postgresql, DBClusterIdentifier: !Ref Moved}}
  Cache: {Type: AWS::ElastiCache::ReplicationGroup}
  Attachment: {Type: AWS::SecretsManager::SecretTargetAttachment, Properties: {SecretId: !Ref Secret}}
  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}
  LogGroup: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: /app}}
  Rule: {Type: AWS::Events::Rule, Properties: {Name: nightly, EventBusName: bus}}
  Custom: {Type: Custom::Thing}
  Subject:
    Type: AWS::Test::Subject
    Properties:
      Value: `;

/** Property value in flow style → what it comes out as. */
const semantics: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  Ref: [
    ['!Ref Env', 'dev'],
    ['{Ref: Env}', 'dev'],
    ['!Ref Name', '${parameter:app/Name}'],
    ['!Ref Subnets', '[...${parameter:app/Subnets}]'],
    ['!Ref Zones', '[a, b, c]'],
    ['!Ref Port', '443'],
    ['!Ref Image', 'unknown ${lookup:ssm:/aws/image}'],
    ['!Ref Password', '${parameter:app/Password}'],
    ['!Ref Bucket', '${name:app/Bucket}'],
    ['!Ref Logs', 'logs'],
    ['!Ref Topic', 'arn:aws:sns:${region:app}:${account:app}:${name:app/Topic}'],
    ['!Ref Queue', 'https://sqs.${region:app}.amazonaws.com/${account:app}/${stack-name:app}-jobs'],
    ['!Ref Role', 'worker'],
    ['!Ref Group', '${name:app/Group}'],
    ['!Ref Secret', 'arn:aws:secretsmanager:${region:app}:${account:app}:secret:db-${attribute:app/Secret.Suffix}'],
    ['!Ref Database', 'maindb'],
    ['!Ref Attachment', 'arn:aws:secretsmanager:${region:app}:${account:app}:secret:db-${attribute:app/Secret.Suffix}'],
    ['!Ref Rule', 'nightly'],
    ['!Ref Custom', 'unknown ${attribute:app/Custom.Ref}'],
  ],
  'pseudo parameters': [
    ['!Ref AWS::AccountId', '${account:app}'],
    ['!Ref AWS::Region', '${region:app}'],
    ['!Ref AWS::Partition', 'aws'],
    ['!Ref AWS::URLSuffix', 'amazonaws.com'],
    ['!Ref AWS::StackName', '${stack-name:app}'],
    [
      '!Ref AWS::StackId',
      'arn:aws:cloudformation:${region:app}:${account:app}:stack/${stack-name:app}/${stack-id:app}',
    ],
    ['!Ref AWS::NotificationARNs', '[...${notification-arns:app}]'],
    ['[a, !Ref AWS::NoValue, b]', '[a, b]'],
    ['{A: !Ref AWS::NoValue, B: 1}', '{B: 1}'],
  ],
  GetAtt: [
    ['!GetAtt Bucket.Arn', 'arn:aws:s3:::${name:app/Bucket}'],
    ['{Fn::GetAtt: [Logs, Arn]}', 'arn:aws:s3:::logs'],
    ['!GetAtt [Logs, !Sub Arn]', 'arn:aws:s3:::logs'],
    ['!GetAtt Logs.RegionalDomainName', 'logs.s3.${region:app}.amazonaws.com'],
    ['!GetAtt Role.Arn', 'arn:aws:iam::${account:app}:role/team/worker'],
    ['!GetAtt Queue.QueueName', '${stack-name:app}-jobs'],
    ['!GetAtt Vpc.CidrBlock', '10.0.0.0/16'],
    ['!GetAtt Vpc.DefaultSecurityGroup', 'unknown ${attribute:app/Vpc.DefaultSecurityGroup}'],
    ['!GetAtt Group.GroupId', '${name:app/Group}'],
    ['!GetAtt LogGroup.Arn', 'arn:aws:logs:${region:app}:${account:app}:log-group:/app:*'],
    ['!GetAtt Rule.Arn', 'arn:aws:events:${region:app}:${account:app}:rule/bus/nightly'],
    ['!GetAtt Database.Endpoint.Address', 'unknown ${attribute:app/Database.Endpoint.Address}'],
    ['!GetAtt Database.Endpoint.Port', 'unknown ${attribute:app/Database.Endpoint.Port}'],
    ['!GetAtt Mysql.Endpoint.Port', '3306'],
    ['!GetAtt Moved.Endpoint.Port', '6000'],
    ['!GetAtt Member.Endpoint.Port', 'unknown ${attribute:app/Member.Endpoint.Port}'],
    ['!GetAtt Cache.PrimaryEndPoint.Port', '6379'],
    ['!GetAtt Custom.Anything.At.All', 'unknown ${attribute:app/Custom.Anything.At.All}'],
    [
      '!Ref Balancer',
      'arn:aws:elasticloadbalancing:${region:app}:${account:app}:loadbalancer/${attribute:app/Balancer.Kind}/${name:app/Balancer}/${attribute:app/Balancer.Id}',
    ],
  ],
  Sub: [
    ['!Sub plain', 'plain'],
    ["!Sub '${Env}-${Name}'", 'dev-${parameter:app/Name}'],
    ["!Sub '${Bucket.Arn}/*'", 'arn:aws:s3:::${name:app/Bucket}/*'],
    ["!Sub 'a ${!Literal} b'", 'a ${Literal} b'],
    ["!Sub ['${A}-${B}', {A: x, B: !Ref Env}]", 'x-dev'],
    ["!Sub ['${A}-${Env}', {A: !If [IsProd, p, d]}]", '(Env = prod ? p-dev | Env = dev ? d-dev)'],
    ["!Sub '${AWS::Region}/${Port}'", '${region:app}/443'],
  ],
  Join: [
    ["!Join ['-', [a, !Ref Env, !Ref Name]]", 'a-dev-${parameter:app/Name}'],
    ["!Join [',', !Ref Zones]", 'a,b,c'],
    ["!Join [',', !Ref Subnets]", '${join:,:parameter:app/Subnets}'],
    ["!Join ['', [a, !Ref AWS::NoValue, b]]", 'ab'],
    ["!Join ['', []]", ''],
    [
      "!Join ['', ['{{resolve:secretsmanager:', !Ref Secret, ':SecretString:password}}']]",
      '${secret:secretsmanager:arn:aws:secretsmanager:${region:app}:${account:app}:secret:db-${attribute:app/Secret.Suffix}:SecretString:password}',
    ],
  ],
  Select: [
    ['!Select [1, [a, b]]', 'b'],
    ["!Select ['0', !Ref Zones]", 'a'],
    ['!Select [1, !Ref Subnets]', '${parameter:app/Subnets[1]}'],
    ["!Select [0, !GetAZs '']", '${availability-zones:${region:app}[0]}'],
    ["!Select [4, !Split [':', !GetAtt Role.Arn]]", '${account:app}'],
    ["!Select [2, !Split ['/', !GetAtt Role.Arn]]", 'worker'],
  ],
  Split: [
    ["!Split ['|', 'a|b|c']", '[a, b, c]'],
    ["!Split [',', !Ref Name]", '[...${split:,:0:${parameter:app/Name}}]'],
    [
      "!Split [',', !Sub 'x,${AWS::Region},y${Name}z,q']",
      '[x, ${region:app}, ...${split:,:2:x,${region:app},y${parameter:app/Name}z,q}]',
    ],
  ],
  'If, And, Or, Not, Equals, Condition': [
    ['!If [IsProd, 3, 1]', '(Env = prod ? 3 | Env = dev ? 1)'],
    ['!If [Never, a, b]', 'b'],
    ['!If [Named, !Ref Name, none]', '(Name !=  ? ${parameter:app/Name} | Name =  ? none)'],
    ['!If [IsProd, !If [IsProd, a, b], c]', '(Env = prod ? a | Env = dev ? c)'],
    ['!If [IsProd, !Ref Env, x]', '(Env = prod ? prod | Env = dev ? x)'],
    ['!If [IsProd, same, same]', 'same'],
    ['{A: !If [IsProd, !Ref AWS::NoValue, x]}', '{A: (Env = prod ? absent | Env = dev ? x)}'],
  ],
  FindInMap: [
    ['!FindInMap [Sizes, !Ref Env, Count]', '1'],
    ['!FindInMap [Sizes, prod, Types]', '[m5.large]'],
    ['!FindInMap [Sizes, prod, Nothing, {DefaultValue: 7}]', '7'],
    [
      '!FindInMap [Regions, !Ref AWS::Region, Ami, {DefaultValue: ami-x}]',
      '(region:app = eu-west-1 ? ami-eu | region:app = us-east-1 ? ami-us | region:app != eu-west-1 and region:app != us-east-1 ? ami-x)',
    ],
    ['!If [IsProd, !FindInMap [Sizes, !Ref Env, Count], 0]', '(Env = prod ? 3 | Env = dev ? 0)'],
  ],
  ImportValue: [
    ['!ImportValue net-VpcId', 'vpc-1'],
    ["!ImportValue {Fn::Sub: 'net-${Env}'}", '${import:net-dev}'],
  ],
  Base64: [
    ['!Base64 hello', 'aGVsbG8='],
    ["!Base64 'grüße'", 'Z3LDvMOfZQ=='],
    ['!Base64 {Ref: Name}', '${base64:${parameter:app/Name}}'],
    ["{UserData: !Base64 {Fn::Sub: 'echo ${Name}'}}", '{UserData: echo ${parameter:app/Name}}'],
  ],
  Cidr: [
    ['!Cidr [10.0.0.0/16, 2, 8]', '[10.0.0.0/24, 10.0.1.0/24]'],
    ['!Cidr [!GetAtt Vpc.CidrBlock, 3, 12]', '[10.0.0.0/20, 10.0.16.0/20, 10.0.32.0/20]'],
    ["!Cidr ['2001:db8::/56', 2, 64]", '[2001:db8::/64, 2001:db8:0:1::/64]'],
    ['!Select [1, !Cidr [!Ref Name, 2, 8]]', '${cidr:${parameter:app/Name}:8[1]}'],
  ],
  Length: [
    ['!Length [a, b]', '2'],
    ['!Length {Ref: Zones}', '3'],
    ['!Length {Ref: Subnets}', '${length:[parameter:app/Subnets]}'],
  ],
  ToJsonString: [
    ['!ToJsonString {a: 1, b: [x, !Ref Name], c: true}', '{"a":1,"b":["x","${parameter:app/Name}"],"c":true}'],
    ['!ToJsonString [!If [IsProd, a, b]]', '(Env = prod ? ["a"] | Env = dev ? ["b"])'],
  ],
  'dynamic references': [
    ["'{{resolve:ssm-secure:/db/password:1}}'", '${secret:ssm-secure:/db/password:1}'],
    ["'{{resolve:secretsmanager:db:SecretString:password}}'", '${secret:secretsmanager:db:SecretString:password}'],
    ["'{{resolve:ssm:/size}}'", '${lookup:ssm:/size}'],
    ["'postgres://u:{{resolve:secretsmanager:db}}@h'", 'postgres://u:${secret:secretsmanager:db}@h'],
    ["'{{resolve: never closed'", '{{resolve: never closed'],
  ],
  scalars: [
    ['yes', 'yes'],
    ['2012-10-17', '2012-10-17'],
    ['8.0', '8.0'],
    ['007', '007'],
    ['012345678901', '012345678901'],
    ['true', 'true'],
    ["'true'", 'true'],
    ['12', '12'],
    ['!!str 12', '12'],
  ],
};

describe.each(Object.entries(semantics))('%s', (_, rows) => {
  it.each(rows)('%s gives %s', (source, expected) => {
    const exports = { 'net-VpcId': { kind: 'literal', value: 'vpc-1', origin: 0 as never } } as const;
    const result = translated(head + source, { exports });
    expect(diagnosed(result)).toEqual([]);
    expect(shown(propertyOf(result, 'Subject', 'Value'))).toBe(expected);
  });
});

describe('what a value keeps besides itself', () => {
  const subject = (source: string, given = {}) => propertyOf(translated(head + source, given), 'Subject', 'Value');

  it('keeps the resources that it refers to, through Sub and Join', () => {
    const names = (source: string) => refsOf(subject(source)).map((ref) => `${ref.resource} ${ref.attribute}`);
    expect(names('!Ref Logs')).toEqual(['app/Logs Ref']);
    expect(names('!GetAtt Logs.Arn')).toEqual(['app/Logs Arn']);
    expect(names("!Sub '${Logs.Arn}/${Bucket}'")).toEqual(['app/Logs Arn', 'app/Bucket Ref']);
    expect(names("!Join ['', [!GetAtt Logs.Arn, /*]]")).toEqual(['app/Logs Arn']);
  });

  it('keeps which parameter defaults it rests on', () => {
    expect(subject('!Ref Env').defaults).toEqual(['Env']);
    expect(subject("!Sub 'x-${Env}'").defaults).toEqual(['Env']);
    expect(subject('!FindInMap [Sizes, !Ref Env, Count]').defaults).toEqual(['Env']);
    expect(subject('!Ref Env', { parameters: { Env: 'prod' } }).defaults).toBeUndefined();
    expect(subject('!Ref Name', { parameters: { Name: 'n' } })).toMatchObject({ kind: 'literal', value: 'n' });
  });

  it('names the one input that would settle it', () => {
    const settledBy = (source: string) => JSON.stringify(subject(source));
    expect(settledBy('!Ref Name')).toContain('"settledBy":"parameter Name of app"');
    expect(settledBy('!Ref Bucket')).toContain('"settledBy":"deployment of Bucket"');
    expect(settledBy('!ImportValue other')).toContain('"settledBy":"--context with the stack that exports other"');
    expect(settledBy('!Ref Image')).toContain('"settledBy":"the SSM parameter /aws/image of app"');
  });

  it('gives every resource its name and ARN', () => {
    const result = translated(`${head}x`, { account: '123456789012', region: 'eu-west-1', stackName: 'web' });
    const arn = (address: string) =>
      resourceAt(result, address)
        .arn?.map((part) => (typeof part === 'string' ? part : `<${part.symbol}>`))
        .join('');
    expect(arn('Queue')).toBe('arn:aws:sqs:eu-west-1:123456789012:web-jobs');
    expect(arn('Parameter')).toBe('arn:aws:ssm:eu-west-1:123456789012:parameter/app/key');
    expect(arn('Alias')).toBe('arn:aws:kms:eu-west-1:123456789012:alias/app');
    expect(arn('Key')).toBe('arn:aws:kms:eu-west-1:123456789012:key/<name:app/Key>');
    expect(arn('Vpc')).toBe('arn:aws:ec2:eu-west-1:123456789012:vpc/<name:app/Vpc>');
    expect(resourceAt(result, 'Queue').name).toEqual(['web-jobs']);
    expect(resourceAt(result, 'Custom').arn).toBeUndefined();
  });
});

describe('wrong calls', () => {
  it.each([
    ['!Ref Missing', 'unknown-reference 46:14'],
    ['!Ref [a]', 'wrong-argument 46:14'],
    ['!GetAtt Missing.Arn', 'unknown-reference 46:14'],
    ['!GetAtt Bucket', 'wrong-argument 46:14'],
    ["!Sub '${Missing}'", 'unknown-reference 46:14'],
    ['!Join [a]', 'wrong-argument 46:14'],
    ['!Select [9, [a]]', 'wrong-argument 46:14'],
    ['!If [IsProd, a]', 'wrong-argument 46:14'],
    ['!If [Nowhere, a, b]', 'unknown-condition 46:19'],
    ['!FindInMap [Sizes, qa, Count]', 'unknown-mapping-key 46:14'],
    ['!FindInMap [Nowhere, a, b]', 'unknown-mapping-key 46:14'],
    ['!Cidr [10.0.0.0/30, 9, 8]', 'wrong-argument 46:14'],
    ['!Nonsense x', 'unknown-function 46:14'],
    ['{Fn::Nonsense: x}', 'unknown-function 46:15'],
    ['{Ref: Env, Other: 1, Fn::If: [IsProd, 1, 2]}', 'function-not-alone 46:35'],
    ['!GetAtt Bucket.Nonsense', 'unknown-attribute 46:14'],
    ['!Ref AWS::Nonsense', 'unknown-reference 46:14'],
  ])('%s is reported as %s and the resource stays', (source, expected) => {
    const result = translated(head + source);
    expect(diagnosed(result)).toEqual([expected]);
    expect(resourceAt(result, 'Subject').type).toBe('AWS::Test::Subject');
  });
});
