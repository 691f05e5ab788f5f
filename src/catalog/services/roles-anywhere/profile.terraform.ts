import { defineTerraform } from '../../../model/terraform.ts';
import { document, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::RolesAnywhere::Profile',
  from: {
    aws_rolesanywhere_profile: makes(
      {
        Name: 'name',
        AcceptRoleSessionName: 'accept_role_session_name',
        DurationSeconds: 'duration_seconds',
        Enabled: 'enabled',
        ManagedPolicyArns: 'managed_policy_arns',
        RequireInstanceProperties: 'require_instance_properties',
        RoleArns: 'role_arns',
        SessionPolicy: document('session_policy'),
        Tags: tags,
      },
      { attributes: { arn: 'ProfileArn' } },
    ),
  },
});
