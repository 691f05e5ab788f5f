import { defineTerraform } from '../../../model/terraform.ts';
import { code, each, list, makes, split, tags } from '../../terraform-rules.ts';

/** The provider tells a single subnet under both names; of one that is not stated a plan knows nothing. */
const subnets = code(['ec2_attributes.subnet_id', 'ec2_attributes.subnet_ids'], (view) => {
  const one = view.give(list('ec2_attributes.subnet_id'));
  const several = view.read('ec2_attributes.subnet_ids');
  const isTold = several !== undefined && several.kind !== 'unknown';
  return isTold ? several : (one ?? several);
});

const size = (path: string) => ({ InstanceCount: `${path}.instance_count`, InstanceType: `${path}.instance_type` });

export default defineTerraform({
  type: 'AWS::EMR::Cluster',
  from: {
    aws_emr_cluster: makes(
      {
        Name: 'name',
        ReleaseLabel: 'release_label',
        Applications: each('applications', { Name: '' }),
        AutoScalingRole: 'autoscaling_role',
        BootstrapActions: each('bootstrap_action', {
          Name: 'name',
          ScriptBootstrapAction: { Args: 'args', Path: 'path' },
        }),
        CustomAmiId: 'custom_ami_id',
        Instances: {
          AdditionalMasterSecurityGroups: split('ec2_attributes.additional_master_security_groups', ','),
          AdditionalSlaveSecurityGroups: split('ec2_attributes.additional_slave_security_groups', ','),
          CoreInstanceGroup: size('core_instance_group'),
          Ec2KeyName: 'ec2_attributes.key_name',
          Ec2SubnetIds: subnets,
          EmrManagedMasterSecurityGroup: 'ec2_attributes.emr_managed_master_security_group',
          EmrManagedSlaveSecurityGroup: 'ec2_attributes.emr_managed_slave_security_group',
          KeepJobFlowAliveWhenNoSteps: 'keep_job_flow_alive_when_no_steps',
          MasterInstanceGroup: size('master_instance_group'),
          ServiceAccessSecurityGroup: 'ec2_attributes.service_access_security_group',
          TerminationProtected: 'termination_protection',
        },
        JobFlowRole: 'ec2_attributes.instance_profile',
        LogEncryptionKmsKeyId: 'log_encryption_kms_key_id',
        LogUri: 'log_uri',
        SecurityConfiguration: 'security_configuration',
        ServiceRole: 'service_role',
        Steps: each('step', {
          Name: 'name',
          HadoopJarStep: { Args: 'hadoop_jar_step.args', Jar: 'hadoop_jar_step.jar' },
        }),
        VisibleToAllUsers: 'visible_to_all_users',
        Tags: tags,
      },
      { attributes: { master_public_dns: 'MasterPublicDNS' } },
    ),
  },
});
