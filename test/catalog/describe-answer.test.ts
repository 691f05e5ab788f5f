import { describe, expect, test } from 'vitest';
import { describeFact, dimensions } from '../../src/catalog/describe-answer.ts';
import type { EncryptionAtRest } from '../../src/model/data-keeping.ts';
import { byDefault, factOf, given, notApplicable, unknown } from '../../src/model/fact.ts';
import { is, not } from '../../src/model/guard.ts';
import type { Origin } from '../../src/model/origin.ts';
import type { Value } from '../../src/model/value.ts';

const origin = 0 as Origin;
const prod = is('app/IsProd', 'true', ['true', 'false']);
const key: Value = {
  kind: 'text',
  text: [
    'arn:aws:kms:eu-west-1:111122223333:key/',
    { symbol: 'app/Key', kind: 'physical-name', settledBy: 'deployment' },
  ],
  refs: [{ resource: 'app/Key' as never, attribute: 'Arn' }],
  origin,
};

describe('an answer in one line says', () => {
  test.each([
    ['what was given', given({ by: 'none' as const }), 'none'],
    ['that it is a default of AWS', byDefault({ by: 'aws-owned-key' as const }), 'aws-owned-key (default)'],
    [
      'which parameter’s default it rests on',
      given({ by: 'none' as const }, [], ['app/Encrypted']),
      'none (default of Encrypted)',
    ],
    ['what would settle it', unknown('not known', 'parameter KeyId of app'), 'unknown (parameter KeyId of app)'],
    ['why it does not apply', notApplicable('it stores nothing'), 'not applicable (it stores nothing)'],
    ['which resource is meant', given({ by: 'customer-key' as const, key }), 'customer-key Key'],
  ])('%s', (_, fact, line) => expect(describeFact('encryptionAtRest', fact)).toBe(line));

  test('under which conditions it holds', () => {
    const fact = factOf<EncryptionAtRest>([
      { guard: prod, fact: given({ by: 'customer-key' as const, key }) },
      { guard: not(prod), fact: byDefault({ by: 'none' as const }) },
    ]);
    expect(describeFact('encryptionAtRest', fact)).toMatch(/^customer-key Key when IsProd \| none \(default\) when /);
  });

  test('each setting by itself', () => {
    const fact = byDefault({ throttled: given(true), deadLetters: byDefault(false) });
    expect(describeFact('settings', fact)).toBe('deadLetters no (default); throttled yes');
  });

  test('that a list is empty', () => {
    expect(describeFact('logging', byDefault([]))).toBe('none (default)');
  });
});

test('all dimensions have a name of their own', () => {
  expect(new Set(dimensions).size).toBe(dimensions.length);
});
