import { describe, expect, it } from 'vitest';
import { diagnosed, resourceAt, translated } from './translated.ts';

/** Over two million characters: read in pieces. */
const filler = 'x'.repeat(2000);
const count = 1200;
const yaml = (extra = '') =>
  `Resources:\n${Array.from({ length: count }, (_, at) => `  R${at}:\n    Type: AWS::SNS::Topic\n    Properties: {DisplayName: ${filler}}\n`).join('')}${extra}Outputs:\n  O: {Value: x}\n`;
const json = JSON.stringify(
  {
    Resources: Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `R${at}`,
        { Type: 'AWS::SNS::Topic', Properties: { DisplayName: filler } },
      ]),
    ),
    Outputs: { O: { Value: 'x' } },
  },
  undefined,
  1,
);

describe('a large file', () => {
  it.each([
    ['YAML', yaml(), 2 + 3 * 1100],
    ['JSON', json, 3 + 6 * 1100],
  ])('of %s is read as a small one is', (_, text, line) => {
    const result = translated(text);
    expect(result.diagnostics).toEqual([]);
    expect(result.resources).toHaveLength(count);
    expect([...result.outputs.keys()]).toEqual(['O']);
    expect(result.origins.span(resourceAt(result, 'R1100').origin)).toMatchObject({ line });
  });

  it('tells duplicate keys far apart', () => {
    const result = translated(yaml('  R0: {Type: AWS::SQS::Queue}\n'));
    expect(diagnosed(result)).toEqual([`duplicate-key ${2 + 3 * count}:3`]);
    expect(resourceAt(result, 'R0').type).toBe('AWS::SQS::Queue');
  });

  it('keeps aliases across its parts', () => {
    const result = translated(`X: &x {DisplayName: hi}\n${yaml('  A: {Type: AWS::SNS::Topic, Properties: *x}\n')}`);
    expect(result.diagnostics).toEqual([]);
    expect(resourceAt(result, 'A').properties.entries.size).toBe(1);
  });

  it('keeps the rest when a part is broken', () => {
    const result = translated(yaml('  A: {Type: AWS::SNS::Topic\n'));
    expect(result.diagnostics.map((one) => one.code)).toEqual(['yaml-syntax']);
    expect(result.resources).toHaveLength(count);
  });
});
