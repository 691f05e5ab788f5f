import { describe, expect, test } from 'vitest';
import { modelOfTexts } from '../support/model-of-texts.ts';
import { get, group, type Parts, ref, subnet, template } from './two-tiers.ts';

type Change = Readonly<Record<string, Parts[string] | undefined>>;

const roleFor = (service: string, ...statements: readonly object[]): Parts[string] => [
  'AWS::IAM::Role',
  {
    AssumeRolePolicyDocument: {
      Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
    },
    Policies: [{ PolicyName: 'own', PolicyDocument: { Statement: statements } }],
  },
];
const fromCode = {
  IpProtocol: 'tcp',
  FromPort: 5432,
  ToPort: 5432,
  SourceSecurityGroupId: get('CodeGroup', 'GroupId'),
};
const codeWith = (variables: object, more: object = {}): Parts[string] => [
  'AWS::Lambda::Function',
  {
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Code: { ZipFile: 'exports.handler = async () => {}' },
    Role: get('CodeRole', 'Arn'),
    Environment: { Variables: variables },
    VpcConfig: { SubnetIds: [ref('Private')], SecurityGroupIds: [get('CodeGroup', 'GroupId')] },
    ...more,
  },
];
const resolved = (key: string) => ({ 'Fn::Sub': `{{resolve:secretsmanager:\${Secret}:SecretString:${key}}}` });
const database = (more: object): Parts[string] => [
  'AWS::RDS::DBInstance',
  {
    Engine: 'postgres',
    DBInstanceClass: 'db.t4g.micro',
    AllocatedStorage: '20',
    DBSubnetGroupName: ref('Subnets'),
    VPCSecurityGroups: [get('DatabaseGroup', 'GroupId')],
    ...more,
  },
];

/** A function beside a database in a private subnet, whose group lets the function's in; nobody has the password. */
const apart: Parts = {
  Vpc: ['AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }],
  Private: subnet('10.0.0.0/24'),
  Other: subnet('10.0.1.0/24'),
  Subnets: ['AWS::RDS::DBSubnetGroup', { DBSubnetGroupDescription: 'all', SubnetIds: [ref('Private'), ref('Other')] }],
  CodeGroup: group([]),
  DatabaseGroup: group([fromCode]),
  Secret: ['AWS::SecretsManager::Secret', { GenerateSecretString: { GenerateStringKey: 'password' } }],
  Database: database({ MasterUsername: resolved('username'), MasterUserPassword: resolved('password') }),
  CodeRole: roleFor('lambda.amazonaws.com'),
  Code: codeWith({}),
};
const attached: Parts = {
  Database: database({ MasterUsername: 'app', MasterUserPassword: '{{resolve:ssm-secure:other:1}}' }),
  Attachment: [
    'AWS::SecretsManager::SecretTargetAttachment',
    { SecretId: ref('Secret'), TargetId: ref('Database'), TargetType: 'AWS::RDS::DBInstance' },
  ],
};
const managed = { Database: database({ MasterUsername: 'app', ManageMasterUserPassword: true }), Secret: undefined };
const task = (secret: object): Parts => ({
  TaskRole: roleFor('ecs-tasks.amazonaws.com'),
  Task: [
    'AWS::ECS::TaskDefinition',
    {
      NetworkMode: 'awsvpc',
      RequiresCompatibilities: ['FARGATE'],
      Cpu: '256',
      Memory: '512',
      ExecutionRoleArn: get('TaskRole', 'Arn'),
      ContainerDefinitions: [{ Name: 'app', Image: 'app:1', Secrets: [{ Name: 'DATABASE', ValueFrom: secret }] }],
    },
  ],
  Code: [
    'AWS::ECS::Service',
    {
      TaskDefinition: ref('Task'),
      LaunchType: 'FARGATE',
      NetworkConfiguration: {
        AwsvpcConfiguration: { Subnets: [ref('Private')], SecurityGroups: [get('CodeGroup', 'GroupId')] },
      },
    },
  ],
});

async function flowsOf(change: Change) {
  const { document, analysis } = await modelOfTexts({ 'app.yaml': JSON.stringify(template({ ...apart, ...change })) });
  return { flows: document.system.flows.filter(({ to }) => to === 'app/Database'), analysis };
}

describe('a workload that has the password of a database', () => {
  test.each<readonly [string, Change, readonly string[]]>([
    ['no secret: no flow', {}, []],
    [
      'the secret that the database is made with',
      { Code: codeWith({ SECRET: ref('Secret') }) },
      ['app/Code postgres 5432'],
    ],
    [
      'the secret that is attached to it',
      { ...attached, Code: codeWith({ SECRET: ref('Secret') }) },
      ['app/Code postgres 5432'],
    ],
    [
      'a role that names the secret',
      {
        CodeRole: roleFor('lambda.amazonaws.com', {
          Effect: 'Allow',
          Action: 'secretsmanager:GetSecretValue',
          Resource: ref('Secret'),
        }),
      },
      ['app/Code postgres 5432'],
    ],
    [
      'a role for all secrets states no purpose',
      {
        CodeRole: roleFor('lambda.amazonaws.com', {
          Effect: 'Allow',
          Action: 'secretsmanager:GetSecretValue',
          Resource: '*',
        }),
      },
      [],
    ],
    ['the password itself', { Code: codeWith({ PASSWORD: resolved('password') }) }, ['app/Code postgres 5432']],
    [
      'the secret that RDS keeps',
      { ...managed, Code: codeWith({ SECRET: get('Database', 'MasterUserSecret.SecretArn') }) },
      ['app/Code postgres 5432'],
    ],
    ['a container', task(ref('Secret')), ['app/Code postgres 5432']],
    [
      'a container with the secret that RDS keeps',
      { ...managed, ...task({ 'Fn::Sub': '${Database.MasterUserSecret.SecretArn}:password::' }) },
      ['app/Code postgres 5432'],
    ],
    [
      'another port',
      {
        Database: database({ MasterUsername: 'app', MasterUserPassword: resolved('password'), Port: '6000' }),
        DatabaseGroup: group([{ ...fromCode, FromPort: 6000, ToPort: 6000 }]),
        Code: codeWith({ SECRET: ref('Secret') }),
      },
      ['app/Code postgres 6000'],
    ],
    ['a network that refuses', { DatabaseGroup: group([]), Code: codeWith({ SECRET: ref('Secret') }) }, []],
    [
      'a function outside of the VPC',
      { Code: codeWith({ SECRET: ref('Secret') }, { VpcConfig: { Ref: 'AWS::NoValue' } }) },
      [],
    ],
    [
      'a group that is not known: perhaps',
      {
        DatabaseGroup: group([{ ...fromCode, SourceSecurityGroupId: ref('Outer') }]),
        Code: codeWith({ SECRET: ref('Secret') }),
      },
      ['app/Code postgres 5432'],
    ],
    [
      'a secret of something else',
      {
        Unrelated: ['AWS::SecretsManager::Secret', { GenerateSecretString: {} }],
        Code: codeWith({ SECRET: ref('Unrelated') }),
      },
      [],
    ],
  ])('%s', async (_, change, told) => {
    const { flows } = await flowsOf(change);
    expect(flows.map(({ from, protocol, ports }) => `${from} ${protocol} ${ports.join()}`)).toEqual(told);
  });

  test('the flow tells what it follows from, and that it is inferred', async () => {
    const { flows, analysis } = await flowsOf({ ...attached, Code: codeWith({ SECRET: ref('Secret') }) });
    expect(flows).toMatchObject([
      {
        kind: 'data',
        authenticated: 'password',
        because: 'SECRET names it, and Secret holds the password of Database',
      },
    ]);
    const { flows: all, origins } = analysis.defined.ask.system.model;
    const origin = all.find(({ to }) => to === 'app/Database')?.origin;
    expect(origin === undefined ? undefined : origins.get(origin)).toMatchObject({
      kind: 'inferred',
      from: [expect.any(Number), expect.any(Number)],
    });
  });
});
