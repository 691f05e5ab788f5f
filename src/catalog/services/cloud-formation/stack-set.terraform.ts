import { defineTerraform, type TerraformMembers } from '../../../model/terraform.ts';
import { configures, first, list, makes, pairs, plainText, tags } from '../../terraform-rules.ts';

const overrides = pairs('parameter_overrides', 'ParameterKey', 'ParameterValue');

/** Instances are resources of their own: each says to which accounts and units the set is deployed. */
function instances(regions: TerraformMembers[string], accounts: TerraformMembers[string]): TerraformMembers {
  return {
    StackInstancesGroup: list({
      DeploymentTargets: {
        Accounts: list(first('deployment_targets.accounts', accounts)),
        AccountFilterType: 'deployment_targets.account_filter_type',
        AccountsUrl: 'deployment_targets.accounts_url',
        OrganizationalUnitIds: 'deployment_targets.organizational_unit_ids',
      },
      ParameterOverrides: overrides,
      Regions: list(regions),
    }),
  };
}

export default defineTerraform({
  type: 'AWS::CloudFormation::StackSet',
  from: {
    aws_cloudformation_stack_set: makes(
      {
        StackSetName: 'name',
        AdministrationRoleARN: 'administration_role_arn',
        ExecutionRoleName: 'execution_role_name',
        PermissionModel: 'permission_model',
        AutoDeployment: {
          Enabled: 'auto_deployment.enabled',
          RetainStacksOnAccountRemoval: 'auto_deployment.retain_stacks_on_account_removal',
        },
        ManagedExecution: { Active: 'managed_execution.active' },
        CallAs: 'call_as',
        Capabilities: 'capabilities',
        Description: 'description',
        Parameters: pairs('parameters', 'ParameterKey', 'ParameterValue'),
        TemplateBody: plainText('template_body'),
        TemplateURL: 'template_url',
        Tags: tags,
      },
      { name: 'name', attributes: { stack_set_id: 'StackSetId' } },
    ),
    aws_cloudformation_stack_set_instance: configures('stack_set_name', instances('region', 'account_id')),
    aws_cloudformation_stack_instances: configures('stack_set_name', instances('regions', 'accounts')),
  },
});
