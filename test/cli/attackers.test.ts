import { beforeAll, describe, expect, it } from 'vitest';
import type { ThreatModelDocument } from '../../src/model/document.ts';
import { bartizan, buildCommandLine, folderWith } from './command-line.ts';

/** A function that keeps the key of a deployer in its environment, and a user who may look at it. */
const template = `
Resources:
  Looks:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: own
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: 'lambda:GetFunctionConfiguration', Resource: '*' }] }
  Deployer:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: own
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: 's3:GetObject', Resource: !Sub '\${Files.Arn}/*' }] }
  Key:
    Type: AWS::IAM::AccessKey
    Properties: { UserName: !Ref Deployer }
  Files:
    Type: AWS::S3::Bucket
  Api:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/elsewhere
      Code: { ZipFile: 'exports.handler = async () => 1' }
      Environment: { Variables: { KEY_ID: !Ref Key, KEY_SECRET: !GetAtt Key.SecretAccessKey } }
`;

const day = ['--as-of', '2026-11-22'];
beforeAll(buildCommandLine, 60_000);

describe('bartizan paths, by attacker', () => {
  const here = () => folderWith({ 'app.yaml': template });
  const pathsOf = (stdout: string) => (JSON.parse(stdout) as ThreatModelDocument).attackPaths;

  it('follows a key from the place where it stands to what its user may read', () => {
    const { stdout, status } = bartizan(['paths', 'app.yaml', '--attacker', 'user', '--to', 'Files', ...day], here());
    expect(status).toBe(0);
    const path = pathsOf(stdout).find(({ attacker }) => attacker === 'user:app/Looks');
    expect(path?.certainty).toBe('certain');
    expect(path?.steps.map(({ move }) => move)).toEqual([
      'secrets/read-configuration',
      'secrets/find-credential',
      'secrets/use-access-key',
      'data/read-data',
    ]);
  });

  it('tells the steps in words, with the line of each reason', () => {
    const args = ['paths', 'app.yaml', '--attacker', 'user:Looks', '--to', 'Files', '--format', 'text', ...day];
    const { stdout } = bartizan(args, here());
    expect(stdout).toContain('KEY_SECRET of Api is the secret access key of Key (app.yaml:27)');
  });

  it('follows what is assumed, alone unless others are asked for', () => {
    const assume = ['--assume', 'runs-code Api', '--to', 'Files'];
    const alone = pathsOf(bartizan(['paths', 'app.yaml', ...assume, ...day], here()).stdout);
    expect(alone.map(({ attacker }) => attacker)).toEqual(['assumption:runs-code Api']);
    const both = pathsOf(bartizan(['paths', 'app.yaml', ...assume, '--attacker', 'user', ...day], here()).stdout);
    const attackers = both.map(({ attacker }) => attacker);
    expect(attackers).toEqual(expect.arrayContaining(['assumption:runs-code Api', 'user:app/Looks']));
  });

  it.each([
    [['--attacker', 'nobody'], 'no attacker nobody starts in this system. Kinds are internet, any-aws-account'],
    [['--assume', 'acts-as Nobody'], 'there is no user or role of that name; there is app/Deployer, app/Looks'],
    [['--assume', 'owns Api'], '"owns Api" is no fact: write acts-as NAME, runs-code NAME'],
  ])('%j ends the run and says what there is', (args, message) => {
    const { status, stderr, stdout } = bartizan(['paths', 'app.yaml', ...args, ...day], here());
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
  });

  it('the model takes the same words', () => {
    const args = ['model', 'app.yaml', '--attacker', 'insider', '--assume', 'knows Key', '--format', 'json', ...day];
    const { stdout } = bartizan(args, here());
    expect(stdout).toBe('');
    const known = bartizan(
      ['model', 'app.yaml', '--attacker', 'user', '--assume', 'knows Key', '--format', 'json', ...day],
      here(),
    );
    expect(new Set(pathsOf(known.stdout).map(({ attacker }) => attacker))).toEqual(
      new Set(['assumption:knows Key', 'user:app/Looks']),
    );
  });

  it('no secret is in any output', () => {
    const clear = template.replace('!GetAtt Key.SecretAccessKey', 'sk_example_4eC39HqLyjWDarjtT1zdp7dc');
    const folder = folderWith({ 'app.yaml': clear });
    for (const command of [['paths'], ['model', '--format', 'json'], ['system']]) {
      const [name = '', ...args] = command;
      const { stdout, stderr } = bartizan([name, 'app.yaml', ...args, ...day], folder);
      expect(`${stdout}${stderr}`).not.toContain('4eC39HqLyjWDarjtT1zdp7dc');
    }
  });
});
