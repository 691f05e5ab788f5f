import { describe, expect, it } from 'vitest';
import { whyNoPath } from '../../src/threat-model.ts';
import { modelOfTemplate } from '../support/model-of-texts.ts';

const role = (service: string, policies = '') => `
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: ${service} }, Action: sts:AssumeRole }] }${policies}`;

const template = `
Resources:
  Ann:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: own
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - { Effect: Allow, Action: [ssm:StartSession, lambda:UpdateFunctionCode, lambda:InvokeFunction], Resource: '*' }
  MachineRole:${role('ec2.amazonaws.com')}
  SilentRole:${role(
    'ec2.amazonaws.com',
    `
      Policies:
        - PolicyName: agent
          PolicyDocument:
            { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: ssm:UpdateInstanceInformation, Resource: '*' }] }`,
  )}
  MachineProfile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref MachineRole] } }
  SilentProfile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref SilentRole] } }
  Machine: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0123456789abcdef0, IamInstanceProfile: !Ref MachineProfile } }
  Bare: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0123456789abcdef0 } }
  Silent:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      IamInstanceProfile: !Ref SilentProfile
      MetadataOptions: { HttpEndpoint: disabled }
  Signed:
    Type: AWS::Lambda::CodeSigningConfig
    Properties:
      AllowedPublishers: { SigningProfileVersionArns: ['arn:aws:signer:eu-west-1:111122223333:/signing-profiles/p/1'] }
      CodeSigningPolicies: { UntrustedArtifactOnDeployment: Enforce }
  Worker:
    Type: AWS::Lambda::Function
    Properties: { Runtime: nodejs22.x, Handler: index.h, Role: !GetAtt WorkerRole.Arn, Code: { S3Bucket: b, S3Key: k }, CodeSigningConfigArn: !Ref Signed }
  WorkerRole:${role('lambda.amazonaws.com')}
`;

/** What stands against each way for which nothing is missing, and against all of them. */
async function statesBetween(from: string, to: string): Promise<readonly string[]> {
  const { analysis } = await modelOfTemplate(template);
  return whyNoPath(analysis, { from, to }).flatMap(({ ways, states }) => [
    ...ways.flatMap(({ missing, state }) => (missing.length === 0 && state !== undefined ? [state.because] : [])),
    ...states.map(({ because }) => because),
  ]);
}

describe('why there is no path: the state that keeps it from being made is', () => {
  const table: readonly (readonly [from: string, to: string, state: string])[] = [
    ['Ann', 'Machine', 'no role of Machine lets the agent of Systems Manager register (ssm:UpdateInstanceInformation)'],
    [
      'Ann',
      'Bare',
      'Bare has no instance profile: Systems Manager does not manage it, and there are no credentials of a role to take',
    ],
    ['Ann', 'Worker', 'Worker takes signed code only: its code signing configuration enforces signatures'],
    [
      'Silent',
      'SilentRole',
      'the metadata service of Silent is switched off: code there gets no credentials of its role',
    ],
  ];
  for (const [from, to, state] of table)
    it(`from ${from} to ${to}: ${state}`, async () => {
      expect(await statesBetween(from, to)).toContain(state);
    });
});
