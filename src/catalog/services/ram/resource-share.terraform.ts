import { defineTerraform } from '../../../model/terraform.ts';
import { configures, list, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::RAM::ResourceShare',
  from: {
    aws_ram_resource_share: makes({
      Name: 'name',
      AllowExternalPrincipals: 'allow_external_principals',
      PermissionArns: 'permission_arns',
      Tags: tags,
    }),
    aws_ram_principal_association: configures('resource_share_arn', { Principals: list('principal') }),
    aws_ram_resource_association: configures('resource_share_arn', { ResourceArns: list('resource_arn') }),
  },
});
