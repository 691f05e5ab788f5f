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
              - { Effect: Allow, Action: [ec2-instance-connect:SendSSHPublicKey, ec2:DescribeInstances], Resource: '*' }
              - { Effect: Allow, Action: [ecs:ExecuteCommand, ecs:DescribeTasks], Resource: '*' }
              - { Effect: Allow, Action: iam:CreateAccessKey, Resource: !GetAtt TwoKeys.Arn }
              - { Effect: Allow, Action: iam:CreateLoginProfile, Resource: !GetAtt SignsIn.Arn }
  TwoKeys: { Type: AWS::IAM::User }
  FirstKey: { Type: AWS::IAM::AccessKey, Properties: { UserName: !Ref TwoKeys } }
  SecondKey: { Type: AWS::IAM::AccessKey, Properties: { UserName: !Ref TwoKeys } }
  SignsIn: { Type: AWS::IAM::User, Properties: { LoginProfile: { Password: '{{resolve:secretsmanager:password}}' } } }
  Net: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Inside: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Net, CidrBlock: 10.0.0.0/24 } }
  Hidden: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0123456789abcdef0, SubnetId: !Ref Inside, IamInstanceProfile: !Ref MachineProfile } }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { TaskRoleArn: !GetAtt TaskRole.Arn, ContainerDefinitions: [{ Name: app, Image: app }] } }
  TaskRole:${role('ecs-tasks.amazonaws.com')}
  Service: { Type: AWS::ECS::Service, Properties: { TaskDefinition: !Ref Task, DesiredCount: 1 } }
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
  Narrow: { Type: AWS::ECS::Cluster }
  Bridge: { Type: AWS::ECS::TaskDefinition, Properties: { NetworkMode: bridge, ContainerDefinitions: [{ Name: app, Image: app, Memory: 128 }] } }
  OnMachines: { Type: AWS::ECS::Service, Properties: { Cluster: !Ref Narrow, TaskDefinition: !Ref Bridge, LaunchType: EC2, DesiredCount: 1 } }
  Template: { Type: AWS::EC2::LaunchTemplate, Properties: { LaunchTemplateData: { ImageId: ami-0123456789abcdef0, IamInstanceProfile: { Arn: !GetAtt MachineProfile.Arn }, MetadataOptions: { HttpTokens: required, HttpPutResponseHopLimit: 1 }, UserData: { 'Fn::Base64': !Sub 'echo ECS_CLUSTER=\${Narrow} >> /etc/ecs/ecs.config' } } } }
  Group: { Type: AWS::AutoScaling::AutoScalingGroup, Properties: { MinSize: '1', MaxSize: '1', LaunchTemplate: { LaunchTemplateId: !Ref Template, Version: !GetAtt Template.LatestVersionNumber } } }
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
    [
      'Ann',
      'TwoKeys',
      'TwoKeys has two access keys, the most that a user may have: one would have to be deleted first',
    ],
    ['Ann', 'SignsIn', 'SignsIn has a password already: it cannot be given one, only another one'],
    ['Ann', 'Hidden', 'port 22 of Hidden is not open to the internet: no route of subnet Inside leads there'],
    ['Ann', 'Service', 'no commands are let into containers of Service: ECS Exec: not switched on for Service'],
    ['Ann', 'Worker', 'Worker takes signed code only: its code signing configuration enforces signatures'],
    [
      'Silent',
      'SilentRole',
      'the metadata service of Silent is switched off: code there gets no credentials of its role',
    ],
    [
      'OnMachines',
      'MachineRole',
      'a hop limit of 1 keeps answers of the metadata service of Group from containers that run there',
    ],
  ];
  for (const [from, to, state] of table)
    it(`from ${from} to ${to}: ${state}`, async () => {
      expect(await statesBetween(from, to)).toContain(state);
    });
});

describe('what is missing is told with the policy that limits', () => {
  const bounded = `
Resources:
  Bound: { Type: AWS::IAM::ManagedPolicy, Properties: { ManagedPolicyName: bound, PolicyDocument: { Statement: [{ Effect: Allow, Action: 'ec2:*', Resource: '*' }] } } }
  Allowed: { Type: AWS::IAM::User, Properties: { PermissionsBoundary: !Ref Bound, Policies: [{ PolicyName: own, PolicyDocument: { Statement: [{ Effect: Allow, Action: 's3:*', Resource: '*' }] } }] } }
  Neither: { Type: AWS::IAM::User, Properties: { PermissionsBoundary: !Ref Bound } }
  Box: { Type: AWS::S3::Bucket }
`;
  const boundary = 'the permissions boundary Bound does not allow s3:GetObject on it';

  it.each([
    ['Allowed', [boundary]],
    ['Neither', ['no identity policy allows s3:GetObject on it', boundary]],
  ])('for %s', async (from, told) => {
    const { analysis } = await modelOfTemplate(bounded);
    const missing = whyNoPath(analysis, { from, to: 'Box' }).flatMap(({ ways }) => ways.flatMap((way) => way.missing));
    const reading = missing.filter(({ request }) => request.action === 's3:GetObject');
    expect(reading[0]?.decision.blockedBy.map(({ because }) => because)).toEqual(told);
  });
});
