import { expect, it } from 'vitest';
import { moves } from '../../src/catalog/catalog.generated.ts';
import { createGraph } from '../../src/identify/paths/graph.ts';
import { search } from '../../src/identify/paths/search.ts';
import { id, type ResourceId } from '../../src/model/id.ts';
import { modelOfTemplate, modelOfTexts } from '../support/model-of-texts.ts';

it('what anyone on the internet can do is not told again of the owner of an AWS account', async () => {
  const { document } = await modelOfTemplate(`
Resources:
  Open:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration: { BlockPublicPolicy: false, RestrictPublicBuckets: false }
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Open
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - { Effect: Allow, Principal: '*', Action: s3:GetObject, Resource: !Sub '\${Open.Arn}/*' }
`);
  expect(document.attackPaths.map(({ attacker, gains }) => [attacker, gains])).toEqual([['internet', 'read data']]);
});

const many = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at)).join('\n');

it('what nothing tells apart is told once, with the number and names of the others', async () => {
  const { document } = await modelOfTemplate(
    `
Resources:
  Ann:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: own
          PolicyDocument:
            Version: '2012-10-17'
            Statement: [{ Effect: Allow, Action: sts:AssumeRole, Resource: '*' }]
  Reader:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { AWS: !GetAtt Ann.Arn }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: own
          PolicyDocument:
            Version: '2012-10-17'
            Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: '*' }]
${many(42, (at) => `  Files${at}: { Type: AWS::S3::Bucket }`)}
`,
    { from: 'Ann' },
  );
  const paths = document.attackPaths.filter(({ gains }) => gains === 'read data');
  expect(paths.map(({ target, alike = [] }) => [target, alike.length])).toEqual([['app/Files0', 41]]);
  expect(paths[0]?.alike).toContain('app/Files41');
});

it.each([
  ['told as that alone when it is folded', true, ['administrator']],
  ['listed with all that follows from it otherwise', false, ['administrator', 'read data', 'write data']],
])('administration of somebody who is asked about by name is %s', async (_, folded, gains) => {
  const { document } = await modelOfTemplate(
    `
Resources:
  Ann: { Type: AWS::IAM::User, Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] } }
  Files: { Type: AWS::S3::Bucket }
`,
    { from: 'Ann', attackers: [], folded },
  );
  expect([...new Set(document.attackPaths.map((path) => path.gains))].sort()).toEqual(expect.arrayContaining(gains));
  expect(document.attackPaths.length > 1).toBe(!folded);
});

it('who is asked about by name as a target is told in full', async () => {
  const { document } = await modelOfTemplate(
    `
Resources:
  Ann:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: own
          PolicyDocument:
            Version: '2012-10-17'
            Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: '*' }]
${many(42, (at) => `  Files${at}: { Type: AWS::S3::Bucket }`)}
`,
    { from: 'Ann', to: 'Files7' },
  );
  expect(document.attackPaths.map(({ target, alike }) => [target, alike])).toEqual([['app/Files7', undefined]]);
});

it('roles that can all take each other cost the search no more than their number', async () => {
  const { analysis } = await modelOfTemplate(`
Resources:
${many(
  150,
  (at) => `  R${at}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root' }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: own
          PolicyDocument:
            Version: '2012-10-17'
            Statement: [{ Effect: Allow, Action: sts:AssumeRole, Resource: '*' }]`,
)}
`);
  const graph = createGraph(moves, analysis.defined.ask);
  const settled = search(graph, [{ kind: 'acts-as', principal: id<ResourceId>('app/R0') }]);
  expect(settled.facts().length).toBeGreaterThanOrEqual(150);
  expect(settled.work).toBeLessThan(5 * 150);
  expect(graph.edges.gives.length).toBeLessThan(20 * 150);
});

it('a door to administration of one’s own is told although anyone on the internet has another', async () => {
  const { document } = await modelOfTemplate(`
Resources:
  Provider:
    Type: AWS::IAM::OIDCProvider
    Properties: { Url: 'https://token.actions.githubusercontent.com', ClientIdList: [sts.amazonaws.com] }
  Anybody:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Federated: !Ref Provider }
            Action: sts:AssumeRoleWithWebIdentity
            Condition: { StringEquals: { 'token.actions.githubusercontent.com:aud': sts.amazonaws.com } }
      ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]
  Ann:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: own
          PolicyDocument:
            Version: '2012-10-17'
            Statement: [{ Effect: Allow, Action: iam:AttachUserPolicy, Resource: '*' }]
`);
  expect(document.attackPaths.map(({ attacker, gains }) => [attacker, gains])).toEqual([
    ['internet', 'administrator'],
    ['user:app/Ann', 'administrator'],
  ]);
});

it('code from a bucket that bears the number of the account comes from nobody else', async () => {
  const paths = await modelOfTexts({
    'bartizan.yaml':
      'deployments:\n  - { name: app, template: app.yaml, account: "111122223333", region: eu-west-1 }\n',
    'app.yaml': `
Resources:
  Files: { Type: AWS::S3::Bucket }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: own
          PolicyDocument:
            Version: '2012-10-17'
            Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: '*' }]
${['own: 111122223333', 'other: 444455556666'].map((one) => functionFrom(one)).join('\n')}
`,
  });
  const { attackPaths } = paths.document;
  expect(attackPaths.map(({ attacker }) => attacker).filter((one) => one.startsWith('third-party:'))).toEqual([
    'third-party:external/address/cdk-assets-444455556666-eu-west-1',
  ]);
});

function functionFrom(one: string): string {
  const [name, account] = one.split(': ');
  return `  ${name}:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !GetAtt Role.Arn
      Code: { S3Bucket: cdk-assets-${account}-eu-west-1, S3Key: code.zip }`;
}

it('what somebody reads by a right that he first gives himself is told, and what he may read anyway is not', async () => {
  const { document } = await modelOfTemplate(`
Resources:
  Ann:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: own
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - { Effect: Allow, Action: s3:PutBucketPolicy, Resource: !GetAtt Shut.Arn }
              - { Effect: Allow, Action: s3:GetObject, Resource: !Sub '\${Own.Arn}/*' }
  Shut: { Type: AWS::S3::Bucket }
  Own: { Type: AWS::S3::Bucket }
`);
  const read = document.attackPaths.filter(({ gains }) => gains === 'read data');
  expect(read.map(({ attacker, target }) => [attacker, target])).toEqual([['user:app/Ann', 'app/Shut']]);
});
