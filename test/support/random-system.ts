import fc from 'fast-check';

/** A small system as the brute-force search sees it: names, statements, nothing resolved or indexed. */
export interface RandomSystem {
  readonly users: readonly RandomPrincipal[];
  readonly roles: readonly (RandomPrincipal & { readonly trust: readonly Trust[] })[];
  readonly functions: readonly RandomFunction[];
  readonly instances: readonly { readonly role: number; readonly when: World }[];
  readonly buckets: readonly RandomBucket[];
}

export interface RandomPrincipal {
  readonly statements: readonly RandomStatement[];
  /** What its permissions boundary allows; undefined for none. */
  readonly boundary?: readonly RandomStatement[];
}

export interface RandomStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly action: string;
  readonly resource: string;
  /** Only with a second factor (Allow only). */
  readonly mfa: boolean;
}

export type Trust =
  | { readonly kind: 'user' | 'role'; readonly index: number }
  | { readonly kind: 'account' | 'foreign' | 'anybody' | 'lambda' | 'ec2' };

export interface RandomFunction {
  readonly role: number;
  readonly publicUrl: boolean;
  readonly when: World;
}

export interface RandomBucket {
  /** Who reads it by its own policy. */
  readonly open: 'nobody' | 'everybody' | 'everybody, blocked' | { readonly user: number };
  readonly when: World;
}

/** In which of the two stages a resource exists. */
export type World = 'always' | 'prod' | 'dev';

export const account = '111122223333';
export const arnOf = {
  user: (at: number) => `arn:aws:iam::${account}:user/u${at}`,
  role: (at: number) => `arn:aws:iam::${account}:role/r${at}`,
  function: (at: number) => `arn:aws:lambda:eu-west-1:${account}:function:f${at}`,
  bucket: (at: number) => `arn:aws:s3:::b${at}`,
};

const actions = [
  'sts:AssumeRole',
  'iam:PassRole',
  'lambda:CreateFunction',
  'lambda:InvokeFunction',
  'lambda:UpdateFunctionCode',
  'lambda:*',
  'ec2:RunInstances',
  'ssm:StartSession',
  'ssm:UpdateInstanceInformation',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:UpdateAssumeRolePolicy',
  'iam:PutUserPolicy',
  'iam:PutRolePolicy',
  'iam:AttachRolePolicy',
  'iam:CreateUser',
  'iam:Create*',
  'iam:Attach*',
  'iam:*',
  's3:GetObject',
  's3:PutObject',
  's3:*',
  '*',
];

const resources = (most: number) => [
  '*',
  '*',
  '*',
  `arn:aws:iam::${account}:role/*`,
  `arn:aws:iam::${account}:user/*`,
  `arn:aws:iam::${account}:user/u*`,
  `arn:aws:lambda:*:*:function:f*`,
  ...Array.from({ length: most }, (_, at) => [
    arnOf.user(at),
    arnOf.role(at),
    arnOf.function(at),
    arnOf.bucket(at),
    `${arnOf.bucket(at)}/*`,
    `${arnOf.bucket(at)}/public/*`,
  ]).flat(),
];

/** Random systems of up to twelve principals. */
export function randomSystem(): fc.Arbitrary<RandomSystem> {
  return fc
    .record({ users: fc.integer({ min: 1, max: 5 }), roles: fc.integer({ min: 1, max: 7 }) })
    .chain(({ users, roles }) => {
      const when = fc.constantFrom<World>('always', 'always', 'prod', 'dev');
      const role = fc.nat(roles - 1);
      const one = principal();
      const trust = fc.oneof(
        fc.record({ kind: fc.constant('user' as const), index: fc.nat(users - 1) }),
        fc.record({ kind: fc.constant('role' as const), index: role }),
        fc.record({ kind: fc.constantFrom('account', 'account', 'foreign', 'anybody', 'lambda', 'lambda', 'ec2') }),
      ) as fc.Arbitrary<Trust>;
      const open: fc.Arbitrary<RandomBucket['open']> = fc.oneof(
        fc.constantFrom<RandomBucket['open']>('nobody', 'nobody', 'everybody', 'everybody, blocked'),
        fc.record({ user: fc.nat(users - 1) }),
      );
      return fc.record<RandomSystem>({
        users: fc.array(one, { minLength: users, maxLength: users }),
        roles: fc.array(
          fc
            .tuple(one, fc.array(trust, { minLength: 1, maxLength: 2 }))
            .map(([base, trusted]) => ({ ...base, trust: trusted })),
          { minLength: roles, maxLength: roles },
        ),
        functions: fc.array(fc.record({ role, publicUrl: fc.boolean(), when }), { maxLength: 2 }),
        instances: fc.array(fc.record({ role, when }), { maxLength: 1 }),
        buckets: fc.array(fc.record({ open, when }), { maxLength: 2 }),
      });
    });
}

function principal(): fc.Arbitrary<RandomPrincipal> {
  const statement = fc.record<RandomStatement>({
    effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Allow', 'Deny'),
    action: fc.constantFrom(...actions),
    resource: fc.constantFrom(...resources(3)),
    mfa: fc.constantFrom(false, false, false, true),
  });
  const statements = fc.array(statement, { maxLength: 4 });
  return fc.oneof(
    { weight: 4, arbitrary: statements.map((found) => ({ statements: found })) },
    {
      weight: 1,
      arbitrary: fc.tuple(statements, statements).map(([found, boundary]) => ({ statements: found, boundary })),
    },
  );
}

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
  system.instances.forEach(({ role, when }, at) => {
    const Properties = { ImageId: 'ami-0123456789abcdef0', IamInstanceProfile: { Ref: `P${role}` } };
    resources[`I${at}`] = { Type: 'AWS::EC2::Instance', ...conditionOf(when), Properties };
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
  return filesOf(templateOf(system));
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

function statementOf({ effect, action, resource, mfa }: RandomStatement): unknown {
  const Condition = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
  return { Effect: effect, Action: action, Resource: resource, ...(mfa && effect === 'Allow' && { Condition }) };
}

function documentOf(statements: readonly RandomStatement[]): unknown {
  return { Version: '2012-10-17', Statement: statements.map(statementOf) };
}

function rightsOf({ statements, boundary }: RandomPrincipal, name: string): Readonly<Record<string, unknown>> {
  return {
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
  return { Effect: 'Allow', Principal: named[trust.kind](), Action: 'sts:AssumeRole' };
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

function addBucket(resources: Record<string, unknown>, { open, when }: RandomBucket, at: number): void {
  const blocked = open !== 'everybody';
  resources[`B${at}`] = {
    Type: 'AWS::S3::Bucket',
    ...conditionOf(when),
    Properties: {
      BucketName: `b${at}`,
      PublicAccessBlockConfiguration: { BlockPublicPolicy: blocked, RestrictPublicBuckets: blocked },
    },
  };
  if (open === 'nobody') return;
  const Principal = typeof open === 'object' ? { AWS: arnOf.user(open.user) } : '*';
  const Statement = [{ Effect: 'Allow', Principal, Action: 's3:GetObject', Resource: `${arnOf.bucket(at)}/*` }];
  resources[`B${at}Policy`] = {
    Type: 'AWS::S3::BucketPolicy',
    ...conditionOf(when),
    Properties: { Bucket: { Ref: `B${at}` }, PolicyDocument: { Version: '2012-10-17', Statement } },
  };
}
