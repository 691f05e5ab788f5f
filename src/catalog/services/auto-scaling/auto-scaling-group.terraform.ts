import { defineTerraform, type TerraformMembers, type TerraformStep } from '../../../model/terraform.ts';
import { configures, each, list, makes, named, when, without } from '../../terraform-rules.ts';

const specification = 'mixed_instances_policy.launch_template.launch_template_specification';

/** Sources of traffic are target groups or classic load balancers, told apart by their type. */
function sources(type: string): TerraformStep {
  return each('traffic_source', when('type', 'identifier', type));
}

/** A plan of the provider has the word for an id that it does not know yet. */
function idOf(path: string): TerraformStep {
  return without(path, 'unknown');
}

const traffic: TerraformMembers = { TargetGroupARNs: sources('elbv2'), LoadBalancerNames: sources('elb') };

export default defineTerraform({
  type: 'AWS::AutoScaling::AutoScalingGroup',
  inexpressible: { DeletionProtection: 'The provider has no argument for it.' },
  from: {
    aws_autoscaling_group: makes({
      AutoScalingGroupName: named('name'),
      LaunchConfigurationName: 'launch_configuration',
      LaunchTemplate: {
        LaunchTemplateId: idOf('launch_template.id'),
        LaunchTemplateName: 'launch_template.name',
        Version: 'launch_template.version',
      },
      MixedInstancesPolicy: {
        LaunchTemplate: {
          LaunchTemplateSpecification: {
            LaunchTemplateId: idOf(`${specification}.launch_template_id`),
            LaunchTemplateName: `${specification}.launch_template_name`,
            Version: `${specification}.version`,
          },
        },
      },
      LoadBalancerNames: list('load_balancers', sources('elb')),
      HealthCheckType: 'health_check_type',
      MaxSize: 'max_size',
      MinSize: 'min_size',
      TargetGroupARNs: list('target_group_arns', sources('elbv2')),
      VPCZoneIdentifier: 'vpc_zone_identifier',
      AvailabilityZones: 'availability_zones',
      Tags: each('tag', { Key: 'key', Value: 'value', PropagateAtLaunch: 'propagate_at_launch' }),
    }),
    aws_autoscaling_attachment: configures('autoscaling_group_name', {
      TargetGroupARNs: list('lb_target_group_arn'),
      LoadBalancerNames: list('elb'),
    }),
    aws_autoscaling_traffic_source_attachment: configures('autoscaling_group_name', traffic),
  },
});
