import { describe, expect, it } from 'vitest';
import { importInputs } from '../../src/define/import.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import { modelOf, reachedFrom } from '../../src/threat-model.ts';
import { testDay } from '../support/model-of-texts.ts';

/** What others are made from, and what is made of it. */
const fleet = `
Resources:
  Shared:
    Type: AWS::Lambda::LayerVersion
    Properties: { LayerName: shared, Content: { S3Bucket: code, S3Key: shared.zip } }
  Orders:
    Type: AWS::Lambda::Function
    Properties: { Runtime: nodejs22.x, Handler: index.handler, Role: !GetAtt Worker.Arn, Code: { S3Bucket: code, S3Key: a.zip }, Layers: [!Ref Shared] }
  Invoices:
    Type: AWS::Lambda::Function
    Properties: { Runtime: nodejs22.x, Handler: index.handler, Role: !GetAtt Worker.Arn, Code: { S3Bucket: code, S3Key: b.zip }, Layers: [!Ref Shared] }
  Alone:
    Type: AWS::Lambda::Function
    Properties: { Runtime: nodejs22.x, Handler: index.handler, Role: !GetAtt Worker.Arn, Code: { S3Bucket: code, S3Key: c.zip } }
  Worker:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
      Policies:
        - PolicyName: own
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: !Sub '\${Files.Arn}/*' }] }
  Files: { Type: AWS::S3::Bucket }
  Image:
    Type: AWS::SSM::Parameter
    Properties: { Name: /images/web, Type: String, Value: ami-0123456789abcdef0 }
  Template:
    Type: AWS::EC2::LaunchTemplate
    Properties: { LaunchTemplateData: { ImageId: 'resolve:ssm:/images/web', InstanceType: t3.micro } }
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties: { MinSize: '1', MaxSize: '2', AvailabilityZones: [eu-west-1a], LaunchTemplate: { LaunchTemplateId: !Ref Template, Version: '$Latest' } }
  Baseline:
    Type: AWS::CloudFormation::StackSet
    Properties: { StackSetName: baseline, PermissionModel: SELF_MANAGED, AdministrationRoleARN: !GetAtt Administration.Arn, TemplateURL: !Sub 'https://\${Files}.s3.amazonaws.com/baseline.yaml' }
  Administration:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: cloudformation.amazonaws.com }, Action: sts:AssumeRole }] }
      Policies:
        - PolicyName: own
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: sts:AssumeRole, Resource: 'arn:aws:iam::*:role/Execution' }] }
  Execution:
    Type: AWS::IAM::Role
    Properties:
      RoleName: Execution
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { AWS: !GetAtt Administration.Arn }, Action: sts:AssumeRole }] }
`;

const analysis = (async () =>
  (await modelOf(importInputs(inputsFromTexts({ 'app.yaml': fleet })), { asOf: testDay })).analysis)();

async function reached(from: string, what: 'identities' | 'workloads' | 'readable') {
  const [radius] = reachedFrom(await analysis, from);
  return radius?.[what].map(({ element, certainty }) => `${certainty}: ${element.replace('app/', '')}`);
}

describe('what others are made from reaches', () => {
  it('every function that runs a layer, and what their roles read, but no other function', async () => {
    expect(await reached('Shared', 'workloads')).toEqual(['conditional: Invoices', 'conditional: Orders']);
    expect(await reached('Shared', 'readable')).toEqual(['conditional: Files']);
  });

  it('the groups that start machines from a template, or from the image that a parameter names', async () => {
    expect(await reached('Template', 'workloads')).toEqual(['conditional: Group']);
    expect(await reached('Image', 'workloads')).toEqual(['conditional: Group']);
  });

  it('the roles through which a stack set deploys, also from the bucket that holds its template', async () => {
    expect(await reached('Baseline', 'identities')).toEqual(['certain: Execution']);
    expect(await reached('Files', 'identities')).toEqual(['conditional: Execution']);
  });

  it('nothing else, where nobody takes anything from it', async () => {
    expect(reachedFrom(await analysis, 'Alone').flatMap(({ workloads }) => workloads)).toEqual([]);
  });
});
