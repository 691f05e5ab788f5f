import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bartizan, buildCommandLine, folderWith } from './command-line.ts';
import { openBucket } from './templates.ts';

beforeAll(buildCommandLine, 60_000);

const bombs = `a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f]
h: &h [*g, *g, *g, *g, *g, *g, *g, *g, *g]
i: &i [*h, *h, *h, *h, *h, *h, *h, *h, *h]
Resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties: { Tags: *i } } }
`;
const nested = `{"Resources":{"A":{"Type":"AWS::S3::Bucket","Properties":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}}}`;

describe('what cannot be read at all', () => {
  it.each([
    ['a path that is not there', {}, 'no-such-file.yaml', /no-such-file\.yaml:1:1: error: .*check its spelling/],
    ['an empty folder', { 'docs/readme.txt': 'nothing' }, 'docs', /nothing in docs could be modelled/],
    ['a file that is no template', { 'notes.yaml': 'title: notes\n' }, 'notes.yaml', /notes\.yaml/],
    [
      'bytes that are not UTF-8',
      { 'app.yaml': new Uint8Array([0x52, 0xff, 0xfe, 0x00]) },
      'app.yaml',
      /app\.yaml:1:1: error: .*UTF-8/,
    ],
    ['nesting 100,000 deep', { 'app.json': nested }, 'app.json', /app\.json/],
  ] as const)('%s: exit code 2, the file is named, no stack', (_, files, path, told) => {
    const { status, stdout, stderr } = bartizan(['model', path, '--format', 'json'], folderWith(files));
    expect(stderr).toMatch(told);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect([status, stdout]).toEqual([2, '']);
  });
});

describe('what is only partly readable', () => {
  it.each([
    ['an alias bomb', bombs],
    ['broken YAML after what can be read', `${openBucket}  Broken: [unclosed\n`],
    ['__proto__ as a key', `${openBucket}  __proto__: { Type: 'AWS::S3::Bucket' }\n`],
    [
      'a reference to itself',
      `${openBucket}  Loop: { Type: 'AWS::SNS::Topic', Properties: { TopicName: !Ref Loop } }\n`,
    ],
  ])('%s: diagnostics name file and line, the run goes on', (_, text) => {
    const { status, stderr } = bartizan(['model', 'app.yaml', '--format', 'json'], folderWith({ 'app.yaml': text }));
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(stderr).not.toContain('fault of bartizan');
    for (const line of stderr
      .trim()
      .split('\n')
      .filter((each) => each !== '')) {
      expect(line).toMatch(/^(bartizan:|app\.yaml:\d+:\d+: (error|warning|info):)/);
    }
    expect([0, 2]).toContain(status);
  });

  it('a link that leaves the folder is not followed', () => {
    const outside = folderWith({ 'secret.yaml': openBucket });
    const folder = folderWith({ 'app.yaml': openBucket });
    symlinkSync(join(outside, 'secret.yaml'), join(folder, 'link.yaml'));
    const { status, stdout, stderr } = bartizan(['model', '.', '--format', 'json'], folder);
    expect(status).toBe(0);
    expect(stderr).toContain('leaves the folder of the input');
    expect(stdout).not.toContain('link/Files');
  });
});

describe('names from the input', () => {
  const hostile = `Resources:
  "\\e[2J\\u202e<script>alert(1)</script>":
    Type: AWS::S3::Bucket
  Ok: { Type: 'AWS::SNS::Topic', Properties: { TopicName: !Ref "\\e[31mNope" } }
AWSTemplateFormatVersion: '2010-09-09'
`;

  it.each(['html', 'markdown', 'svg', 'summary', 'json', 'sarif', 'mermaid', 'navigator'])(
    'do nothing in %s, nor on standard error',
    (format) => {
      const { stdout, stderr } = bartizan(
        ['model', 'app.yaml', '--format', format],
        folderWith({ 'app.yaml': hostile }),
      );
      for (const text of [stdout, stderr]) {
        expect(text).not.toContain('\u001b');
        expect(text).not.toContain('\u202e');
      }
      if (format === 'html' || format === 'svg' || format === 'markdown') expect(stdout).not.toContain('<script');
    },
  );
});

describe('files that cannot be used', () => {
  it.each([
    ['a baseline that is not there', ['--baseline', 'none.json'], 'none.json is not there'],
    ['a baseline that is none', ['--baseline', 'app.yaml'], 'app.yaml is not JSON'],
    [
      'an output in a folder that is not there',
      ['--format', 'json', '--out', 'no/such/out.json'],
      'its folder does not exist',
    ],
    [
      'a parameter file that is not there',
      ['--format', 'json', '--parameters', 'none.json', '--out', '/'],
      '/ cannot be written',
    ],
  ])('%s: exit code 2 and what to do', (_, args, told) => {
    const { status, stderr } = bartizan(['model', 'app.yaml', ...args], folderWith({ 'app.yaml': openBucket }));
    expect(status).toBe(2);
    expect(stderr).toContain(told);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});
