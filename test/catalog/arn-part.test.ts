import { expect, test } from 'vitest';
import { arnPart } from '../../src/catalog/arn-part.ts';
import { describeText, type Hole, type Text, text } from '../../src/model/text.ts';

const hole = (symbol: string, kind: Hole['kind']): Hole => ({ symbol, kind, settledBy: symbol });
const role: Text = ['arn:aws:iam::111122223333:role/app'];
const open = text(
  'arn:',
  hole('Partition', 'partition'),
  ':kms:',
  hole('Region', 'region'),
  ':',
  hole('Account', 'account'),
  ':key/',
  hole('Key', 'physical-name'),
);

test.each([
  ['partition', role, 1, 'aws'],
  ['service', role, 2, 'iam'],
  ['a field that is empty', role, 3, ''],
  ['account', role, 4, '111122223333'],
  ['the rest', role, 5, 'role/app'],
  ['the rest has colons of its own', ['arn:aws:logs:eu-west-1:1:log-group:a:*'], 5, 'log-group:a:*'],
  ['partition that is not known', open, 1, '<Partition>'],
  ['account that is not known', open, 4, '<Account>'],
  ['a rest with a hole', open, 5, 'key/<Key>'],
] as const)('%s', (_, arn, field, expected) => {
  expect(describeText(arnPart(arn, field))).toBe(expected);
});
