import { describe, expect, it } from 'vitest';
import { moves } from '../../src/catalog/catalog.generated.ts';
import { checkProof } from '../../src/identify/paths/check-proof.ts';
import { findPaths } from '../../src/identify/paths/find-paths.ts';
import { modelOfTemplate } from '../support/model-of-texts.ts';

const trust = (service: string) =>
  `{ Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: ${service} }, Action: sts:AssumeRole }] }`;

const machines = `
Resources:
  Wide: { Type: AWS::ECS::Cluster }
  Other: { Type: AWS::ECS::Cluster }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { NetworkMode: bridge, ContainerDefinitions: [{ Name: app, Image: app, Memory: 128 }] } }
  Service: { Type: AWS::ECS::Service, Properties: { Cluster: !Ref Wide, TaskDefinition: !Ref Task, LaunchType: EC2, DesiredCount: 1 } }
  Template: { Type: AWS::EC2::LaunchTemplate, Properties: { LaunchTemplateData: { ImageId: ami-0123456789abcdef0, IamInstanceProfile: { Arn: !GetAtt Profile.Arn }, MetadataOptions: { HttpEndpoint: enabled, HttpTokens: required, HttpPutResponseHopLimit: 2 }, UserData: { 'Fn::Base64': !Sub 'ECS_CLUSTER=\${Wide}' } } } }
  Group: { Type: AWS::AutoScaling::AutoScalingGroup, Properties: { MinSize: '1', MaxSize: '1', LaunchTemplate: { LaunchTemplateId: !Ref Template, Version: !GetAtt Template.LatestVersionNumber } } }
  Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: ${trust('ec2.amazonaws.com')} } }
  Profile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref Role] } }
`;

const cluster = `
Resources:
  Ann: { Type: AWS::IAM::User, Properties: { Policies: [{ PolicyName: own, PolicyDocument: { Statement: [{ Effect: Allow, Action: ['eks:CreateAccessEntry', 'eks:AssociateAccessPolicy'], Resource: '*' }] } }] } }
  Shop: { Type: AWS::EKS::Cluster, Properties: { Name: shop, RoleArn: 'arn:aws:iam::111122223333:role/c', AccessConfig: { AuthenticationMode: API }, ResourcesVpcConfig: { SubnetIds: [a, b] } } }
  Else: { Type: AWS::EKS::Cluster, Properties: { Name: else, RoleArn: 'arn:aws:iam::111122223333:role/c', AccessConfig: { AuthenticationMode: CONFIG_MAP }, ResourcesVpcConfig: { SubnetIds: [a, b] } } }
  Pods: { Type: AWS::EKS::PodIdentityAssociation, Properties: { ClusterName: !Ref Shop, Namespace: shop, ServiceAccount: orders, RoleArn: !GetAtt Role.Arn } }
  Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: ${trust('pods.eks.amazonaws.com')} } }
`;

const repository = `
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' }, Action: 'sts:AssumeRoleWithWebIdentity', Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:acme/shop:*' } } }] }
`;

describe('the proof checker believes a step only as long as the system says so', () => {
  it.each([
    ['hosts: answers go no further than the machine', machines, 'use-host-role', 'HopLimit: 2', 'HopLimit: 1'],
    [
      'hosts: there is no metadata service',
      machines,
      'use-host-role',
      'HttpEndpoint: enabled',
      'HttpEndpoint: disabled',
    ],
    ['hosts: the service runs elsewhere', machines, 'use-host-role', 'LaunchType: EC2', 'LaunchType: FARGATE'],
    [
      'hosts: the machines join another cluster',
      machines,
      'use-host-role',
      'ECS_CLUSTER=${Wide}',
      'ECS_CLUSTER=${Other}',
    ],
    [
      'hosts: the service is in another cluster',
      machines,
      'use-host-role',
      'Cluster: !Ref Wide',
      'Cluster: !Ref Other',
    ],
    [
      'clusters: the role is for pods of another',
      cluster,
      'enter-cluster',
      'ClusterName: !Ref Shop',
      'ClusterName: !Ref Else',
    ],
    ['tokens: another repository is meant', repository, 'federate', 'repo:acme/shop:*', 'repo:acme/blog:*'],
    ['tokens: the token is one of several', repository, 'federate', 'repo:acme/shop:*', 'repo:acme/shop:a'],
  ])('%s', async (_, template, move, was, is) => {
    const { analysis, imported } = await modelOfTemplate(template.replaceAll('\\$', '$'));
    const { paths } = findPaths(moves, analysis.defined.ask, () => undefined, { to: 'Role' });
    const over = paths.filter(({ steps }) => steps.some((step) => step.move.id.endsWith(`/${move}`)));
    expect(over.length).toBeGreaterThan(0);
    expect(over.map((path) => checkProof(path, imported))).toEqual(over.map(() => undefined));
    const changed = await modelOfTemplate(template.replaceAll('\\$', '$').replace(was, is));
    const certain = over.filter(({ certainty }) => certainty === 'certain');
    expect(certain.filter((path) => checkProof(path, changed.imported) === undefined)).toEqual([]);
    expect(certain.length).toBeGreaterThan(0);
  });
});
