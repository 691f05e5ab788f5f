import { defineTerraform, type TerraformMembers } from '../../../model/terraform.ts';
import { each, indexed, makes } from '../../terraform-rules.ts';

const mapping: TerraformMembers = {
  Type: 'type',
  AmbiguousRoleResolution: 'ambiguous_role_resolution',
  IdentityProvider: 'identity_provider',
  RulesConfiguration: {
    Rules: each('mapping_rule', { Claim: 'claim', MatchType: 'match_type', RoleARN: 'role_arn', Value: 'value' }),
  },
};

export default defineTerraform({
  type: 'AWS::Cognito::IdentityPoolRoleAttachment',
  from: {
    aws_cognito_identity_pool_roles_attachment: makes(
      {
        IdentityPoolId: 'identity_pool_id',
        Roles: 'roles',
        RoleMappings: indexed(each('role_mapping', { Key: 'identity_provider', Value: mapping }), 'Key', 'Value'),
      },
      { attributes: { id: 'IdentityPoolId' } },
    ),
  },
});
