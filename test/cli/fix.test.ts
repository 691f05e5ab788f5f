import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DocumentChokePoints, DocumentMitigation } from '../../src/model/document-paths.ts';
import { bartizan, buildCommandLine, folderWith } from './command-line.ts';

beforeAll(buildCommandLine, 60_000);

const day = ['--as-of', '2026-11-22'];
/** Two users share a policy by which either makes keys of the administrator. */
const shared = `Resources:
  Ann: { Type: AWS::IAM::User, Properties: { ManagedPolicyArns: [!Ref Shared] } }
  Bob: { Type: AWS::IAM::User, Properties: { ManagedPolicyArns: [!Ref Shared] } }
  Shared:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: [iam:CreateAccessKey, iam:ListUsers]
            Resource: '*'
  Root:
    Type: AWS::IAM::User
    Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }
`;

interface Fixes {
  readonly chokePoints?: DocumentChokePoints;
  readonly mitigations: readonly DocumentMitigation[];
}

function fixesOf(folder: string, ...more: readonly string[]): Fixes {
  const { stdout, status } = bartizan(['fix', 'app.yaml', '--format', 'json', ...day, ...more], folder);
  expect(status).toBe(0);
  return JSON.parse(stdout) as Fixes;
}

describe('bartizan fix', () => {
  it('tells the change, its place, what becomes of it, what it takes away, and what stays', () => {
    const folder = folderWith({ 'app.yaml': shared });
    const { stdout, stderr, status } = bartizan(['fix', 'app.yaml', ...day], folder);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(
      /^1 change closes 2 of 3 attack paths and takes the risk of all of them from \d+ to \d+\./,
    );
    expect(lines[0]).toContain('No smaller set does as much.');
    expect(lines).toContain('1. Take iam:CreateAccessKey out of statement 1 of Shared');
    expect(stdout).toContain('app.yaml:10 · removes 2 paths');
    expect(lines).toContain(
      '     - {"Effect":"Allow","Action":["iam:CreateAccessKey","iam:ListUsers"],"Resource":"*"}',
    );
    expect(lines).toContain('     + {"Effect":"Allow","Action":["iam:ListUsers"],"Resource":"*"}');
    expect(lines).toContain('  it rests on what the system needs: Root administers the account');
  });

  it('gives the same as JSON, and again the same from a saved system', () => {
    const folder = folderWith({ 'app.yaml': shared });
    const first = fixesOf(folder);
    expect(first.chokePoints).toMatchObject({ atLeast: 1, exact: true, runs: { complete: true } });
    expect(first.mitigations.map(({ id }) => id)).toEqual(
      first.chokePoints?.changes.map(({ mitigation }) => mitigation),
    );
    const saved = bartizan(['system', 'app.yaml', '--out', 'system.json', ...day], folder);
    expect(saved.status).toBe(0);
    const { stdout } = bartizan(['fix', 'system.json', '--format', 'json', ...day], folder);
    expect((JSON.parse(stdout) as Fixes).mitigations).toEqual(first.mitigations);
  });

  it('keeps to the attackers that are asked for, and says when no path is left of them', () => {
    const folder = folderWith({ 'app.yaml': shared });
    expect(fixesOf(folder, '--attacker', 'internet')).toEqual({ mitigations: [] });
    expect(bartizan(['fix', 'app.yaml', '--attacker', 'internet'], folder).stdout).toBe(
      'No attack path was found, so there is none to cut.\n',
    );
  });

  it('is told by the model of a small system as well, unless that is not wanted', () => {
    const folder = folderWith({ 'app.yaml': shared });
    const summary = bartizan(['model', 'app.yaml', ...day], folder).stdout;
    expect(summary).toContain('1. Take iam:CreateAccessKey out of statement 1 of Shared');
    const without = bartizan(['model', 'app.yaml', '--fixes', '0', '--format', 'json', ...day], folder).stdout;
    expect(JSON.parse(without)).not.toHaveProperty('chokePoints');
    expect(bartizan(['model', 'app.yaml', '--fixes', 'many'], folder).stderr).toContain('Give a whole number.');
  });
});

describe('bartizan fix --format diff', () => {
  it('gives what git applies to the files from where it is asked, and what is fixed then', () => {
    const folder = folderWith({ 'infra/app.yaml': shared });
    const { stdout, stderr, status } = bartizan(['fix', 'infra', '--format', 'diff', ...day], folder);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toBe(`--- a/infra/app.yaml
+++ b/infra/app.yaml
@@ -8,7 +8,7 @@
         Version: '2012-10-17'
         Statement:
           - Effect: Allow
-            Action: [iam:CreateAccessKey, iam:ListUsers]
+            Action: [iam:ListUsers]
             Resource: '*'
   Root:
     Type: AWS::IAM::User
`);
    execFileSync('git', ['apply'], { cwd: folder, input: stdout });
    const fixed = readFileSync(join(folder, 'infra/app.yaml'), 'utf8');
    expect(fixed).toBe(shared.replace('iam:CreateAccessKey, ', ''));
    expect(bartizan(['fix', 'infra', ...day], folder).stdout).toContain('No change that keeps what the system needs');
  });

  it('says what is not in it, and why', () => {
    const folder = folderWith({ 'app.yaml': shared });
    bartizan(['system', 'app.yaml', '--out', 'system.json', ...day], folder);
    const { stdout, stderr, status } = bartizan(['fix', 'system.json', '--format', 'diff', ...day], folder);
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
    expect(stderr).toBe(
      'not in the diff: Take iam:CreateAccessKey out of statement 1 of Shared (app.yaml:10): the file that it comes from is not among the inputs\n',
    );
    const refused = bartizan(['fix', 'app.yaml', '--least-privilege', '--format', 'diff', ...day], folder);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('--format diff is not for')]);
  });
});

describe('bartizan fix --least-privilege', () => {
  const rights = `Resources:
  Reader:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: read
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - { Effect: Allow, Action: [s3:GetObject, s3:ReplicationTags], Resource: 'arn:aws:s3:::shop/*' }
`;
  it('tells the tighter policy with its place and reason, as text and as JSON, and explains a single role or user', () => {
    const folder = folderWith({ 'app.yaml': rights });
    const { stdout, stderr, status } = bartizan(['fix', 'app.yaml', '--least-privilege', ...day], folder);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toContain('app.yaml:10 · rights of Reader');
    expect(stdout).toContain('s3:ReplicationTags: the service s3 has no such action');
    const json = bartizan(['fix', 'app.yaml', '--least-privilege', '--format', 'json', ...day], folder).stdout;
    expect(JSON.parse(json)).toMatchObject({
      leastPrivilege: { principals: 1, proposals: [{ principals: ['Reader'] }] },
    });
    const explained = bartizan(['explain', 'rights', 'Reader', 'app.yaml', ...day], folder).stdout;
    expect(explained).toContain('s3:ReplicationTags');
  });

  it('says what is wrong with a record of use that it cannot read', () => {
    const folder = folderWith({ 'app.yaml': rights, 'use.json': '{}' });
    const run = (...more: readonly string[]) => bartizan(['fix', 'app.yaml', ...more, ...day], folder);
    const refused = run('--least-privilege', '--last-accessed', 'Reader=use.json');
    expect([refused.status, refused.stderr]).toEqual([
      2,
      expect.stringContaining('use.json tells nothing of the use of rights'),
    ]);
    expect(run('--last-accessed', 'use.json').stderr).toContain('--last-accessed needs --least-privilege');
  });
});
