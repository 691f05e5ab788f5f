import { defineTerraform } from '../../../model/terraform.ts';
import { list, makes, own } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::VPCEndpointServicePermissions',
  from: {
    aws_vpc_endpoint_service_allowed_principal: makes({
      AllowedPrincipals: list('principal_arn'),
      ServiceId: 'vpc_endpoint_service_id',
    }),
    aws_vpc_endpoint_service: makes(
      { AllowedPrincipals: 'allowed_principals', ServiceId: own() },
      { when: { attribute: 'allowed_principals' } },
    ),
  },
});
