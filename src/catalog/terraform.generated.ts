// Written by scripts/generate/catalog.ts. Do not edit: run `npm run generate`.
import type { TerraformKnowledge } from '../model/terraform.ts';
import services_cloud_formation_stack_set_terraform from './services/cloud-formation/stack-set.terraform.ts';
import services_cloud_formation_stack_terraform from './services/cloud-formation/stack.terraform.ts';
import services_ec2_security_group_egress_terraform from './services/ec2/security-group-egress.terraform.ts';
import services_ec2_security_group_ingress_terraform from './services/ec2/security-group-ingress.terraform.ts';
import services_ec2_security_group_terraform from './services/ec2/security-group.terraform.ts';
import services_ecr_repository_terraform from './services/ecr/repository.terraform.ts';
import services_ecs_cluster_terraform from './services/ecs/cluster.terraform.ts';
import services_ecs_service_terraform from './services/ecs/service.terraform.ts';
import services_ecs_task_definition_terraform from './services/ecs/task-definition.terraform.ts';
import services_efs_access_point_terraform from './services/efs/access-point.terraform.ts';
import services_efs_file_system_terraform from './services/efs/file-system.terraform.ts';
import services_efs_mount_target_terraform from './services/efs/mount-target.terraform.ts';
import services_eks_access_entry_terraform from './services/eks/access-entry.terraform.ts';
import services_eks_addon_terraform from './services/eks/addon.terraform.ts';
import services_eks_cluster_terraform from './services/eks/cluster.terraform.ts';
import services_eks_fargate_profile_terraform from './services/eks/fargate-profile.terraform.ts';
import services_eks_nodegroup_terraform from './services/eks/nodegroup.terraform.ts';
import services_eks_pod_identity_association_terraform from './services/eks/pod-identity-association.terraform.ts';
import services_elasti_cache_cache_cluster_terraform from './services/elasti-cache/cache-cluster.terraform.ts';
import services_elasti_cache_parameter_group_terraform from './services/elasti-cache/parameter-group.terraform.ts';
import services_elasti_cache_replication_group_terraform from './services/elasti-cache/replication-group.terraform.ts';
import services_elasti_cache_subnet_group_terraform from './services/elasti-cache/subnet-group.terraform.ts';
import services_elasti_cache_user_group_terraform from './services/elasti-cache/user-group.terraform.ts';
import services_elasti_cache_user_terraform from './services/elasti-cache/user.terraform.ts';
import services_elastic_load_balancing_v2_listener_certificate_terraform from './services/elastic-load-balancing-v2/listener-certificate.terraform.ts';
import services_elastic_load_balancing_v2_listener_rule_terraform from './services/elastic-load-balancing-v2/listener-rule.terraform.ts';
import services_elastic_load_balancing_v2_listener_terraform from './services/elastic-load-balancing-v2/listener.terraform.ts';
import services_elastic_load_balancing_v2_load_balancer_terraform from './services/elastic-load-balancing-v2/load-balancer.terraform.ts';
import services_elastic_load_balancing_v2_target_group_terraform from './services/elastic-load-balancing-v2/target-group.terraform.ts';
import services_elastic_load_balancing_load_balancer_terraform from './services/elastic-load-balancing/load-balancer.terraform.ts';
import services_elasticsearch_domain_terraform from './services/elasticsearch/domain.terraform.ts';
import services_emr_cluster_terraform from './services/emr/cluster.terraform.ts';
import services_events_event_bus_policy_terraform from './services/events/event-bus-policy.terraform.ts';
import services_events_event_bus_terraform from './services/events/event-bus.terraform.ts';
import services_events_rule_terraform from './services/events/rule.terraform.ts';
import services_guard_duty_detector_terraform from './services/guard-duty/detector.terraform.ts';
import services_iam_access_key_terraform from './services/iam/access-key.terraform.ts';
import services_iam_group_terraform from './services/iam/group.terraform.ts';
import services_iam_managed_policy_terraform from './services/iam/managed-policy.terraform.ts';
import services_iam_role_policy_terraform from './services/iam/role-policy.terraform.ts';
import services_iam_role_terraform from './services/iam/role.terraform.ts';
import services_iam_user_terraform from './services/iam/user.terraform.ts';
import services_iot_policy_principal_attachment_terraform from './services/iot/policy-principal-attachment.terraform.ts';
import services_iot_policy_terraform from './services/iot/policy.terraform.ts';
import services_iot_topic_rule_terraform from './services/iot/topic-rule.terraform.ts';
import services_kinesis_firehose_delivery_stream_terraform from './services/kinesis-firehose/delivery-stream.terraform.ts';
import services_kinesis_resource_policy_terraform from './services/kinesis/resource-policy.terraform.ts';
import services_kinesis_stream_terraform from './services/kinesis/stream.terraform.ts';
import services_logs_log_group_terraform from './services/logs/log-group.terraform.ts';
import services_logs_resource_policy_terraform from './services/logs/resource-policy.terraform.ts';
import services_logs_subscription_filter_terraform from './services/logs/subscription-filter.terraform.ts';
import services_msk_batch_scram_secret_terraform from './services/msk/batch-scram-secret.terraform.ts';
import services_msk_cluster_policy_terraform from './services/msk/cluster-policy.terraform.ts';
import services_msk_cluster_terraform from './services/msk/cluster.terraform.ts';
import services_msk_serverless_cluster_terraform from './services/msk/serverless-cluster.terraform.ts';
import services_neptune_db_cluster_parameter_group_terraform from './services/neptune/db-cluster-parameter-group.terraform.ts';
import services_neptune_db_cluster_terraform from './services/neptune/db-cluster.terraform.ts';
import services_neptune_db_instance_terraform from './services/neptune/db-instance.terraform.ts';
import services_neptune_db_parameter_group_terraform from './services/neptune/db-parameter-group.terraform.ts';
import services_neptune_db_subnet_group_terraform from './services/neptune/db-subnet-group.terraform.ts';
import services_open_search_service_domain_terraform from './services/open-search-service/domain.terraform.ts';
import services_rds_cluster_snapshot_terraform from './services/rds/cluster-snapshot.terraform.ts';
import services_rds_db_cluster_parameter_group_terraform from './services/rds/db-cluster-parameter-group.terraform.ts';
import services_rds_db_cluster_terraform from './services/rds/db-cluster.terraform.ts';
import services_rds_db_instance_terraform from './services/rds/db-instance.terraform.ts';
import services_rds_db_parameter_group_terraform from './services/rds/db-parameter-group.terraform.ts';
import services_rds_db_proxy_target_group_terraform from './services/rds/db-proxy-target-group.terraform.ts';
import services_rds_db_proxy_terraform from './services/rds/db-proxy.terraform.ts';
import services_rds_db_snapshot_terraform from './services/rds/db-snapshot.terraform.ts';
import services_rds_db_subnet_group_terraform from './services/rds/db-subnet-group.terraform.ts';
import services_rds_global_cluster_terraform from './services/rds/global-cluster.terraform.ts';
import services_rds_option_group_terraform from './services/rds/option-group.terraform.ts';
import services_redshift_cluster_parameter_group_terraform from './services/redshift/cluster-parameter-group.terraform.ts';
import services_redshift_cluster_subnet_group_terraform from './services/redshift/cluster-subnet-group.terraform.ts';
import services_redshift_cluster_terraform from './services/redshift/cluster.terraform.ts';
import services_route53_dnssec_terraform from './services/route53/dnssec.terraform.ts';
import services_route53_hosted_zone_terraform from './services/route53/hosted-zone.terraform.ts';
import services_route53_record_set_group_terraform from './services/route53/record-set-group.terraform.ts';
import services_route53_record_set_terraform from './services/route53/record-set.terraform.ts';
import services_s3_bucket_policy_terraform from './services/s3/bucket-policy.terraform.ts';
import services_s3_bucket_terraform from './services/s3/bucket.terraform.ts';
import services_ssm_parameter_terraform from './services/ssm/parameter.terraform.ts';
import services_step_functions_state_machine_terraform from './services/step-functions/state-machine.terraform.ts';
import services_wafv2_ip_set_terraform from './services/wafv2/ip-set.terraform.ts';
import services_wafv2_logging_configuration_terraform from './services/wafv2/logging-configuration.terraform.ts';
import services_wafv2_regex_pattern_set_terraform from './services/wafv2/regex-pattern-set.terraform.ts';
import services_wafv2_rule_group_terraform from './services/wafv2/rule-group.terraform.ts';
import services_wafv2_web_acl_association_terraform from './services/wafv2/web-acl-association.terraform.ts';
import services_wafv2_web_acl_terraform from './services/wafv2/web-acl.terraform.ts';

/** What the types of the AWS provider for Terraform are in the words of CloudFormation. */
export const terraformKnowledge: readonly TerraformKnowledge[] = [
  services_cloud_formation_stack_set_terraform,
  services_cloud_formation_stack_terraform,
  services_ec2_security_group_egress_terraform,
  services_ec2_security_group_ingress_terraform,
  services_ec2_security_group_terraform,
  services_ecr_repository_terraform,
  services_ecs_cluster_terraform,
  services_ecs_service_terraform,
  services_ecs_task_definition_terraform,
  services_efs_access_point_terraform,
  services_efs_file_system_terraform,
  services_efs_mount_target_terraform,
  services_eks_access_entry_terraform,
  services_eks_addon_terraform,
  services_eks_cluster_terraform,
  services_eks_fargate_profile_terraform,
  services_eks_nodegroup_terraform,
  services_eks_pod_identity_association_terraform,
  services_elasti_cache_cache_cluster_terraform,
  services_elasti_cache_parameter_group_terraform,
  services_elasti_cache_replication_group_terraform,
  services_elasti_cache_subnet_group_terraform,
  services_elasti_cache_user_group_terraform,
  services_elasti_cache_user_terraform,
  services_elastic_load_balancing_v2_listener_certificate_terraform,
  services_elastic_load_balancing_v2_listener_rule_terraform,
  services_elastic_load_balancing_v2_listener_terraform,
  services_elastic_load_balancing_v2_load_balancer_terraform,
  services_elastic_load_balancing_v2_target_group_terraform,
  services_elastic_load_balancing_load_balancer_terraform,
  services_elasticsearch_domain_terraform,
  services_emr_cluster_terraform,
  services_events_event_bus_policy_terraform,
  services_events_event_bus_terraform,
  services_events_rule_terraform,
  services_guard_duty_detector_terraform,
  services_iam_access_key_terraform,
  services_iam_group_terraform,
  services_iam_managed_policy_terraform,
  services_iam_role_policy_terraform,
  services_iam_role_terraform,
  services_iam_user_terraform,
  services_iot_policy_principal_attachment_terraform,
  services_iot_policy_terraform,
  services_iot_topic_rule_terraform,
  services_kinesis_firehose_delivery_stream_terraform,
  services_kinesis_resource_policy_terraform,
  services_kinesis_stream_terraform,
  services_logs_log_group_terraform,
  services_logs_resource_policy_terraform,
  services_logs_subscription_filter_terraform,
  services_msk_batch_scram_secret_terraform,
  services_msk_cluster_policy_terraform,
  services_msk_cluster_terraform,
  services_msk_serverless_cluster_terraform,
  services_neptune_db_cluster_parameter_group_terraform,
  services_neptune_db_cluster_terraform,
  services_neptune_db_instance_terraform,
  services_neptune_db_parameter_group_terraform,
  services_neptune_db_subnet_group_terraform,
  services_open_search_service_domain_terraform,
  services_rds_cluster_snapshot_terraform,
  services_rds_db_cluster_parameter_group_terraform,
  services_rds_db_cluster_terraform,
  services_rds_db_instance_terraform,
  services_rds_db_parameter_group_terraform,
  services_rds_db_proxy_target_group_terraform,
  services_rds_db_proxy_terraform,
  services_rds_db_snapshot_terraform,
  services_rds_db_subnet_group_terraform,
  services_rds_global_cluster_terraform,
  services_rds_option_group_terraform,
  services_redshift_cluster_parameter_group_terraform,
  services_redshift_cluster_subnet_group_terraform,
  services_redshift_cluster_terraform,
  services_route53_dnssec_terraform,
  services_route53_hosted_zone_terraform,
  services_route53_record_set_group_terraform,
  services_route53_record_set_terraform,
  services_s3_bucket_policy_terraform,
  services_s3_bucket_terraform,
  services_ssm_parameter_terraform,
  services_step_functions_state_machine_terraform,
  services_wafv2_ip_set_terraform,
  services_wafv2_logging_configuration_terraform,
  services_wafv2_regex_pattern_set_terraform,
  services_wafv2_rule_group_terraform,
  services_wafv2_web_acl_association_terraform,
  services_wafv2_web_acl_terraform,
];
