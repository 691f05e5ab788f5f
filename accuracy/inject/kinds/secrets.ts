import { isMapping, valueAt } from '../change-template.ts';
import type { Weakness } from '../weakness.ts';

/** Looks like a password somebody chose, and is none. */
const password = 'Tr0ub4dor-and-3';
/** The form of a key of AWS; not the one that its documentation uses, which is known to everybody. */
const accessKey = { id: 'AKIA3JQ7RTX5ZLMWV2HD', secret: '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' };

/** Secrets where others can read them. */
export const secrets: readonly Weakness[] = [
  {
    name: 'password in the environment of a function',
    on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
    rules: ['secrets/in-clear'],
    weak: () => ({ set: { 'Environment.Variables.DB_PASSWORD': password } }),
  },
  {
    name: 'password in the environment of a container',
    on: ['AWS::ECS::TaskDefinition'],
    rules: ['secrets/in-clear'],
    suits: ({ resource }) => isMapping(valueAt(resource, 'ContainerDefinitions.0')),
    weak: () => ({ set: { 'ContainerDefinitions.0.Environment+': { Name: 'DATABASE_PASSWORD', Value: password } } }),
  },
  {
    name: 'keys of AWS in the user data of a machine',
    on: ['AWS::EC2::Instance'],
    rules: ['secrets/in-clear'],
    weak: () => ({
      set: {
        UserData: {
          'Fn::Base64': [
            '#!/bin/bash',
            `export AWS_ACCESS_KEY_ID=${accessKey.id}`,
            `export AWS_SECRET_ACCESS_KEY=${accessKey.secret}`,
            'aws s3 cp s3://artefacts/app.tar.gz /opt/app.tar.gz',
          ].join('\n'),
        },
      },
    }),
  },
  {
    name: 'master password of a database in the template',
    on: ['AWS::RDS::DBInstance'],
    rules: ['secrets/in-clear'],
    suits: ({ resource }) => valueAt(resource, 'DBClusterIdentifier') === undefined,
    good: () => ({
      drop: ['MasterUserPassword'],
      set: { MasterUsername: 'orders', ManageMasterUserPassword: true },
    }),
    weak: () => ({
      drop: ['ManageMasterUserPassword'],
      set: { MasterUsername: 'orders', MasterUserPassword: password },
    }),
  },
  {
    name: 'password in the environment of a build',
    on: ['AWS::CodeBuild::Project'],
    rules: ['secrets/in-clear'],
    weak: () => ({
      set: {
        'Environment.EnvironmentVariables+': { Name: 'NPM_TOKEN', Type: 'PLAINTEXT', Value: `npm_${'a7Kq'.repeat(9)}` },
      },
    }),
  },
  {
    name: 'password in a plain parameter',
    on: ['AWS::RDS::DBInstance', 'AWS::Lambda::Function', 'AWS::EC2::Instance'],
    rules: ['secrets/in-clear'],
    weak: () => ({
      add: {
        Password: {
          Type: 'AWS::SSM::Parameter',
          Properties: { Name: '/orders/db/password', Type: 'String', Value: password },
        },
      },
    }),
  },
  {
    name: 'secret that is never changed',
    on: ['AWS::SecretsManager::Secret'],
    rules: ['secrets/no-rotation'],
    suits: ({ template }) =>
      !Object.values(template.Resources).some(({ Type }) => Type === 'AWS::SecretsManager::RotationSchedule'),
    good: ({ id }) => ({
      add: {
        Rotation: {
          Type: 'AWS::SecretsManager::RotationSchedule',
          Properties: {
            SecretId: { Ref: id },
            RotationLambdaARN: 'arn:aws:lambda:us-east-1:123456789012:function:rotate',
            RotationRules: { AutomaticallyAfterDays: 30 },
          },
        },
      },
    }),
    weak: () => ({}),
  },
];
