import { isMapping, valueAt } from '../change-template.ts';
import { policy } from '../statements.ts';
import type { Weakness } from '../weakness.ts';

const hasContainers: Weakness['suits'] = ({ resource }) => isMapping(valueAt(resource, 'ContainerDefinitions.0'));

/** What runs, and what it may do to the machine below. */
export const compute: readonly Weakness[] = [
  {
    name: 'machine whose metadata needs no token',
    on: ['AWS::EC2::Instance'],
    rules: ['compute/metadata-token-optional'],
    suits: ({ resource }) => valueAt(resource, 'IamInstanceProfile') !== undefined,
    good: () => ({ set: { 'MetadataOptions.HttpTokens': 'required' } }),
    weak: () => ({ set: { 'MetadataOptions.HttpTokens': 'optional' } }),
  },
  {
    name: 'launch template whose metadata needs no token',
    on: ['AWS::EC2::LaunchTemplate'],
    rules: ['compute/metadata-token-optional'],
    good: () => ({ set: { 'LaunchTemplateData.MetadataOptions': { HttpTokens: 'required' } } }),
    weak: () => ({ set: { 'LaunchTemplateData.MetadataOptions': { HttpTokens: 'optional' } } }),
  },
  {
    name: 'launch configuration whose metadata needs no token',
    on: ['AWS::AutoScaling::LaunchConfiguration'],
    rules: ['compute/metadata-token-optional'],
    good: () => ({ set: { MetadataOptions: { HttpTokens: 'required' } } }),
    weak: () => ({ drop: ['MetadataOptions'] }),
  },
  {
    name: 'privileged container',
    on: ['AWS::ECS::TaskDefinition'],
    rules: ['compute/privileged-container'],
    suits: hasContainers,
    weak: () => ({
      drop: ['RequiresCompatibilities', 'NetworkMode'],
      set: { 'ContainerDefinitions.0.Privileged': true },
    }),
  },
  {
    name: 'container that mounts the socket of its host',
    on: ['AWS::ECS::TaskDefinition'],
    rules: ['compute/host-files-mounted', 'compute/privileged-container'],
    suits: hasContainers,
    weak: () => ({
      drop: ['RequiresCompatibilities', 'NetworkMode'],
      set: {
        'Volumes+': { Name: 'engine', Host: { SourcePath: '/var/run/docker.sock' } },
        'ContainerDefinitions.0.MountPoints+': { SourceVolume: 'engine', ContainerPath: '/var/run/docker.sock' },
      },
    }),
  },
  {
    name: 'task that shares processes with its host',
    on: ['AWS::ECS::TaskDefinition'],
    rules: ['compute/privileged-container'],
    suits: hasContainers,
    weak: () => ({ drop: ['RequiresCompatibilities', 'NetworkMode'], set: { PidMode: 'host' } }),
  },
  {
    name: 'build with the rights of its host',
    on: ['AWS::CodeBuild::Project'],
    rules: ['compute/privileged-container'],
    good: () => ({ set: { 'Environment.PrivilegedMode': false } }),
    weak: () => ({ set: { 'Environment.PrivilegedMode': true } }),
  },
  {
    name: 'runtime whose support has ended',
    on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
    rules: ['compute/unsupported-software'],
    suits: ({ resource }) => typeof valueAt(resource, 'Runtime') === 'string',
    good: () => ({ set: { Runtime: 'python3.13' } }),
    weak: () => ({ set: { Runtime: 'python3.7' } }),
  },
  {
    name: 'database engine whose support has ended',
    on: ['AWS::RDS::DBInstance'],
    rules: ['compute/unsupported-software'],
    suits: ({ resource }) => valueAt(resource, 'DBClusterIdentifier') === undefined,
    good: () => ({ set: { Engine: 'mysql', EngineVersion: '8.4.6' } }),
    weak: () => ({ set: { Engine: 'mysql', EngineVersion: '5.7.44' } }),
  },
  {
    name: 'script that a machine fetches in plain text and runs',
    on: ['AWS::EC2::Instance'],
    rules: ['supply-chain/script-from-internet'],
    weak: () => ({
      set: {
        UserData: {
          'Fn::Base64': '#!/bin/bash\nyum update -y\ncurl -s http://get.example-tools.net/setup.sh | bash\n',
        },
      },
    }),
  },
  {
    name: 'database that takes no minor versions by itself',
    on: ['AWS::RDS::DBInstance'],
    rules: ['compute/no-automatic-updates'],
    good: () => ({ set: { AutoMinorVersionUpgrade: true } }),
    weak: () => ({ set: { AutoMinorVersionUpgrade: false } }),
  },
  {
    name: 'image that somebody can exchange',
    on: ['AWS::ECS::TaskDefinition'],
    rules: ['supply-chain/unpinned-code', 'supply-chain/code-from-foreign-place'],
    suits: hasContainers,
    good: () => ({
      set: {
        'ContainerDefinitions.0.Image': `public.ecr.aws/nginx/nginx@sha256:${'4c'.repeat(32)}`,
      },
    }),
    weak: () => ({ set: { 'ContainerDefinitions.0.Image': 'public.ecr.aws/nginx/nginx:latest' } }),
  },
  {
    name: 'repository with tags that move and images that nobody scans',
    on: ['AWS::ECS::TaskDefinition', 'AWS::ECS::Cluster'],
    rules: ['supply-chain/mutable-image-tags', 'supply-chain/unscanned-images'],
    weak: () => ({
      add: {
        Images: {
          Type: 'AWS::ECR::Repository',
          Properties: { ImageTagMutability: 'MUTABLE', ImageScanningConfiguration: { ScanOnPush: false } },
        },
      },
    }),
  },
  {
    name: 'build that may do everything',
    on: ['AWS::IAM::Role'],
    rules: ['pipeline/powerful-build-role', 'identity/administrator-role'],
    suits: ({ resource }) =>
      JSON.stringify(valueAt(resource, 'AssumeRolePolicyDocument') ?? '').includes('codebuild.amazonaws.com'),
    weak: () => ({
      set: { 'Policies+': { PolicyName: 'deploy', PolicyDocument: policy({ Action: '*', Resource: '*' }) } },
    }),
  },
];
