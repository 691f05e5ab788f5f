import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bartizan, buildCommandLine, folderWith } from './command-line.ts';

/** Rules of users through the real command line: tested, listed, explained, applied; and what changed in the catalogue. */
beforeAll(buildCommandLine);

const bucket = (body: string) =>
  `|\n          Resources:\n            Data:\n              Type: AWS::S3::Bucket\n              ${body}`;
const ruleFile = (open: string) => `
threats:
  - id: acme/no-owner
    title: A store that nobody answers for
    statement: { source: insider, prerequisites: who finds it, action: use it, impact: loss of data }
    stride: [information-disclosure]
    likelihood: 3
    impact: 3
    controls: [owner-tag]
    on: { kinds: [data-store] }
    open: ${open}
    fix: { title: Say who answers for it, property: Tags, value: owner }
    howUsed: Stores that nobody looks after are copied at leisure.
    examples:
      bad:
        - ${bucket('DeletionPolicy: Retain')}
      good:
        - ${bucket('Properties: { Tags: [{ Key: owner, Value: me }] }')}
        - terraform: |
            resource "aws_s3_bucket" "data" {
              tags = { owner = "me" }
            }
controls:
  - id: owner-tag
    title: Tag with the owner
    description: Everything has somebody who answers for it.
    kind: procedural
    howToAdd: Add the tag owner.
`;
const app = 'Resources:\n  Data:\n    Type: AWS::S3::Bucket\n';

describe('bartizan rules test', () => {
  it('runs every example, and says that all are as they must be', () => {
    const folder = folderWith({ 'acme.rule.yaml': ruleFile('tags.owner == null') });
    const { status, stdout, stderr } = bartizan(['rules', 'test'], folder);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('ok   acme/no-owner bad (acme.rule.yaml:17)');
    expect(stdout).toContain('3 examples, all as they must be');
  });

  it('fails with what came out instead', () => {
    const folder = folderWith({ 'acme.rule.yaml': ruleFile('tags.woner == null') });
    const { status, stdout } = bartizan(['rules', 'test', folder]);
    expect(status).toBe(1);
    expect(stdout).toContain('FAIL acme/no-owner good');
    expect(stdout).toContain('Data open');
  });

  it('fails when a rule file is wrong, with file, line and what to do', () => {
    const folder = folderWith({ 'acme.rule.yaml': ruleFile('tag.owner == null') });
    const { status, stderr } = bartizan(['rules', 'test'], folder);
    expect(status).toBe(1);
    expect(stderr).toContain(
      'acme.rule.yaml:11:11: error: threats[0].open, at ▸tag.owner == null: there is nothing called tag',
    );
  });

  it('could not run without any rule file', () => {
    expect(bartizan(['rules', 'test'], folderWith({ 'app.yaml': app }))).toMatchObject({ status: 2 });
  });
});

describe('rules of users', () => {
  it('count for a model, whether bartizan.yaml or the command line names them', () => {
    const folder = folderWith({
      'rules/acme.rule.yaml': ruleFile('tags.owner == null'),
      'app/app.yaml': app,
      'app/bartizan.yaml': 'rules: [more/]\n',
      'app/more/acme.rule.yaml': ruleFile('tags.owner == null').replace('acme/no-owner', 'acme/other'),
    });
    const { stdout } = bartizan(['model', 'app', '--rules', 'rules', '--format', 'json'], folder);
    const { threats } = JSON.parse(stdout) as { threats: { rule: string }[] };
    const own = threats.map(({ rule }) => rule).filter((rule) => rule.startsWith('acme/'));
    // Both describe owner-tag: the second is left out, and the rule that names it finds the first.
    expect(own.sort()).toEqual(['acme/no-owner', 'acme/other']);
  });

  it('are listed and explained when they are named', () => {
    const folder = folderWith({ 'acme.rule.yaml': ruleFile('tags.owner == null') });
    expect(bartizan(['rules', '--rules', '.'], folder).stdout).toMatch(/^acme\/no-owner +A store that nobody/m);
    const { stdout } = bartizan(['explain', 'rule', 'acme/no-owner', '--rules', '.'], folder);
    expect(stdout).toContain('How attackers use it: Stores that nobody looks after are copied at leisure.');
  });

  it('come from a module only when the command line names it', () => {
    const module = `
      export default {
        threats: [{
          id: 'acme/code', title: 'From code',
          statement: { source: 'insider', prerequisites: 'who tries', action: 'win', impact: 'loss' },
          stride: ['tampering'], techniques: [], weaknesses: [], controls: ['versioning'], likelihood: 2, impact: 2,
          howUsed: '', howTested: '', falsePositives: '', references: [],
          *find(element, ask) {
            const resource = ask.system.resource(element.resource);
            const fix = { control: 'versioning', title: 'Do it', resource: element.address, type: element.type, property: '', value: '' };
            yield { key: '', status: 'open', evidence: [{ note: 'always', origin: resource.origin }], controls: [], fix };
          },
        }],
      };`;
    const folder = folderWith({ 'acme.mjs': module, 'app.yaml': app });
    const rules = (args: readonly string[]) =>
      (
        JSON.parse(bartizan(['model', 'app.yaml', '--format', 'json', ...args], folder).stdout) as {
          threats: { rule: string }[];
        }
      ).threats
        .map(({ rule }) => rule)
        .filter((rule) => rule.startsWith('acme/'));
    expect(rules(['--rules-module', 'acme.mjs'])).toEqual(['acme/code']);
    expect(rules([])).toEqual([]);
    const named = folderWith({
      'bartizan.yaml': 'rules: [acme.mjs]\n',
      'acme.mjs': 'globalThis.ran = process.exit(7);',
      'app.yaml': app,
    });
    const { status, stderr } = bartizan(['model', named, '--format', 'json']);
    expect(status).toBe(0);
    expect(stderr).toContain('acme.mjs');
    expect(bartizan(['model', 'app.yaml', '--rules-module', 'gone.mjs'], folder)).toMatchObject({ status: 2 });
  });
});

describe('bartizan rules changes', () => {
  it('compares with the last catalogue that is kept', () => {
    const { status, stdout } = bartizan(['rules', 'changes']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^since {3}0\.\d+\.\d+, catalogue [0-9a-f]{16}, ATT&CK \d/);
  });

  it('compares with what a saved threat model was made with', () => {
    const folder = folderWith({ 'app.yaml': app });
    bartizan(['model', 'app.yaml', '--format', 'json', '--out', 'now.json'], folder);
    expect(bartizan(['rules', 'changes', '--since', 'now.json'], folder).stdout).toContain('Nothing changed.');
    const saved = join(folder, 'now.json');
    const { stdout } = bartizan(['rules', 'changes', '--since', saved, '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ changes: [] });
  });

  it('says which versions are kept when another one is asked for', () => {
    const { status, stderr } = bartizan(['rules', 'changes', '--since', '9.9.9']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('kept are 0.1.0')]);
  });
});
