// Written by scripts/generate/catalog.ts. Do not edit: run `npm run generate`.
import type { TerraformKnowledge } from '../model/terraform.ts';
import services_access_analyzer_analyzer_terraform from './services/access-analyzer/analyzer.terraform.ts';
import services_amazon_mq_broker_terraform from './services/amazon-mq/broker.terraform.ts';
import services_amplify_app_terraform from './services/amplify/app.terraform.ts';
import services_api_gateway_v2_api_terraform from './services/api-gateway-v2/api.terraform.ts';
import services_api_gateway_v2_authorizer_terraform from './services/api-gateway-v2/authorizer.terraform.ts';
import services_api_gateway_v2_integration_terraform from './services/api-gateway-v2/integration.terraform.ts';
import services_api_gateway_v2_route_terraform from './services/api-gateway-v2/route.terraform.ts';
import services_api_gateway_v2_stage_terraform from './services/api-gateway-v2/stage.terraform.ts';
import services_api_gateway_v2_vpc_link_terraform from './services/api-gateway-v2/vpc-link.terraform.ts';
import services_api_gateway_authorizer_terraform from './services/api-gateway/authorizer.terraform.ts';
import services_api_gateway_deployment_terraform from './services/api-gateway/deployment.terraform.ts';
import services_api_gateway_domain_name_terraform from './services/api-gateway/domain-name.terraform.ts';
import services_api_gateway_method_terraform from './services/api-gateway/method.terraform.ts';
import services_api_gateway_resource_terraform from './services/api-gateway/resource.terraform.ts';
import services_api_gateway_rest_api_terraform from './services/api-gateway/rest-api.terraform.ts';
import services_api_gateway_stage_terraform from './services/api-gateway/stage.terraform.ts';
import services_api_gateway_usage_plan_terraform from './services/api-gateway/usage-plan.terraform.ts';
import services_api_gateway_vpc_link_terraform from './services/api-gateway/vpc-link.terraform.ts';
import services_app_runner_service_terraform from './services/app-runner/service.terraform.ts';
import services_app_sync_graph_ql_api_terraform from './services/app-sync/graph-ql-api.terraform.ts';
import services_application_auto_scaling_scalable_target_terraform from './services/application-auto-scaling/scalable-target.terraform.ts';
import services_athena_work_group_terraform from './services/athena/work-group.terraform.ts';
import services_auto_scaling_auto_scaling_group_terraform from './services/auto-scaling/auto-scaling-group.terraform.ts';
import services_auto_scaling_launch_configuration_terraform from './services/auto-scaling/launch-configuration.terraform.ts';
import services_backup_backup_plan_terraform from './services/backup/backup-plan.terraform.ts';
import services_backup_backup_selection_terraform from './services/backup/backup-selection.terraform.ts';
import services_backup_backup_vault_terraform from './services/backup/backup-vault.terraform.ts';
import services_batch_job_definition_terraform from './services/batch/job-definition.terraform.ts';
import services_batch_job_queue_terraform from './services/batch/job-queue.terraform.ts';
import services_bedrock_agent_core_browser_custom_terraform from './services/bedrock-agent-core/browser-custom.terraform.ts';
import services_bedrock_agent_core_code_interpreter_custom_terraform from './services/bedrock-agent-core/code-interpreter-custom.terraform.ts';
import services_bedrock_agent_core_runtime_terraform from './services/bedrock-agent-core/runtime.terraform.ts';
import services_bedrock_agent_terraform from './services/bedrock/agent.terraform.ts';
import services_certificate_manager_certificate_terraform from './services/certificate-manager/certificate.terraform.ts';
import services_cloud_formation_stack_set_terraform from './services/cloud-formation/stack-set.terraform.ts';
import services_cloud_formation_stack_terraform from './services/cloud-formation/stack.terraform.ts';
import services_cloud_front_cloud_front_origin_access_identity_terraform from './services/cloud-front/cloud-front-origin-access-identity.terraform.ts';
import services_cloud_front_distribution_terraform from './services/cloud-front/distribution.terraform.ts';
import services_cloud_front_function_terraform from './services/cloud-front/function.terraform.ts';
import services_cloud_front_origin_access_control_terraform from './services/cloud-front/origin-access-control.terraform.ts';
import services_cloud_front_response_headers_policy_terraform from './services/cloud-front/response-headers-policy.terraform.ts';
import services_cloud_trail_event_data_store_terraform from './services/cloud-trail/event-data-store.terraform.ts';
import services_cloud_trail_trail_terraform from './services/cloud-trail/trail.terraform.ts';
import services_cloud_watch_alarm_terraform from './services/cloud-watch/alarm.terraform.ts';
import services_cloud9_environment_ec2_terraform from './services/cloud9/environment-ec2.terraform.ts';
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
import services_config_configuration_aggregator_terraform from './services/config/configuration-aggregator.terraform.ts';
import services_config_configuration_recorder_terraform from './services/config/configuration-recorder.terraform.ts';
import services_dax_cluster_terraform from './services/dax/cluster.terraform.ts';
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
import services_dynamo_db_item_terraform from './services/dynamo-db/item.terraform.ts';
import services_dynamo_db_table_terraform from './services/dynamo-db/table.terraform.ts';
import services_ec2_carrier_gateway_terraform from './services/ec2/carrier-gateway.terraform.ts';
import services_ec2_client_vpn_authorization_rule_terraform from './services/ec2/client-vpn-authorization-rule.terraform.ts';
import services_ec2_client_vpn_endpoint_terraform from './services/ec2/client-vpn-endpoint.terraform.ts';
import services_ec2_client_vpn_target_network_association_terraform from './services/ec2/client-vpn-target-network-association.terraform.ts';
import services_ec2_customer_gateway_terraform from './services/ec2/customer-gateway.terraform.ts';
import services_ec2_egress_only_internet_gateway_terraform from './services/ec2/egress-only-internet-gateway.terraform.ts';
import services_ec2_eip_association_terraform from './services/ec2/eip-association.terraform.ts';
import services_ec2_eip_terraform from './services/ec2/eip.terraform.ts';
import services_ec2_flow_log_terraform from './services/ec2/flow-log.terraform.ts';
import services_ec2_gateway_route_table_association_terraform from './services/ec2/gateway-route-table-association.terraform.ts';
import services_ec2_instance_connect_endpoint_terraform from './services/ec2/instance-connect-endpoint.terraform.ts';
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
import services_ec2_prefix_list_terraform from './services/ec2/prefix-list.terraform.ts';
import services_ec2_route_table_terraform from './services/ec2/route-table.terraform.ts';
import services_ec2_route_terraform from './services/ec2/route.terraform.ts';
import services_ec2_security_group_egress_terraform from './services/ec2/security-group-egress.terraform.ts';
import services_ec2_security_group_ingress_terraform from './services/ec2/security-group-ingress.terraform.ts';
import services_ec2_security_group_vpc_association_terraform from './services/ec2/security-group-vpc-association.terraform.ts';
import services_ec2_security_group_terraform from './services/ec2/security-group.terraform.ts';
import services_ec2_snapshot_block_public_access_terraform from './services/ec2/snapshot-block-public-access.terraform.ts';
import services_ec2_subnet_network_acl_association_terraform from './services/ec2/subnet-network-acl-association.terraform.ts';
import services_ec2_subnet_route_table_association_terraform from './services/ec2/subnet-route-table-association.terraform.ts';
import services_ec2_subnet_terraform from './services/ec2/subnet.terraform.ts';
import services_ec2_transit_gateway_peering_attachment_terraform from './services/ec2/transit-gateway-peering-attachment.terraform.ts';
import services_ec2_transit_gateway_route_table_association_terraform from './services/ec2/transit-gateway-route-table-association.terraform.ts';
import services_ec2_transit_gateway_route_table_propagation_terraform from './services/ec2/transit-gateway-route-table-propagation.terraform.ts';
import services_ec2_transit_gateway_route_table_terraform from './services/ec2/transit-gateway-route-table.terraform.ts';
import services_ec2_transit_gateway_route_terraform from './services/ec2/transit-gateway-route.terraform.ts';
import services_ec2_transit_gateway_vpc_attachment_terraform from './services/ec2/transit-gateway-vpc-attachment.terraform.ts';
import services_ec2_transit_gateway_terraform from './services/ec2/transit-gateway.terraform.ts';
import services_ec2_volume_attachment_terraform from './services/ec2/volume-attachment.terraform.ts';
import services_ec2_volume_terraform from './services/ec2/volume.terraform.ts';
import services_ec2_vpc_block_public_access_exclusion_terraform from './services/ec2/vpc-block-public-access-exclusion.terraform.ts';
import services_ec2_vpc_block_public_access_options_terraform from './services/ec2/vpc-block-public-access-options.terraform.ts';
import services_ec2_vpc_cidr_block_terraform from './services/ec2/vpc-cidr-block.terraform.ts';
import services_ec2_vpc_endpoint_service_permissions_terraform from './services/ec2/vpc-endpoint-service-permissions.terraform.ts';
import services_ec2_vpc_endpoint_service_terraform from './services/ec2/vpc-endpoint-service.terraform.ts';
import services_ec2_vpc_endpoint_terraform from './services/ec2/vpc-endpoint.terraform.ts';
import services_ec2_vpc_gateway_attachment_terraform from './services/ec2/vpc-gateway-attachment.terraform.ts';
import services_ec2_vpc_peering_connection_terraform from './services/ec2/vpc-peering-connection.terraform.ts';
import services_ec2_vpc_terraform from './services/ec2/vpc.terraform.ts';
import services_ec2_vpn_connection_route_terraform from './services/ec2/vpn-connection-route.terraform.ts';
import services_ec2_vpn_connection_terraform from './services/ec2/vpn-connection.terraform.ts';
import services_ec2_vpn_gateway_route_propagation_terraform from './services/ec2/vpn-gateway-route-propagation.terraform.ts';
import services_ec2_vpn_gateway_terraform from './services/ec2/vpn-gateway.terraform.ts';
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
import services_elasti_cache_serverless_cache_terraform from './services/elasti-cache/serverless-cache.terraform.ts';
import services_elasti_cache_subnet_group_terraform from './services/elasti-cache/subnet-group.terraform.ts';
import services_elasti_cache_user_group_terraform from './services/elasti-cache/user-group.terraform.ts';
import services_elasti_cache_user_terraform from './services/elasti-cache/user.terraform.ts';
import services_elastic_beanstalk_environment_terraform from './services/elastic-beanstalk/environment.terraform.ts';
import services_elastic_load_balancing_v2_listener_certificate_terraform from './services/elastic-load-balancing-v2/listener-certificate.terraform.ts';
import services_elastic_load_balancing_v2_listener_rule_terraform from './services/elastic-load-balancing-v2/listener-rule.terraform.ts';
import services_elastic_load_balancing_v2_listener_terraform from './services/elastic-load-balancing-v2/listener.terraform.ts';
import services_elastic_load_balancing_v2_load_balancer_terraform from './services/elastic-load-balancing-v2/load-balancer.terraform.ts';
import services_elastic_load_balancing_v2_target_group_terraform from './services/elastic-load-balancing-v2/target-group.terraform.ts';
import services_elastic_load_balancing_load_balancer_terraform from './services/elastic-load-balancing/load-balancer.terraform.ts';
import services_elasticsearch_domain_terraform from './services/elasticsearch/domain.terraform.ts';
import services_emr_cluster_terraform from './services/emr/cluster.terraform.ts';
import services_emr_security_configuration_terraform from './services/emr/security-configuration.terraform.ts';
import services_events_event_bus_policy_terraform from './services/events/event-bus-policy.terraform.ts';
import services_events_event_bus_terraform from './services/events/event-bus.terraform.ts';
import services_events_rule_terraform from './services/events/rule.terraform.ts';
import services_global_accelerator_accelerator_terraform from './services/global-accelerator/accelerator.terraform.ts';
import services_global_accelerator_endpoint_group_terraform from './services/global-accelerator/endpoint-group.terraform.ts';
import services_global_accelerator_listener_terraform from './services/global-accelerator/listener.terraform.ts';
import services_glue_crawler_terraform from './services/glue/crawler.terraform.ts';
import services_glue_data_catalog_encryption_settings_terraform from './services/glue/data-catalog-encryption-settings.terraform.ts';
import services_glue_database_terraform from './services/glue/database.terraform.ts';
import services_glue_dev_endpoint_terraform from './services/glue/dev-endpoint.terraform.ts';
import services_glue_job_terraform from './services/glue/job.terraform.ts';
import services_glue_security_configuration_terraform from './services/glue/security-configuration.terraform.ts';
import services_glue_table_terraform from './services/glue/table.terraform.ts';
import services_guard_duty_detector_terraform from './services/guard-duty/detector.terraform.ts';
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
import services_iot_policy_principal_attachment_terraform from './services/iot/policy-principal-attachment.terraform.ts';
import services_iot_policy_terraform from './services/iot/policy.terraform.ts';
import services_iot_topic_rule_terraform from './services/iot/topic-rule.terraform.ts';
import services_kinesis_analytics_v2_application_terraform from './services/kinesis-analytics-v2/application.terraform.ts';
import services_kinesis_firehose_delivery_stream_terraform from './services/kinesis-firehose/delivery-stream.terraform.ts';
import services_kinesis_resource_policy_terraform from './services/kinesis/resource-policy.terraform.ts';
import services_kinesis_stream_terraform from './services/kinesis/stream.terraform.ts';
import services_kms_alias_terraform from './services/kms/alias.terraform.ts';
import services_kms_grant_terraform from './services/kms/grant.terraform.ts';
import services_kms_key_terraform from './services/kms/key.terraform.ts';
import services_lake_formation_data_lake_settings_terraform from './services/lake-formation/data-lake-settings.terraform.ts';
import services_lake_formation_principal_permissions_terraform from './services/lake-formation/principal-permissions.terraform.ts';
import services_lake_formation_resource_terraform from './services/lake-formation/resource.terraform.ts';
import services_lambda_alias_terraform from './services/lambda/alias.terraform.ts';
import services_lambda_code_signing_config_terraform from './services/lambda/code-signing-config.terraform.ts';
import services_lambda_event_invoke_config_terraform from './services/lambda/event-invoke-config.terraform.ts';
import services_lambda_event_source_mapping_terraform from './services/lambda/event-source-mapping.terraform.ts';
import services_lambda_function_terraform from './services/lambda/function.terraform.ts';
import services_lambda_layer_version_terraform from './services/lambda/layer-version.terraform.ts';
import services_lambda_permission_terraform from './services/lambda/permission.terraform.ts';
import services_lambda_url_terraform from './services/lambda/url.terraform.ts';
import services_lambda_version_terraform from './services/lambda/version.terraform.ts';
import services_logs_delivery_source_terraform from './services/logs/delivery-source.terraform.ts';
import services_logs_delivery_terraform from './services/logs/delivery.terraform.ts';
import services_logs_log_group_terraform from './services/logs/log-group.terraform.ts';
import services_logs_metric_filter_terraform from './services/logs/metric-filter.terraform.ts';
import services_logs_resource_policy_terraform from './services/logs/resource-policy.terraform.ts';
import services_logs_subscription_filter_terraform from './services/logs/subscription-filter.terraform.ts';
import services_macie_session_terraform from './services/macie/session.terraform.ts';
import services_msk_batch_scram_secret_terraform from './services/msk/batch-scram-secret.terraform.ts';
import services_msk_cluster_policy_terraform from './services/msk/cluster-policy.terraform.ts';
import services_msk_cluster_terraform from './services/msk/cluster.terraform.ts';
import services_msk_serverless_cluster_terraform from './services/msk/serverless-cluster.terraform.ts';
import services_mwaa_environment_terraform from './services/mwaa/environment.terraform.ts';
import services_neptune_db_cluster_parameter_group_terraform from './services/neptune/db-cluster-parameter-group.terraform.ts';
import services_neptune_db_cluster_terraform from './services/neptune/db-cluster.terraform.ts';
import services_neptune_db_instance_terraform from './services/neptune/db-instance.terraform.ts';
import services_neptune_db_parameter_group_terraform from './services/neptune/db-parameter-group.terraform.ts';
import services_neptune_db_subnet_group_terraform from './services/neptune/db-subnet-group.terraform.ts';
import services_network_firewall_firewall_policy_terraform from './services/network-firewall/firewall-policy.terraform.ts';
import services_network_firewall_firewall_terraform from './services/network-firewall/firewall.terraform.ts';
import services_open_search_serverless_access_policy_terraform from './services/open-search-serverless/access-policy.terraform.ts';
import services_open_search_serverless_collection_terraform from './services/open-search-serverless/collection.terraform.ts';
import services_open_search_serverless_security_policy_terraform from './services/open-search-serverless/security-policy.terraform.ts';
import services_open_search_service_domain_terraform from './services/open-search-service/domain.terraform.ts';
import services_ram_resource_share_terraform from './services/ram/resource-share.terraform.ts';
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
import services_roles_anywhere_profile_terraform from './services/roles-anywhere/profile.terraform.ts';
import services_roles_anywhere_trust_anchor_terraform from './services/roles-anywhere/trust-anchor.terraform.ts';
import services_route53_resolver_resolver_query_logging_config_association_terraform from './services/route53-resolver/resolver-query-logging-config-association.terraform.ts';
import services_route53_dnssec_terraform from './services/route53/dnssec.terraform.ts';
import services_route53_hosted_zone_terraform from './services/route53/hosted-zone.terraform.ts';
import services_route53_record_set_group_terraform from './services/route53/record-set-group.terraform.ts';
import services_route53_record_set_terraform from './services/route53/record-set.terraform.ts';
import services_s3_access_grant_terraform from './services/s3/access-grant.terraform.ts';
import services_s3_access_grants_instance_terraform from './services/s3/access-grants-instance.terraform.ts';
import services_s3_access_grants_location_terraform from './services/s3/access-grants-location.terraform.ts';
import services_s3_access_point_terraform from './services/s3/access-point.terraform.ts';
import services_s3_account_public_access_block_terraform from './services/s3/account-public-access-block.terraform.ts';
import services_s3_bucket_policy_terraform from './services/s3/bucket-policy.terraform.ts';
import services_s3_bucket_terraform from './services/s3/bucket.terraform.ts';
import services_s3_multi_region_access_point_policy_terraform from './services/s3/multi-region-access-point-policy.terraform.ts';
import services_s3_multi_region_access_point_terraform from './services/s3/multi-region-access-point.terraform.ts';
import services_s3_object_terraform from './services/s3/object.terraform.ts';
import services_sage_maker_data_quality_job_definition_terraform from './services/sage-maker/data-quality-job-definition.terraform.ts';
import services_sage_maker_domain_terraform from './services/sage-maker/domain.terraform.ts';
import services_sage_maker_endpoint_config_terraform from './services/sage-maker/endpoint-config.terraform.ts';
import services_sage_maker_model_terraform from './services/sage-maker/model.terraform.ts';
import services_sage_maker_notebook_instance_terraform from './services/sage-maker/notebook-instance.terraform.ts';
import services_sage_maker_user_profile_terraform from './services/sage-maker/user-profile.terraform.ts';
import services_scheduler_schedule_terraform from './services/scheduler/schedule.terraform.ts';
import services_secrets_manager_resource_policy_terraform from './services/secrets-manager/resource-policy.terraform.ts';
import services_secrets_manager_rotation_schedule_terraform from './services/secrets-manager/rotation-schedule.terraform.ts';
import services_secrets_manager_secret_terraform from './services/secrets-manager/secret.terraform.ts';
import services_security_hub_hub_terraform from './services/security-hub/hub.terraform.ts';
import services_sns_subscription_terraform from './services/sns/subscription.terraform.ts';
import services_sns_topic_policy_terraform from './services/sns/topic-policy.terraform.ts';
import services_sns_topic_terraform from './services/sns/topic.terraform.ts';
import services_sqs_queue_policy_terraform from './services/sqs/queue-policy.terraform.ts';
import services_sqs_queue_terraform from './services/sqs/queue.terraform.ts';
import services_ssm_parameter_terraform from './services/ssm/parameter.terraform.ts';
import services_sso_assignment_terraform from './services/sso/assignment.terraform.ts';
import services_sso_permission_set_terraform from './services/sso/permission-set.terraform.ts';
import services_step_functions_state_machine_terraform from './services/step-functions/state-machine.terraform.ts';
import services_synthetics_canary_terraform from './services/synthetics/canary.terraform.ts';
import services_timestream_database_terraform from './services/timestream/database.terraform.ts';
import services_transfer_server_terraform from './services/transfer/server.terraform.ts';
import services_wafv2_ip_set_terraform from './services/wafv2/ip-set.terraform.ts';
import services_wafv2_logging_configuration_terraform from './services/wafv2/logging-configuration.terraform.ts';
import services_wafv2_regex_pattern_set_terraform from './services/wafv2/regex-pattern-set.terraform.ts';
import services_wafv2_rule_group_terraform from './services/wafv2/rule-group.terraform.ts';
import services_wafv2_web_acl_association_terraform from './services/wafv2/web-acl-association.terraform.ts';
import services_wafv2_web_acl_terraform from './services/wafv2/web-acl.terraform.ts';
import services_work_spaces_workspace_terraform from './services/work-spaces/workspace.terraform.ts';

/** What the types of the AWS provider for Terraform are in the words of CloudFormation. */
export const terraformKnowledge: readonly TerraformKnowledge[] = [
  services_access_analyzer_analyzer_terraform,
  services_amazon_mq_broker_terraform,
  services_amplify_app_terraform,
  services_api_gateway_v2_api_terraform,
  services_api_gateway_v2_authorizer_terraform,
  services_api_gateway_v2_integration_terraform,
  services_api_gateway_v2_route_terraform,
  services_api_gateway_v2_stage_terraform,
  services_api_gateway_v2_vpc_link_terraform,
  services_api_gateway_authorizer_terraform,
  services_api_gateway_deployment_terraform,
  services_api_gateway_domain_name_terraform,
  services_api_gateway_method_terraform,
  services_api_gateway_resource_terraform,
  services_api_gateway_rest_api_terraform,
  services_api_gateway_stage_terraform,
  services_api_gateway_usage_plan_terraform,
  services_api_gateway_vpc_link_terraform,
  services_app_runner_service_terraform,
  services_app_sync_graph_ql_api_terraform,
  services_application_auto_scaling_scalable_target_terraform,
  services_athena_work_group_terraform,
  services_auto_scaling_auto_scaling_group_terraform,
  services_auto_scaling_launch_configuration_terraform,
  services_backup_backup_plan_terraform,
  services_backup_backup_selection_terraform,
  services_backup_backup_vault_terraform,
  services_batch_job_definition_terraform,
  services_batch_job_queue_terraform,
  services_bedrock_agent_core_browser_custom_terraform,
  services_bedrock_agent_core_code_interpreter_custom_terraform,
  services_bedrock_agent_core_runtime_terraform,
  services_bedrock_agent_terraform,
  services_certificate_manager_certificate_terraform,
  services_cloud_formation_stack_set_terraform,
  services_cloud_formation_stack_terraform,
  services_cloud_front_cloud_front_origin_access_identity_terraform,
  services_cloud_front_distribution_terraform,
  services_cloud_front_function_terraform,
  services_cloud_front_origin_access_control_terraform,
  services_cloud_front_response_headers_policy_terraform,
  services_cloud_trail_event_data_store_terraform,
  services_cloud_trail_trail_terraform,
  services_cloud_watch_alarm_terraform,
  services_cloud9_environment_ec2_terraform,
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
  services_config_configuration_aggregator_terraform,
  services_config_configuration_recorder_terraform,
  services_dax_cluster_terraform,
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
  services_dynamo_db_item_terraform,
  services_dynamo_db_table_terraform,
  services_ec2_carrier_gateway_terraform,
  services_ec2_client_vpn_authorization_rule_terraform,
  services_ec2_client_vpn_endpoint_terraform,
  services_ec2_client_vpn_target_network_association_terraform,
  services_ec2_customer_gateway_terraform,
  services_ec2_egress_only_internet_gateway_terraform,
  services_ec2_eip_association_terraform,
  services_ec2_eip_terraform,
  services_ec2_flow_log_terraform,
  services_ec2_gateway_route_table_association_terraform,
  services_ec2_instance_connect_endpoint_terraform,
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
  services_ec2_prefix_list_terraform,
  services_ec2_route_table_terraform,
  services_ec2_route_terraform,
  services_ec2_security_group_egress_terraform,
  services_ec2_security_group_ingress_terraform,
  services_ec2_security_group_vpc_association_terraform,
  services_ec2_security_group_terraform,
  services_ec2_snapshot_block_public_access_terraform,
  services_ec2_subnet_network_acl_association_terraform,
  services_ec2_subnet_route_table_association_terraform,
  services_ec2_subnet_terraform,
  services_ec2_transit_gateway_peering_attachment_terraform,
  services_ec2_transit_gateway_route_table_association_terraform,
  services_ec2_transit_gateway_route_table_propagation_terraform,
  services_ec2_transit_gateway_route_table_terraform,
  services_ec2_transit_gateway_route_terraform,
  services_ec2_transit_gateway_vpc_attachment_terraform,
  services_ec2_transit_gateway_terraform,
  services_ec2_volume_attachment_terraform,
  services_ec2_volume_terraform,
  services_ec2_vpc_block_public_access_exclusion_terraform,
  services_ec2_vpc_block_public_access_options_terraform,
  services_ec2_vpc_cidr_block_terraform,
  services_ec2_vpc_endpoint_service_permissions_terraform,
  services_ec2_vpc_endpoint_service_terraform,
  services_ec2_vpc_endpoint_terraform,
  services_ec2_vpc_gateway_attachment_terraform,
  services_ec2_vpc_peering_connection_terraform,
  services_ec2_vpc_terraform,
  services_ec2_vpn_connection_route_terraform,
  services_ec2_vpn_connection_terraform,
  services_ec2_vpn_gateway_route_propagation_terraform,
  services_ec2_vpn_gateway_terraform,
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
  services_elasti_cache_serverless_cache_terraform,
  services_elasti_cache_subnet_group_terraform,
  services_elasti_cache_user_group_terraform,
  services_elasti_cache_user_terraform,
  services_elastic_beanstalk_environment_terraform,
  services_elastic_load_balancing_v2_listener_certificate_terraform,
  services_elastic_load_balancing_v2_listener_rule_terraform,
  services_elastic_load_balancing_v2_listener_terraform,
  services_elastic_load_balancing_v2_load_balancer_terraform,
  services_elastic_load_balancing_v2_target_group_terraform,
  services_elastic_load_balancing_load_balancer_terraform,
  services_elasticsearch_domain_terraform,
  services_emr_cluster_terraform,
  services_emr_security_configuration_terraform,
  services_events_event_bus_policy_terraform,
  services_events_event_bus_terraform,
  services_events_rule_terraform,
  services_global_accelerator_accelerator_terraform,
  services_global_accelerator_endpoint_group_terraform,
  services_global_accelerator_listener_terraform,
  services_glue_crawler_terraform,
  services_glue_data_catalog_encryption_settings_terraform,
  services_glue_database_terraform,
  services_glue_dev_endpoint_terraform,
  services_glue_job_terraform,
  services_glue_security_configuration_terraform,
  services_glue_table_terraform,
  services_guard_duty_detector_terraform,
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
  services_iot_policy_principal_attachment_terraform,
  services_iot_policy_terraform,
  services_iot_topic_rule_terraform,
  services_kinesis_analytics_v2_application_terraform,
  services_kinesis_firehose_delivery_stream_terraform,
  services_kinesis_resource_policy_terraform,
  services_kinesis_stream_terraform,
  services_kms_alias_terraform,
  services_kms_grant_terraform,
  services_kms_key_terraform,
  services_lake_formation_data_lake_settings_terraform,
  services_lake_formation_principal_permissions_terraform,
  services_lake_formation_resource_terraform,
  services_lambda_alias_terraform,
  services_lambda_code_signing_config_terraform,
  services_lambda_event_invoke_config_terraform,
  services_lambda_event_source_mapping_terraform,
  services_lambda_function_terraform,
  services_lambda_layer_version_terraform,
  services_lambda_permission_terraform,
  services_lambda_url_terraform,
  services_lambda_version_terraform,
  services_logs_delivery_source_terraform,
  services_logs_delivery_terraform,
  services_logs_log_group_terraform,
  services_logs_metric_filter_terraform,
  services_logs_resource_policy_terraform,
  services_logs_subscription_filter_terraform,
  services_macie_session_terraform,
  services_msk_batch_scram_secret_terraform,
  services_msk_cluster_policy_terraform,
  services_msk_cluster_terraform,
  services_msk_serverless_cluster_terraform,
  services_mwaa_environment_terraform,
  services_neptune_db_cluster_parameter_group_terraform,
  services_neptune_db_cluster_terraform,
  services_neptune_db_instance_terraform,
  services_neptune_db_parameter_group_terraform,
  services_neptune_db_subnet_group_terraform,
  services_network_firewall_firewall_policy_terraform,
  services_network_firewall_firewall_terraform,
  services_open_search_serverless_access_policy_terraform,
  services_open_search_serverless_collection_terraform,
  services_open_search_serverless_security_policy_terraform,
  services_open_search_service_domain_terraform,
  services_ram_resource_share_terraform,
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
  services_roles_anywhere_profile_terraform,
  services_roles_anywhere_trust_anchor_terraform,
  services_route53_resolver_resolver_query_logging_config_association_terraform,
  services_route53_dnssec_terraform,
  services_route53_hosted_zone_terraform,
  services_route53_record_set_group_terraform,
  services_route53_record_set_terraform,
  services_s3_access_grant_terraform,
  services_s3_access_grants_instance_terraform,
  services_s3_access_grants_location_terraform,
  services_s3_access_point_terraform,
  services_s3_account_public_access_block_terraform,
  services_s3_bucket_policy_terraform,
  services_s3_bucket_terraform,
  services_s3_multi_region_access_point_policy_terraform,
  services_s3_multi_region_access_point_terraform,
  services_s3_object_terraform,
  services_sage_maker_data_quality_job_definition_terraform,
  services_sage_maker_domain_terraform,
  services_sage_maker_endpoint_config_terraform,
  services_sage_maker_model_terraform,
  services_sage_maker_notebook_instance_terraform,
  services_sage_maker_user_profile_terraform,
  services_scheduler_schedule_terraform,
  services_secrets_manager_resource_policy_terraform,
  services_secrets_manager_rotation_schedule_terraform,
  services_secrets_manager_secret_terraform,
  services_security_hub_hub_terraform,
  services_sns_subscription_terraform,
  services_sns_topic_policy_terraform,
  services_sns_topic_terraform,
  services_sqs_queue_policy_terraform,
  services_sqs_queue_terraform,
  services_ssm_parameter_terraform,
  services_sso_assignment_terraform,
  services_sso_permission_set_terraform,
  services_step_functions_state_machine_terraform,
  services_synthetics_canary_terraform,
  services_timestream_database_terraform,
  services_transfer_server_terraform,
  services_wafv2_ip_set_terraform,
  services_wafv2_logging_configuration_terraform,
  services_wafv2_regex_pattern_set_terraform,
  services_wafv2_rule_group_terraform,
  services_wafv2_web_acl_association_terraform,
  services_wafv2_web_acl_terraform,
  services_work_spaces_workspace_terraform,
];
