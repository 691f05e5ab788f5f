import { defineTerraform } from '../../../model/terraform.ts';
import { configures, document, list, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::SSO::PermissionSet',
  from: {
    aws_ssoadmin_permission_set: makes(
      {
        Name: 'name',
        Description: 'description',
        InstanceArn: 'instance_arn',
        RelayStateType: 'relay_state',
        SessionDuration: 'session_duration',
        Tags: tags,
      },
      { attributes: { arn: 'PermissionSetArn' } },
    ),
    aws_ssoadmin_permission_set_inline_policy: configures('permission_set_arn', {
      InlinePolicy: document('inline_policy'),
    }),
    aws_ssoadmin_managed_policy_attachment: configures('permission_set_arn', {
      ManagedPolicies: list('managed_policy_arn'),
    }),
    aws_ssoadmin_customer_managed_policy_attachment: configures('permission_set_arn', {
      CustomerManagedPolicyReferences: list({
        Name: 'customer_managed_policy_reference.name',
        Path: 'customer_managed_policy_reference.path',
      }),
    }),
    aws_ssoadmin_permissions_boundary_attachment: configures('permission_set_arn', {
      PermissionsBoundary: {
        ManagedPolicyArn: 'permissions_boundary.managed_policy_arn',
        CustomerManagedPolicyReference: {
          Name: 'permissions_boundary.customer_managed_policy_reference.name',
          Path: 'permissions_boundary.customer_managed_policy_reference.path',
        },
      },
    }),
  },
});
