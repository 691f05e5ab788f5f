import { renameSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importInputs } from '../../src/define/import.ts';
import { type ReadOptions, readInputs } from '../../src/define/read.ts';
import { shownText } from './shown-text.ts';
import { bucketTemplate, temporaryFolder, write } from './temporary-folder.ts';

async function importFrom(paths: readonly string[], options: ReadOptions = {}) {
  return importInputs(await readInputs(paths, options));
}

async function idsOf(paths: readonly string[], options: ReadOptions = {}): Promise<readonly string[]> {
  return (await importFrom(paths, options)).resources.map((resource) => resource.id).sort();
}

const logicalId = fc.constantFrom('Site', 'Orders', 'Queue', 'Key', 'Logs');
const types = ['AWS::S3::Bucket', 'AWS::SQS::Queue', 'AWS::KMS::Key', 'AWS::DynamoDB::Table'];
const template = fc.uniqueArray(fc.tuple(logicalId, fc.constantFrom(...types)), {
  minLength: 1,
  maxLength: 5,
  selector: ([name]) => name,
});
const path = fc.constantFrom('app', 'net', 'infra/app', 'infra/data', 'stacks/eu/app', 'x y/é');
const extension = fc.constantFrom('.yaml', '.json', '.yml', '.template');
/** Templates by path; two never differ in the extension alone. */
const folder = fc
  .uniqueArray(fc.tuple(path, extension, template), { minLength: 1, maxLength: 4, selector: ([stem]) => stem })
  .map((files) => files.map(([stem, end, resources]) => ({ file: stem + end, resources })));

type Resources = readonly (readonly [name: string, type: string])[];

function render(resources: Resources): string {
  return JSON.stringify(
    { Resources: Object.fromEntries(resources.map(([name, type]) => [name, { Type: type }])) },
    null,
    1,
  );
}

function filesOf(folders: readonly { readonly file: string; readonly resources: Resources }[]): Record<string, string> {
  return Object.fromEntries(folders.map(({ file, resources }) => [file, render(resources)]));
}

const few = { numRuns: 25 };

describe('existing ids do not change', () => {
  test('when an unrelated file is added', async () => {
    await fc.assert(
      fc.asyncProperty(folder, template, async (files, more) => {
        const top = temporaryFolder(filesOf(files));
        const before = await idsOf([top]);
        write(top, { 'unrelated/other.yaml': render(more), 'notes.json': '{}', 'bartizan-notes.yaml': 'a: b' });
        expect(await idsOf([top])).toEqual(expect.arrayContaining([...before]));
      }),
      few,
    );
  });

  test('when the folder above gets another name', async () => {
    await fc.assert(
      fc.asyncProperty(folder, async (files) => {
        const top = temporaryFolder();
        write(join(top, 'one'), filesOf(files));
        const before = await importFrom([join(top, 'one')]);
        renameSync(join(top, 'one'), join(top, 'two'));
        const after = await importFrom([join(top, 'two')]);
        expect(after.resources.map((each) => each.id)).toEqual(before.resources.map((each) => each.id));
        expect(after.inputs).toEqual(before.inputs);
      }),
      few,
    );
  });

  test('when the path is written in another way', async () => {
    await fc.assert(
      fc.asyncProperty(folder, async (files) => {
        const top = temporaryFolder(filesOf(files));
        const link = join(temporaryFolder(), 'link');
        symlinkSync(top, link);
        const ways = [top, `${top}/`, `${top}/./x/../`, relative(process.cwd(), top), link];
        const [before, ...others] = await Promise.all(ways.map((way) => importFrom([way])));
        for (const other of others) {
          expect(other.resources).toEqual(before?.resources);
          expect(other.diagnostics).toEqual(before?.diagnostics);
          expect(other.inputs).toEqual(before?.inputs);
        }
      }),
      few,
    );
  });

  test('when files are given one by one, in any order, below a bartizan.yaml', async () => {
    await fc.assert(
      fc.asyncProperty(folder, fc.func(fc.nat()), async (files, rank) => {
        const top = temporaryFolder({ ...filesOf(files), 'bartizan.yaml': '' });
        const single = files.map(({ file }) => join(top, file)).sort((a, b) => rank(a) - rank(b));
        const [whole, apart] = await Promise.all([importFrom([top]), importFrom(single)]);
        expect(apart.resources).toEqual(whole.resources);
        expect(apart.inputs).toEqual(whole.inputs);
      }),
      few,
    );
  });

  test('when the keys of a template are in another order', async () => {
    await fc.assert(
      fc.asyncProperty(template, fc.nat(), async (resources, turn) => {
        const turned = [
          ...resources.slice(turn % resources.length),
          ...resources.slice(0, turn % resources.length),
        ].reverse();
        const before = await idsOf([temporaryFolder({ 'app.yaml': render(resources) })]);
        expect(await idsOf([temporaryFolder({ 'app.yaml': render(turned) })])).toEqual(before);
      }),
      few,
    );
  });

  test('when a template is deployed a second time', async () => {
    await fc.assert(
      fc.asyncProperty(template, async (resources) => {
        const one = 'deployments:\n  - {name: shop, template: infra/app.yaml}\n';
        const top = temporaryFolder({ 'bartizan.yaml': one, 'infra/app.yaml': render(resources) });
        const before = await idsOf([top]);
        expect(before.every((each) => each.startsWith('shop/'))).toBe(true);
        write(top, { 'bartizan.yaml': `${one}  - {name: shop-two, template: infra/app.yaml}\n` });
        const after = await idsOf([top]);
        expect(after).toEqual(expect.arrayContaining([...before]));
        expect(after.length).toBe(2 * before.length);
      }),
      few,
    );
  });

  test('when context is added, whatever it is called', async () => {
    await fc.assert(
      fc.asyncProperty(folder, folder, async (files, others) => {
        const top = temporaryFolder();
        write(join(top, 'a'), filesOf(files));
        write(join(top, 'b'), filesOf(others));
        const before = await importFrom([join(top, 'a')]);
        const after = await importFrom([join(top, 'a')], { context: [join(top, 'b')] });
        expect(after.resources.slice(0, before.resources.length).map((each) => each.id)).toEqual(
          before.resources.map((each) => each.id),
        );
        expect(after.deployments.filter((each) => each.role === 'context').length).toBe(others.length);
        expect(new Set(after.resources.map((each) => each.id)).size).toBe(after.resources.length);
      }),
      few,
    );
  });
});

describe('one template with two parameter files', () => {
  const app = `Parameters: {Env: {Type: String}}\n${bucketTemplate()}`;

  test('is two systems that share no id and no account', async () => {
    const top = temporaryFolder({ 'app.yaml': app, 'dev.json': '{"Env": "dev"}', 'prod.json': '{"Env": "prod"}' });
    const parameters = ['dev.json', 'prod.json'].map((file) => join(top, file));
    const { deployments, resources } = await importFrom([join(top, 'app.yaml')], { parameters });
    expect(deployments.map((each) => each.id)).toEqual(['app@dev', 'app@prod']);
    expect(resources.map((each) => each.id)).toEqual(['app@dev/Bucket', 'app@prod/Bucket']);
    expect(new Set(deployments.map((each) => shownText(each.account))).size).toBe(2);
    expect(deployments.map((each) => each.parameters[0]?.value)).toEqual(['dev', 'prod']);
  });

  test('stays two systems when their stacks import from each other', async () => {
    const net = 'Resources: {Vpc: {Type: AWS::EC2::VPC}}\nOutputs: {V: {Value: !Ref Vpc, Export: {Name: vpc}}}\n';
    const uses = 'Resources: {G: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !ImportValue vpc}}}\n';
    const top = temporaryFolder({ 'in/net.yaml': net, 'in/uses.yaml': uses, 'dev.json': '{}', 'prod.json': '{}' });
    const parameters = ['dev.json', 'prod.json'].map((file) => join(top, file));
    const { deployments, resources } = await importFrom([join(top, 'in')], { parameters });
    const accounts = new Map(deployments.map((each) => [each.id as string, shownText(each.account)]));
    expect(accounts.get('net@dev')).toBe(accounts.get('uses@dev'));
    expect(accounts.get('net@prod')).toBe(accounts.get('uses@prod'));
    expect(accounts.get('net@dev')).not.toBe(accounts.get('net@prod'));
    const group = resources.find((each) => each.id === 'uses@prod/G');
    expect(group?.properties.entries.get('VpcId')).toMatchObject({ refs: [{ resource: 'net@prod/Vpc' }] });
  });

  test('Key=Value changes no name and goes before the file', async () => {
    const top = temporaryFolder({ 'app.yaml': app, 'dev.json': '{"Env": "dev"}' });
    const plain = await importFrom([join(top, 'app.yaml')], { parameters: ['Env=test'] });
    expect(plain.resources.map((each) => each.id)).toEqual(['app/Bucket']);
    const both = await importFrom([join(top, 'app.yaml')], { parameters: ['Env=test', join(top, 'dev.json')] });
    expect(both.deployments.map((each) => [each.id, each.parameters[0]?.value])).toEqual([['app@dev', 'test']]);
  });

  test('files of one name are told apart by their folders', async () => {
    const top = temporaryFolder({ 'app.yaml': app, 'eu/prod.json': '{"Env": "a"}', 'us/prod.json': '{"Env": "b"}' });
    const parameters = ['eu/prod.json', 'us/prod.json'].map((file) => join(top, file));
    const { deployments } = await importFrom([join(top, 'app.yaml')], { parameters });
    expect(deployments.map((each) => each.id)).toEqual(['app@eu/prod', 'app@us/prod']);
  });
});

describe('names', () => {
  test.each([
    ['app.yaml', 'app'],
    ['stacks/app.template.json', 'stacks/app'],
    ['app.template', 'app'],
    ['app.cfn.yaml', 'app.cfn'],
    ['a.b/c.yml', 'a.b/c'],
  ])('%s is deployed as %s', async (file, name) => {
    const { deployments } = await importFrom([temporaryFolder({ [file]: bucketTemplate() })]);
    expect(deployments.map((each) => each.id)).toEqual([name]);
  });

  test('keep the extension where nothing else tells two apart', async () => {
    const top = temporaryFolder({
      'a.yaml': bucketTemplate(),
      'a.json': '{"Resources": {"B": {"Type": "AWS::S3::Bucket"}}}',
      'b.yaml': bucketTemplate(),
    });
    expect(await idsOf([top])).toEqual(['a.json/B', 'a.yaml/Bucket', 'b/Bucket']);
  });

  test('of two inputs get as many parent folders as needed, and the user is told', async () => {
    const top = temporaryFolder({ 'x/infra/app.yaml': bucketTemplate(), 'y/infra/app.yaml': bucketTemplate() });
    const { resources, diagnostics } = await importFrom([join(top, 'x/infra'), join(top, 'y/infra')]);
    expect(resources.map((each) => each.id)).toEqual(['x/infra/app/Bucket', 'y/infra/app/Bucket']);
    expect(diagnostics.map(({ code, level }) => [code, level])).toEqual([
      ['same-name', 'info'],
      ['same-name', 'info'],
    ]);
    expect(diagnostics[0]?.message).toContain('bartizan.yaml');
  });

  test('that a nested stack claims too are told', async () => {
    const outer = 'Resources: {N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./inner/n.yaml}}}\n';
    const top = temporaryFolder({
      'app.yaml': outer,
      'inner/n.yaml': bucketTemplate(),
      'app/N.yaml': bucketTemplate(),
    });
    const { resources, diagnostics } = await importFrom([top]);
    expect(resources.map((each) => each.id)).toEqual(['app/N', 'app/N/Bucket']);
    expect(diagnostics.map((each) => each.code)).toEqual(['duplicate-id']);
  });
});
