import { describe, expect, it } from 'vitest';
import type { DocumentPath } from '../../src/model/document-paths.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';

/** Where a key of `Deployer` may stand, and who may read it there, in both languages. */
const user = (name: string, action: string, resource = '*') => `
  ${name}:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: own
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: '${action}', Resource: '${resource}' }] }`;

const template = (resources: string, more = '') => `${more}
Resources:
  Deployer:
    Type: AWS::IAM::User
  Key:
    Type: AWS::IAM::AccessKey
    Properties: { UserName: !Ref Deployer }${resources}
`;

const terraform = (action: string, blocks: string) => `
resource "aws_iam_user" "deployer" {
  name = "deployer"
}
resource "aws_iam_access_key" "key" {
  user = aws_iam_user.deployer.name
}
resource "aws_iam_user" "looks" {
  name = "looks"
}
resource "aws_iam_user_policy" "looks" {
  name   = "own"
  user   = aws_iam_user.looks.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "${action}", Resource = "*" }] })
}
${blocks}
`;

async function pathsOf(texts: Readonly<Record<string, string>>, attackers?: readonly string[]) {
  const { document, analysis } = await modelOfTexts(texts, attackers === undefined ? {} : { attackers });
  expect(analysis.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  return document.attackPaths;
}

/** The certainty of the ways to act as the user whose key it is. */
const ways = (paths: readonly DocumentPath[], to: string) =>
  paths.flatMap(({ gains, target, certainty }) => (gains === 'act as' && target === to ? [certainty] : []));

const both = 'ID: !Ref Key, SECRET: !GetAtt Key.SecretAccessKey';

describe('a key that stands in', () => {
  it.each([
    [
      'a function',
      'lambda:ListFunctions',
      `AWS::Lambda::Function\n    Properties: { Environment: { Variables: { ${both} } } }`,
    ],
    [
      'a task definition',
      'ecs:DescribeTaskDefinition',
      'AWS::ECS::TaskDefinition\n    Properties: { ContainerDefinitions: [{ Name: a, Image: b, Environment: [{ Name: ID, Value: !Ref Key }, { Name: SECRET, Value: !GetAtt Key.SecretAccessKey }] }] }',
    ],
    [
      'a build project',
      'codebuild:BatchGetProjects',
      'AWS::CodeBuild::Project\n    Properties: { Environment: { EnvironmentVariables: [{ Name: ID, Value: !Ref Key }, { Name: SECRET, Value: !GetAtt Key.SecretAccessKey }] } }',
    ],
    [
      'user data',
      'ec2:DescribeInstanceAttribute',
      "AWS::EC2::Instance\n    Properties: { UserData: { 'Fn::Base64': !Sub 'export ID=${Key} SECRET=${Key.SecretAccessKey}' } }",
    ],
    [
      'a launch template',
      'ec2:DescribeLaunchTemplateVersions',
      "AWS::EC2::LaunchTemplate\n    Properties: { LaunchTemplateData: { UserData: { 'Fn::Base64': !Sub 'ID=${Key} SECRET=${Key.SecretAccessKey}' } } }",
    ],
    [
      'a service of App Runner',
      'apprunner:DescribeService',
      'AWS::AppRunner::Service\n    Properties: { SourceConfiguration: { ImageRepository: { ImageConfiguration: { RuntimeEnvironmentVariables: [{ Name: ID, Value: !Ref Key }, { Name: SECRET, Value: !GetAtt Key.SecretAccessKey }] } } } }',
    ],
    [
      'a job definition',
      'batch:DescribeJobDefinitions',
      'AWS::Batch::JobDefinition\n    Properties: { ContainerProperties: { Environment: [{ Name: ID, Value: !Ref Key }, { Name: SECRET, Value: !GetAtt Key.SecretAccessKey }] } }',
    ],
    [
      'an environment of Elastic Beanstalk',
      'elasticbeanstalk:DescribeConfigurationSettings',
      'AWS::ElasticBeanstalk::Environment\n    Properties: { OptionSettings: [{ OptionName: ID, Value: !Ref Key }, { OptionName: SECRET, Value: !GetAtt Key.SecretAccessKey }] }',
    ],
    [
      'an app of Amplify',
      'amplify:GetApp',
      'AWS::Amplify::App\n    Properties: { EnvironmentVariables: [{ Name: ID, Value: !Ref Key }, { Name: SECRET, Value: !GetAtt Key.SecretAccessKey }] }',
    ],
    [
      'a parameter',
      'ssm:GetParameter',
      "AWS::SSM::Parameter\n    Properties: { Type: String, Value: !Sub '${Key} ${Key.SecretAccessKey}' }",
    ],
    [
      'a secret',
      'secretsmanager:GetSecretValue',
      'AWS::SecretsManager::Secret\n    Properties: { SecretString: !Sub \'{"id": "${Key}", "secret": "${Key.SecretAccessKey}"}\' }',
    ],
    [
      'a document of Systems Manager',
      'ssm:GetDocument',
      "AWS::SSM::Document\n    Properties: { Content: { run: !Sub '${Key} ${Key.SecretAccessKey}' } }",
    ],
  ])('%s is the user’s to whoever may call %s', async (_, action, place) => {
    const paths = await pathsOf(
      {
        'app.yaml': template(`${user('Looks', action)}${user('Lists', 's3:ListBucket')}\n  Place:\n    Type: ${place}`),
      },
      ['user'],
    );
    expect(ways(paths, 'app/Deployer')).toEqual(['certain']);
    expect(new Set(paths.map(({ attacker }) => attacker))).toEqual(new Set(['user:app/Looks']));
  });

  it.each([
    [
      'an object',
      's3:GetObject',
      'resource "aws_s3_bucket" "b" {\n bucket = "b"\n}\nresource "aws_s3_object" "o" {\n bucket = aws_s3_bucket.b.id\n key = "k"\n content = "${aws_iam_access_key.key.id} ${aws_iam_access_key.key.secret}"\n}',
    ],
    [
      'an item',
      'dynamodb:Scan',
      'resource "aws_dynamodb_table" "t" {\n name = "t"\n hash_key = "id"\n attribute {\n  name = "id"\n  type = "S"\n }\n}\nresource "aws_dynamodb_table_item" "i" {\n table_name = aws_dynamodb_table.t.name\n hash_key = "id"\n item = jsonencode({ id = { S = aws_iam_access_key.key.id }, secret = { S = aws_iam_access_key.key.secret } })\n}',
    ],
    [
      'a type that nobody has described',
      'batch:DescribeJobDefinitions',
      'resource "aws_batch_job_definition" "j" {\n name = "j"\n type = "container"\n container_properties = jsonencode({ environment = [{ name = "ID", value = aws_iam_access_key.key.id }, { name = "SECRET", value = aws_iam_access_key.key.secret }] })\n}',
    ],
    [
      'an environment of Elastic Beanstalk',
      'elasticbeanstalk:DescribeConfigurationSettings',
      'resource "aws_elastic_beanstalk_environment" "e" {\n name = "e"\n application = "a"\n setting {\n  namespace = "n"\n  name = "ID"\n  value = aws_iam_access_key.key.id\n }\n setting {\n  namespace = "n"\n  name = "SECRET"\n  value = aws_iam_access_key.key.secret\n }\n}',
    ],
  ])('%s of Terraform is the user’s to whoever may call %s', async (_, action, blocks) => {
    const paths = await pathsOf({ 'app/main.tf': terraform(action, blocks) }, ['user']);
    expect(ways(paths, 'app/aws_iam_user.deployer')).toEqual(['certain']);
  });

  const parameter = (name: string, value: string) =>
    `\n  ${name}:\n    Type: AWS::SSM::Parameter\n    Properties: { Name: /${name}, Type: String, Value: ${value} }`;
  const secret = parameter('Secret', '!GetAtt Key.SecretAccessKey');
  const id = parameter('Id', '!Ref Key');

  it.each([
    ['alone is the user’s if its id is known', secret, '*', ['conditional']],
    ['beside its id elsewhere is the user’s to whoever reads both', `${secret}${id}`, '*', ['certain']],
    ['beside its id elsewhere, to whoever reads the secret alone', `${secret}${id}`, '*/Secret', ['conditional']],
    ['as its id alone is nothing', id, '*', []],
  ])('%s', async (_, places, resource, expected) => {
    const paths = await pathsOf({ 'app.yaml': template(`${user('Looks', 'ssm:GetParameter', resource)}${places}`) }, [
      'user',
    ]);
    expect(ways(paths, 'app/Deployer')).toEqual(expected);
  });
});

describe('a password', () => {
  const database = (password: string) => `
  Database:
    Type: AWS::RDS::DBInstance
    Properties: { Engine: postgres, PubliclyAccessible: true, MasterUserPassword: ${password}, DBSubnetGroupName: !Ref Subnets, VPCSecurityGroups: [!Ref Open] }
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Gateway: { Type: AWS::EC2::InternetGateway }
  Attached: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Routes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Default: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Routes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway } }
  Associated: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref Routes } }
  Open: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: d, VpcId: !Ref Vpc, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 0.0.0.0/0 }] } }
  Subnets: { Type: AWS::RDS::DBSubnetGroup, Properties: { DBSubnetGroupDescription: d, SubnetIds: [!Ref Subnet] } }`;
  const parameters =
    'Parameters: { Hidden: { Type: String, NoEcho: true }, Shown: { Type: String, Default: Tr0ub4dor-and-3 } }';
  const generated =
    '\n  Login: { Type: AWS::SecretsManager::Secret, Properties: { GenerateSecretString: { GenerateStringKey: password } } }';
  const resolved = "!Sub '{{resolve:secretsmanager:${Login}:SecretString:password}}'";
  const variable = (value: string) =>
    `\n  Api: { Type: AWS::Lambda::Function, Properties: { Environment: { Variables: { DB: ${value} } } } }`;
  const reads = (action: string) => user('Looks', action);

  it.each([
    ['a hidden parameter', '!Ref Hidden', '!Ref Hidden', ['certain']],
    ['a parameter within a text', '!Ref Hidden', "!Sub 'postgres://app:${Hidden}@db'", ['certain']],
    ['a default in clear', '!Ref Shown', '!Ref Shown', ['certain']],
    ['words', 'Tr0ub4dor-and-3', 'postgres://app:Tr0ub4dor-and-3@db', ['certain']],
    ['a secret that was made', resolved, resolved, ['certain']],
    ['another parameter', '!Ref Hidden', '!Ref Shown', []],
    ['the name of the secret alone', resolved, '!Ref Login', []],
    ['a plain word that is in both', 'password', 'password', []],
  ])('that is %s leads into the database that is open to the internet', async (_, password, value, expected) => {
    const text = template(
      `${reads('lambda:GetFunctionConfiguration')}${variable(value)}${generated}${database(password)}`,
      parameters,
    );
    const paths = await pathsOf({ 'app.yaml': text }, ['user']);
    expect(paths.flatMap(({ id, certainty }) => (id.endsWith('>reads:app/Database') ? [certainty] : []))).toEqual(
      expected,
    );
  });

  it('in a secret is that of the database which the secret is attached to', async () => {
    const attachment =
      '\n  Attachment: { Type: AWS::SecretsManager::SecretTargetAttachment, Properties: { SecretId: !Ref Login, TargetId: !Ref Database, TargetType: AWS::RDS::DBInstance } }';
    const text = template(
      `${reads('secretsmanager:GetSecretValue')}${generated}${attachment}${database('!Ref Hidden')}`,
      parameters,
    );
    const paths = await pathsOf({ 'app.yaml': text }, ['user']);
    expect(paths.map(({ id }) => id)).toContain('user:app/Looks>reads:app/Database');
  });
});

describe('a private key that Terraform makes', () => {
  const pair = (secret: string) => `
resource "tls_private_key" "ssh" {
  algorithm = "ED25519"
}
resource "aws_key_pair" "ssh" {
  key_name   = "ssh"
  public_key = tls_private_key.ssh.public_key_openssh
}
resource "aws_ssm_parameter" "kept" {
  name  = "/ssh"
  type  = "SecureString"
  value = ${secret}
}
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_internet_gateway" "g" {
  vpc_id = aws_vpc.v.id
}
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.0.0/24"
}
resource "aws_route_table" "r" {
  vpc_id = aws_vpc.v.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.g.id
  }
}
resource "aws_route_table_association" "a" {
  subnet_id      = aws_subnet.s.id
  route_table_id = aws_route_table.r.id
}
resource "aws_security_group" "open" {
  vpc_id = aws_vpc.v.id
  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }
}
resource "aws_instance" "host" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  key_name                    = aws_key_pair.ssh.key_name
  subnet_id                   = aws_subnet.s.id
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.open.id]
}`;

  it.each([
    ['its private half', 'tls_private_key.ssh.private_key_openssh', true],
    ['its other private half', 'tls_private_key.ssh.private_key_pem', true],
    ['its public half', 'tls_private_key.ssh.public_key_openssh', false],
  ])('opens the instance to whoever reads %s', async (_, secret, opens) => {
    const paths = await pathsOf({ 'app/main.tf': terraform('ssm:GetParameter', pair(secret)) }, ['user']);
    expect(paths.some(({ id }) => id.endsWith('>runs-code:app/aws_instance.host'))).toBe(opens);
  });
});

describe('a secret that Terraform looks up', () => {
  const blocks = (value: string) => `
resource "aws_secretsmanager_secret" "login" {
  name = "login"
}
data "aws_secretsmanager_secret_version" "login" {
  secret_id = aws_secretsmanager_secret.login.id
}
locals {
  login = jsondecode(data.aws_secretsmanager_secret_version.login.secret_string)
}
resource "aws_lambda_function" "api" {
  function_name = "api"
  role          = "arn:aws:iam::111122223333:role/elsewhere"
  environment {
    variables = { DB = ${value} }
  }
}`;

  it.each([
    ['its content', 'data.aws_secretsmanager_secret_version.login.secret_string', true],
    ['a part of its content', 'local.login["password"]', true],
    ['its name', 'aws_secretsmanager_secret.login.name', false],
  ])('is read by whoever sees %s in a configuration', async (_, value, isRead) => {
    const texts = { 'app/main.tf': terraform('lambda:GetFunctionConfiguration', blocks(value)) };
    const { document, analysis } = await modelOfTexts(texts, { from: 'looks', attackers: [] });
    expect(analysis.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
    const ids = document.attackPaths.map(({ id }) => id);
    expect(ids.some((id) => id.endsWith('>reads:app/aws_secretsmanager_secret.login'))).toBe(isRead);
  });
});

describe('a parameter that Terraform looks up', () => {
  const blocks = (value: string) => `
resource "aws_ssm_parameter" "login" {
  name  = "/shop/login"
  type  = "SecureString"
  value = "made elsewhere"
}
data "aws_ssm_parameter" "login" {
  name = aws_ssm_parameter.login.name
}
resource "aws_lambda_function" "api" {
  function_name = "api"
  role          = "arn:aws:iam::111122223333:role/elsewhere"
  environment {
    variables = { DB = ${value} }
  }
}`;

  it.each([
    ['its content', 'data.aws_ssm_parameter.login.value', true],
    ['its name', 'data.aws_ssm_parameter.login.name', false],
  ])('is read by whoever sees %s in a configuration', async (_, value, isRead) => {
    const texts = { 'app/main.tf': terraform('lambda:GetFunctionConfiguration', blocks(value)) };
    const { document, analysis } = await modelOfTexts(texts, { from: 'looks', attackers: [] });
    expect(analysis.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
    const ids = document.attackPaths.map(({ id }) => id);
    expect(ids.some((id) => id.endsWith('>reads:app/aws_ssm_parameter.login'))).toBe(isRead);
  });
});

describe('a key in what cfn-init sets up in a machine', () => {
  const machine = (content: string, more = '') =>
    template(`${more}
  Machine:
    Type: AWS::EC2::Instance
    Metadata:
      AWS::CloudFormation::Init:
        config:
          files:
            /etc/login: { content: !Sub 'id=\${Key} secret=${content}', mode: '000400' }
    Properties: { ImageId: ami-0123456789abcdef0 }`);

  it.each([
    ['its secret half', '${Key.SecretAccessKey}', true],
    ['something else', 'none', false],
  ])('is known to code there that has %s', async (_, content, isKnown) => {
    const { document } = await modelOfTexts({ 'app.yaml': machine(content) }, { from: 'Machine', attackers: [] });
    expect(document.attackPaths.some(({ id }) => id.endsWith('>acts-as:app/Deployer'))).toBe(isKnown);
  });

  it.each([
    ['cloudformation:DescribeStackResource', true],
    ['cloudformation:ListStackResources', false],
  ])('is known to whoever may call %s', async (action, isKnown) => {
    const text = machine('${Key.SecretAccessKey}', user('Looks', action));
    const { document, analysis } = await modelOfTexts({ 'app.yaml': text }, { from: 'Looks', attackers: [] });
    expect(analysis.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
    expect(document.attackPaths.some(({ id }) => id.endsWith('>acts-as:app/Deployer'))).toBe(isKnown);
  });

  it('is told as a secret in clear where it stands in words', async () => {
    const { document } = await modelOfTexts({ 'app.yaml': machine('wJalrXUtnFEMIK7MDENGbPxRfiCYzzzzzzzzKEY9') });
    expect(document.threats.some(({ rule, address }) => /secret/.test(rule) && address === 'Machine')).toBe(true);
  });
});

describe('the password of a broker’s user', () => {
  const broker = (shown: string) => `
Parameters:
  Password: { Type: String, NoEcho: true }
  Other: { Type: String, NoEcho: true }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Inside: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: workers, VpcId: !Ref Vpc } }
  Behind:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: broker
      VpcId: !Ref Vpc
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 5671, ToPort: 5671, SourceSecurityGroupId: !Ref Inside }]
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Code: { ZipFile: 'exports.handler = async () => 1' }
      VpcConfig: { SubnetIds: [!Ref Subnet], SecurityGroupIds: [!Ref Inside] }
      Environment: { Variables: { LOGIN: !Ref ${shown} } }
  Broker:
    Type: AWS::AmazonMQ::Broker
    Properties:
      EngineType: RABBITMQ
      PubliclyAccessible: false
      SubnetIds: [!Ref Subnet]
      SecurityGroups: [!Ref Behind]
      Users: [{ Username: shop, Password: !Ref Password }]
`;

  it.each([
    ['has it', 'Password', true],
    ['has another', 'Other', false],
  ])('opens it to code that %s and reaches it', async (_, shown, opens) => {
    const { document, analysis } = await modelOfTexts({ 'app.yaml': broker(shown) }, { from: 'Worker', attackers: [] });
    expect(analysis.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
    expect(document.attackPaths.some(({ id }) => id.endsWith('>reads:app/Broker'))).toBe(opens);
  });
});

describe('what is not known', () => {
  it('a secret of nobody is read, and nothing follows', async () => {
    const text = template(`${user('Looks', 'lambda:GetFunctionConfiguration')}
  Api: { Type: AWS::Lambda::Function, Properties: { Environment: { Variables: { API_KEY: sk_example_4eC39HqLyjWDarjtT1zdp7dc } } } }`);
    const { document } = await modelOfTexts({ 'app.yaml': text }, { from: 'Looks', attackers: [] });
    expect(document.attackPaths.map(({ id }) => id)).toEqual(['user:app/Looks>reads:app/Api']);
  });

  it('a password for mail opens nothing else', async () => {
    const blocks =
      'resource "aws_ssm_parameter" "p" {\n name = "/p"\n type = "String"\n value = "${aws_iam_access_key.key.id} ${aws_iam_access_key.key.ses_smtp_password_v4}"\n}';
    const paths = await pathsOf({ 'app/main.tf': terraform('ssm:GetParameter', blocks) }, ['user']);
    expect(ways(paths, 'app/aws_iam_user.deployer')).toEqual([]);
  });
});

describe('a state, which no longer says where a value came from', () => {
  const instance = (type: string, name: string, attributes: object) => ({
    mode: 'managed',
    type,
    name,
    provider: 'provider["registry.terraform.io/hashicorp/aws"]',
    instances: [{ schema_version: 0, attributes, sensitive_attributes: [] }],
  });
  const arn = (what: string) => `arn:aws:iam::111122223333:${what}`;
  const looks = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'lambda:GetFunctionConfiguration', Resource: '*' }],
  });
  const state = (variables: object) =>
    JSON.stringify({
      version: 4,
      terraform_version: '1.9.0',
      resources: [
        instance('aws_iam_user', 'deployer', { id: 'deployer', name: 'deployer', arn: arn('user/deployer') }),
        instance('aws_iam_access_key', 'key', { id: 'AKIAIOSFODNN7EXAMPLE', user: 'deployer', status: 'Active' }),
        instance('aws_iam_user', 'looks', { id: 'looks', name: 'looks', arn: arn('user/looks') }),
        instance('aws_iam_user_policy', 'looks', { id: 'looks:own', name: 'own', user: 'looks', policy: looks }),
        instance('aws_lambda_function', 'api', {
          id: 'api',
          function_name: 'api',
          arn: 'arn:aws:lambda:eu-west-1:111122223333:function:api',
          role: arn('role/elsewhere'),
          environment: [{ variables }],
        }),
      ],
    });

  it.each([
    [
      'the id of a known key beside a secret is likely that key’s',
      { ID: 'AKIAIOSFODNN7EXAMPLE', SECRET_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
      ['conditional'],
    ],
    ['the id of a known key alone is nothing', { ID: 'AKIAIOSFODNN7EXAMPLE', COLOUR: 'blue' }, []],
    [
      'the id of another key is nothing',
      { ID: 'AKIAI44QH8DHBEXAMPLE', SECRET_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
      [],
    ],
  ])('%s', async (_, variables, expected) => {
    const paths = await pathsOf({ 'app.tfstate': state(variables) }, ['user']);
    expect(paths.flatMap(({ gains, certainty }) => (gains === 'act as' ? [certainty] : []))).toEqual(expected);
  });
});
