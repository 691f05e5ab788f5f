// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its variables so
import { describe, expect, it } from 'vitest';
import { diagnosed, propertyOf, translated } from './translated.ts';

const codes = (text: string) => [...new Set(translated(text).diagnostics.map((one) => one.code))];
const addresses = (text: string) => translated(text).resources.map((one) => one.address);

describe('syntax errors', () => {
  const broken = `Resources:
  First: {Type: AWS::SNS::Topic}
  Second:
    Type: "AWS::SQS::Queue
    Properties: {}
  Third:
    Type: AWS::S3::Bucket
Outputs:
  O: {Value: x}
`;
  it('leave the readable rest', () => {
    const result = translated(broken);
    expect(result.resources.map((one) => one.address)).toEqual(['First', 'Third']);
    expect([...result.outputs.keys()]).toEqual(['O']);
    expect(diagnosed(result)).toEqual(['yaml-syntax 5:5']);
    expect(result.origins.span(result.resources[1]?.origin ?? (0 as never))).toMatchObject({
      line: 6,
      column: 3,
      endLine: 7,
    });
  });
  it('leave the readable rest of JSON too', () => {
    const json =
      '{\n"Resources": {\n "A": {"Type": "AWS::SNS::Topic"},\n "B": {"Type" "x"},\n "C": {"Type": "AWS::SQS::Queue"}\n}}';
    expect(addresses(json)).toEqual(['A', 'C']);
    expect(codes(json)).toEqual(['yaml-syntax']);
  });
  it('leave the readable rest of JSON that brackets are wrong in', () => {
    const resource = (name: string, more = '') => `    "${name}": {\n      "Type": "AWS::SNS::Topic"${more}\n    }`;
    const members = [resource('A'), resource('B', ', "Properties": {"X": ]}'), resource('C')].join(',\n');
    const json = `{\n  "Resources": {\n${members}\n  },\n  "Outputs": {}\n}`;
    expect(addresses(json)).toEqual(['A', 'C']);
    expect(diagnosed(translated(json))).toEqual(['yaml-syntax 7:54']);
  });
  it.each([
    ['a tab as indentation', 'Resources:\n\tA: {Type: AWS::SNS::Topic}\n'],
    ['nothing', ''],
    ['a list', '- a\n'],
    ['a scalar', 'hello'],
    ['a lone bracket', '{'],
    ['a null byte', 'a: \u0000'],
    ['binary rubbish', '\u0001\u0002\uFFFD{{{['],
    ['half a JSON', '{"Resources": {"A": {"Type": "AWS::SNS::Topic"'],
  ])('of %s are diagnostics with a place, never exceptions', (_, text) => {
    const { diagnostics } = translated(text);
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const { source } of diagnostics) expect(source).toMatchObject({ file: 'app.yaml', line: expect.any(Number) });
  });
});

describe('hostile input', () => {
  it('that is nested 100,000 deep is refused where it is, the rest stays', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const yaml = `Resources:\n  A: {Type: AWS::SNS::Topic}\n  B: {Type: AWS::SQS::Queue, Properties: {X: ${deep}}}\n  C: {Type: AWS::S3::Bucket}\n`;
    expect(codes(yaml)).toEqual(['too-deep']);
    expect(addresses(yaml)).toEqual(['A', 'C']);
    const json = `{"Resources": {"A": {"Type": "AWS::SNS::Topic"}, "B": ${deep}}}`;
    expect(codes(json)).toEqual(['too-deep']);
    expect(addresses(json)).toEqual(['A']);
  });

  it('that explodes through aliases stays small', () => {
    const levels = Array.from(
      { length: 12 },
      (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`,
    );
    const bomb = `a0: &a0 [${Array(9).fill('x').join(', ')}]\n${levels.join('\n')}\nResources:\n  A: {Type: AWS::SNS::Topic, Properties: {X: *a12}}\n`;
    expect(codes(bomb)).toEqual(['alias-limit']);
    expect(addresses(bomb)).toEqual(['A']);
  });

  it('that grows depth through aliases stays shallow', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}]`).join('\n');
    expect(
      codes(`a0: &a0 [x]\n${chain}\nResources:\n  A: {Type: AWS::SNS::Topic, Properties: {X: *a20000}}\n`),
    ).toEqual(['alias-limit']);
  });

  it('allows aliases and merge keys in small amounts', () => {
    const text =
      'X: &x {DisplayName: hi}\nResources:\n  A: {Type: AWS::SNS::Topic, Properties: *x}\n  B: {Type: AWS::SNS::Topic, Properties: {<<: *x, TopicName: t}}\n';
    expect(codes(text)).toEqual([]);
    expect(propertyOf(translated(text), 'B', 'DisplayName')).toMatchObject({ value: 'hi' });
  });

  it('with names that depend on each other ends', () => {
    const text = `Resources:
  A: {Type: AWS::S3::Bucket, Properties: {BucketName: !Ref B}}
  B: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub '\${A}-x'}}
  C: {Type: AWS::S3::Bucket, DependsOn: D}
  D: {Type: AWS::S3::Bucket, DependsOn: C}
  E: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref E}}
`;
    expect(codes(text)).toEqual(['cyclic-reference']);
    expect(addresses(text)).toHaveLength(5);
  });

  it('with a chain of 5,000 references ends without a stack overflow', () => {
    const links = Array.from(
      { length: 5000 },
      (_, at) => `  R${at + 1}: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub '\${R${at}}a'}}`,
    );
    const text = `Resources:\n${links.toReversed().join('\n')}\n  R0: {Type: AWS::S3::Bucket}\n`;
    expect(codes(text)).toEqual(['too-deep']);
    expect(addresses(text)).toHaveLength(5001);
  });

  it('with a chain of 5,000 conditions ends without a stack overflow', () => {
    const links = Array.from({ length: 5000 }, (_, at) => `  C${at + 1}: !Not [!Condition C${at}]`);
    const text = `Conditions:\n${links.toReversed().join('\n')}\n  C0: !Equals [a, !Ref AWS::Region]\nResources:\n  A: {Type: AWS::SNS::Topic, Condition: C5000}\n`;
    expect(codes(text)).toEqual(['too-deep']);
    expect(addresses(text)).toEqual(['A']);
  });

  it('with strings that double each other stays small', () => {
    const links = Array.from(
      { length: 60 },
      (_, at) => `  R${at + 1}: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub '\${R${at}}\${R${at}}'}}`,
    );
    const text = `Resources:\n  R0: {Type: AWS::S3::Bucket, Properties: {BucketName: seed}}\n${links.join('\n')}\n`;
    expect(codes(text)).toEqual(['too-long']);
    expect(addresses(text)).toHaveLength(61);
  });

  it('with loops that multiply stays small', () => {
    const items = `[${Array.from({ length: 60 }, (_, at) => `i${at}`).join(', ')}]`;
    const inner = `'Fn::ForEach::C': [C, ${items}, {'T\${A}\${B}\${C}': {Type: AWS::SNS::Topic}}]`;
    const text = `Resources:\n  'Fn::ForEach::A': [A, ${items}, {'Fn::ForEach::B': [B, ${items}, {${inner}}]}]\n`;
    expect(codes(text)).toEqual(['too-large']);
  });

  it('that includes itself ends', () => {
    const files = { 'x.yaml': 'Fn::Transform: {Name: AWS::Include, Parameters: {Location: x.yaml}}\n' };
    const result = translated(
      'Resources:\n  Fn::Transform: {Name: AWS::Include, Parameters: {Location: x.yaml}}\n  A: {Type: AWS::SNS::Topic}\n',
      { files },
    );
    expect(result.diagnostics.map((one) => one.code)).toEqual(['too-deep']);
    expect(result.resources).toHaveLength(1);
  });

  it('with conditions that combine endlessly ends', () => {
    const parameters = Array.from({ length: 40 }, (_, at) => `  P${at}: {Type: String, Default: a}`).join('\n');
    const or = (at: number) => `!Or [!Equals [!Ref P${at}, x], !Equals [!Ref P${at + 1}, y]]`;
    const conditions = Array.from(
      { length: 39 },
      (_, at) => `  C${at}: ${at === 0 ? or(0) : `!And [!Condition C${at - 1}, ${or(at)}]`}`,
    ).join('\n');
    const text = `Parameters:\n${parameters}\nConditions:\n${conditions}\n  No: !Not [!Condition C38]\nResources:\n  A: {Type: AWS::SNS::Topic, Condition: C38}\n  B: {Type: AWS::SNS::Topic, Condition: No}\n`;
    expect(codes(text)).toEqual([]);
    expect(addresses(text)).toEqual(['A', 'B']);
  });
});
