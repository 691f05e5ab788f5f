import {
  account,
  arnOf,
  type RandomBucket,
  type RandomFunction,
  type RandomPolicy,
  type RandomPrincipal,
  type RandomSecret,
  type RandomStatement,
  type RandomSystem,
  type StoreStatement,
  type Trust,
  type World,
} from './random-system.ts';

/** The system as a CloudFormation template in JSON, with names in place of references. */
export function templateOf(system: RandomSystem): string {
  const resources: Record<string, unknown> = {};
  system.users.forEach((user, at) => {
    resources[`U${at}`] = { Type: 'AWS::IAM::User', Properties: { UserName: `u${at}`, ...rightsOf(user, `U${at}`) } };
    addBoundary(resources, `U${at}`, user);
  });
  system.roles.forEach((role, at) => {
    const Statement = role.trust.map(trustOf);
    const AssumeRolePolicyDocument = { Version: '2012-10-17', Statement };
    resources[`R${at}`] = {
      Type: 'AWS::IAM::Role',
      Properties: { RoleName: `r${at}`, AssumeRolePolicyDocument, ...rightsOf(role, `R${at}`) },
    };
    addBoundary(resources, `R${at}`, role);
    resources[`P${at}`] = { Type: 'AWS::IAM::InstanceProfile', Properties: { Roles: [{ Ref: `R${at}` }] } };
  });
  system.functions.forEach((one, at) => {
    addFunction(resources, one, at);
  });
  if (system.instances.length > 0) Object.assign(resources, network);
  system.instances.forEach(({ role, when, open }, at) => {
    const Properties = {
      ImageId: 'ami-0123456789abcdef0',
      IamInstanceProfile: { Ref: `P${role}` },
      NetworkInterfaces: [
        {
          DeviceIndex: '0',
          SubnetId: { Ref: 'Subnet' },
          AssociatePublicIpAddress: true,
          GroupSet: [{ Ref: open ? 'OpenGroup' : 'ClosedGroup' }],
        },
      ],
    };
    resources[`I${at}`] = { Type: 'AWS::EC2::Instance', ...conditionOf(when), Properties };
  });
  system.policies.forEach((one, at) => {
    addPolicy(resources, one, at);
  });
  system.secrets.forEach((one, at) => {
    addSecret(resources, one, at);
  });
  system.buckets.forEach((one, at) => {
    addBucket(resources, one, at);
  });
  return JSON.stringify({
    Parameters: { Stage: { Type: 'String', AllowedValues: ['dev', 'prod'] } },
    Conditions: {
      IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
      IsDev: { 'Fn::Not': [{ Condition: 'IsProd' }] },
    },
    Resources: resources,
  });
}

/** The files of a system that is deployed to one account. */
export function textsOf(system: RandomSystem): Readonly<Record<string, string>> {
  const { guardrails } = system;
  const policy = { name: 'guardrails', type: 'scp', document: documentOf(guardrails) };
  const organization = {
    kind: 'organization',
    policies: [policy],
    root: { accounts: [{ id: account, policies: ['guardrails'] }] },
  };
  return {
    ...filesOf(templateOf(system)),
    ...(guardrails.length > 0 && { 'organization.yaml': JSON.stringify(organization) }),
  };
}

/** A template with what says where it is deployed. */
export function filesOf(template: string): Readonly<Record<string, string>> {
  return {
    'app.json': template,
    'bartizan.yaml': `deployments:\n  - { name: app, template: app.json, account: '${account}', region: eu-west-1 }\n`,
  };
}

function conditionOf(when: World): { readonly Condition?: string } {
  return when === 'always' ? {} : { Condition: when === 'prod' ? 'IsProd' : 'IsDev' };
}

function statementOf({ effect, action, resource, mfa, tagged }: RandomStatement): unknown {
  return {
    Effect: effect,
    Action: action,
    Resource: resource,
    ...askedFor({ mfa: mfa && effect === 'Allow', tagged }),
  };
}

function askedFor({ mfa, tagged }: { readonly mfa: boolean; readonly tagged: boolean }): {
  readonly Condition?: unknown;
} {
  const Condition = {
    ...(mfa && { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
    ...(tagged && { StringEquals: { 'aws:PrincipalTag/team': 'a' } }),
  };
  return mfa || tagged ? { Condition } : {};
}

function documentOf(statements: readonly RandomStatement[]): unknown {
  return { Version: '2012-10-17', Statement: statements.map(statementOf) };
}

function rightsOf({ statements, boundary, team }: RandomPrincipal, name: string): Readonly<Record<string, unknown>> {
  return {
    ...(team !== undefined && { Tags: [{ Key: 'team', Value: team }] }),
    ...(statements.length > 0 && { Policies: [{ PolicyName: 'own', PolicyDocument: documentOf(statements) }] }),
    ...(boundary !== undefined && { PermissionsBoundary: { Ref: `${name}Bound` } }),
  };
}

function addBoundary(resources: Record<string, unknown>, name: string, { boundary }: RandomPrincipal): void {
  if (boundary === undefined) return;
  resources[`${name}Bound`] = { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: documentOf(boundary) } };
}

function trustOf(trust: Trust): unknown {
  const named = {
    user: () => ({ AWS: arnOf.user('index' in trust ? trust.index : 0) }),
    role: () => ({ AWS: arnOf.role('index' in trust ? trust.index : 0) }),
    account: () => ({ AWS: `arn:aws:iam::${account}:root` }),
    foreign: () => ({ AWS: 'arn:aws:iam::999988887777:root' }),
    anybody: () => ({ AWS: '*' }),
    lambda: () => ({ Service: 'lambda.amazonaws.com' }),
    ec2: () => ({ Service: 'ec2.amazonaws.com' }),
  };
  return {
    Effect: 'Allow',
    Principal: named[trust.kind](),
    Action: 'sts:AssumeRole',
    ...askedFor({ mfa: trust.mfa, tagged: trust.tagged }),
  };
}

function addFunction(resources: Record<string, unknown>, { role, publicUrl, when }: RandomFunction, at: number): void {
  const Properties = {
    FunctionName: `f${at}`,
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Role: arnOf.role(role),
    Code: { ZipFile: 'exports.handler = async () => 1' },
  };
  resources[`F${at}`] = { Type: 'AWS::Lambda::Function', ...conditionOf(when), Properties };
  if (!publicUrl) return;
  resources[`F${at}Url`] = {
    Type: 'AWS::Lambda::Url',
    ...conditionOf(when),
    Properties: { AuthType: 'NONE', TargetFunctionArn: { 'Fn::GetAtt': [`F${at}`, 'Arn'] } },
  };
  resources[`F${at}Permission`] = {
    Type: 'AWS::Lambda::Permission',
    ...conditionOf(when),
    Properties: {
      Action: 'lambda:InvokeFunctionUrl',
      FunctionName: { Ref: `F${at}` },
      Principal: '*',
      FunctionUrlAuthType: 'NONE',
    },
  };
}

function addBucket(resources: Record<string, unknown>, one: RandomBucket, at: number): void {
  const { blocked, when } = one;
  resources[`B${at}`] = {
    Type: 'AWS::S3::Bucket',
    ...conditionOf(when),
    Properties: {
      BucketName: `b${at}`,
      PublicAccessBlockConfiguration: { BlockPublicPolicy: blocked, RestrictPublicBuckets: blocked },
    },
  };
  if (one.statements.length === 0) return;
  resources[`B${at}Policy`] = {
    Type: 'AWS::S3::BucketPolicy',
    ...conditionOf(when),
    Properties: {
      Bucket: { Ref: `B${at}` },
      PolicyDocument: storePolicy(one.statements, { service: 's3', read: 's3:GetObject', on: `${arnOf.bucket(at)}/*` }),
    },
  };
}

function storePolicy(
  statements: readonly StoreStatement[],
  { service, read, on }: { readonly service: string; readonly read: string; readonly on: string },
): unknown {
  const Statement = statements.map(({ effect, who, all, mfa, tagged }) => ({
    Effect: effect,
    Principal: who === 'everybody' ? '*' : { AWS: arnOf[who.kind](who.index) },
    Action: all ? `${service}:*` : read,
    Resource: on,
    ...askedFor({ mfa, tagged }),
  }));
  return { Version: '2012-10-17', Statement };
}

/** The key is there in both stages, and with it the user's right to one more is gone sooner. */
function addSecret(resources: Record<string, unknown>, { user, statements, when }: RandomSecret, at: number): void {
  resources[`K${at}`] = { Type: 'AWS::IAM::AccessKey', Properties: { UserName: { Ref: `U${user}` } } };
  resources[`S${at}`] = {
    Type: 'AWS::SecretsManager::Secret',
    ...conditionOf(when),
    Properties: { Name: `s${at}`, SecretString: { 'Fn::Sub': `\${K${at}}:\${K${at}.SecretAccessKey}` } },
  };
  if (statements.length === 0) return;
  resources[`S${at}Policy`] = {
    Type: 'AWS::SecretsManager::ResourcePolicy',
    ...conditionOf(when),
    Properties: {
      SecretId: { Ref: `S${at}` },
      ResourcePolicy: storePolicy(statements, {
        service: 'secretsmanager',
        read: 'secretsmanager:GetSecretValue',
        on: '*',
      }),
    },
  };
}

function addPolicy(resources: Record<string, unknown>, { statements, users, roles }: RandomPolicy, at: number): void {
  if (statements.length === 0) return;
  resources[`M${at}`] = {
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: {
      ManagedPolicyName: `m${at}`,
      PolicyDocument: documentOf(statements),
      Users: users.map((user) => ({ Ref: `U${user}` })),
      Roles: roles.map((role) => ({ Ref: `R${role}` })),
    },
  };
}

/** A subnet to which the internet leads, and groups of which one lets in everybody on port 22. */
const network = {
  Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
  Gateway: { Type: 'AWS::EC2::InternetGateway' },
  Attachment: {
    Type: 'AWS::EC2::VPCGatewayAttachment',
    Properties: { VpcId: { Ref: 'Vpc' }, InternetGatewayId: { Ref: 'Gateway' } },
  },
  Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.0.0/24' } },
  Routes: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: { Ref: 'Vpc' } } },
  Route: {
    Type: 'AWS::EC2::Route',
    Properties: {
      RouteTableId: { Ref: 'Routes' },
      DestinationCidrBlock: '0.0.0.0/0',
      GatewayId: { Ref: 'Gateway' },
    },
  },
  Association: {
    Type: 'AWS::EC2::SubnetRouteTableAssociation',
    Properties: { RouteTableId: { Ref: 'Routes' }, SubnetId: { Ref: 'Subnet' } },
  },
  OpenGroup: {
    Type: 'AWS::EC2::SecurityGroup',
    Properties: {
      GroupDescription: 'lets everybody sign in',
      VpcId: { Ref: 'Vpc' },
      SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0' }],
    },
  },
  ClosedGroup: {
    Type: 'AWS::EC2::SecurityGroup',
    Properties: { GroupDescription: 'lets in nobody', VpcId: { Ref: 'Vpc' } },
  },
};
