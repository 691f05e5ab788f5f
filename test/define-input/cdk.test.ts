import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseManifest } from '../../src/define/cdk/manifest.ts';
import { importInputs } from '../../src/define/import.ts';
import { readInputs } from '../../src/define/read.ts';
import { shownText } from './shown-text.ts';
import { temporaryFolder } from './temporary-folder.ts';

const fixture = 'test/define-input/fixtures/shop';
const importFrom = async (path: string) => importInputs(await readInputs([path]));

describe('a cloud assembly', async () => {
  const shop = await importFrom(fixture);
  const resource = (id: string) => shop.resources.find((each) => each.id === id);

  test('gives a deployment for each stack of each stage, where and as the manifest says', () => {
    expect(
      shop.deployments.map((each) => [each.id, each.stage, shownText(each.account), shownText(each.region)]),
    ).toEqual([
      ['Audit', undefined, '<account:Audit>', '<region:Audit>'],
      ['Prod/Api', 'Prod', '111122223333', 'eu-west-1'],
      ['Prod/Data', 'Prod', '111122223333', 'eu-west-1'],
      ['Test/Api', 'Test', '<account:Test/Api>', '<region:Test/Api>'],
      ['Test/Data', 'Test', '<account:Test/Api>', '<region:Test/Api>'],
    ]);
  });

  test('makes no noise: no diagnostics, no bootstrap parameter, nothing but the regions assumed', () => {
    expect(shop.diagnostics).toEqual([]);
    expect(shop.deployments.flatMap((each) => each.parameters.map(({ name, given }) => [name, given]))).toEqual([
      ['RetentionDays', 'explicit'],
    ]);
    expect(shop.assumptions.map((each) => each.id)).toEqual(['partition']);
  });

  test('knows construct paths from templates, manifests and side files', () => {
    expect(resource('Prod/Api/Handler886CB40B')?.aliases).toContain('Prod/Api/Handler/Resource');
    expect(resource('Audit/Trail0A7A8B2C')?.aliases).toContain('Audit/Trail/Resource');
    expect(resource('Prod/Data/Orders0B4E1B7F')?.aliases).toContain('Prod/Data/Orders/Resource');
  });

  test('links stacks of a stage by their exports', () => {
    const environment = JSON.stringify(
      [...(resource('Test/Api/Handler886CB40B')?.properties.entries ?? [])],
      (_key, value: unknown) => (value instanceof Map ? [...value] : value),
    );
    expect(environment).toContain('"resource":"Test/Data/Orders0B4E1B7F"');
    expect(environment).not.toContain('Prod/');
  });

  test('opens nested stacks through their asset files', () => {
    expect(resource('Prod/Api/JobsNestedStackJobsNestedStackResource5E2B7A11/Queue4A7E3555')?.type).toBe(
      'AWS::SQS::Queue',
    );
    expect(shop.inputs.map((each) => each.path)).toContain(
      'cdk.out/assembly-Prod/ProdApiJobs8C5E1D2F.nested.template.json',
    );
  });

  test.each(['', '/cdk.out', '/cdk.out/manifest.json'])('has the same ids when it is given as %j', async (path) => {
    const { resources } = await importFrom(fixture + path);
    expect(resources.map((each) => each.id)).toEqual(shop.resources.map((each) => each.id));
  });
});

describe('a damaged assembly', () => {
  function damaged(): string {
    const folder = temporaryFolder();
    cpSync(fixture, folder, { recursive: true });
    return join(folder, 'cdk.out');
  }

  test('without one of its templates', async () => {
    const assembly = damaged();
    rmSync(join(assembly, 'Audit.template.json'));
    const { deployments, diagnostics } = await importFrom(assembly);
    expect(deployments.map((each) => each.id)).not.toContain('Audit');
    expect(diagnostics).toMatchObject([{ code: 'cdk-file-missing', source: { file: 'manifest.json', line: 1 } }]);
    expect(diagnostics[0]?.message).toContain('Audit.template.json');
  });

  test('with a stage that leaves the folder, or is the assembly itself', async () => {
    const assembly = damaged();
    const manifest = readFileSync(join(assembly, 'manifest.json'), 'utf8');
    const changed = manifest
      .replace('"directoryName": "assembly-Prod"', '"directoryName": "../.."')
      .replace('"directoryName": "assembly-Test"', '"directoryName": "."');
    writeFileSync(join(assembly, 'manifest.json'), changed);
    const { deployments, diagnostics } = await importFrom(assembly);
    expect(deployments.map((each) => each.id)).toEqual(['Audit']);
    expect(diagnostics.map((each) => each.code)).toEqual(['path-escape']);
  });

  test('with a manifest that is cut off', async () => {
    const assembly = damaged();
    const manifest = readFileSync(join(assembly, 'manifest.json'), 'utf8');
    writeFileSync(join(assembly, 'manifest.json'), manifest.slice(0, manifest.length / 2));
    const { diagnostics, nothingRead } = await importFrom(assembly);
    expect(diagnostics.map((each) => each.code)).toEqual(['cdk-manifest']);
    expect(nothingRead).toBe(true);
  });
});

describe('manifests', () => {
  test.each([
    ['{', 'it is not valid JSON'],
    ['{"artifacts": {"A": {"type": "aws:cloudformation:stack"}}}', 'the stack A has no properties.templateFile'],
    [
      '{"artifacts": {"A": {"type": "cdk:cloud-assembly", "properties": {}}}}',
      'the stage A has no properties.directoryName',
    ],
  ])('that cannot be used say why: %s', (text, why) => {
    expect(parseManifest(text)).toBe(why);
  });

  test.each(['null', '[]', '{}', '{"artifacts": {"__proto__": {"type": "x"}, "A": 3}}'])(
    'without stacks: %s',
    (text) => {
      expect(parseManifest(text)).toEqual({ stacks: [], nested: [] });
    },
  );

  test('old ones have no display name', () => {
    const text =
      '{"artifacts": {"S": {"type": "aws:cloudformation:stack", "environment": "aws://1/unknown-region", "properties": {"templateFile": "S.json"}}}}';
    expect(parseManifest(text)).toMatchObject({ stacks: [{ displayName: 'S', stackName: 'S' }] });
  });
});
