// Written by scripts/generate/catalog.ts. Do not edit: run `npm run generate`.
import type { TerraformKnowledge } from '../model/terraform.ts';
import services_api_gateway_v2_api_terraform from './services/api-gateway-v2/api.terraform.ts';
import services_api_gateway_v2_authorizer_terraform from './services/api-gateway-v2/authorizer.terraform.ts';
import services_api_gateway_v2_integration_terraform from './services/api-gateway-v2/integration.terraform.ts';
import services_api_gateway_v2_route_terraform from './services/api-gateway-v2/route.terraform.ts';
import services_api_gateway_v2_stage_terraform from './services/api-gateway-v2/stage.terraform.ts';
import services_api_gateway_authorizer_terraform from './services/api-gateway/authorizer.terraform.ts';
import services_api_gateway_deployment_terraform from './services/api-gateway/deployment.terraform.ts';
import services_api_gateway_method_terraform from './services/api-gateway/method.terraform.ts';
import services_api_gateway_resource_terraform from './services/api-gateway/resource.terraform.ts';
import services_api_gateway_rest_api_terraform from './services/api-gateway/rest-api.terraform.ts';
import services_api_gateway_stage_terraform from './services/api-gateway/stage.terraform.ts';
import services_api_gateway_usage_plan_terraform from './services/api-gateway/usage-plan.terraform.ts';
import services_app_runner_service_terraform from './services/app-runner/service.terraform.ts';
import services_auto_scaling_auto_scaling_group_terraform from './services/auto-scaling/auto-scaling-group.terraform.ts';
import services_auto_scaling_launch_configuration_terraform from './services/auto-scaling/launch-configuration.terraform.ts';
import services_backup_backup_plan_terraform from './services/backup/backup-plan.terraform.ts';
import services_backup_backup_selection_terraform from './services/backup/backup-selection.terraform.ts';
import services_backup_backup_vault_terraform from './services/backup/backup-vault.terraform.ts';
import services_certificate_manager_certificate_terraform from './services/certificate-manager/certificate.terraform.ts';
import services_cloud_front_cloud_front_origin_access_identity_terraform from './services/cloud-front/cloud-front-origin-access-identity.terraform.ts';
import services_cloud_front_distribution_terraform from './services/cloud-front/distribution.terraform.ts';
import services_cloud_front_function_terraform from './services/cloud-front/function.terraform.ts';
import services_cloud_front_origin_access_control_terraform from './services/cloud-front/origin-access-control.terraform.ts';
import services_cloud_front_response_headers_policy_terraform from './services/cloud-front/response-headers-policy.terraform.ts';
import services_cloud_trail_trail_terraform from './services/cloud-trail/trail.terraform.ts';
import services_cloud_watch_alarm_terraform from './services/cloud-watch/alarm.terraform.ts';
import services_code_build_project_terraform from './services/code-build/project.terraform.ts';
import services_code_commit_repository_terraform from './services/code-commit/repository.terraform.ts';
import services_code_deploy_application_terraform from './services/code-deploy/application.terraform.ts';
import services_code_deploy_deployment_group_terraform from './services/code-deploy/deployment-group.terraform.ts';
import services_code_pipeline_pipeline_terraform from './services/code-pipeline/pipeline.terraform.ts';
import services_cognito_identity_pool_role_attachment_terraform from './services/cognito/identity-pool-role-attachment.terraform.ts';
import services_cognito_identity_pool_terraform from './services/cognito/identity-pool.terraform.ts';
import services_cognito_user_pool_client_terraform from './services/cognito/user-pool-client.terraform.ts';
import services_cognito_user_pool_domain_terraform from './services/cognito/user-pool-domain.terraform.ts';
import services_cognito_user_pool_group_terraform from './services/cognito/user-pool-group.terraform.ts';
import services_cognito_user_pool_terraform from './services/cognito/user-pool.terraform.ts';
import services_config_config_rule_terraform from './services/config/config-rule.terraform.ts';
import services_directory_service_microsoft_ad_terraform from './services/directory-service/microsoft-ad.terraform.ts';
import services_directory_service_simple_ad_terraform from './services/directory-service/simple-ad.terraform.ts';
import services_dms_endpoint_terraform from './services/dms/endpoint.terraform.ts';
import services_dms_replication_instance_terraform from './services/dms/replication-instance.terraform.ts';
import services_dms_replication_subnet_group_terraform from './services/dms/replication-subnet-group.terraform.ts';
import services_dms_replication_task_terraform from './services/dms/replication-task.terraform.ts';
import services_doc_db_db_cluster_parameter_group_terraform from './services/doc-db/db-cluster-parameter-group.terraform.ts';
import services_doc_db_db_cluster_terraform from './services/doc-db/db-cluster.terraform.ts';
import services_doc_db_db_instance_terraform from './services/doc-db/db-instance.terraform.ts';
import services_doc_db_db_subnet_group_terraform from './services/doc-db/db-subnet-group.terraform.ts';
import services_dynamo_db_table_terraform from './services/dynamo-db/table.terraform.ts';
import services_ec2_egress_only_internet_gateway_terraform from './services/ec2/egress-only-internet-gateway.terraform.ts';
import services_ec2_eip_association_terraform from './services/ec2/eip-association.terraform.ts';
import services_ec2_eip_terraform from './services/ec2/eip.terraform.ts';
import services_ec2_flow_log_terraform from './services/ec2/flow-log.terraform.ts';
import services_ec2_instance_groups_terraform from './services/ec2/instance-groups.terraform.ts';
import services_ec2_instance_terraform from './services/ec2/instance.terraform.ts';
import services_ec2_internet_gateway_terraform from './services/ec2/internet-gateway.terraform.ts';
import services_ec2_launch_template_terraform from './services/ec2/launch-template.terraform.ts';
import services_ec2_nat_gateway_terraform from './services/ec2/nat-gateway.terraform.ts';
import services_ec2_network_acl_egress_entry_terraform from './services/ec2/network-acl-egress-entry.terraform.ts';
import services_ec2_network_acl_entry_terraform from './services/ec2/network-acl-entry.terraform.ts';
import services_ec2_network_acl_terraform from './services/ec2/network-acl.terraform.ts';
import services_ec2_network_interface_attachment_terraform from './services/ec2/network-interface-attachment.terraform.ts';
import services_ec2_network_interface_terraform from './services/ec2/network-interface.terraform.ts';
import services_ec2_route_table_terraform from './services/ec2/route-table.terraform.ts';
import services_ec2_route_terraform from './services/ec2/route.terraform.ts';
import services_ec2_security_group_egress_terraform from './services/ec2/security-group-egress.terraform.ts';
import services_ec2_security_group_ingress_terraform from './services/ec2/security-group-ingress.terraform.ts';
import services_ec2_security_group_terraform from './services/ec2/security-group.terraform.ts';
import services_ec2_subnet_network_acl_association_terraform from './services/ec2/subnet-network-acl-association.terraform.ts';
import services_ec2_subnet_route_table_association_terraform from './services/ec2/subnet-route-table-association.terraform.ts';
import services_ec2_subnet_terraform from './services/ec2/subnet.terraform.ts';
import services_ec2_transit_gateway_vpc_attachment_terraform from './services/ec2/transit-gateway-vpc-attachment.terraform.ts';
import services_ec2_transit_gateway_terraform from './services/ec2/transit-gateway.terraform.ts';
import services_ec2_volume_attachment_terraform from './services/ec2/volume-attachment.terraform.ts';
import services_ec2_volume_terraform from './services/ec2/volume.terraform.ts';
import services_ec2_vpc_endpoint_terraform from './services/ec2/vpc-endpoint.terraform.ts';
import services_ec2_vpc_gateway_attachment_terraform from './services/ec2/vpc-gateway-attachment.terraform.ts';
import services_ec2_vpc_peering_connection_terraform from './services/ec2/vpc-peering-connection.terraform.ts';
import services_ec2_vpc_terraform from './services/ec2/vpc.terraform.ts';
import services_iam_access_key_terraform from './services/iam/access-key.terraform.ts';
import services_iam_group_policy_terraform from './services/iam/group-policy.terraform.ts';
import services_iam_group_terraform from './services/iam/group.terraform.ts';
import services_iam_instance_profile_terraform from './services/iam/instance-profile.terraform.ts';
import services_iam_managed_policy_terraform from './services/iam/managed-policy.terraform.ts';
import services_iam_oidc_provider_terraform from './services/iam/oidc-provider.terraform.ts';
import services_iam_role_policy_terraform from './services/iam/role-policy.terraform.ts';
import services_iam_role_terraform from './services/iam/role.terraform.ts';
import services_iam_saml_provider_terraform from './services/iam/saml-provider.terraform.ts';
import services_iam_service_linked_role_terraform from './services/iam/service-linked-role.terraform.ts';
import services_iam_user_policy_terraform from './services/iam/user-policy.terraform.ts';
import services_iam_user_terraform from './services/iam/user.terraform.ts';
import services_kms_alias_terraform from './services/kms/alias.terraform.ts';
import services_kms_key_terraform from './services/kms/key.terraform.ts';
import services_lambda_alias_terraform from './services/lambda/alias.terraform.ts';
import services_lambda_event_source_mapping_terraform from './services/lambda/event-source-mapping.terraform.ts';
import services_lambda_function_terraform from './services/lambda/function.terraform.ts';
import services_lambda_layer_version_terraform from './services/lambda/layer-version.terraform.ts';
import services_lambda_permission_terraform from './services/lambda/permission.terraform.ts';
import services_lambda_url_terraform from './services/lambda/url.terraform.ts';
import services_lambda_version_terraform from './services/lambda/version.terraform.ts';
import services_s3_bucket_policy_terraform from './services/s3/bucket-policy.terraform.ts';
import services_s3_bucket_terraform from './services/s3/bucket.terraform.ts';
import services_secrets_manager_resource_policy_terraform from './services/secrets-manager/resource-policy.terraform.ts';
import services_secrets_manager_rotation_schedule_terraform from './services/secrets-manager/rotation-schedule.terraform.ts';
import services_secrets_manager_secret_terraform from './services/secrets-manager/secret.terraform.ts';
import services_sns_subscription_terraform from './services/sns/subscription.terraform.ts';
import services_sns_topic_policy_terraform from './services/sns/topic-policy.terraform.ts';
import services_sns_topic_terraform from './services/sns/topic.terraform.ts';
import services_sqs_queue_policy_terraform from './services/sqs/queue-policy.terraform.ts';
import services_sqs_queue_terraform from './services/sqs/queue.terraform.ts';

/** What the types of the AWS provider for Terraform are in the words of CloudFormation. */
export const terraformKnowledge: readonly TerraformKnowledge[] = [
  services_api_gateway_v2_api_terraform,
  services_api_gateway_v2_authorizer_terraform,
  services_api_gateway_v2_integration_terraform,
  services_api_gateway_v2_route_terraform,
  services_api_gateway_v2_stage_terraform,
  services_api_gateway_authorizer_terraform,
  services_api_gateway_deployment_terraform,
  services_api_gateway_method_terraform,
  services_api_gateway_resource_terraform,
  services_api_gateway_rest_api_terraform,
  services_api_gateway_stage_terraform,
  services_api_gateway_usage_plan_terraform,
  services_app_runner_service_terraform,
  services_auto_scaling_auto_scaling_group_terraform,
  services_auto_scaling_launch_configuration_terraform,
  services_backup_backup_plan_terraform,
  services_backup_backup_selection_terraform,
  services_backup_backup_vault_terraform,
  services_certificate_manager_certificate_terraform,
  services_cloud_front_cloud_front_origin_access_identity_terraform,
  services_cloud_front_distribution_terraform,
  services_cloud_front_function_terraform,
  services_cloud_front_origin_access_control_terraform,
  services_cloud_front_response_headers_policy_terraform,
  services_cloud_trail_trail_terraform,
  services_cloud_watch_alarm_terraform,
  services_code_build_project_terraform,
  services_code_commit_repository_terraform,
  services_code_deploy_application_terraform,
  services_code_deploy_deployment_group_terraform,
  services_code_pipeline_pipeline_terraform,
  services_cognito_identity_pool_role_attachment_terraform,
  services_cognito_identity_pool_terraform,
  services_cognito_user_pool_client_terraform,
  services_cognito_user_pool_domain_terraform,
  services_cognito_user_pool_group_terraform,
  services_cognito_user_pool_terraform,
  services_config_config_rule_terraform,
  services_directory_service_microsoft_ad_terraform,
  services_directory_service_simple_ad_terraform,
  services_dms_endpoint_terraform,
  services_dms_replication_instance_terraform,
  services_dms_replication_subnet_group_terraform,
  services_dms_replication_task_terraform,
  services_doc_db_db_cluster_parameter_group_terraform,
  services_doc_db_db_cluster_terraform,
  services_doc_db_db_instance_terraform,
  services_doc_db_db_subnet_group_terraform,
  services_dynamo_db_table_terraform,
  services_ec2_egress_only_internet_gateway_terraform,
  services_ec2_eip_association_terraform,
  services_ec2_eip_terraform,
  services_ec2_flow_log_terraform,
  services_ec2_instance_groups_terraform,
  services_ec2_instance_terraform,
  services_ec2_internet_gateway_terraform,
  services_ec2_launch_template_terraform,
  services_ec2_nat_gateway_terraform,
  services_ec2_network_acl_egress_entry_terraform,
  services_ec2_network_acl_entry_terraform,
  services_ec2_network_acl_terraform,
  services_ec2_network_interface_attachment_terraform,
  services_ec2_network_interface_terraform,
  services_ec2_route_table_terraform,
  services_ec2_route_terraform,
  services_ec2_security_group_egress_terraform,
  services_ec2_security_group_ingress_terraform,
  services_ec2_security_group_terraform,
  services_ec2_subnet_network_acl_association_terraform,
  services_ec2_subnet_route_table_association_terraform,
  services_ec2_subnet_terraform,
  services_ec2_transit_gateway_vpc_attachment_terraform,
  services_ec2_transit_gateway_terraform,
  services_ec2_volume_attachment_terraform,
  services_ec2_volume_terraform,
  services_ec2_vpc_endpoint_terraform,
  services_ec2_vpc_gateway_attachment_terraform,
  services_ec2_vpc_peering_connection_terraform,
  services_ec2_vpc_terraform,
  services_iam_access_key_terraform,
  services_iam_group_policy_terraform,
  services_iam_group_terraform,
  services_iam_instance_profile_terraform,
  services_iam_managed_policy_terraform,
  services_iam_oidc_provider_terraform,
  services_iam_role_policy_terraform,
  services_iam_role_terraform,
  services_iam_saml_provider_terraform,
  services_iam_service_linked_role_terraform,
  services_iam_user_policy_terraform,
  services_iam_user_terraform,
  services_kms_alias_terraform,
  services_kms_key_terraform,
  services_lambda_alias_terraform,
  services_lambda_event_source_mapping_terraform,
  services_lambda_function_terraform,
  services_lambda_layer_version_terraform,
  services_lambda_permission_terraform,
  services_lambda_url_terraform,
  services_lambda_version_terraform,
  services_s3_bucket_policy_terraform,
  services_s3_bucket_terraform,
  services_secrets_manager_resource_policy_terraform,
  services_secrets_manager_rotation_schedule_terraform,
  services_secrets_manager_secret_terraform,
  services_sns_subscription_terraform,
  services_sns_topic_policy_terraform,
  services_sns_topic_terraform,
  services_sqs_queue_policy_terraform,
  services_sqs_queue_terraform,
];
