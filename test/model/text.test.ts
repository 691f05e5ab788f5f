import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Hole,
  type HoleKind,
  holesOf,
  literalOf,
  type Match,
  matchPattern,
  matchPatternIgnoringCase,
  sameText,
  type Text,
  text,
  textKey,
} from '../../src/model/text.ts';

const hole = (symbol: string, kind: HoleKind = 'parameter'): Hole => ({ symbol, kind, settledBy: symbol });
const account = hole('account:app', 'account');
const otherAccount = hole('account:other', 'account');
const region = hole('region:app', 'region');
const partition = hole('partition:app', 'partition');
const name = hole('name:app/Bucket', 'physical-name');
const queue = hole('name:app/Queue', 'physical-name');
const param = hole('parameter:app/Prefix');

/** `arn:{account}:x` with holes by name. */
const holes: Readonly<Record<string, Hole>> = { account, otherAccount, region, partition, name, queue, param };
const parsed = (source: string): Text =>
  text(...source.split(/\{(\w+)\}/).map((part, at) => (at % 2 === 0 ? part : (holes[part] ?? part))));

describe('matchPattern: pattern, symbolic string, answer', () => {
  const table: readonly (readonly [string, string, Match])[] = [
    // Without holes it is IAM's wildcard matching.
    ['', '', 'yes'],
    ['', 'a', 'no'],
    ['a', '', 'no'],
    ['*', '', 'yes'],
    ['?', '', 'no'],
    ['*', 'anything at all', 'yes'],
    ['**', 'a', 'yes'],
    ['s3:GetObject', 's3:GetObject', 'yes'],
    ['s3:GetObject', 's3:GetObjects', 'no'],
    ['s3:Get*', 's3:GetObject', 'yes'],
    ['s3:Get*', 's3:PutObject', 'no'],
    ['s3:?etObject', 's3:GetObject', 'yes'],
    ['s3:??tObject', 's3:GetObject', 'yes'],
    ['s3:GetObject?', 's3:GetObject', 'no'],
    ['*Object', 's3:GetObject', 'yes'],
    ['*:*Obj*t', 's3:GetObject', 'yes'],
    ['a*b*c', 'aXbXbXc', 'yes'],
    ['a*b*c', 'aXcXb', 'no'],
    ['*a*a*', 'ba', 'no'],
    ['arn:aws:s3:::logs/*', 'arn:aws:s3:::logs/2024/x', 'yes'],
    ['arn:aws:s3:::logs/*', 'arn:aws:s3:::logs', 'no'],
    ['*a?', 'xxab', 'yes'],
    // A star in the subject is a letter like any other.
    ['a', '*', 'no'],
    ['?', '*', 'yes'],
    // Wildcards swallow holes.
    ['*', '{name}', 'yes'],
    ['arn:aws:s3:::*', 'arn:aws:s3:::{name}', 'yes'],
    ['arn:aws:s3:::*/*', 'arn:aws:s3:::{name}/reports/q1', 'yes'],
    ['arn:*:s3:::*', 'arn:{partition}:s3:::{name}', 'yes'],
    ['arn:aws:sqs:*:*:jobs', 'arn:aws:sqs:{region}:{account}:jobs', 'yes'],
    ['arn:aws:sqs:*:*:jobs', 'arn:aws:sqs:{region}:{account}:jobs2', 'no'],
    ['*{name}*', 'x{name}y', 'yes'],
    // The same hole on both sides is the same string.
    ['{name}', '{name}', 'yes'],
    ['arn:aws:s3:::{name}/*', 'arn:aws:s3:::{name}/a', 'yes'],
    ['arn:aws:s3:::{name}/*', 'arn:aws:s3:::{name}', 'no'],
    ['arn:aws:s3:::{name}/a/*', 'arn:aws:s3:::{name}/b/c', 'no'],
    ['{param}/a/*', '{param}/b/c', 'maybe'],
    ['{name}-logs', '{name}-logs', 'yes'],
    ['{account}{region}', '{account}{region}', 'yes'],
    ['arn:aws:iam::{account}:role/*', 'arn:aws:iam::{account}:role/x/y', 'yes'],
    // Different holes may be equal or not.
    ['{name}', '{queue}', 'maybe'],
    ['arn:aws:s3:::{name}', 'arn:aws:s3:::{param}', 'maybe'],
    ['{account}', '{otherAccount}', 'maybe'],
    // Literal against hole depends.
    ['logs', '{name}', 'maybe'],
    ['{param}', 'logs', 'maybe'],
    ['{param}*', 'logs', 'maybe'],
    ['?', '{name}', 'maybe'],
    ['x?', 'x{name}', 'maybe'],
    ['app-*', '{param}-bucket', 'maybe'],
    ['*-bucket', '{param}-bucket', 'yes'],
    ['app-*', 'app-{param}', 'yes'],
    ['app-*', 'prod-{param}', 'no'],
    ['*-logs', '{param}-bucket', 'no'],
    ['app-{param}', 'prod-{name}', 'no'],
    ['{param}-a', '{name}-b', 'no'],
    ['a{param}b', 'ab', 'maybe'],
    ['a{param}b', 'a', 'no'],
    // A hole says what it cannot swallow.
    ['arn:aws:iam::aws:policy/*', 'arn:aws:iam::{account}:policy/x', 'no'],
    ['arn:aws:iam::123456789012:root', 'arn:aws:iam::{account}:root', 'maybe'],
    ['123456789012', '{account}', 'maybe'],
    ['root', '{account}', 'no'],
    ['eu-west-1', '{region}', 'maybe'],
    ['EU', '{region}', 'no'],
    ['arn:aws:sns:a:b:c', 'arn:aws:sns:{region}:c', 'no'],
    ['arn:aws-cn:s3:::x', 'arn:{partition}:s3:::x', 'maybe'],
    ['arn:aws1:s3:::x', 'arn:{partition}:s3:::x', 'no'],
    ['arn:{partition}:s3:::{name}', 'arn:aws:s3:::public', 'maybe'],
    ['arn:{partition}:sqs:::{name}', 'arn:aws:s3:::public', 'no'],
    // Holes and wildcards together.
    ['arn:aws:lambda:{region}:*:function:*', 'arn:aws:lambda:{region}:{account}:function:{name}', 'yes'],
    ['arn:aws:lambda:{region}:*:function:*', 'arn:aws:lambda:eu-west-1:{account}:function:{name}', 'maybe'],
    ['arn:aws:lambda:*:*:function:app-*', 'arn:aws:lambda:{region}:{account}:function:{name}', 'maybe'],
    ['arn:aws:lambda:*:*:function:app-*', 'arn:aws:lambda:{region}:{account}:layer:x', 'no'],
    // A name that AWS makes up may hold colons (identity pools).
    ['arn:aws:lambda:*:*:function:app-*', 'arn:aws:lambda:{region}:{account}:layer:{name}', 'maybe'],
    ['*{param}', '{name}{param}', 'yes'],
    ['{param}*', '{param}', 'yes'],
    // Lengths are not compared: careful, never wrong.
    ['{param}?', '{param}', 'maybe'],
  ];
  it.each(table)('%j against %j: %s', (pattern, subject, answer) => {
    expect(matchPattern(parsed(pattern), parsed(subject))).toBe(answer);
  });
  it('has at least sixty cases', () => expect(table.length).toBeGreaterThanOrEqual(60));
});

describe('sameText', () => {
  const table: readonly (readonly [string, string, Match])[] = [
    ['a', 'a', 'yes'],
    ['a', 'b', 'no'],
    ['*', 'a', 'no'],
    ['*', '*', 'yes'],
    ['{name}', '{name}', 'yes'],
    ['{name}', '', 'maybe'],
    ['{name}x', '{name}y', 'no'],
    ['{account}', 'x', 'no'],
    ['{param}', '{name}', 'maybe'],
  ];
  it.each(table)('%j and %j: %s', (left, right, answer) => {
    expect(sameText(parsed(left), parsed(right))).toBe(answer);
    expect(sameText(parsed(right), parsed(left))).toBe(answer);
  });
});

describe('matchPatternIgnoringCase', () => {
  it.each([
    ['S3:GET*', 's3:GetObject', 'yes'],
    ['s3:getobject', 's3:GetObject', 'yes'],
    ['s3:put*', 'S3:GetObject', 'no'],
    ['s3:*', '{param}', 'maybe'],
  ] as const)('%j against %j: %s', (pattern, subject, answer) => {
    expect(matchPatternIgnoringCase(parsed(pattern), parsed(subject))).toBe(answer);
  });
});

describe('text', () => {
  it('joins literals and drops empty ones', () => {
    expect(text('a', '', 'b', name, '', 'c')).toEqual(['ab', name, 'c']);
    expect(literalOf(text('a', 'b'))).toBe('ab');
    expect(literalOf(text())).toBe('');
    expect(literalOf(text(name))).toBeUndefined();
    expect(holesOf(text('a', name, account))).toEqual([name, account]);
  });
  it('keys equal texts alike and different ones apart', () => {
    expect(textKey(text('a', 'b', name))).toBe(textKey(text('ab', name)));
    expect(textKey(text(`\${${name.symbol}}`))).not.toBe(textKey(text(name)));
  });
});

/** What a hole of each kind may turn out to be. */
const fillings: Readonly<Record<HoleKind, fc.Arbitrary<string>>> = (() => {
  const any = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?', '1', '-'), maxLength: 4 });
  // Names and ids of real things: no wildcards.
  const made = fc.string({ unit: fc.constantFrom('a', 'b', ':', '1', '-'), maxLength: 4 });
  return {
    account: fc.string({ unit: fc.constantFrom('1', '2'), maxLength: 3 }),
    region: fc.string({ unit: fc.constantFrom('a', '1', '-'), maxLength: 3 }),
    partition: fc.string({ unit: fc.constantFrom('a', 'b', '-'), maxLength: 3 }),
    parameter: any,
    'physical-name': made,
    attribute: made,
    import: any,
    lookup: any,
    secret: any,
    expression: any,
  };
})();
const someHoles = [account, otherAccount, region, partition, name, queue, param];
const filling: fc.Arbitrary<ReadonlyMap<string, string>> = fc
  .tuple(...someHoles.map((one) => fillings[one.kind]))
  .map((values) => new Map(someHoles.map((one, at) => [one.symbol, values[at] ?? ''])));
const someText = fc
  .array(
    fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?', '1'), maxLength: 3 }),
      fc.constantFrom(...someHoles),
    ),
    { maxLength: 5 },
  )
  .map((parts) => text(...parts));

describe('filling holes with any value that their kind allows', () => {
  const filled = (from: Text, values: ReadonlyMap<string, string>, some: ReadonlySet<string>): Text =>
    text(
      ...from.map((part) =>
        typeof part === 'string' || !some.has(part.symbol) ? part : (values.get(part.symbol) ?? ''),
      ),
    );
  const everything = new Set(someHoles.map((one) => one.symbol));
  const runs = { numRuns: 5000 };

  it.each([
    ['matchPattern', matchPattern],
    ['sameText', sameText],
    ['matchPatternIgnoringCase', matchPatternIgnoringCase],
  ] as const)('never contradicts an earlier yes or no of %s', (_, ask) => {
    fc.assert(
      fc.property(someText, someText, filling, fc.subarray([...everything]), (pattern, subject, values, some) => {
        const before = ask(pattern, subject);
        const between = ask(filled(pattern, values, new Set(some)), filled(subject, values, new Set(some)));
        const after = ask(filled(pattern, values, everything), filled(subject, values, everything));
        expect(after).not.toBe('maybe');
        if (before !== 'maybe') expect([between, after]).toEqual([before, before]);
        if (between !== 'maybe') expect(after).toBe(between);
      }),
      runs,
    );
  });

  it('says that everything equals itself', () => {
    fc.assert(
      fc.property(someText, (one) => {
        expect(sameText(one, one)).toBe('yes');
      }),
    );
  });
});
