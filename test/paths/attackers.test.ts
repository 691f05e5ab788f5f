import { describe, expect, it } from 'vitest';
import { attackerKind, attackerKinds } from '../../src/catalog/data/attacker-kinds.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';

/** A shop whose build takes code from CodeCommit and GitHub, runs as a deployer, and whose function reads a table. */
const shop = `
Resources:
  Sources:
    Type: AWS::CodeCommit::Repository
    Properties: { RepositoryName: sources }
  Build:
    Type: AWS::CodeBuild::Project
    Properties:
      ServiceRole: !GetAtt DeployerRole.Arn
      Source: { Type: GITHUB, Location: 'https://github.com/acme/shop.git' }
      Environment: { Type: LINUX_CONTAINER, ComputeType: BUILD_GENERAL1_SMALL, Image: 'aws/codebuild/standard:7.0' }
      Artifacts: { Type: NO_ARTIFACTS }
  DeployerRole:
    Type: AWS::IAM::Role
    Properties:
      RoleName: deployer
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: codebuild.amazonaws.com }, Action: sts:AssumeRole }] }
      Policies:
        - PolicyName: all
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: '*', Resource: '*' }] }
  Api:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: api
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !GetAtt ApiRole.Arn
      Code: { ZipFile: 'exports.handler = async () => 1' }
  ApiRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
      Policies:
        - PolicyName: orders
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: dynamodb:GetItem, Resource: !GetAtt Orders.Arn }] }
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      BillingMode: PAY_PER_REQUEST
  Auditor:
    Type: AWS::IAM::Role
    Properties:
      RoleName: AWSReservedSSO_Auditor_0123456789abcdef
      Path: /aws-reserved/sso.amazonaws.com/
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/AWSSSO_0' }, Action: sts:AssumeRoleWithSAML }] }
      Policies:
        - PolicyName: builds
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: codebuild:StartBuild, Resource: '*' }] }
`;

const ask = async (options: Parameters<typeof modelOfTexts>[1], declared = '') =>
  await modelOfTexts({ 'app.yaml': shop, ...(declared !== '' && { 'bartizan.yaml': declared }) }, options);

const errors = ({ analysis }: Awaited<ReturnType<typeof ask>>) =>
  analysis.diagnostics.flatMap(({ level, code, message }) => (level === 'error' ? [`${code}: ${message}`] : []));

describe('who attacks', () => {
  it('is somebody of a kind that has a likelihood with a reason', async () => {
    const { document } = await ask({});
    const attackers = [...new Set(document.attackPaths.map(({ attacker }) => attacker))];
    expect(attackers).toEqual(
      expect.arrayContaining(['repository:github.com/acme/shop', 'pipeline:app/Build', 'insider:app/Auditor']),
    );
    expect(attackers.filter((one) => attackerKind(one) === undefined)).toEqual([]);
    expect(new Set(attackerKinds.map(({ kind }) => kind)).size).toBe(attackerKinds.length);
  });

  it.each([
    ['a kind', ['pipeline'], ['pipeline:app/Build']],
    ['several kinds', ['pipeline', 'insider'], ['insider:app/Auditor', 'pipeline:app/Build']],
    ['a whole id', ['insider:app/Auditor'], ['insider:app/Auditor']],
    ['a kind with the address of an element', ['pipeline:Build'], ['pipeline:app/Build']],
  ])('is limited by %s', async (_, attackers, expected) => {
    const model = await ask({ attackers });
    expect([...new Set(model.document.attackPaths.map(({ attacker }) => attacker))].sort()).toEqual(expected);
    expect(errors(model)).toEqual([]);
  });

  it.each([
    ['a kind that there is not', 'builder', /no attacker builder .* Kinds are internet, .* here there are internet, /],
    ['somebody who is not there', 'user:app/Nobody', /no attacker user:app\/Nobody/],
  ])('names what exists when asked for %s', async (_, attacker, message) => {
    const [first = '', ...more] = errors(await ask({ attackers: [attacker] }));
    expect(more).toEqual([]);
    expect(first).toMatch(message);
  });
});

describe('what is assumed', () => {
  const only = { attackers: [] };

  it.each([
    ['acts-as app/DeployerRole', 'administrates:<AWS::AccountId>'],
    ['acts-as deployer', 'administrates:<AWS::AccountId>'],
    ['runs-code app/Api', 'reads:app/Orders'],
    ['runs-code api', 'reads:app/Orders'],
    ['controls github.com/acme/shop', 'runs-code:app/Build'],
    ['controls https://github.com/acme/shop', 'runs-code:app/Build'],
    ['writes Sources', undefined],
  ])('%s leads on', async (fact, gain) => {
    const model = await ask({ ...only, assume: [fact] });
    expect(errors(model)).toEqual([]);
    const ids = model.document.attackPaths.map(({ id }) => id);
    expect(ids.every((id) => id.startsWith(`assumption:${fact}>`))).toBe(true);
    if (gain === undefined) expect(ids).toEqual([]);
    else expect(ids.some((id) => id.includes(gain.split(':')[0] ?? ''))).toBe(true);
  });

  it.each([
    ['flies', '"flies" is no fact: write acts-as NAME'],
    ['acts-as', '"acts-as" is no fact'],
    [
      'acts-as app/Nobody',
      'there is no user or role of that name; there is app/ApiRole, app/Auditor, app/DeployerRole',
    ],
    ['acts-as app/Orders', 'there is no user or role of that name'],
    ['runs-code app/Orders', 'there is no workload of that name; there is app/Api, app/Build'],
    ['controls gitlab.com', 'controls gitlab.com: no party outside is called so; there is '],
    ['administrates 999999999999', 'no account and no deployment is called so'],
  ])('%s is answered with what there is', async (fact, message) => {
    expect(errors(await ask({ ...only, assume: [fact] }))).toEqual([expect.stringContaining(message)]);
  });

  it('is held at once: what needs two facts needs both of them assumed', async () => {
    const { document } = await ask({ ...only, assume: ['runs-code app/Api', 'acts-as app/DeployerRole'] });
    const [path] = document.attackPaths.filter(({ gains }) => gains === 'administrator');
    expect(path?.attacker).toBe('assumption:runs-code app/Api, acts-as app/DeployerRole');
  });

  const declared = (more: string) => `
assume:
  - name: leaked-session
    facts: ['acts-as app/Auditor']
    likelihood: 5
    because: the session was found in a paste
    owner: security@example.com
    ${more}
`;

  it('stands in bartizan.yaml with its evidence, which is the likelihood’s reason', async () => {
    const { document, ...rest } = await ask({ attackers: ['assumption'] }, declared('expires: 2027-01-01'));
    expect(errors({ document, ...rest })).toEqual([]);
    const [path] = document.attackPaths;
    expect(path?.attacker).toBe('assumption:leaked-session');
    expect(path?.risk.factors).toContainEqual({
      name: 'attacker',
      on: 'likelihood',
      effect: 5,
      because: 'the session was found in a paste',
    });
  });

  it('no longer counts once it has expired', async () => {
    const { document } = await ask({}, declared('expires: 2026-01-01'));
    expect(document.attackPaths.filter(({ attacker }) => attacker.startsWith('assumption:'))).toEqual([]);
  });

  it('that is declared of something that is not there is told with its line', async () => {
    const text = declared('expires: 2027-01-01').replace('app/Auditor', 'app/Gone');
    const { analysis } = await ask({}, text);
    expect(analysis.diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'unknown-assumption',
        message: expect.stringContaining('acts-as app/Gone'),
        source: expect.objectContaining({ file: 'bartizan.yaml', line: 3 }),
      }),
    );
  });
});
