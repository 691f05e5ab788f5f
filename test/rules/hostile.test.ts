import { describe, expect, it } from 'vitest';
import { modelOfTexts } from '../support/model-of-texts.ts';

/** A rule file from a pull request of a stranger: whatever it says, the run ends with a diagnostic or an answer. */
const app = `Resources:\n${Array.from({ length: 20 }, (_, at) => `  B${at}: { Type: AWS::S3::Bucket, Properties: { BucketName: ${'a'.repeat(60)}${at} } }\n`).join('')}`;
const threat = (fields: string) => `
threats:
  - id: acme/x
    title: T
    statement: { source: s, prerequisites: who, action: act, impact: loss }
    stride: [tampering]
    likelihood: 1
    impact: 1
    controls: [versioning]
    fix: { title: F }
    examples: { bad: [a], good: [b] }
    ${fields}
`;
const list = `[${Array.from({ length: 90 }, (_, at) => at).join(', ')}]`;

async function run(rules: string) {
  return (await modelOfTexts({ 'app.yaml': app, 'bartizan.yaml': 'rules: [x.rule.yaml]', 'x.rule.yaml': rules }))
    .document;
}

describe('a hostile rule file', () => {
  it.each([
    [
      'folds within folds',
      threat(
        `open: '${list}.all(a, ${list}.all(b, properties.X == null || (a + b) >= 0 && [a, b].all(c, [c].all(d, d >= 0))))'`,
      ),
    ],
    ['a pattern of nothing but wildcards', threat(`open: 'name.like("${'*a'.repeat(1500)}")'`)],
    ['a text that grows', threat(`open: '${'"a" + '.repeat(100)}"a" == ""'`)],
  ])('with %s is unknown, and ends', async (_, rules) => {
    const document = await run(rules);
    const own = document.threats.filter(({ rule }) => rule === 'acme/x');
    expect(own.every(({ status }) => status === 'unknown')).toBe(true);
  });

  it.each([
    [
      'aliases that explode',
      `a: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\nthreats: [*d, *d, *d, *d, *d, *d, *d, *d, *d]\n`,
    ],
    ['keys of prototypes', '__proto__: { threats: [] }\nconstructor: 1\nthreats: [{ __proto__: 1, toString: 2 }]\n'],
    ['deep nesting', `threats: ${'['.repeat(3000)}${']'.repeat(3000)}`],
    ['wrong kinds everywhere', 'threats: 1\ncontrols: x\nservices: [1, [], {}]\nassets: {}\n'],
    ['a selector of a thousand wildcards', threat(`on: { names: ['${'*a'.repeat(500)}'] }\n    open: 'true'`)],
    [
      'prototype members in expressions',
      threat(`open: 'properties.__proto__.constructor("return process")() == null'`),
    ],
  ])('with %s is told, and the rest of the run stands', async (_, rules) => {
    const document = await run(rules);
    expect(
      document.coverage.diagnostics.some(({ level, source }) => level === 'error' && source.file === 'x.rule.yaml'),
    ).toBe(true);
    expect(document.threats.some(({ rule }) => rule === 'acme/x')).toBe(false);
    expect(document.system.elements.filter(({ type }) => type === 'AWS::S3::Bucket')).toHaveLength(20);
  });

  it('leaves no markup and no control characters in what is told', async () => {
    const { render } = await import('../../src/report/formats.ts');
    const document = await run(threat(`open: 'true'\n    note: "<script>alert(1)</script>\\u001b[31m"`));
    expect(document.threats.some(({ rule }) => rule === 'acme/x')).toBe(true);
    expect(await render(document, 'html')).not.toContain('<script>alert(1)');
    expect(await render(document, 'markdown')).not.toContain('<script>alert(1)');
  });

  it('shows no secret of the system, whatever it asks', async () => {
    const secret = 'hunter2-AKIAIOSFODNN7EXAMPLE';
    const template = `Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties: { Environment: { Variables: { PASSWORD: ${secret} } } }\n`;
    const rules = threat(
      `open: 'properties.Environment.Variables.PASSWORD - 1 > 0'\n    on: { types: ['AWS::Lambda::*'] }`,
    );
    const { document } = await modelOfTexts({
      'app.yaml': template,
      'bartizan.yaml': 'rules: [x.rule.yaml]',
      'x.rule.yaml': rules,
    });
    expect(document.threats.find(({ rule }) => rule === 'acme/x')?.status).toBe('unknown');
    expect(JSON.stringify(document)).not.toContain(secret);
  });
});
