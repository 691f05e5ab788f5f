import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { notInput } from '../../src/define/looks-like-template.ts';
import { readInputs } from '../../src/define/read.ts';
import { bucketTemplate, temporaryFolder } from './temporary-folder.ts';

const codes = (result: Awaited<ReturnType<typeof readInputs>>) => result.diagnostics.map((each) => each.code);
const files = (result: Awaited<ReturnType<typeof readInputs>>) => result.sources.map((each) => each.input.file);

describe('a folder', () => {
  test('gives its templates and says what it skipped', async () => {
    const folder = temporaryFolder({
      'app.yaml': bucketTemplate(),
      'net/vpc.json': '{"Resources": {"Vpc": {"Type": "AWS::EC2::VPC"}}}',
      'old.template': bucketTemplate(),
      'package.json': '{"name": "x"}',
      'docs/readme.md': 'Resources:',
      'node_modules/lib/template.yaml': bucketTemplate(),
      '.github/workflow.yaml': bucketTemplate(),
      'main.tf': 'resource "aws_s3_bucket" "b" {}',
    });
    const result = await readInputs([folder]);
    expect(files(result)).toEqual(['app.yaml', 'main.tf', 'net/vpc.json', 'old.template']);
    expect(result.skipped).toEqual([
      { path: '.github', why: 'folders whose name starts with a dot are not read' },
      { path: 'node_modules', why: 'installed packages are not read' },
      { path: 'package.json', why: notInput },
    ]);
    expect(result.diagnostics).toEqual([]);
  });

  test.each([
    ['Serverless Framework configuration', 'service: x\nprovider: aws\n', false],
    ['YAML with a version only', "AWSTemplateFormatVersion: '2010-09-09'\n", false],
    ['resources without the version line', 'Resources:\n  A:\n    Type: AWS::SQS::Queue\n', true],
    [
      'resources of a SAM template',
      'Transform: AWS::Serverless-2016-10-31\nResources:\n  A:\n    Type: AWS::Serverless::Function\n',
      true,
    ],
    ['quoted keys', '"Resources":\n  A:\n    "Type": "AWS::SQS::Queue"\n', true],
    ['minified JSON', '{"Resources":{"A":{"Type":"AWS::SQS::Queue"}}}', true],
    ['Windows line ends', 'Description: x\r\nResources:\r\n  A:\r\n    Type: AWS::SQS::Queue\r\n', true],
    ['the word in a sentence', 'text: our Resources: are AWS::S3::Bucket\n', false],
  ])('takes a file for a template or not: %s', async (_what, text, expected) => {
    const result = await readInputs([temporaryFolder({ 'a.yaml': text })]);
    expect(files(result)).toEqual(expected ? ['a.yaml'] : []);
  });

  test('looks at a hostile file in linear time', async () => {
    const folder = temporaryFolder({ 'a.yaml': `${'\n'.repeat(2_000_000)}${' '.repeat(1_000_000)}` });
    expect(files(await readInputs([folder]))).toEqual([]);
  });
});

describe('what cannot be read is told', () => {
  test('a path that is not there', async () => {
    const result = await readInputs(['no/such/path']);
    expect(result.diagnostics).toMatchObject([
      { code: 'input-missing', level: 'error', source: { file: 'no/such/path' } },
    ]);
    expect(result.nothingRead).toBe(true);
  });

  test('a file of more than 50 MB is named and never read', async () => {
    const folder = temporaryFolder({ 'ok.yaml': bucketTemplate(), 'big.json': '' });
    truncateSync(join(folder, 'big.json'), 101 * 1024 * 1024);
    const result = await readInputs([folder]);
    expect(result.diagnostics).toMatchObject([{ code: 'input-too-large', source: { file: 'big.json', line: 1 } }]);
    expect(files(result)).toEqual(['ok.yaml']);
  });

  test('text that is not UTF-8', async () => {
    const folder = temporaryFolder({ 'a.yaml': Uint8Array.from([0x52, 0xff, 0xfe, 0x0a]), 'b.yaml': bucketTemplate() });
    const result = await readInputs([folder]);
    expect(codes(result)).toEqual(['not-utf-8']);
    expect(files(result)).toEqual(['b.yaml']);
  });

  test('a byte order mark is no fault', async () => {
    const result = await readInputs([temporaryFolder({ 'a.yaml': `\uFEFF${bucketTemplate()}` })]);
    expect(result.sources[0]?.input.text.startsWith('AWSTemplate')).toBe(true);
  });

  test('something that is no regular file', async () => {
    expect(codes(await readInputs(['/dev/null']))).toEqual(['input-unreadable']);
  });

  test('a saved system document counts when it is named, not when it lies in a folder', async () => {
    const folder = temporaryFolder({ 'system.json': '{"kind": "system"}' });
    const kinds = async (path: string) => (await readInputs([path])).sources.map(({ kind }) => kind);
    expect(await kinds(join(folder, 'system.json'))).toEqual(['system']);
    expect(await kinds(folder)).toEqual([]);
  });

  test('a parameter file that is not there', async () => {
    const folder = temporaryFolder({ 'a.yaml': bucketTemplate() });
    expect(codes(await readInputs([folder], { parameters: ['prod.json'] }))).toEqual(['input-missing']);
  });
});

describe('symbolic links', () => {
  test('that leave the input are not followed', async () => {
    const outside = temporaryFolder({ 'secret.yaml': bucketTemplate() });
    const folder = temporaryFolder({ 'a.yaml': bucketTemplate() });
    symlinkSync(join(outside, 'secret.yaml'), join(folder, 'b.yaml'));
    symlinkSync(outside, join(folder, 'more'));
    const result = await readInputs([folder]);
    expect(files(result)).toEqual(['a.yaml']);
    expect(result.diagnostics).toMatchObject([{ code: 'path-escape', source: { file: 'b.yaml' } }]);
    expect(result.skipped.map((each) => each.path)).toEqual(['more']);
  });

  test('in a circle end', async () => {
    const folder = temporaryFolder({ 'a.yaml': bucketTemplate() });
    mkdirSync(join(folder, 'sub'));
    symlinkSync(folder, join(folder, 'sub/up'));
    symlinkSync('self.yaml', join(folder, 'self.yaml'));
    expect(files(await readInputs([folder]))).toEqual(['a.yaml']);
  });

  test('to a template of the same input do not double it', async () => {
    const folder = temporaryFolder({ 'a.yaml': bucketTemplate() });
    symlinkSync('a.yaml', join(folder, 'z.yaml'));
    const result = await readInputs([folder]);
    expect(files(result)).toEqual(['a.yaml']);
    expect(result.skipped).toEqual([{ path: 'z.yaml', why: 'it is the same file as a.yaml' }]);
  });
});

describe('the root that paths are relative to', () => {
  test('is the folder of the nearest bartizan.yaml upwards', async () => {
    const folder = temporaryFolder({ 'bartizan.yaml': '', 'infra/app.yaml': bucketTemplate() });
    expect(files(await readInputs([join(folder, 'infra')]))).toEqual(['infra/app.yaml']);
    expect(files(await readInputs([join(folder, 'infra/app.yaml')]))).toEqual(['infra/app.yaml']);
    expect(files(await readInputs([folder]))).toEqual(['infra/app.yaml']);
  });

  test('but not above the top of a repository', async () => {
    const folder = temporaryFolder({
      'bartizan.yaml': '',
      'repo/.git/HEAD': '',
      'repo/infra/app.yaml': bucketTemplate(),
    });
    expect(files(await readInputs([join(folder, 'repo/infra')]))).toEqual(['app.yaml']);
  });

  test('a bartizan.yaml further down makes its folder a root of its own', async () => {
    const folder = temporaryFolder({
      'a.yaml': bucketTemplate(),
      'team/bartizan.yaml': '',
      'team/b.yaml': bucketTemplate(),
    });
    const result = await readInputs([folder]);
    expect(files(result)).toEqual(['a.yaml', 'b.yaml']);
    expect(result.roots.map(({ root }) => root.folders.at(-1))).toContain('team');
  });
});

describe('the same file', () => {
  test('given twice is read once', async () => {
    const folder = temporaryFolder({ 'a.yaml': bucketTemplate(), 'sub/b.yaml': bucketTemplate() });
    const result = await readInputs([
      folder,
      join(folder, 'sub'),
      join(folder, 'sub/b.yaml'),
      `${folder}/sub/../a.yaml`,
    ]);
    expect(files(result)).toEqual(['a.yaml', 'sub/b.yaml']);
  });

  test('given as subject and as context is a subject', async () => {
    const folder = temporaryFolder({ 'a.yaml': bucketTemplate(), 'b.yaml': bucketTemplate() });
    const result = await readInputs([join(folder, 'a.yaml')], { context: [folder] });
    expect(result.sources.map(({ input, role }) => [input.path, role])).toEqual([
      ['a.yaml', 'subject'],
      ['b.yaml', 'context'],
    ]);
  });
});

test('files of one name in two roots get parent folder names in reports', async () => {
  const folder = temporaryFolder({
    'x/infra/app.yaml': bucketTemplate(),
    'y/infra/app.yaml': bucketTemplate(),
    'y/infra/b.yaml': bucketTemplate(),
  });
  const result = await readInputs([join(folder, 'x/infra'), join(folder, 'y/infra')]);
  expect(files(result)).toEqual(['b.yaml', 'x/infra/app.yaml', 'y/infra/app.yaml']);
});

test('Key=Value and AWS CLI pairs are values, everything else is a file', async () => {
  const folder = temporaryFolder({ 'a.yaml': bucketTemplate(), 'prod.json': '{}' });
  const file = join(folder, 'prod.json');
  const result = await readInputs([folder], {
    parameters: ['Env=a=b', 'ParameterKey=Size,ParameterValue=big,small', file],
  });
  expect([...result.parameterValues]).toEqual([
    ['Env', 'a=b'],
    ['Size', 'big,small'],
  ]);
  expect(result.parameterFiles.map((each) => each.file)).toEqual(['prod.json']);
  expect(result.skipped.map((each) => each.path)).toEqual(['prod.json']);
});

test('every file that is read has the SHA-256 of its bytes', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.yaml'), 'Resources:\n  A:\n    Type: AWS::SQS::Queue\n');
  const [source] = (await readInputs([folder])).sources;
  expect(source?.input.sha256).toMatch(/^[0-9a-f]{64}$/);
});
