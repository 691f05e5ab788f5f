import { describe, expect, test } from 'vitest';
import { modelOfTexts } from '../support/model-of-texts.ts';

const table = `resource "aws_dynamodb_table" "t" {
  name     = "orders"
  hash_key = "id"
  attribute {
    name = "id"
    type = "S"
  }
}
`;
const accept =
  'bartizan:accept data/no-backup, owner: shop, expires: 2027-01-31, reason: a cache, for whatever stands in it';

async function judged(text: string, asOf?: string) {
  const { document } = await modelOfTexts({ 'main.tf': text }, asOf === undefined ? {} : { asOf });
  const threat = document.threats.find(({ rule }) => rule === 'data/no-backup');
  return {
    status: threat?.status,
    acceptance: threat?.acceptance,
    diagnostics: document.coverage.diagnostics.map(({ code, source }) => `${code} ${source?.line}`),
  };
}

describe('a comment above a resource', () => {
  test('accepts a threat, with who and why', async () => {
    const { status, acceptance } = await judged(`\n# Orders.\n# ${accept}\n${table}`);
    expect(status).toBe('accepted');
    expect(acceptance).toMatchObject({
      reason: 'a cache, for whatever stands in it',
      owner: 'shop',
      expires: '2027-01-31',
    });
  });

  test.each(['#', '//', '  # '])('may begin with %j, and stand among others', async (mark) => {
    expect((await judged(`${mark} ${accept}\n# The table of orders.\n${table}`)).status).toBe('accepted');
  });

  test('accepts a topic', async () => {
    expect((await judged(`# ${accept.replace('data/no-backup', 'data/')}\n${table}`)).status).toBe('accepted');
  });

  test('lapses after its day', async () => {
    expect((await judged(`# ${accept}\n${table}`, '2027-02-01')).status).toBe('open');
  });

  test('counts in a file with line ends of Windows', async () => {
    expect((await judged(`# ${accept}\n${table}`.replaceAll('\n', '\r\n'))).status).toBe('accepted');
  });
});

describe('a comment that is not whole, or stands elsewhere, accepts nothing and is told', () => {
  test.each([
    ['without a reason', `# bartizan:accept data/no-backup, owner: shop, expires: 2027-01-31\n${table}`],
    ['without anything', `# bartizan:accept\n${table}`],
    ['with a day that is none', `# ${accept.replace('2027-01-31', 'soon')}\n${table}`],
    ['above what is no resource', `# ${accept}\nlocals {}\n${table}`],
  ])('%s', async (_, text) => {
    const { status, diagnostics } = await judged(text);
    expect(status).toBe('open');
    expect(diagnostics).toContain('invalid-acceptance 1');
  });

  test('above what only configures another resource', async () => {
    const part =
      'resource "aws_s3_bucket_versioning" "v" {\n  bucket = aws_s3_bucket.b.id\n}\nresource "aws_s3_bucket" "b" {}\n';
    expect((await judged(`# ${accept}\n${part}`)).diagnostics).toContain('invalid-acceptance 1');
  });

  test('a blank line parts it from the resource', async () => {
    expect((await judged(`# ${accept}\n\n${table}`)).status).toBe('open');
  });
});
