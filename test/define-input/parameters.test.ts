import { describe, expect, test } from 'vitest';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import { parseParameters } from '../../src/define/parameters.ts';
import { createOrigins } from '../../src/model/origin.ts';

function parse(text: string) {
  const [input] = inputsFromTexts({}, { parameterFiles: { 'prod.json': text } }).parameterFiles;
  if (input === undefined) throw new Error('no file');
  return parseParameters(input, createOrigins());
}

describe('forms of parameter files', () => {
  test.each([
    ['AWS CLI', '[{"ParameterKey": "Env", "ParameterValue": "prod"}, {"ParameterKey": "Size", "ParameterValue": "3"}]'],
    ['CodePipeline', '{"Parameters": {"Env": "prod", "Size": "3"}, "Tags": {"Team": "x"}}'],
    [
      'input document of the CLI',
      '{"StackName": "s", "Parameters": [{"ParameterKey": "Env", "ParameterValue": "prod"}, {"ParameterKey": "Size", "ParameterValue": "3"}]}',
    ],
    ['plain map', '{"Env": "prod", "Size": 3}'],
    ['list of Key=Value', '["Env=prod", "Size=3"]'],
    ['YAML', 'Env: prod\nSize: 3\n'],
  ])('%s', (_form, text) => {
    expect(parse(text)).toEqual({ values: new Map(Object.entries({ Env: 'prod', Size: '3' })), diagnostics: [] });
  });

  test('lists are joined with commas, as CloudFormation takes them', () => {
    expect(parse('{"Subnets": ["a", "b"]}').values.get('Subnets')).toBe('a,b');
  });

  test('numbers and booleans stay as written', () => {
    expect([...parse('A: 007\nB: true\nC: 1.50\n').values.values()]).toEqual(['007', 'true', '1.50']);
  });

  test('UsePreviousValue leaves the parameter as it is', () => {
    expect(parse('[{"ParameterKey": "Env", "UsePreviousValue": true}]')).toEqual({
      values: new Map(),
      diagnostics: [],
    });
  });

  test('__proto__ is a name like any other', () => {
    expect([...parse('{"__proto__": "x"}').values]).toEqual([['__proto__', 'x']]);
  });
});

describe('what is wrong is told with its place, and without any value', () => {
  test.each([
    ['a value that is a map', '{\n  "Ok": "1",\n  "Secret": {"hunter2": 1}\n}', 'parameter-file', 3],
    ['an item without a key', '[\n  {"ParameterValue": "hunter2"}\n]', 'parameter-file', 2],
    ['an item that is no pair', '[\n  "hunter2"\n]', 'parameter-file', 2],
    ['a file that is a text', 'hunter2', 'parameter-file', 1],
    ['a syntax error', '{"Env": "hunter2', 'yaml-syntax', 1],
  ])('%s', (_what, text, code, line) => {
    const { diagnostics } = parse(text);
    expect(diagnostics[0]).toMatchObject({ code, source: { file: 'parameters/prod.json', line } });
    expect(JSON.stringify(diagnostics)).not.toContain('hunter2');
  });
});
