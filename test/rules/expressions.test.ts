import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluated, told } from './evaluated.ts';

/** What expressions of rule files mean, by examples. */
describe('an expression', () => {
  it.each([
    // Scalars as CloudFormation takes them.
    ['properties.Name == "orders-prod"', 'true'],
    ['properties.Port == 443', 'true'],
    ['properties.Port == "443"', 'true'],
    ['properties.Public == true', 'true'],
    ['properties.Public', '"true"'],
    ['!properties.Public', 'false'],
    ['properties.Days > 7 && properties.Days <= 30', 'true'],
    ['properties.Days * 2 + 1', '61'],
    ['-properties.Days < 0', 'true'],
    ['7 % 4 == 3 ? "yes" : "no"', '"yes"'],
    // What is not given is null, and so is whatever lies in it.
    ['properties.Missing', 'null'],
    ['properties.Missing.Deeper.Still == null', 'true'],
    ['properties.Missing == "x"', 'false'],
    ['properties.Gone == null', 'true'],
    ['has(properties.Name)', 'true'],
    ['has(properties.Gone)', 'false'],
    ['has(properties.Missing.Deeper)', 'false'],
    // A value that is not known is there.
    ['has(properties.Unknown)', 'true'],
    ['properties["Name"] == properties.Name', 'true'],
    // Texts.
    ['properties.Name.startsWith("orders")', 'true'],
    ['properties.Name.endsWith("dev")', 'false'],
    ['properties.Name.contains("ers-p")', 'true'],
    ['properties.Name.like("*-prod")', 'true'],
    ['properties.Name.like("orders-???")', 'false'],
    ['"a*b".contains("*")', 'true'],
    ['"ab".contains("*")', 'false'],
    ['"ABC".lowerAscii() == "abc"', 'true'],
    ['properties.Name.size() == 11', 'true'],
    ['properties.Missing.startsWith("x")', 'false'],
    // Texts with holes: only what every filling agrees on is decided.
    ['properties.Partly.startsWith("orders-")', 'true'],
    ['properties.Partly.startsWith("users")', 'false'],
    ['properties.Partly == "orders-prod"', 'unknown: parameter Stage'],
    ['properties.Partly == "users"', 'false'],
    ['properties.Partly.endsWith("prod")', 'unknown: parameter Stage'],
    // Lists and maps.
    ['22 in properties.Ports', 'true'],
    ['80 in properties.Ports', 'false'],
    ['properties.Ports.size()', '2'],
    ['properties.Ports.exists(p, p > 400)', 'true'],
    ['properties.Ports.all(p, p > 100)', 'false'],
    ['properties.Ports.exists_one(p, p == 22)', 'true'],
    ['properties.Ports.filter(p, p > 400).size()', '1'],
    ['properties.Ports.map(p, p + 1).exists(q, q == 23)', 'true'],
    ['properties.Ports == [22, 443, null]', 'true'],
    ['properties.Ports[1] == 443', 'true'],
    ['properties.Missing.exists(p, true)', 'false'],
    ['properties.Missing.all(p, false)', 'true'],
    ['"Mode" in properties.Options', 'true'],
    ['properties.Options.exists(k, k == "Mode")', 'true'],
    ['size(properties.Options) == 1', 'true'],
    ['properties.Name in ["orders-dev", "orders-prod"]', 'true'],
    // What is known in part.
    ['22 in properties.OpenPorts', 'true'],
    ['80 in properties.OpenPorts', 'unknown: parameter Stage'],
    ['properties.OpenPorts.all(p, p == 22)', 'unknown: parameter Stage'],
    ['properties.OpenPorts.size()', 'unknown: parameter Stage'],
    ['properties.OpenOptions.Mode', '"strict"'],
    ['properties.OpenOptions.Other == "x"', 'unknown: parameter Stage'],
    // Three values: what decides alone decides.
    ['properties.Unknown == "x"', 'unknown: parameter Stage'],
    ['true || open', 'true'],
    ['open || true', 'true'],
    ['open && false', 'false'],
    ['false && open', 'false'],
    ['open || false', 'unknown: more input'],
    ['!open', 'unknown: more input'],
    ['open ? true : true', 'unknown: more input'],
    // What hangs on a condition keeps its cases.
    ['properties.ByStage == "on"', 'alternatives'],
    ['properties.ByStage == "on" || true', 'true'],
    ['has(properties.ByStage)', 'alternatives'],
    // Functions of the scene.
    ['echo(properties.Name) == "orders-prod"', 'true'],
    ['echo(open)', 'unknown: more input'],
    // What cannot be computed is unknown too, and says where to look.
    ['properties.Name - 1', 'unknown: a correction of acme.rule.yaml:1'],
    ['1 / 0', 'unknown: a correction of acme.rule.yaml:1'],
    ['properties.Name && true', 'unknown: a correction of acme.rule.yaml:1'],
    ['properties.Name.exists(c, true)', 'unknown: a correction of acme.rule.yaml:1'],
  ])('%s is %s', (source, expected) => {
    expect(told(source)).toBe(expected);
  });

  it.each([
    ['properties.Name = "x"', '= means nothing here', 16],
    ['(1 + 2', ') is missing before the end: each bracket that is opened is closed', 6],
    ['1 +', 'a value is missing before the end', 3],
    ['"abc', 'the text that begins here has no closing "', 0],
    ['properties.Name 1', '1 is one too many', 16],
    ['propertys.Name', 'there is nothing called propertys; there are properties, open, nothing', 0],
    [
      'properties.Name.matches("(a+)+$")',
      'matches is not offered, a pattern of it may never end; use like with * and ?',
      16,
    ],
    ['shell("rm")', 'there is no function shell; there are has, size, echo', 0],
    ['echo(1, 2)', 'echo takes 1 arguments, not 2', 0],
    ['properties.Ports.exists(p > 1)', 'exists is written list.exists(x, what is asked of x)', 17],
    ['has(1)', 'has takes a member: has(properties.Name)', 0],
  ])('%s is refused when it is read, with the place of the fault', (source, fault, at) => {
    expect(evaluated(source)).toEqual({ fault, at });
  });

  it.each([
    ['long', `"${'x'.repeat(5000)}" == ""`],
    ['wide', Array.from({ length: 500 }, () => 'true').join(' && ')],
    ['deep', `${'('.repeat(100)}true${')'.repeat(100)}`],
    ['deeply negated', `${'!'.repeat(100)}true`],
  ])('that is too %s is refused', (_, source) => {
    expect(evaluated(source)).toHaveProperty('fault');
  });

  it('that takes too many steps is unknown, and ends', () => {
    const nested = 'L.all(a, L.all(b, L.all(c, L.all(d, a + b + c + d >= 0))))'.replaceAll('L', 'properties.Ports');
    expect(told(nested)).toBe('true');
    expect(evaluated(nested, 50)).toMatchObject({ kind: 'unknown', settledBy: 'a correction of acme.rule.yaml:1' });
  });

  it('reaches nothing but its own values', () => {
    expect(told('properties.constructor')).toBe('null');
    expect(told('properties.__proto__')).toBe('null');
    expect(told('properties["toString"]')).toBe('null');
    expect(told('constructor')).toContain('refused');
  });
});

describe('any text', () => {
  it('is read or refused, and what is read has an answer', () => {
    const words = fc.constantFrom(
      ...[
        'properties',
        '.Name',
        '.Ports',
        'open',
        '(',
        ')',
        '[',
        ']',
        '&&',
        '||',
        '!',
        '==',
        '<',
        'in',
        '+',
        '-',
        '1',
        '"a"',
      ],
      ...['.exists(x, ', '.all(x, ', 'x', ',', '?', ':', 'true', 'null', 'has(', 'size(', '.like("*")', ' '],
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (parts) => {
        const result = evaluated(parts.join(''));
        expect('fault' in result || ['known', 'unknown', 'alternatives'].includes(result.kind)).toBe(true);
      }),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (source) => evaluated(source) !== undefined),
      { numRuns: 200 },
    );
  });
});
