import { describe, expect, test } from 'vitest';
import { type EvaluatedTexts, evaluateTexts, plain, type Texts } from './evaluated.ts';

/** Stands beside every hostile piece: it must always come out. */
const healthy = 'resource "aws_s3_bucket" "healthy" {\n  bucket = "fine"\n}\n';

interface Attack {
  readonly name: string;
  readonly texts: Texts;
  /** Code of the diagnostic, and the line that it points to. */
  readonly code?: string;
  readonly line?: number;
}

const attack = (name: string, text: string, code?: string, line?: number): Attack => ({
  name,
  texts: { 'main.tf': text },
  ...(code !== undefined && { code }),
  ...(line !== undefined && { line }),
});

const chain = (length: number, link: (at: number) => string) =>
  `locals {\n${Array.from({ length }, (_, at) => `  a${at} = ${link(at)}`).join('\n')}\n}\n`;

const attacks: readonly Attack[] = [
  attack('an unclosed block', 'resource "aws_sqs_queue" "q" {\n  name = "x"\n', 'terraform-syntax', 3),
  attack(
    'a block that swallows the next one',
    'resource "aws_sqs_queue" "q" {\n  name = "x"\n\nresource "aws_sqs_queue" "r" {\n}\n',
    'terraform-syntax',
    4,
  ),
  attack('an unclosed string', 'resource "aws_sqs_queue" "q" {\n  name = "x\n}\n', 'terraform-syntax', 2),
  attack('an unclosed heredoc', 'resource "aws_sqs_queue" "q" {\n  name = <<EOT\nx\n}\n', 'terraform-syntax', 2),
  attack('an unclosed comment', '/* never\nclosed\n', 'terraform-syntax'),
  attack('a brace too many', '}\n}\n', 'terraform-syntax', 1),
  attack('no syntax at all', '%%% \u0000 \uFFFD ((( ]]]\n', 'terraform-syntax', 1),
  attack(
    'an operator without a right side',
    'locals {\n  a = 1 +\n}\noutput "o" {\n  value = local.a\n}\n',
    'terraform-syntax',
    2,
  ),
  attack(
    'locals that need each other',
    'locals {\n  a = local.b\n  b = local.a\n}\noutput "o" {\n  value = local.a\n}\n',
    'cyclic-reference',
    2,
  ),
  attack(
    'a local that needs itself',
    'locals {\n  a = [local.a]\n}\noutput "o" {\n  value = local.a\n}\n',
    'cyclic-reference',
    2,
  ),
  attack(
    'resources that need each other',
    'resource "aws_sqs_queue" "a" {\n  name = aws_sqs_queue.b.name\n}\nresource "aws_sqs_queue" "b" {\n  name = aws_sqs_queue.a.name\n}\n',
    'cyclic-reference',
  ),
  attack(
    'a count that needs its own resource',
    'resource "aws_sqs_queue" "a" {\n  count = length(aws_sqs_queue.a)\n}\n',
    'cyclic-reference',
    2,
  ),
  attack('a billion instances', 'resource "aws_sqs_queue" "q" {\n  count = 1e9\n}\n', 'too-many-instances', 2),
  attack('a negative count', 'resource "aws_sqs_queue" "q" {\n  count = -1\n}\n', 'wrong-type', 2),
  attack('a count that is no number', 'resource "aws_sqs_queue" "q" {\n  count = [1]\n}\n', 'wrong-type', 2),
  attack('for_each over a number', 'resource "aws_sqs_queue" "q" {\n  for_each = 5\n}\n', 'wrong-type', 2),
  attack('a wrong type in an expression', 'resource "aws_sqs_queue" "q" {\n  name = "a" + [1]\n}\n', 'wrong-type', 2),
  attack('a reference to nothing', 'resource "aws_sqs_queue" "q" {\n  name = var.nothing\n}\n', 'unknown-reference', 2),
  attack(
    'a function that does not exist',
    'resource "aws_sqs_queue" "q" {\n  name = nope(1)\n}\n',
    'unknown-function',
    2,
  ),
  attack(
    'deep brackets',
    `locals {\n  a = ${'['.repeat(50_000)}\n}\noutput "o" {\n  value = local.a\n}\n`,
    'terraform-syntax',
    2,
  ),
  attack('deep parentheses', `locals {\n  a = ${'('.repeat(20_000)}1${')'.repeat(20_000)}\n}\n`, 'terraform-syntax', 2),
  attack('deep templates', `locals {\n  a = ${'"${'.repeat(5_000)}1${'}"'.repeat(5_000)}\n}\n`, 'terraform-syntax', 2),
  attack('deep blocks', `${'b {\n'.repeat(5_000)}${'}\n'.repeat(5_000)}`, 'terraform-syntax'),
  attack('many signs', `locals {\n  a = ${'!'.repeat(100_000)}true\n}\n`, 'terraform-syntax', 2),
  attack('nested conditionals', `locals {\n  a = ${'true ? 1 : '.repeat(20_000)}2\n}\n`, 'terraform-syntax', 2),
  attack(
    'a long chain of locals',
    `${chain(5_000, (at) => (at === 4_999 ? '1' : `local.a${at + 1}`))}output "o" {\n  value = local.a0\n}\n`,
    'too-deep',
  ),
  attack(
    'texts that double',
    `${chain(60, (at) => (at === 0 ? '"xxxxxxxx"' : `"\${local.a${at - 1}}\${local.a${at - 1}}"`))}output "o" {\n  value = local.a59\n}\n`,
    'too-large',
  ),
  attack(
    'lists that double',
    `${chain(60, (at) => (at === 0 ? '["x"]' : `[local.a${at - 1}, local.a${at - 1}]`))}output "o" {\n  value = local.a59\n}\n`,
    'too-large',
  ),
  attack(
    'joined lists that double',
    `${chain(60, (at) => (at === 0 ? '["x"]' : `concat(local.a${at - 1}, local.a${at - 1})`))}output "o" {\n  value = local.a59\n}\n`,
    'too-large',
  ),
  attack(
    'JSON of lists that double',
    `${chain(40, (at) => (at === 0 ? '["x"]' : `[local.a${at - 1}, local.a${at - 1}]`))}output "o" {\n  value = length(jsonencode(local.a39))\n}\n`,
    'too-large',
  ),
  attack(
    'flattened lists that double',
    `${chain(40, (at) => (at === 0 ? '["x"]' : `[local.a${at - 1}, local.a${at - 1}]`))}output "o" {\n  value = flatten(local.a39)\n}\n`,
    'too-large',
  ),
  attack(
    'a huge product',
    `locals {\n  n = range(1000)\n}\noutput "o" {\n  value = setproduct(local.n, local.n, local.n)\n}\n`,
    'too-large',
    5,
  ),
  attack(
    'loops in loops',
    `locals {\n  n = range(1000)\n}\noutput "o" {\n  value = length([for a in local.n : [for b in local.n : [for c in local.n : [for d in local.n : a]]]])\n}\n`,
    'too-large',
  ),
  attack('a huge range', 'output "o" {\n  value = range(1e9)\n}\n', 'too-large', 2),
  attack(
    'a pattern that would never end',
    'output "o" {\n  value = regex("^(([a-z])+.)+[A-Z]([a-z])+$", join("", [for i in range(1000) : "aaaaaaaaaaaaaaaaaaaa"]))\n}\n',
    'no-match',
    2,
  ),
  attack(
    'a pattern that grows',
    'output "o" {\n  value = regex("((((a{100}){100}){100}){100})", "a")\n}\n',
    'regex',
    2,
  ),
  attack('a pattern that is broken', 'output "o" {\n  value = regexall("(", "a")\n}\n', 'regex', 2),
  attack('a path that leaves the folder', 'output "o" {\n  value = file("../../etc/passwd")\n}\n', 'path-escape', 2),
  attack('an absolute path', 'output "o" {\n  value = file("/etc/passwd")\n}\n', 'path-escape', 2),
  attack('a file that is not there', 'output "o" {\n  value = file("nothing.txt")\n}\n', 'missing-file', 2),
  attack('a module outside the folder', 'module "m" {\n  source = "../elsewhere"\n}\n', 'path-escape', 2),
  attack(
    'a module that is not on disk',
    'module "m" {\n  source = "terraform-aws-modules/vpc/aws"\n}\n',
    'missing-module',
    2,
  ),
  attack('a module that is itself', 'module "m" {\n  source = "./."\n}\n', 'cyclic-module', 2),
  attack(
    'a resource twice',
    'resource "aws_sqs_queue" "q" {\n}\nresource "aws_sqs_queue" "q" {\n}\n',
    'duplicate-declaration',
    3,
  ),
  attack(
    'an attribute twice',
    'resource "aws_sqs_queue" "q" {\n  name = "a"\n  name = "b"\n}\n',
    'terraform-syntax',
    3,
  ),
  attack(
    'a dynamic block without content',
    'resource "aws_sqs_queue" "q" {\n  dynamic "x" {\n    for_each = []\n  }\n}\n',
    'dynamic-block',
    2,
  ),
  attack(
    'names that objects have',
    'locals {\n  __proto__ = 1\n  constructor = { __proto__ = "x", toString = 2 }\n}\nresource "aws_sqs_queue" "__proto__" {\n  name = local.constructor.__proto__\n}\noutput "hasOwnProperty" {\n  value = local.constructor.valueOf\n}\n',
    'unsupported-attribute',
    9,
  ),
  attack('functions that objects have', 'output "o" {\n  value = constructor(1)\n}\n', 'unknown-function', 2),
  attack('a wide format', 'output "o" {\n  value = format("%999999999d", 1)\n}\n', 'function-argument', 2),
  attack('a large indent', 'output "o" {\n  value = indent(1e9, "a\\nb")\n}\n'),
  attack(
    'JSON that is nested',
    'output "o" {\n  value = jsondecode(join("", [for i in range(1000) : "["]))\n}\n',
    'function-argument',
    2,
  ),
  { name: 'broken JSON syntax', texts: { 'main.tf.json': '{ "resource": { "aws_sqs_queue": ' }, code: 'yaml-syntax' },
  {
    name: 'broken expressions in JSON',
    texts: { 'main.tf.json': '{ "output": { "o": { "value": "${" } } }' },
    code: 'terraform-syntax',
    line: 1,
  },
  {
    name: 'modules in a circle',
    texts: {
      'main.tf': 'module "a" {\n  source = "./a"\n}\n',
      'a/main.tf': 'module "b" {\n  source = "../b"\n}\n',
      'b/main.tf': 'module "a" {\n  source = "../a"\n}\n',
    },
    code: 'cyclic-module',
    line: 2,
  },
  {
    name: 'modules that multiply',
    texts: {
      'main.tf': 'module "a" {\n  source = "./a"\n  count = 1000\n}\n',
      'a/main.tf': 'module "b" {\n  source = "../b"\n  count = 1000\n}\n',
      'b/main.tf': 'module "c" {\n  source = "../c"\n  count = 1000\n}\n',
      'c/main.tf': 'resource "aws_sqs_queue" "q" {\n  count = 1000\n}\n',
    },
    code: 'too-many-instances',
  },
  {
    name: 'a template that reads itself',
    texts: {
      'main.tf': 'output "o" {\n  value = templatefile("t.tftpl", {})\n}\n',
      't.tftpl': '${templatefile("t.tftpl", {})}',
    },
    code: 'too-deep',
  },
];

describe('hostile and broken source is told, and the rest is still modelled', () => {
  test.each(attacks)('$name', ({ texts, code, line }) => {
    const result = evaluateTexts({ ...texts, 'z.tf': healthy });
    expect(result.shown('aws_s3_bucket.healthy', 'bucket')).toBe('fine');
    const codes = result.diagnostics.map((diagnostic) => diagnostic.code);
    if (code === undefined) return;
    expect(codes).toContain(code);
    const found = result.diagnostics.find((diagnostic) => diagnostic.code === code);
    if (line !== undefined) expect(found?.source.line).toBe(line);
    expect(found?.source.column).toBeGreaterThan(0);
  });
});

describe('large source', () => {
  test('an expression of a megabyte on one line is read and evaluated', () => {
    const terms = Array.from({ length: 250_000 }, () => '1').join(' + ');
    const result = evaluateTexts(`output "sum" {\n  value = ${terms}\n}\n${healthy}`);
    expect(shownOutput(result, 'sum')).toBe(250_000);
  });

  test('a list of a megabyte on one line is read', () => {
    const items = Array.from({ length: 45_000 }, (_, at) => `"item-${at}"`).join(', ');
    const result = evaluateTexts(`output "count" {\n  value = length([${items}])\n}\n${healthy}`);
    expect(shownOutput(result, 'count')).toBe(45_000);
  });

  test('a template of a megabyte on one line is read', () => {
    const result = evaluateTexts(`output "length" {\n  value = length("${'ab${1}'.repeat(160_000)}")\n}\n${healthy}`);
    expect(shownOutput(result, 'length')).toBe(480_000);
  });
});

function shownOutput(result: EvaluatedTexts, name: string): unknown {
  const value = result.outputs.get(name);
  return value === undefined ? undefined : plain(value);
}

describe('broken blocks keep what was read of them', () => {
  test('attributes before the error are there, and the resource tells that more may be missing', () => {
    const result = evaluateTexts(
      'resource "aws_sqs_queue" "q" {\n  name = "x"\n  policy = "${\n}\n\nresource "aws_sqs_queue" "r" {\n  name = "y"\n}\n',
    );
    expect(result.shown('aws_sqs_queue.q', 'name')).toBe('x');
    expect(result.instances[0]?.attributes.open).toBeDefined();
    expect(result.shown('aws_sqs_queue.r', 'name')).toBe('y');
  });

  test('diagnostics tell line and column', () => {
    const { diagnostics } = evaluateTexts('locals {\n  a = [1, 2\n}\n');
    expect(diagnostics).toMatchObject([{ code: 'terraform-syntax', source: { file: 'main.tf', line: 3, column: 1 } }]);
  });
});
