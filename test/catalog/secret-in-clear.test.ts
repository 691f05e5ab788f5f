import { describe, expect, test } from 'vitest';
import { secretsInEntry, secretsInText } from '../../src/catalog/secret-in-clear.ts';
import { isNameOfSecret, looksLikeSecret, secretNamesIn } from '../../src/catalog/secret-shape.ts';
import { always, is, not } from '../../src/model/guard.ts';
import type { Origin } from '../../src/model/origin.ts';
import type { Value } from '../../src/model/value.ts';

const origin = 0 as Origin;
const literal = (value: string | number | boolean, defaults?: readonly string[]): Value => ({
  kind: 'literal',
  value,
  origin,
  ...(defaults && { defaults }),
});

describe('names of secrets', () => {
  test.each([
    'DB_PASSWORD',
    'dbPassword',
    'db-passwd',
    'API_KEY',
    'apiKey',
    'STRIPE_SECRET_KEY',
    'AWS_SECRET_ACCESS_KEY',
    'GithubToken',
    'JWT_SECRET',
    'CONNECTION_STRING',
    'clientSecret',
    'PRIVATE_KEY',
    'x-api-key',
  ])('%s is one', (name) => expect(isNameOfSecret(name)).toBe(true));

  test.each([
    'DB_PASSWORD_ARN',
    'SECRET_NAME',
    'SecretId',
    'TOKEN_TABLE',
    'TOKEN_TTL',
    'PASSWORD_LENGTH',
    'SECRETS_BUCKET',
    'USE_TOKEN',
    'KEY',
    'TABLE_NAME',
    'COMPASS',
    'SECRETARY',
    'ACCESS_KEY_ID',
  ])('%s is none', (name) => expect(isNameOfSecret(name)).toBe(false));
});

describe('shapes of secrets', () => {
  test.each([
    'AKIAIOSFODNN7EXAMPLE',
    '-----BEGIN RSA PRIVATE KEY-----\nMIIE',
    'postgres://app:s3cr3t@db.example.com/app',
    'mongodb+srv://app:s3cr3t@cluster.example.com',
    `ghp_${'a1B2'.repeat(9)}`,
    'Server=db;User=sa;Password=Passw0rd!;',
    'https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX',
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY9x2',
  ])('%s looks like one', (value) => expect(looksLikeSecret(value)).toBe(true));

  test.each([
    'https://db.example.com:5432/app',
    'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf',
    '4f8a6c1e9b4f8a6c1e9b4f8a6c1e9b4f8a6c1e9b',
    '123e4567-e89b-12d3-a456-426614174000',
    'cdk-hnb659fds-assets-111122223333-eu-west-1',
    'WebAppStackOrdersTable7D9F2A3BWebApp',
    'user@example.com',
    'postgres://<user>:<password>@db.example.com/app',
    '',
  ])('%s does not', (value) => expect(looksLikeSecret(value)).toBe(false));
});

describe('a named value', () => {
  const found = (name: string, value: Value) => secretsInEntry(name, value, 'environment');

  test('is a secret in clear when it is a literal under the name of one', () => {
    expect(found('DB_PASSWORD', literal('hunter2'))).toMatchObject({
      kind: 'known',
      value: [{ name: 'DB_PASSWORD', where: 'environment' }],
    });
  });

  test('never carries the secret itself', () => {
    expect(JSON.stringify(found('DB_PASSWORD', literal('hunter2')))).not.toContain('hunter2');
  });

  test('stands in the default of the parameter that it came from', () => {
    expect(found('DB_PASSWORD', literal('hunter2', ['app/Password']))).toMatchObject({
      value: [{ where: 'environment, from the default of parameter Password' }],
      assumes: ['app/Password'],
    });
  });

  test.each<readonly [string, Value]>([
    ['a dynamic reference', { kind: 'text', text: [{ symbol: 's', kind: 'secret', settledBy: 's' }], origin }],
    [
      'a parameter without default',
      { kind: 'unknown', hole: { symbol: 'p', kind: 'parameter', settledBy: 'p' }, origin },
    ],
    ['an ARN', literal('arn:aws:ssm:eu-west-1:111122223333:parameter/password')],
    ['the name of a secret', literal('prod/orders/database')],
    ['a path of parameters', literal('/prod/Orders/database')],
    ['a switch', literal('true')],
    ['a boolean', literal(true)],
    ['nothing', literal('')],
    ['a place for one', literal('<your password>')],
    ['the name of a variable', literal('DB_PASSWORD')],
  ])('is none when it is %s', (_, value) => {
    expect(found('DB_PASSWORD', value)).toMatchObject({ kind: 'known', value: [] });
  });

  test('keeps the condition under which it is one', () => {
    const prod = is('app/IsProd', 'true');
    const options = [
      { guard: prod, value: literal('arn:aws:secretsmanager:eu-west-1:111122223333:secret:db') },
      { guard: not(prod), value: literal('hunter2') },
    ];
    const fact = found('DB_PASSWORD', { kind: 'choice', options, origin });
    expect(fact).toMatchObject({
      kind: 'alternatives',
      options: [{ fact: { value: [] } }, { guard: not(prod), fact: { value: [{ name: 'DB_PASSWORD' }] } }],
    });
    expect(always).not.toEqual(prod);
  });
});

describe('a text with many lines', () => {
  test.each([
    ['#!/bin/bash\nexport DB_PASSWORD=hunter2\n', ['DB_PASSWORD']],
    ['mysqladmin --password=hunter2 create', ['password']],
    ['password: hunter2', ['password']],
    ['DB_PASSWORD=$SECRET\nTOKEN=$(aws ssm get-parameter)', []],
    [`DB_PASSWORD=$\{DB_PASSWORD}`, []],
    ['echo AKIAIOSFODNN7EXAMPLE', ['a value that looks like a secret']],
  ])('as a script: %j', (source, names) => expect(secretNamesIn(source, 'script')).toEqual(names));

  test.each([
    ["password = os.environ['PASSWORD']", []],
    ['token = fetch_token()', []],
    ["password = 'hunter2'", ['password']],
    ['const apiKey = "4f8a6c1e9b";', ['apiKey']],
    ["connect(password=secret['password'])", []],
  ])('as code: %j', (source, names) => expect(secretNamesIn(source, 'code')).toEqual(names));

  test('does not take a reference for a value', () => {
    const text = ['DB_PASSWORD=', { symbol: 'p', kind: 'parameter', settledBy: 'p' }, '\n'] as const;
    expect(secretsInText({ kind: 'text', text, origin }, 'user data')).toMatchObject({ value: [] });
  });
});
