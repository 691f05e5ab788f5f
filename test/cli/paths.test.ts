import { beforeAll, describe, expect, it } from 'vitest';
import type { DocumentPath } from '../../src/model/document-paths.ts';
import { bartizan, buildCommandLine, folderWith } from './command-line.ts';

/** A user with two ways to what a bucket holds, and none to a role that only Lambda may take. */
const template = `
Resources:
  Ann:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: own
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: sts:AssumeRole, Resource: '*' }] }
  First:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { AWS: !GetAtt Ann.Arn }, Action: sts:AssumeRole }] }
      Policies:
        - PolicyName: own
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: '*' }] }
  Second:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { AWS: !GetAtt Ann.Arn }, Action: sts:AssumeRole }] }
      Policies:
        - PolicyName: own
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: '*' }] }
  Locked:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
  Files: { Type: AWS::S3::Bucket }
`;

const day = ['--as-of', '2026-11-22'];
beforeAll(buildCommandLine, 60_000);

describe('bartizan paths', () => {
  const run = (...args: readonly string[]) =>
    bartizan(['paths', 'app.yaml', ...args, ...day], folderWith({ 'app.yaml': template }));
  const json = <T>(...args: readonly string[]) => JSON.parse(run(...args).stdout) as T;

  it('tells the best way, and as many as it is asked for, each of other steps', () => {
    const paths = (...more: readonly string[]) =>
      json<{ attackPaths: readonly DocumentPath[] }>('--from', 'Ann', '--to', 'Files', ...more).attackPaths;
    expect(paths()).toHaveLength(1);
    const two = paths('--best', '5');
    expect(two.map(({ steps }) => steps[0]?.to)).toEqual(['app/First', 'app/Second']);
    expect(new Set(two.map(({ id }) => id)).size).toBe(2);
  });

  it('tells what is missing on the ways that would lead there, the least first', () => {
    type Answer = {
      whyNot: readonly {
        ways: readonly { missing: readonly { action: string; blockedBy: readonly { kind: string }[] }[] }[];
      }[];
    };
    const { whyNot } = json<Answer>('--from', 'Ann', '--to', 'Locked', '--why-not');
    const missing = whyNot[0]?.ways.map((way) =>
      way.missing.map(({ action, blockedBy }) => [action, blockedBy[0]?.kind]),
    );
    expect(missing).toContainEqual([['sts:AssumeRole', 'trust-policy']]);
    expect(missing).toContainEqual([['iam:UpdateAssumeRolePolicy', 'no-allow']]);
  });

  it('tells why not in words, with what stands against it', () => {
    const { stdout } = run('--from', 'Ann', '--to', 'Locked', '--why-not', '--format', 'text');
    expect(stdout).toContain('missing: sts:AssumeRole on Locked by Ann');
    expect(stdout).toContain('the trust policy does not allow sts:AssumeRole to Ann');
  });

  it('tells the state that keeps a step from being made, whatever is allowed', () => {
    const withKeys = `${template}
  Bob: { Type: AWS::IAM::User }
  BobFirst: { Type: AWS::IAM::AccessKey, Properties: { UserName: !Ref Bob } }
  BobSecond: { Type: AWS::IAM::AccessKey, Properties: { UserName: !Ref Bob } }
  Eve:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: keys
          PolicyDocument:
            { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: 'iam:CreateAccessKey', Resource: '*' }] }
`;
    const args = ['paths', 'app.yaml', '--from', 'Eve', '--to', 'Bob', '--why-not', '--format', 'text', ...day];
    const { stdout } = bartizan(args, folderWith({ 'app.yaml': withKeys }));
    expect(stdout).toContain('1. Create an access key for a user: acts as Bob');
    expect(stdout).toContain('state: Bob has two access keys, the most that a user may have');
    expect(stdout).toContain('missing: iam:DeleteAccessKey on Bob by Eve');
  });

  it('tells everything that somebody reaches, in numbers and by name', () => {
    type Answer = {
      blastRadius: readonly { counts: Readonly<Record<string, number>>; identities: readonly { element: string }[] }[];
    };
    const { blastRadius } = json<Answer>('--from', 'Ann', '--blast-radius');
    expect(blastRadius[0]?.counts).toMatchObject({ identities: 2, readable: 1, writable: 0, accounts: 1 });
    expect(blastRadius[0]?.identities.map(({ element }) => element)).toEqual(['app/First', 'app/Second']);
  });

  it.each([
    ['--best without --to', ['--best', '3']],
    ['--why-not without --from', ['--why-not', '--to', 'Files']],
    ['--blast-radius without --from', ['--blast-radius']],
    ['a name that nothing has', ['--from', 'Nobody', '--blast-radius']],
  ])('refuses %s, and says what to give', (_, args) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/--(to|from)|nobody starts at/);
  });
});
