import { describe, expect, it } from 'vitest';
import type { DocumentChokePoints, DocumentMitigation } from '../../src/model/document-paths.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';
import { patchedTemplate } from '../support/patched-template.ts';

type Json = Readonly<Record<string, unknown>>;

const account = '111122223333';
const mostRuns = 60;

const allow = (Action: string | readonly string[], Resource: unknown, more: Json = {}): Json => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const document = (...Statement: readonly Json[]): Json => ({ Version: '2012-10-17', Statement });
const inline = (...statements: readonly Json[]): Json => ({
  Policies: [{ PolicyName: 'own', PolicyDocument: document(...statements) }],
});
const trust = (Principal: unknown): Json => ({
  AssumeRolePolicyDocument: document({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }),
});
const user = (Properties: Json): Json => ({ Type: 'AWS::IAM::User', Properties });
const role = (Principal: unknown, Properties: Json): Json => ({
  Type: 'AWS::IAM::Role',
  Properties: { ...trust(Principal), ...Properties },
});
const bucket: Json = { Type: 'AWS::S3::Bucket' };
const arn = (name: string): Json => ({ 'Fn::GetAtt': [name, 'Arn'] });
const objects = (name: string): Json => ({ 'Fn::Sub': `\${${name}.Arn}/*` });
const fn = (roleName: string, Variables: Json = {}): Json => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Role: arn(roleName),
    Code: { ZipFile: 'exports.handler = async () => 1' },
    Environment: { Variables },
  },
});
const lambda = { Service: 'lambda.amazonaws.com' };

async function solved(Resources: Json, runs = mostRuns) {
  const files = (text: string) => ({
    'app.json': text,
    'bartizan.yaml': `deployments:\n  - { name: app, template: app.json, account: '${account}', region: eu-west-1 }\n`,
  });
  const text = JSON.stringify({ Resources });
  const before = (await modelOfTexts(files(text), { mostRuns: runs })).document;
  const found = before.chokePoints as DocumentChokePoints;
  const chosen = (found?.changes ?? []).flatMap(
    ({ mitigation }) => before.mitigations.find(({ id }) => id === mitigation) as DocumentMitigation,
  );
  const after = (await modelOfTexts(files(patchedTemplate(text, chosen)))).document;
  return { before, found, chosen, after, titles: chosen.map(({ title }) => title) };
}

describe('the fewest changes', () => {
  it('are one statement when two users share a policy that is too wide', async () => {
    const { found, titles, after } = await solved({
      Ann: user({ ManagedPolicyArns: [{ Ref: 'Shared' }] }),
      Bob: user({ ManagedPolicyArns: [{ Ref: 'Shared' }] }),
      Shared: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { PolicyDocument: document(allow(['iam:CreateAccessKey', 'iam:ListUsers'], '*')) },
      },
      Root: user(inline(allow('*', '*'))),
    });
    expect(titles).toEqual(['Take iam:CreateAccessKey out of statement 1 of Shared']);
    expect(found).toMatchObject({ atLeast: 1, exact: true });
    expect(after.attackPaths.map(({ attacker }) => attacker)).toEqual(['user:app/Root']);
    expect(found.remaining[0]?.because).toBe('it rests on what the system needs: Root administers the account');
  });

  it('are at the waist of a bow tie: many callers, many targets, one role between them', async () => {
    const assume = inline(allow('sts:AssumeRole', arn('Waist')));
    const { found, chosen, after } = await solved({
      U1: user(assume),
      U2: user(assume),
      U3: user(assume),
      Waist: role({ AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } }, inline(allow('s3:*', '*'))),
      B1: bucket,
      B2: bucket,
    });
    expect(found.before.paths).toBeGreaterThan(6);
    expect(chosen.map(({ change }) => change.resource)).toEqual(['Waist']);
    expect(found.exact).toBe(true);
    expect(after.attackPaths.filter(({ gains }) => gains !== 'act as')).toEqual([]);
  });

  it('spare what the system needs: the change is made where it breaks no flow', async () => {
    const { before, titles, after } = await solved({
      Ann: user(inline(allow('lambda:UpdateFunctionCode', '*'))),
      Worker: fn('WorkerRole', { BUCKET: { Ref: 'Data' } }),
      WorkerRole: role(lambda, inline(allow('s3:GetObject', objects('Data')))),
      Data: bucket,
    });
    expect(before.attackPaths.some(({ target }) => target.endsWith('/Data'))).toBe(true);
    expect(titles).toEqual([
      'Remove lambda:UpdateFunctionCode (statement 1 of own of Ann), and the policy with it: it says nothing else',
    ]);
    expect(after.system.flows.map(({ id }) => id)).toEqual(before.system.flows.map(({ id }) => id));
    expect(after.attackPaths).toEqual([]);
  });

  it('limit a statement to what the workload refers to, and leave the rest of its rights', async () => {
    const { chosen, found, after } = await solved({
      Api: { Type: 'AWS::Lambda::Url', Properties: { AuthType: 'NONE', TargetFunctionArn: arn('Front') } },
      Open: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunctionUrl',
          FunctionName: { Ref: 'Front' },
          Principal: '*',
          FunctionUrlAuthType: 'NONE',
        },
      },
      Front: fn('FrontRole', { BUCKET: { Ref: 'Own' } }),
      FrontRole: role(lambda, inline(allow('s3:*', '*'))),
      Own: bucket,
      Payroll: bucket,
    });
    // What it needs stays in reach of everybody, until callers have to say who they are.
    expect(chosen.map(({ title }) => title)).toEqual([
      'Limit statement 1 of own of FrontRole to Own',
      'Ask callers of Api for AWS credentials (AWS_IAM), ways into Front',
    ]);
    expect(JSON.parse(chosen[0]?.patches?.[0]?.after ?? '')).toEqual(
      allow('s3:*', [arn('Own'), { 'Fn::Sub': '${Own.Arn}/*' }]),
    );
    expect(after.attackPaths).toEqual([]);
    expect(found.remaining.map(({ path }) => path).sort()).toEqual(after.attackPaths.map(({ id }) => id).sort());
  });

  it('replace a policy of AWS by what the workload is seen to use', async () => {
    const { chosen, after } = await solved({
      Ann: user(inline(allow(['lambda:UpdateFunctionCode'], '*'))),
      Bob: user(inline(allow(['lambda:UpdateFunctionConfiguration'], '*'))),
      Worker: fn('WorkerRole', { TABLE: { Ref: 'Orders' } }),
      WorkerRole: role(lambda, { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }),
      Orders: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
          KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        },
      },
    });
    // Code in the worker would be enough, so that its role is too wide even when nobody else gets at it.
    expect(chosen.map(({ change }) => change.resource).sort()).toEqual(['Ann', 'Bob', 'WorkerRole']);
    const replaced = chosen.find(({ change }) => change.resource === 'WorkerRole');
    expect(replaced?.title).toBe(
      'Replace AdministratorAccess of WorkerRole by the rights that the system is seen to use',
    );
    expect(replaced?.patches?.map(({ property }) => property)).toEqual(['Policies', 'ManagedPolicyArns.0']);
    expect(replaced?.patches?.[0]?.after).toContain('dynamodb:GetItem');
    expect(after.attackPaths).toEqual([]);
  });

  it('close the port of administrators to the internet and leave that of the web', async () => {
    const rule = (port: number): Json => ({ IpProtocol: 'tcp', FromPort: port, ToPort: port, CidrIp: '0.0.0.0/0' });
    const { titles, before, after, found } = await solved({
      Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
      Gateway: { Type: 'AWS::EC2::InternetGateway' },
      Attachment: {
        Type: 'AWS::EC2::VPCGatewayAttachment',
        Properties: { VpcId: { Ref: 'Vpc' }, InternetGatewayId: { Ref: 'Gateway' } },
      },
      Subnet: {
        Type: 'AWS::EC2::Subnet',
        Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.0.0/24', MapPublicIpOnLaunch: true },
      },
      Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: { Ref: 'Vpc' } } },
      Route: {
        Type: 'AWS::EC2::Route',
        Properties: {
          RouteTableId: { Ref: 'Table' },
          DestinationCidrBlock: '0.0.0.0/0',
          GatewayId: { Ref: 'Gateway' },
        },
      },
      Association: {
        Type: 'AWS::EC2::SubnetRouteTableAssociation',
        Properties: { SubnetId: { Ref: 'Subnet' }, RouteTableId: { Ref: 'Table' } },
      },
      Admin: group(rule(22)),
      Web: group(rule(443)),
      Bastion: instance('Admin'),
      Shop: instance('Web'),
    });
    expect(before.attackPaths.map(({ target }) => target).sort()).toEqual(['app/Bastion', 'app/Shop']);
    expect(titles).toEqual(['Close port 22 of Admin to 0.0.0.0/0']);
    expect(after.attackPaths.map(({ target }) => target)).toEqual(['app/Shop']);
    expect(found.refused.map(({ title }) => title)).toEqual(['Close port 443 of Web to 0.0.0.0/0']);
    expect(found.remaining[0]?.because).toContain('breaks: the flow from internet to Shop');
  });

  it('are one boundary where rights over identities stand in several statements', async () => {
    const { chosen, found, after } = await solved({
      Eve: user(
        inline(
          allow(['iam:PutUserPolicy', 'iam:GetUser'], '*'),
          allow(['iam:AttachUserPolicy', 'iam:ListUsers'], '*'),
          allow(['iam:CreateAccessKey', 's3:ListAllMyBuckets'], '*'),
        ),
      ),
      Root: user(inline(allow('*', '*'))),
    });
    expect(chosen.map(({ title }) => title)).toEqual(['Bound Eve by PowerUserAccess']);
    expect(chosen[0]?.patches).toEqual([
      { property: 'PermissionsBoundary', before: '', after: '"arn:aws:iam::aws:policy/PowerUserAccess"' },
    ]);
    expect(found.exact).toBe(true);
    expect(after.attackPaths.map(({ attacker }) => attacker)).toEqual(['user:app/Root']);
  });

  it('ask tokens for their subject where a trust takes those of everybody', async () => {
    const host = 'token.actions.githubusercontent.com';
    const { chosen, found } = await solved({
      Provider: {
        Type: 'AWS::IAM::OIDCProvider',
        Properties: { Url: `https://${host}`, ClientIdList: ['sts.amazonaws.com'] },
      },
      Deployer: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: document({
            Effect: 'Allow',
            Principal: { Federated: { Ref: 'Provider' } },
            Action: 'sts:AssumeRoleWithWebIdentity',
          }),
          ...inline(allow('s3:PutObject', objects('Data'))),
        },
      },
      Data: bucket,
    });
    expect(chosen.map(({ change }) => change.property)).toEqual(['AssumeRolePolicyDocument.Statement.0']);
    const after = JSON.parse(chosen[0]?.patches?.[0]?.after ?? '') as { Condition: unknown };
    expect(after.Condition).toEqual({ StringEquals: { [`${host}:sub`]: '<repository and branch>' } });
    expect(found.after.risk).toBeLessThan(found.before.risk);
  });

  it('let only the own account into what everybody could take', async () => {
    const { chosen, after } = await solved({
      Anybody: role({ AWS: '*' }, inline(allow('s3:GetObject', '*'))),
      Data: bucket,
    });
    expect(chosen.map(({ title }) => title)).toEqual([
      'Let only the own account in by statement 1 of trust policy of Anybody',
    ]);
    expect(chosen[0]?.patches?.[0]?.after).toContain('arn:aws:iam::111122223333:root');
    expect(after.attackPaths).toEqual([]);
  });

  it('name what they leave, and why', async () => {
    const { found } = await solved({
      Ann: user(inline(allow('sts:AssumeRole', arn('Pipeline')))),
      Pipeline: role({ AWS: 'arn:aws:iam::999988887777:root' }, inline(allow('s3:PutObject', objects('Data')))),
      Data: bucket,
    });
    expect(found.changes).toEqual([]);
    expect(found.remaining.map(({ because }) => because)).toEqual([
      'it rests on what the system needs: Pipeline uses s3:PutObject on Data',
    ]);
  });

  it('are told with bounds when the runs that are allowed do not settle them', async () => {
    const resources = {
      Ann: user(inline(allow(['iam:PutUserPolicy'], '*'), allow('iam:AttachUserPolicy', '*'))),
      Root: user(inline(allow('*', '*'))),
    };
    const { found } = await solved(resources, 1);
    expect(found.runs).toMatchObject({ made: 1, most: 1, complete: false });
    expect(found.exact).toBe(false);
    const settled = (await solved(resources)).found;
    expect(settled).toMatchObject({ exact: true, runs: { complete: true } });
    expect(found.atLeast).toBeLessThanOrEqual(settled.atLeast);
  });

  it('show a mitigation of a threat with the paths that it takes away, only where that was proved', async () => {
    const resources = {
      Anybody: role({ AWS: '*' }, inline(allow('s3:GetObject', '*'))),
      Data: bucket,
    };
    const { before } = await solved(resources);
    const [trustChange] = before.mitigations.filter(({ control }) => control === 'narrow-trust');
    expect(trustChange?.removes).toMatchObject({
      proved: true,
      threats: [expect.stringContaining('trust-any-account')],
    });
    expect(trustChange?.removes.paths.length).toBeGreaterThan(0);
    const others = before.mitigations.filter(({ removes }) => removes.proved !== true);
    expect(others.length).toBeGreaterThan(0);
    expect(others.every(({ removes }) => removes.paths.length === 0)).toBe(true);
  });

  it('never show a secret that they take out of its place', async () => {
    const { before, chosen } = await solved({
      Ann: user(inline(allow('lambda:GetFunctionConfiguration', '*'), allow('sts:AssumeRole', arn('Reader')))),
      Reader: role(
        { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } },
        inline(allow('lambda:GetFunction', '*')),
      ),
      Worker: fn('WorkerRole', { DB_PASSWORD: 'correct-horse-battery-9' }),
      WorkerRole: role(lambda, {}),
    });
    expect(before.attackPaths.length).toBeGreaterThan(0);
    expect(chosen.length).toBeGreaterThan(0);
    expect(JSON.stringify(before)).not.toContain('correct-horse-battery-9');
  });
});

function group(rule: Json): Json {
  return {
    Type: 'AWS::EC2::SecurityGroup',
    Properties: { GroupDescription: 'group', VpcId: { Ref: 'Vpc' }, SecurityGroupIngress: [rule] },
  };
}

function instance(name: string): Json {
  return {
    Type: 'AWS::EC2::Instance',
    Properties: {
      ImageId: 'ami-0123456789abcdef0',
      SubnetId: { Ref: 'Subnet' },
      SecurityGroupIds: [{ 'Fn::GetAtt': [name, 'GroupId'] }],
    },
  };
}
