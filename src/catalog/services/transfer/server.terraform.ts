import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Transfer::Server',
  from: {
    aws_transfer_server: makes(
      {
        EndpointDetails: {
          AddressAllocationIds: 'endpoint_details.address_allocation_ids',
          SecurityGroupIds: 'endpoint_details.security_group_ids',
          SubnetIds: 'endpoint_details.subnet_ids',
          VpcId: 'endpoint_details.vpc_id',
        },
        EndpointType: 'endpoint_type',
        LoggingRole: 'logging_role',
        Protocols: 'protocols',
        SecurityPolicyName: 'security_policy_name',
        StructuredLogDestinations: 'structured_log_destinations',
        Tags: tags,
      },
      { attributes: { id: 'ServerId' } },
    ),
  },
});
