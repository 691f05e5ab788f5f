import { defineTerraform } from '../../../model/terraform.ts';
import { configures, each, list, makes, otherwise, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::GuardDuty::Detector',
  from: {
    aws_guardduty_detector: makes({
      DataSources: {
        Kubernetes: { AuditLogs: { Enable: 'datasources.kubernetes.audit_logs.enable' } },
        MalwareProtection: {
          ScanEc2InstanceWithFindings: {
            EbsVolumes: 'datasources.malware_protection.scan_ec2_instance_with_findings.ebs_volumes.enable',
          },
        },
        S3Logs: { Enable: 'datasources.s3_logs.enable' },
      },
      Enable: otherwise('enable', true),
      FindingPublishingFrequency: 'finding_publishing_frequency',
      Tags: tags,
    }),
    aws_guardduty_detector_feature: configures('detector_id', {
      Features: list({
        AdditionalConfiguration: each('additional_configuration', { Name: 'name', Status: 'status' }),
        Name: 'name',
        Status: 'status',
      }),
    }),
  },
});
