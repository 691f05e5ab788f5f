import { describe, expect, test } from 'vitest';
import { importInputs } from '../../src/define/import.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import { shownText } from './shown-text.ts';
import { bucketTemplate } from './temporary-folder.ts';

const net = 'Resources: {Vpc: {Type: AWS::EC2::VPC}}\nOutputs: {V: {Value: !Ref Vpc, Export: {Name: vpc}}}\n';
const uses = 'Resources: {G: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !ImportValue vpc}}}\n';

function imported(texts: Readonly<Record<string, string>>, context: Readonly<Record<string, string>> = {}) {
  const result = importInputs(inputsFromTexts(texts, { context }));
  const standing = result.deployments.map((each) => [
    each.id as string,
    shownText(each.account),
    shownText(each.region),
  ]);
  const group = result.resources.find((each) => each.type === 'AWS::EC2::SecurityGroup');
  return { ...result, standing, vpc: group?.properties.entries.get('VpcId') };
}

describe('accounts and regions', () => {
  test('of unrelated deployments are never the same', () => {
    expect(imported({ 'a.yaml': bucketTemplate(), 'b.yaml': bucketTemplate() }).standing).toEqual([
      ['a', '<account:a>', '<region:a>'],
      ['b', '<account:b>', '<region:b>'],
    ]);
  });

  test('of deployments that import from each other are the same, named after the smallest', () => {
    expect(imported({ 'uses.yaml': uses, 'net.yaml': net, 'other.yaml': bucketTemplate() }).standing).toEqual([
      ['net', '<account:net>', '<region:net>'],
      ['other', '<account:other>', '<region:other>'],
      ['uses', '<account:net>', '<region:net>'],
    ]);
  });

  test('are passed on from the one that gives them', () => {
    const yaml = "deployments:\n  - {name: net, account: '111122223333', region: eu-west-1}\n";
    expect(imported({ 'bartizan.yaml': yaml, 'uses.yaml': uses, 'net.yaml': net }).standing).toEqual([
      ['net', '111122223333', 'eu-west-1'],
      ['uses', '111122223333', 'eu-west-1'],
    ]);
  });

  test('that the user names are one account, and none of a deployment with that name', () => {
    const yaml = 'deployments:\n  - {name: a, account: c}\n  - {name: b, account: c}\n';
    const texts = {
      'bartizan.yaml': yaml,
      'a.yaml': bucketTemplate(),
      'b.yaml': bucketTemplate(),
      'c.yaml': bucketTemplate(),
    };
    expect(imported(texts).standing.map(([, account]) => account)).toEqual([
      '<named-account:c>',
      '<named-account:c>',
      '<account:c>',
    ]);
  });

  test('are shared by what is declared together for one stage', () => {
    const line = (name: string, template: string, stage: string) =>
      `  - {name: ${name}, template: ${template}.yaml, stage: ${stage}}\n`;
    const yaml = `deployments:\n${line('app-dev', 'app', 'dev')}${line('app-prod', 'app', 'prod')}${line('net-dev', 'net', 'dev')}${line('net-prod', 'net', 'prod')}`;
    const { standing } = imported({ 'bartizan.yaml': yaml, 'app.yaml': bucketTemplate(), 'net.yaml': net });
    expect(standing.map(([name, account]) => [name, account])).toEqual([
      ['app-dev', '<account:app-dev>'],
      ['app-prod', '<account:app-prod>'],
      ['net-dev', '<account:app-dev>'],
      ['net-prod', '<account:app-prod>'],
    ]);
  });

  test('are not shared by copies of one template that nothing tells apart', () => {
    const yaml = 'deployments:\n  - {name: one, template: app.yaml}\n  - {name: two, template: app.yaml}\n';
    const { standing } = imported({ 'bartizan.yaml': yaml, 'app.yaml': bucketTemplate() });
    expect(standing.map(([, account]) => account)).toEqual(['<account:one>', '<account:two>']);
  });

  test.each([
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['eu-west-1', 'aws'],
  ])('the region %s is in the partition %s', (region, partition) => {
    const { deployments, assumptions } = imported({
      'bartizan.yaml': `deployments: [{name: a, region: ${region}}]`,
      'a.yaml': bucketTemplate(),
    });
    expect(deployments[0]?.partition).toEqual([partition]);
    expect(assumptions).toEqual([]);
  });

  test('without a region the partition is an assumption', () => {
    expect(imported({ 'a.yaml': bucketTemplate() }).assumptions.map((each) => each.settledBy)).toEqual([
      'the region of each deployment in bartizan.yaml',
    ]);
  });
});

describe('imports', () => {
  test('give what the other deployment exports', () => {
    expect(imported({ 'net.yaml': net, 'uses.yaml': uses }).vpc).toMatchObject({
      refs: [{ resource: 'net/Vpc', attribute: 'Ref' }],
    });
  });

  test('are served by context too', () => {
    const { vpc, deployments } = imported({ 'uses.yaml': uses }, { 'net.yaml': net });
    expect(vpc).toMatchObject({ refs: [{ resource: 'net/Vpc', attribute: 'Ref' }] });
    expect(deployments.map((each) => [each.id, each.role])).toEqual([
      ['uses', 'subject'],
      ['net', 'context'],
    ]);
  });

  test('that nobody serves are holes that name the input which would settle them', () => {
    const { vpc } = imported({ 'uses.yaml': uses });
    expect(JSON.stringify(vpc)).toContain('"kind":"import"');
    expect(JSON.stringify(vpc)).toMatch(/settledBy":"[^"]*context[^"]*vpc/);
  });

  test('that several could serve stay open, and the user is asked', () => {
    const { vpc, diagnostics } = imported({ 'net.yaml': net, 'net2.yaml': net, 'uses.yaml': uses });
    expect(JSON.stringify(vpc)).toContain('"kind":"import"');
    expect(diagnostics).toMatchObject([{ code: 'ambiguous-export', source: { file: 'uses.yaml' } }]);
  });

  test('are served from the same stage', () => {
    const yaml = ['dev', 'prod'].flatMap((stage) =>
      ['net', 'uses'].map((name) => `  - {name: ${name}-${stage}, template: ${name}.yaml, stage: ${stage}}\n`),
    );
    const { resources, diagnostics } = imported({
      'bartizan.yaml': `deployments:\n${yaml.join('')}`,
      'net.yaml': net,
      'uses.yaml': uses,
    });
    const vpcs = resources.filter((each) => each.address === 'G').map((each) => each.properties.entries.get('VpcId'));
    expect(vpcs).toMatchObject([{ refs: [{ resource: 'net-dev/Vpc' }] }, { refs: [{ resource: 'net-prod/Vpc' }] }]);
    expect(diagnostics).toEqual([]);
  });

  test('never cross accounts or regions', () => {
    const yaml = 'deployments:\n  - {name: net, region: eu-west-1}\n  - {name: uses, region: us-east-1}\n';
    expect(JSON.stringify(imported({ 'bartizan.yaml': yaml, 'net.yaml': net, 'uses.yaml': uses }).vpc)).toContain(
      '"kind":"import"',
    );
  });

  test('by stack name are linked once the stack has a name, and until then the user is told', () => {
    const named = (front: string) => `{'Fn::Join': ['-', [!Ref ${front}, vpc]]}`;
    const byStack = net.replace('Name: vpc', `Name: ${named("'AWS::StackName'")}`);
    const importer = `Parameters: {Net: {Type: String, Default: core}}\n${uses.replace('!ImportValue vpc', `!ImportValue ${named('Net')}`)}`;
    const texts = { 'net.yaml': byStack, 'uses.yaml': importer };
    const before = imported(texts);
    expect(before.diagnostics).toMatchObject([{ code: 'import-not-linked', source: { file: 'uses.yaml' } }]);
    const after = imported({ ...texts, 'bartizan.yaml': 'deployments: [{name: net, stack: core}]' });
    expect(after.vpc).toMatchObject({ refs: [{ resource: 'net/Vpc' }] });
    expect(after.diagnostics).toEqual([]);
  });

  test('in a circle end', () => {
    const a =
      'Resources: {A: {Type: AWS::S3::Bucket, Properties: {BucketName: !ImportValue b}}}\nOutputs: {O: {Value: !ImportValue b, Export: {Name: a}}}\n';
    const b = 'Resources: {B: {Type: AWS::S3::Bucket}}\nOutputs: {O: {Value: !ImportValue a, Export: {Name: b}}}\n';
    expect(imported({ 'a.yaml': a, 'b.yaml': b }).resources.map((each) => each.id)).toEqual(['a/A', 'b/B']);
  });
});

describe('nested stacks', () => {
  const outer = (url: string) =>
    `Resources: {N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${url}}}}\n`;

  test('found in the folder are no deployments of their own', () => {
    const { resources, skipped } = imported({ 'app.yaml': outer('./parts/n.yaml'), 'parts/n.yaml': bucketTemplate() });
    expect(resources.map((each) => each.id)).toEqual(['app/N', 'app/N/Bucket']);
    expect(skipped).toEqual([{ path: 'parts/n.yaml', why: 'it is deployed as a nested stack of app.yaml' }]);
  });

  test('that nest each other stay, and the circle is told', () => {
    const { deployments, diagnostics } = imported({ 'a.yaml': outer('b.yaml'), 'b.yaml': outer('a.yaml') });
    expect(deployments.map((each) => each.id)).toEqual(['a', 'b']);
    expect(diagnostics.length).toBeGreaterThan(0);
  });

  test('outside the input are not read', () => {
    const { diagnostics } = imported({ 'app.yaml': `\n${outer('../../etc/passwd')}` });
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'path-escape', source: expect.objectContaining({ file: 'app.yaml', line: 2 }) }),
    );
  });
});
