// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its variables so
import { describe, expect, it } from 'vitest';
import { describeGuard } from '../../src/model/guard.ts';
import { at } from '../../src/model/value.ts';
import { diagnosed, propertyOf, resourceAt, shown, translated } from './translated.ts';

describe('positions', () => {
  const yaml = `Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub 'x-\${AWS::Region}'
      Tags:
        - Key: a
          Value: b
  Next: {Type: AWS::SNS::Topic}
`;
  const json = `{
  "Resources": {
    "Bucket": {
      "Type": "AWS::S3::Bucket",
      "Properties": {
        "BucketName": {"Fn::Sub": "x"},
        "Tags": [
          {"Key": "a", "Value": "b"}
        ]
      }
    }
  }
}`;
  const place = (source: string, path: readonly (string | number)[] | undefined) => {
    const result = translated(source);
    const bucket = resourceAt(result, 'Bucket');
    const origin = path === undefined ? bucket.origin : at(bucket.properties, ...path)?.origin;
    const span = origin === undefined ? undefined : result.origins.span(origin);
    return span && [span.file, span.line, span.column, span.endLine];
  };

  it.each<readonly [string, readonly (string | number)[] | undefined, readonly number[], readonly number[]]>([
    ['the resource', undefined, [2, 3, 8], [3, 5, 11]],
    ['a property, from its key', ['BucketName'], [5, 7, 5], [6, 9, 6]],
    ['a list, from its key to its end', ['Tags'], [6, 7, 8], [7, 9, 9]],
    ['an item', ['Tags', 0], [7, 11, 8], [8, 11, 8]],
    ['a property of an item', ['Tags', 0, 'Value'], [8, 11, 8], [8, 24, 8]],
  ])('of %s are known in YAML and JSON', (_, path, inYaml, inJson) => {
    expect(place(yaml, path)).toEqual(['app.yaml', ...inYaml]);
    expect(place(json, path)).toEqual(['app.yaml', ...inJson]);
  });
});

describe('attributes of resources', () => {
  const result = translated(`
Resources:
  Plain: {Type: AWS::S3::Bucket}
  Kept: {Type: AWS::S3::Bucket, DeletionPolicy: Retain, UpdateReplacePolicy: Snapshot, DependsOn: [Plain]}
  Cluster: {Type: AWS::RDS::DBCluster, DependsOn: Plain}
  Member: {Type: AWS::RDS::DBInstance, Properties: {DBClusterIdentifier: !Ref Cluster}}
  Alone: {Type: AWS::RDS::DBInstance}
  Traced: {Type: AWS::S3::Bucket, Metadata: {'aws:cdk:path': Stack/Assets/Resource}}
`);
  it.each([
    ['Plain', 'delete', 'delete'],
    ['Kept', 'retain', 'snapshot'],
    ['Cluster', 'snapshot', 'delete'],
    ['Member', 'delete', 'delete'],
    ['Alone', 'snapshot', 'delete'],
  ])('%s: on deletion %s, on replacement %s', (address, onDelete, onReplace) => {
    expect(resourceAt(result, address)).toMatchObject({ onDelete, onReplace });
  });
  it('know what they depend on and what else they are called', () => {
    expect(resourceAt(result, 'Kept').dependsOn).toEqual(['app/Plain']);
    expect(resourceAt(result, 'Cluster').dependsOn).toEqual(['app/Plain']);
    expect(resourceAt(result, 'Traced').aliases).toEqual(['Stack/Assets/Resource']);
    expect(result.diagnostics).toEqual([]);
  });
});

describe('acceptances beside a resource', () => {
  const text = (accept: string) => `Resources:
  B:
    Type: AWS::S3::Bucket
    Metadata:
      Bartizan: {accept: ${accept}}
`;
  const good = '{rule: data/public-read, reason: a website, owner: web@example.com, expires: 2027-01-31}';
  it('are read with their place', () => {
    const { suppressions } = resourceAt(translated(text(`[${good}]`)), 'B');
    expect(suppressions).toMatchObject([
      { rule: 'data/public-read', reason: 'a website', owner: 'web@example.com', expires: '2027-01-31' },
    ]);
  });
  it.each([
    ['[{rule: data/public-read}]', 'invalid-acceptance 5:27'],
    ['[x]', 'invalid-acceptance 5:27'],
    ['x', 'invalid-acceptance 5:26'],
    [`[${good.replace('2027-01-31', 'next year')}]`, 'invalid-acceptance 5:27'],
  ])('%s does not count', (accept, expected) => {
    const result = translated(text(accept));
    expect(diagnosed(result)).toEqual([expected]);
    expect(resourceAt(result, 'B').suppressions).toEqual([]);
  });
});

describe('Fn::ForEach', () => {
  it('makes resources, properties, conditions and outputs', () => {
    const result = translated(`
Transform: AWS::LanguageExtensions
Parameters: {Names: {Type: CommaDelimitedList, Default: 'one,two-2'}}
Conditions:
  'Fn::ForEach::C': [N, [a, b], {'Is\${N}': !Equals [!Ref AWS::Region, !Ref N]}]
Resources:
  'Fn::ForEach::Topics':
    - Name
    - !Ref Names
    - 'Topic&{Name}':
        Type: AWS::SNS::Topic
        Properties:
          TopicName: !Sub 'app-\${Name}'
          'Fn::ForEach::Props': [P, [DisplayName], {'\${P}': !Ref Name}]
  'Fn::ForEach::Outer':
    - X
    - [a, b]
    - 'Fn::ForEach::Inner':
        - Y
        - ['1', '2']
        - 'Queue\${X}\${Y}': {Type: AWS::SQS::Queue, Condition: 'Is\${X}'}
Outputs:
  'Fn::ForEach::Out': [O, [a], {'Q\${O}': {Value: !GetAtt ['Queue\${O}1', Arn]}}]
`);
    expect(result.diagnostics).toEqual([]);
    expect(result.resources.map((one) => one.address)).toEqual([
      'Topicone',
      'Topictwo2',
      'Queuea1',
      'Queuea2',
      'Queueb1',
      'Queueb2',
    ]);
    expect(shown(resourceAt(result, 'Topictwo2').properties)).toBe('{TopicName: app-two-2, DisplayName: two-2}');
    expect(describeGuard(resourceAt(result, 'Queueb2').guard)).toBe('region:app = b');
    expect([...result.outputs.keys()]).toEqual(['Qa']);
  });

  it.each([
    ["'Fn::ForEach::A': [X, !Ref Open, {'T${X}': {Type: AWS::SNS::Topic}}]", 'foreach-unknown'],
    ["'Fn::ForEach::A': [X, [a]]", 'wrong-argument'],
  ])('%s is reported, the rest stays', (loop, code) => {
    const result = translated(`
Parameters: {Open: {Type: CommaDelimitedList}}
Resources:
  ${loop}
  Rest: {Type: AWS::SNS::Topic}
`);
    expect(result.diagnostics.map((one) => one.code)).toEqual([code]);
    expect(result.resources.map((one) => one.address)).toEqual(['Rest']);
  });
});

describe('AWS::Include', () => {
  const text = `
Resources:
  Fn::Transform: {Name: AWS::Include, Parameters: {Location: ./parts/more.yaml}}
  Own:
    Type: AWS::SNS::Topic
    Properties:
      Fn::Transform: {Name: AWS::Include, Parameters: {Location: props.yaml}}
`;
  it('puts local files in, with their own positions', () => {
    const files = { 'parts/more.yaml': 'Extra:\n  Type: AWS::SQS::Queue\n', 'props.yaml': 'DisplayName: hello\n' };
    const result = translated(text, { files });
    expect(result.diagnostics).toEqual([]);
    expect(result.resources.map((one) => one.address)).toEqual(['Extra', 'Own']);
    expect(shown(propertyOf(result, 'Own', 'DisplayName'))).toBe('hello');
    expect(result.origins.span(resourceAt(result, 'Extra').origin)).toMatchObject({ file: 'parts/more.yaml', line: 1 });
  });
  it('says what is not there', () => {
    expect(diagnosed(translated(text))).toEqual(['include-not-local 3:18', 'include-not-local 7:22']);
  });
});

describe('transforms', () => {
  it('of SAM are expanded before anything is resolved', () => {
    const result = translated(`
Transform: AWS::Serverless-2016-10-31
Resources:
  F: {Type: AWS::Serverless::Function, Properties: {InlineCode: x, Handler: index.handler, Runtime: python3.13}}
  P: {Type: AWS::IAM::Policy, Properties: {Roles: [!Ref FRole]}}
`);
    expect(diagnosed(result)).toEqual([]);
    expect(result.resources.map((one) => one.address)).toEqual(['F', 'FRole', 'P']);
  });
  it('by other macros leave unknowns', () => {
    const result = translated(
      'Transform: [Mine]\nResources:\n  A: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Transform {Name: Other, Parameters: {}}}}\n',
    );
    expect(diagnosed(result)).toEqual(['macro-not-supported 1:13', 'macro-not-supported 3:56']);
    expect(propertyOf(result, 'A', 'DisplayName').kind).toBe('unknown');
  });
});

describe('nested stacks', () => {
  const parent = `
Parameters: {Env: {Type: String, Default: dev}}
Conditions: {IsProd: !Equals [!Ref Env, prod]}
Resources:
  Net:
    Type: AWS::CloudFormation::Stack
    Condition: IsProd
    Properties:
      TemplateURL: net/vpc.yaml
      Parameters: {Cidr: 10.0.0.0/16, Stage: !Ref Env, Zones: 'a,b'}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {VpcId: !GetAtt Net.Outputs.VpcId, GroupDescription: !GetAtt Net.Outputs.Label}
`;
  const child = `
Parameters: {Cidr: {Type: String}, Stage: {Type: String}, Zones: {Type: CommaDelimitedList}, Own: {Type: String, Default: x}}
Conditions: {Dev: !Equals [!Ref Stage, dev]}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref Cidr}}
  Zoned: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Select [1, !Ref Zones]}}
  OnlyDev: {Type: AWS::SNS::Topic, Condition: Dev}
Outputs:
  VpcId: {Value: !Ref Vpc}
  Label: {Value: !Sub '\${Stage}-\${Own}'}
`;
  const result = translated(parent, { files: { 'net/vpc.yaml': child } });

  it('give resources under their own address', () => {
    expect(result.diagnostics).toEqual([]);
    expect(result.resources.map((one) => [one.id, one.address])).toEqual([
      ['app/Net', 'Net'],
      ['app/Group', 'Group'],
      ['app/Net/Vpc', 'Net.Vpc'],
      ['app/Net/Zoned', 'Net.Zoned'],
    ]);
    expect(resourceAt(result, 'Net.Vpc').deployment).toBe('app');
  });
  it('get their parameters, hand out their outputs and carry the guard around them', () => {
    expect(shown(propertyOf(result, 'Net.Vpc', 'CidrBlock'))).toBe('10.0.0.0/16');
    expect(shown(propertyOf(result, 'Net.Zoned', 'DisplayName'))).toBe('b');
    expect(shown(propertyOf(result, 'Group', 'VpcId'))).toBe('${name:app/Net/Vpc}');
    expect(shown(propertyOf(result, 'Group', 'GroupDescription'))).toBe('prod-x');
    expect(describeGuard(resourceAt(result, 'Net.Vpc').guard)).toBe('Env = prod');
  });
  it('of other places stay closed', () => {
    const elsewhere = translated(parent.replace('net/vpc.yaml', 'https://s3.amazonaws.com/b/vpc.yaml'));
    expect(diagnosed(elsewhere)).toEqual(['nested-stack-not-local 5:3']);
    expect(elsewhere.resources).toHaveLength(2);
    expect(shown(propertyOf(elsewhere, 'Group', 'VpcId'))).toBe('unknown ${attribute:app/Net.Outputs.VpcId}');
  });
  it('that nest themselves are reported', () => {
    const loop = 'Resources: {S: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: app.yaml}}}';
    expect(diagnosed(translated(loop, { files: { 'app.yaml': loop } }))).toEqual(['cyclic-nesting 1:13']);
  });
  it('are found by the asset path that CDK notes', () => {
    const cdk = `{"Resources": {"N": {"Type": "AWS::CloudFormation::Stack", "Metadata": {"aws:asset:path": "n.json"}, "Properties": {"TemplateURL": {"Fn::Join": ["", ["https://s3.", {"Ref": "AWS::URLSuffix"}]]}}}}}`;
    const files = { 'n.json': '{"Resources": {"T": {"Type": "AWS::SNS::Topic"}}}' };
    expect(translated(cdk, { files }).resources.map((one) => one.address)).toEqual(['N', 'N.T']);
  });
});

describe('exports', () => {
  it('have their resolved name and value', () => {
    const result = translated(
      `
Resources: {T: {Type: AWS::SNS::Topic, Properties: {TopicName: t}}}
Outputs: {A: {Value: !GetAtt T.TopicName, Export: {Name: !Sub '\${AWS::StackName}-t'}}}
`,
      { stackName: 'net' },
    );
    expect(result.exports.map((one) => [one.name, shown(one.value())])).toEqual([[['net-t'], 't']]);
  });
});

describe('broken declarations', () => {
  it.each([
    ['  A: {Properties: {X: 1}}', 'no-type', ['Unknown']],
    ['  A:', 'not-a-mapping', ['Unknown']],
    ['  A: [1]', 'not-a-mapping', ['Unknown']],
    ['  A: {Type: AWS::SNS::Topic, Properties: [1]}', 'not-a-mapping', ['AWS::SNS::Topic']],
    ['  A: {Type: AWS::SNS::Topic, DependsOn: Missing}', 'unknown-reference', ['AWS::SNS::Topic']],
    ['  A: {Type: AWS::SNS::Topic, DeletionPolicy: Never}', 'unknown-policy', ['AWS::SNS::Topic']],
    ['  A: {Type: AWS::SNS::Topic}\n  A: {Type: AWS::SQS::Queue}', 'duplicate-key', ['AWS::SQS::Queue']],
    [
      '  __proto__: {Type: AWS::SNS::Topic}\n  constructor: {Type: AWS::SQS::Queue}',
      undefined,
      ['AWS::SNS::Topic', 'AWS::SQS::Queue'],
    ],
  ])('%j: %s, and the count is right', (resources, code, types) => {
    const result = translated(`Resources:\n${resources}\n`);
    expect(result.diagnostics.map((one) => one.code)).toEqual(code === undefined ? [] : [code]);
    expect(result.resources.map((one) => one.type)).toEqual(types);
  });
});
