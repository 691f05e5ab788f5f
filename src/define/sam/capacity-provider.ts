import type { Node } from '../cloudformation/node.ts';
import { trusts } from './execution-role.ts';
import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { entryOf, fieldOf } from './fields.ts';
import { getAtt, type Made } from './made.ts';
import { managedPolicyArn } from './managed-policy-arn.ts';
import { dependsOnOf, put, taken } from './put.ts';
import { propagatedTags, tagList } from './tags.ts';

/** `AWS::Serverless::CapacityProvider`: instances on which Lambda runs functions, and the role that manages them. */
export function translateCapacityProvider(cause: SamResource, expansion: Expansion) {
  const { properties } = cause;
  const roleId = `${cause.id}OperatorRole`;
  const role = entryOf(properties, 'OperatorRole');
  const requirements = fieldOf(properties, 'InstanceRequirements');
  checkProvider(cause, requirements, expansion);
  put(expansion, cause, {
    id: cause.id,
    type: 'AWS::Lambda::CapacityProvider',
    properties: {
      ...taken(cause, ['CapacityProviderName', 'VpcConfig', 'KmsKeyArn']),
      PermissionsConfig: { CapacityProviderOperatorRoleArn: role ?? getAtt(roleId, 'Arn') },
      InstanceRequirements: requirements && {
        Architectures: entryOf(requirements, 'Architectures'),
        AllowedInstanceTypes: entryOf(requirements, 'AllowedTypes'),
        ExcludedInstanceTypes: entryOf(requirements, 'ExcludedTypes'),
      },
      CapacityProviderScalingConfig: scaling(fieldOf(properties, 'ScalingConfig')),
      Tags: [...tagList(fieldOf(properties, 'Tags')), { Key: 'lambda:createdBy', Value: 'SAM' }],
    },
    attributes: { DependsOn: dependsOnOf(cause) },
  });
  if (role !== undefined) return;
  const policy = managedPolicyArn('AWSLambdaManagedEC2ResourceOperator', expansion.settings.partition);
  put(expansion, cause, {
    id: roleId,
    type: 'AWS::IAM::Role',
    properties: {
      AssumeRolePolicyDocument: trusts('lambda.amazonaws.com'),
      ManagedPolicyArns: [policy],
      Tags: [{ Key: 'lambda:createdBy', Value: 'SAM' }, ...(propagatedTags(cause) ?? [])],
    },
  });
}

function checkProvider(cause: SamResource, requirements: Node | undefined, expansion: Expansion) {
  const report = (fault: string) =>
    diagnose(
      expansion,
      'sam-invalid-property',
      `capacity provider ${cause.id} ${fault}; correct it`,
      cause.entry.keyOrigin,
    );
  if (fieldOf(cause.properties, 'VpcConfig', 'SubnetIds') === undefined) report('needs SubnetIds in VpcConfig');
  if (fieldOf(requirements, 'AllowedTypes') !== undefined && fieldOf(requirements, 'ExcludedTypes') !== undefined)
    report('takes AllowedTypes or ExcludedTypes, not both');
}

function scaling(given: Node | undefined): Made {
  if (given === undefined) return undefined;
  const target = entryOf(given, 'AverageCPUUtilization')?.value;
  const policy = { PredefinedMetricType: 'LambdaCapacityProviderAverageCPUUtilization', TargetValue: target };
  return {
    MaxVCpuCount: entryOf(given, 'MaxVCpuCount'),
    ScalingMode: target === undefined ? 'Auto' : 'Manual',
    ScalingPolicies: target === undefined ? undefined : [policy],
  };
}
