import { describe, expect, it } from 'vitest';
import { at, textOf } from '../../src/model/value.ts';
import { resourceAt, translated } from '../cloudformation/translated.ts';
import { transformed } from './transformed.ts';

const head = 'Transform: AWS::Serverless-2016-10-31\n';
const code = 'InlineCode: x, Handler: index.handler, Runtime: python3.13';

function ids(text: string): readonly string[] {
  return Object.keys(transformed(head + text).resources);
}

function codes(text: string): readonly string[] {
  return translated(head + text).diagnostics.map(({ code: name, source }) => `${name} ${source.line}`);
}

describe('what each resource becomes', () => {
  it.each([
    ['a function', `F: {Type: AWS::Serverless::Function, Properties: {${code}}}`, ['F', 'FRole']],
    [
      'a function with a role of its own',
      `F: {Type: AWS::Serverless::Function, Properties: {${code}, Role: "arn:aws:iam::1:role/r"}}`,
      ['F'],
    ],
    [
      'a function with a public URL',
      `F: {Type: AWS::Serverless::Function, Properties: {${code}, FunctionUrlConfig: {AuthType: NONE}}}`,
      ['F', 'FUrl', 'FUrlPublicPermissions', 'FURLInvokeAllowPublicAccess', 'FRole'],
    ],
    [
      'a function with a URL for AWS principals',
      `F: {Type: AWS::Serverless::Function, Properties: {${code}, FunctionUrlConfig: {AuthType: AWS_IAM}}}`,
      ['F', 'FUrl', 'FRole'],
    ],
    ['a table', 'T: {Type: AWS::Serverless::SimpleTable}', ['T']],
    ['an HTTP API', 'A: {Type: AWS::Serverless::HttpApi}', ['A', 'AApiGatewayDefaultStage']],
    [
      'a state machine',
      'S: {Type: AWS::Serverless::StateMachine, Properties: {Definition: {StartAt: A, States: {}}}}',
      ['SRole', 'S'],
    ],
    ['a resource of CloudFormation', 'Q: {Type: AWS::SQS::Queue}', ['Q']],
  ])('%s', (_what, resource, expected) => {
    expect(ids(`Resources:\n  ${resource}\n`)).toEqual(expected);
  });

  it('names versions, layers and deployments by their content', () => {
    const made = ids(`Resources:
  F: {Type: AWS::Serverless::Function, Properties: {CodeUri: "s3://sam-demo-bucket/hello.zip", Handler: h, Runtime: python3.13, AutoPublishAlias: live}}
  L: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: "s3://bucket/key"}}
  A: {Type: AWS::Serverless::Api, Properties: {StageName: prod}}
`);
    expect(made).toContain('FVersion640128d35d');
    expect(made.filter((name) => /^(L|ADeployment)[0-9a-f]{10}$/.test(name))).toHaveLength(2);
    expect(made).toContain('AprodStage');
  });
});

describe('events', () => {
  it.each([
    ['Api', '{Path: /x, Method: get}', 'FEPermissionProd'],
    ['HttpApi', '{Path: /x, Method: get}', 'FEPermission'],
    ['S3', '{Bucket: !Ref B, Events: "s3:ObjectCreated:*"}', 'FEPermission'],
    ['SNS', '{Topic: "arn:aws:sns:eu-west-1:1:t"}', 'FE'],
    ['SQS', '{Queue: "arn:aws:sqs:eu-west-1:1:q"}', 'FE'],
    ['Kinesis', '{Stream: "arn:aws:kinesis:eu-west-1:1:stream/s", StartingPosition: LATEST}', 'FE'],
    ['Schedule', '{Schedule: rate(1 hour)}', 'FE'],
    ['ScheduleV2', '{ScheduleExpression: rate(1 hour)}', 'FERole'],
    ['EventBridgeRule', '{Pattern: {source: [aws.ec2]}}', 'FE'],
    ['CloudWatchLogs', '{LogGroupName: g, FilterPattern: ""}', 'FE'],
    ['IoTRule', '{Sql: SELECT 1}', 'FE'],
    ['AlexaSkill', '{}', 'FEPermission'],
    ['Cognito', '{UserPool: !Ref P, Trigger: PreSignUp}', 'FCognitoPermission'],
  ])('%s', (type, properties, expected) => {
    const text = `Resources:
  B: {Type: AWS::S3::Bucket}
  P: {Type: AWS::Cognito::UserPool}
  F: {Type: AWS::Serverless::Function, Properties: {${code}, Events: {E: {Type: ${type}, Properties: ${properties}}}}}
`;
    const result = transformed(head + text);
    expect(result.diagnostics).toEqual([]);
    expect(Object.keys(result.resources)).toContain(expected);
  });

  it('that name no API share one, which exists when one of their functions does', () => {
    const result = transformed(`${head}Conditions: {A: !Equals [1, 1], B: !Equals [1, 2]}
Resources:
  F: {Type: AWS::Serverless::Function, Condition: A, Properties: {${code}, Events: {E: {Type: Api, Properties: {Path: /f, Method: get}}}}}
  G: {Type: AWS::Serverless::Function, Condition: B, Properties: {${code}, Events: {E: {Type: Api, Properties: {Path: /g, Method: get}}}}}
`);
    expect(result.resources.ServerlessRestApi).toMatchObject({ Condition: 'ServerlessRestApiCondition' });
    expect(result.template.Conditions).toMatchObject({
      ServerlessRestApiCondition: { 'Fn::Or': [{ Condition: 'A' }, { Condition: 'B' }] },
    });
  });
});

describe('roles', () => {
  const role = (properties: string) =>
    transformed(`${head}Resources:\n  F: {Type: AWS::Serverless::Function, Properties: {${code}, ${properties}}}\n`)
      .resources.FRole?.Properties;

  it('have AWS-managed policies by name, with their path', () => {
    expect(role('Policies: [AmazonS3FullAccess, AWSLambdaRole, MyOwn]')?.ManagedPolicyArns).toEqual([
      'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
      'arn:aws:iam::aws:policy/AmazonS3FullAccess',
      'arn:aws:iam::aws:policy/service-role/AWSLambdaRole',
      'MyOwn',
    ]);
  });

  it('have policy templates filled with their parameters', () => {
    expect(role('Policies: [{SQSPollerPolicy: {QueueName: !GetAtt Q.QueueName}}]')?.Policies).toMatchObject([
      {
        PolicyName: 'FRolePolicy0',
        PolicyDocument: {
          Statement: [
            {
              Resource: {
                'Fn::Sub': [
                  'arn:$' + '{AWS::Partition}:sqs:$' + '{AWS::Region}:$' + '{AWS::AccountId}:$' + '{queueName}',
                  { queueName: { 'Fn::GetAtt': 'Q.QueueName' } },
                ],
              },
            },
          ],
        },
      },
    ]);
  });

  it('have what tracing, a VPC and a dead-letter queue need', () => {
    const made = role('Tracing: Active, VpcConfig: {SubnetIds: [s]}, DeadLetterQueue: {Type: SQS, TargetArn: "arn:q"}');
    expect(made?.ManagedPolicyArns).toHaveLength(3);
    expect(made?.Policies).toMatchObject([{ PolicyName: 'DeadLetterQueuePolicy' }]);
  });
});

describe('Globals', () => {
  it('are merged: maps by key, lists one after the other, the rest by what the resource says', () => {
    const { resources } = transformed(`${head}Globals:
  Function: {Runtime: python3.12, Timeout: 3, Environment: {Variables: {A: 1, B: 2}}, Layers: [one]}
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: h, Timeout: 9, Environment: {Variables: {B: 3}}, Layers: [two]}
`);
    expect(resources.F?.Properties).toMatchObject({
      Runtime: 'python3.12',
      Timeout: 9,
      Environment: { Variables: { A: 1, B: 3 } },
      Layers: ['one', 'two'],
    });
  });

  it('can be ignored', () => {
    const { resources } = transformed(`${head}Globals: {Function: {Timeout: 3, MemorySize: 256}}
Resources:
  F: {Type: AWS::Serverless::Function, IgnoreGlobals: [Timeout], Properties: {${code}}}
`);
    expect(resources.F?.Properties).toMatchObject({ MemorySize: 256 });
    expect(resources.F?.Properties).not.toHaveProperty('Timeout');
  });
});

describe('references to what the transform makes', () => {
  it('lead to the made logical ids', () => {
    const { template, resources } = transformed(`${head}Resources:
  L: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: "s3://bucket/key"}}
  F: {Type: AWS::Serverless::Function, Properties: {${code}, AutoPublishAlias: live, Layers: [!Ref L]}}
Outputs:
  A: {Value: !Ref F.Alias}
  B: {Value: !GetAtt F.Alias.Name}
  C: {Value: !Sub "x-\${F.Alias}"}
`);
    const layer = Object.keys(resources).find((name) => name.startsWith('L'));
    expect(resources.F?.Properties).toMatchObject({ Layers: [{ Ref: layer }] });
    expect(template.Outputs).toEqual({
      A: { Value: { Ref: 'FAliaslive' } },
      B: { Value: { 'Fn::GetAtt': ['FAliaslive', 'Name'] } },
      C: { Value: { 'Fn::Sub': `x-$\{FAliaslive}` } },
    });
  });
});

describe('connectors', () => {
  it('become a policy on the role of the end that acts', () => {
    const { resources, diagnostics } = transformed(`${head}Resources:
  F: {Type: AWS::Serverless::Function, Properties: {${code}}, Connectors: {C: {Properties: {Destination: {Id: T}, Permissions: [Read]}}}}
  T: {Type: AWS::Serverless::SimpleTable}
`);
    expect(diagnostics).toEqual([]);
    expect(resources.FCPolicy).toMatchObject({
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: { Roles: [{ Ref: 'FRole' }] },
    });
    expect(resources.F).not.toHaveProperty('Connectors');
  });
});

describe('through the importer', () => {
  const text = `${head}Parameters:
  Stage: {Type: String, Default: dev}
Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties:
      ${code.split(', ').join('\n      ')}
      MemorySize: 512
      Environment: {Variables: {STAGE: !Ref Stage}}
      Events:
        Call:
          Type: Api
          Properties: {Path: /work, Method: post}
`;

  it('generated resources stand at the line that causes them', () => {
    const result = translated(text, { file: 'template.yaml' });
    const line = (address: string) => result.origins.span(resourceAt(result, address).origin)?.line;
    expect(result.diagnostics).toEqual([]);
    expect([line('Work'), line('WorkRole'), line('WorkCallPermissionProd')]).toEqual([5, 5, 14]);
    const memory = at(resourceAt(result, 'Work').properties, 'MemorySize');
    expect(memory && result.origins.span(memory.origin)?.line).toBe(11);
  });

  it('properties keep their functions: a default stays a default', () => {
    const variable = at(resourceAt(translated(text), 'Work').properties, 'Environment', 'Variables', 'STAGE');
    expect(variable && textOf(variable)).toEqual(['dev']);
    expect(variable?.defaults).toEqual(['Stage']);
  });

  it('loops among resources are written out before', () => {
    const result = translated(`Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Resources:
  Fn::ForEach::Workers:
    - Name
    - [A, B]
    - Work\${Name}: {Type: AWS::Serverless::Function, Properties: {${code}}}
`);
    expect(result.resources.map(({ address }) => address)).toEqual(['WorkA', 'WorkARole', 'WorkB', 'WorkBRole']);
  });

  it('an application beside the template is a nested stack', () => {
    const result = translated(
      `${head}Resources:\n  App: {Type: AWS::Serverless::Application, Properties: {Location: inner.yaml}}\n`,
      {
        files: { 'inner.yaml': `${head}Resources:\n  F: {Type: AWS::Serverless::Function, Properties: {${code}}}\n` },
      },
    );
    expect(result.resources.map(({ address }) => address)).toEqual(['App', 'App.F', 'App.FRole']);
  });
});

describe('faults are told with their line, and the rest is still there', () => {
  it.each([
    [
      'an unknown property',
      `F: {Type: AWS::Serverless::Function, Properties: {${code}, Memory: 1}}`,
      'sam-unknown-property 3',
    ],
    ['an unknown type', 'F: {Type: AWS::Serverless::Funktion}', 'sam-unknown-type 3'],
    [
      'an unknown policy template',
      `F: {Type: AWS::Serverless::Function, Properties: {${code}, Policies: [{NoPolicy: {}}]}}`,
      'sam-invalid-property 3',
    ],
    [
      'a missing parameter',
      `F: {Type: AWS::Serverless::Function, Properties: {${code}, Policies: [{SQSPollerPolicy: {}}]}}`,
      'sam-missing-property 3',
    ],
    [
      'an unknown event',
      `F: {Type: AWS::Serverless::Function, Properties: {${code}, Events: {E: {Type: Nothing}}}}`,
      'sam-unknown-event 3',
    ],
    [
      'an unknown connection',
      `C: {Type: AWS::Serverless::Connector, Properties: {Source: {Id: T}, Destination: {Id: T}, Permissions: [Read]}}\n  T: {Type: AWS::SNS::Topic}`,
      'sam-unsupported-connector 3',
    ],
  ])('%s', (_what, resource, expected) => {
    expect(codes(`Resources:\n  ${resource}\n  Rest: {Type: AWS::SQS::Queue}\n`)).toEqual([expected]);
  });

  it('a resource of SAM without the transform is expanded all the same', () => {
    const result = translated(`Resources:\n  F: {Type: AWS::Serverless::Function, Properties: {${code}}}\n`);
    expect(result.diagnostics.map(({ code: name }) => name)).toEqual(['sam-transform-missing']);
    expect(result.resources.map(({ address }) => address)).toEqual(['F', 'FRole']);
  });
});
