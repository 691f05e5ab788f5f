import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ApplicationAutoScaling::ScalableTarget',
  from: {
    aws_appautoscaling_target: makes({
      MaxCapacity: 'max_capacity',
      MinCapacity: 'min_capacity',
      ResourceId: 'resource_id',
      RoleARN: 'role_arn',
      ScalableDimension: 'scalable_dimension',
      ServiceNamespace: 'service_namespace',
    }),
  },
});
