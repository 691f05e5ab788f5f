import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDeclarations } from '../../src/define/declared/parse-declarations.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import { createOrigins } from '../../src/model/origin.ts';

function parse(text: string) {
  const origins = createOrigins();
  const input = inputsFromTexts({ 'bartizan.yaml': text }).roots[0]?.declaration;
  if (input === undefined) throw new Error('no file');
  return { ...parseDeclarations(input, origins), origins };
}

describe('the example of the guide', () => {
  const guide = readFileSync('docs/guide/bartizan-yaml.md', 'utf8');
  const example = /```yaml\n(.*?)```/s.exec(guide)?.[1] ?? '';
  const { declared, deployments, diagnostics, origins } = parse(example);

  test('is valid and has every section', () => {
    expect(diagnostics).toEqual([]);
    expect(deployments.length).toBe(2);
    for (const section of [declared.parts, declared.flows, declared.threats, declared.controls, declared.assets]) {
      expect(section.length).toBe(1);
    }
    expect(declared.acceptances.length).toBe(2);
    expect(declared.moved).toMatchObject([{ from: 'shop-prod/Orders', to: 'shop-prod/OrdersTable' }]);
  });

  test('keeps accounts and days as they are written', () => {
    expect(deployments[0]).toMatchObject({
      account: '111122223333',
      stack: 'shop',
      parameters: { kind: 'file', path: 'params/prod.json' },
    });
    expect(declared.controls[0]?.expires).toBe('2027-06-30');
  });

  test('types numbers and truth values', () => {
    expect(declared.flows[0]).toMatchObject({ port: 443, encrypted: true });
    expect(declared.acceptances[0]?.evidence).toEqual({ exposure: 'internet', score: 12 });
  });

  test('gives each statement the origin of its author', () => {
    const origin = declared.controls[0]?.origin;
    const record = origin === undefined ? undefined : origins.get(origin);
    const line = example.split('\n').findIndex((text) => text.includes('control: penetration-test')) + 1;
    expect(record).toMatchObject({
      kind: 'author',
      by: 'security@example.com',
      span: { file: 'bartizan.yaml', line, column: 5 },
    });
  });
});

describe('what is left out has a default', () => {
  test('flows', () => {
    expect(parse('flows:\n  - {from: internet, to: app/Site}\n').declared.flows).toMatchObject([
      {
        protocol: 'https',
        port: null,
        encrypted: 'unknown',
        authentication: 'unknown',
        because: 'declared in bartizan.yaml',
      },
    ]);
  });

  test.each(['', 'parts:\n', '# nothing\n', '{}'])('nothing at all: %j', (text) => {
    expect(parse(text).diagnostics).toEqual([]);
  });
});

describe('every fault has file, line, column and what to do', () => {
  test.each([
    ['an unknown section', 'people:\n  - x\n', 'declared-key', 1, 1, 'the sections are: deployments'],
    ['a section that is no list', 'parts:\n  name: x\n', 'declared-value', 2, 3, 'must be a list'],
    [
      'an unknown key',
      'parts:\n  - name: x\n    kind: person\n    role: y\n',
      'declared-key',
      4,
      5,
      'the keys are: name, kind, description',
    ],
    ['a key that is missing', 'parts:\n  - name: x\n', 'declared-missing', 2, 5, 'needs kind; add it'],
    ['a wrong word', 'parts:\n  - name: x\n    kind: robot\n', 'declared-value', 3, 11, 'one of: person, saas'],
    [
      'a number out of range',
      'assets:\n  - {element: a, name: b, confidentiality: 9, integrity: 1, availability: 1}\n',
      'declared-value',
      2,
      44,
      'from 1 to 3',
    ],
    [
      'no day of the calendar',
      'controls:\n  - {control: c, owner: o, because: b, expires: 2027-02-30}\n',
      'declared-value',
      2,
      49,
      'YYYY-MM-DD',
    ],
    [
      'an account that is none',
      'deployments:\n  - {name: a, account: 12345}\n',
      'declared-value',
      2,
      24,
      'twelve digits',
    ],
    ['a name that would break ids', 'deployments:\n  - name: a#b\n', 'declared-value', 2, 11, 'without @, #'],
    [
      'an acceptance of nothing',
      'accept:\n  - {reason: r, owner: o, expires: 2027-01-01}\n',
      'declared-value',
      2,
      5,
      'by rule and element',
    ],
    ['a list instead of a map', '- a\n', 'declared-value', 1, 1, 'must be a map'],
    ['a syntax error', 'parts: [\n', 'yaml-syntax', 2, 1, ''],
  ])('%s', (_what, text, code, line, column, advice) => {
    const { diagnostics } = parse(text);
    expect(diagnostics[0]).toMatchObject({ level: 'error', code, source: { file: 'bartizan.yaml', line, column } });
    expect(diagnostics[0]?.message).toContain(advice);
  });

  test('and the other entries still count', () => {
    const { declared, diagnostics } = parse('parts:\n  - name: x\n  - {name: y, kind: saas}\n');
    expect(declared.parts.map((part) => part.name)).toEqual(['y']);
    expect(diagnostics.length).toBe(1);
  });

  test('__proto__ is an unknown key, not a prototype', () => {
    expect(parse('parts:\n  - __proto__: {kind: person}\n    name: x\n').diagnostics.map((each) => each.code)).toEqual([
      'declared-key',
      'declared-missing',
    ]);
  });
});
