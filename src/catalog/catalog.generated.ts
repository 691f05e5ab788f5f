// Written by scripts/generate/catalog.ts. Do not edit: run `npm run generate`.
import type { IdentifiedMove } from '../model/attack.ts';
import type { IdentifiedControl } from '../model/control.ts';
import type { IdentifiedSource } from '../model/detection.ts';
import type { ServiceType } from '../model/service.ts';
import type { IdentifiedRule } from '../model/threat.ts';
import services_amazon_mq_broker from './services/amazon-mq/broker.ts';
import services_api_gateway_v2_api from './services/api-gateway-v2/api.ts';
import services_api_gateway_v2_authorizer from './services/api-gateway-v2/authorizer.ts';
import services_api_gateway_v2_integration from './services/api-gateway-v2/integration.ts';
import services_api_gateway_v2_route from './services/api-gateway-v2/route.ts';
import services_api_gateway_v2_stage from './services/api-gateway-v2/stage.ts';
import services_api_gateway_v2_vpc_link from './services/api-gateway-v2/vpc-link.ts';
import services_api_gateway_authorizer from './services/api-gateway/authorizer.ts';
import services_api_gateway_deployment from './services/api-gateway/deployment.ts';
import services_api_gateway_domain_name from './services/api-gateway/domain-name.ts';
import services_api_gateway_method from './services/api-gateway/method.ts';
import services_api_gateway_resource from './services/api-gateway/resource.ts';
import services_api_gateway_rest_api from './services/api-gateway/rest-api.ts';
import services_api_gateway_stage from './services/api-gateway/stage.ts';
import services_api_gateway_usage_plan from './services/api-gateway/usage-plan.ts';
import services_api_gateway_vpc_link from './services/api-gateway/vpc-link.ts';
import services_app_runner_service from './services/app-runner/service.ts';
import services_app_sync_graph_ql_api from './services/app-sync/graph-ql-api.ts';
import services_application_auto_scaling_scalable_target from './services/application-auto-scaling/scalable-target.ts';
import services_athena_work_group from './services/athena/work-group.ts';
import services_auto_scaling_auto_scaling_group from './services/auto-scaling/auto-scaling-group.ts';
import services_auto_scaling_launch_configuration from './services/auto-scaling/launch-configuration.ts';
import services_backup_backup_plan from './services/backup/backup-plan.ts';
import services_backup_backup_selection from './services/backup/backup-selection.ts';
import services_backup_backup_vault from './services/backup/backup-vault.ts';
import services_bedrock_agent from './services/bedrock/agent.ts';
import services_certificate_manager_certificate from './services/certificate-manager/certificate.ts';
import services_cloud_formation_custom_resource from './services/cloud-formation/custom-resource.ts';
import services_cloud_formation_stack_set from './services/cloud-formation/stack-set.ts';
import services_cloud_formation_stack from './services/cloud-formation/stack.ts';
import services_cloud_formation_wait_condition_handle from './services/cloud-formation/wait-condition-handle.ts';
import services_cloud_front_cloud_front_origin_access_identity from './services/cloud-front/cloud-front-origin-access-identity.ts';
import services_cloud_front_distribution from './services/cloud-front/distribution.ts';
import services_cloud_front_function from './services/cloud-front/function.ts';
import services_cloud_front_origin_access_control from './services/cloud-front/origin-access-control.ts';
import services_cloud_front_response_headers_policy from './services/cloud-front/response-headers-policy.ts';
import services_cloud_trail_trail from './services/cloud-trail/trail.ts';
import services_cloud_watch_alarm from './services/cloud-watch/alarm.ts';
import services_cloud9_environment_ec2 from './services/cloud9/environment-ec2.ts';
import services_code_build_project from './services/code-build/project.ts';
import services_code_commit_repository from './services/code-commit/repository.ts';
import services_code_deploy_application from './services/code-deploy/application.ts';
import services_code_deploy_deployment_group from './services/code-deploy/deployment-group.ts';
import services_code_pipeline_pipeline from './services/code-pipeline/pipeline.ts';
import services_cognito_identity_pool_role_attachment from './services/cognito/identity-pool-role-attachment.ts';
import services_cognito_identity_pool from './services/cognito/identity-pool.ts';
import services_cognito_user_pool_client from './services/cognito/user-pool-client.ts';
import services_cognito_user_pool_domain from './services/cognito/user-pool-domain.ts';
import services_cognito_user_pool_group from './services/cognito/user-pool-group.ts';
import services_cognito_user_pool from './services/cognito/user-pool.ts';
import services_config_config_rule from './services/config/config-rule.ts';
import services_config_configuration_aggregator from './services/config/configuration-aggregator.ts';
import services_dax_cluster from './services/dax/cluster.ts';
import services_directory_service_microsoft_ad from './services/directory-service/microsoft-ad.ts';
import services_directory_service_simple_ad from './services/directory-service/simple-ad.ts';
import services_dms_endpoint from './services/dms/endpoint.ts';
import services_dms_replication_instance from './services/dms/replication-instance.ts';
import services_dms_replication_subnet_group from './services/dms/replication-subnet-group.ts';
import services_dms_replication_task from './services/dms/replication-task.ts';
import services_doc_db_db_cluster_parameter_group from './services/doc-db/db-cluster-parameter-group.ts';
import services_doc_db_db_cluster from './services/doc-db/db-cluster.ts';
import services_doc_db_db_instance from './services/doc-db/db-instance.ts';
import services_doc_db_db_subnet_group from './services/doc-db/db-subnet-group.ts';
import services_dynamo_db_global_table from './services/dynamo-db/global-table.ts';
import services_dynamo_db_item from './services/dynamo-db/item.ts';
import services_dynamo_db_table from './services/dynamo-db/table.ts';
import services_ec2_carrier_gateway from './services/ec2/carrier-gateway.ts';
import services_ec2_client_vpn_endpoint from './services/ec2/client-vpn-endpoint.ts';
import services_ec2_customer_gateway from './services/ec2/customer-gateway.ts';
import services_ec2_egress_only_internet_gateway from './services/ec2/egress-only-internet-gateway.ts';
import services_ec2_eip_association from './services/ec2/eip-association.ts';
import services_ec2_eip from './services/ec2/eip.ts';
import services_ec2_flow_log from './services/ec2/flow-log.ts';
import services_ec2_gateway_route_table_association from './services/ec2/gateway-route-table-association.ts';
import services_ec2_instance_connect_endpoint from './services/ec2/instance-connect-endpoint.ts';
import services_ec2_instance from './services/ec2/instance.ts';
import services_ec2_internet_gateway from './services/ec2/internet-gateway.ts';
import services_ec2_launch_template from './services/ec2/launch-template.ts';
import services_ec2_nat_gateway from './services/ec2/nat-gateway.ts';
import services_ec2_network_acl_entry from './services/ec2/network-acl-entry.ts';
import services_ec2_network_acl from './services/ec2/network-acl.ts';
import services_ec2_network_interface from './services/ec2/network-interface.ts';
import services_ec2_prefix_list from './services/ec2/prefix-list.ts';
import services_ec2_route_table from './services/ec2/route-table.ts';
import services_ec2_route from './services/ec2/route.ts';
import services_ec2_security_group_egress from './services/ec2/security-group-egress.ts';
import services_ec2_security_group_ingress from './services/ec2/security-group-ingress.ts';
import services_ec2_security_group_vpc_association from './services/ec2/security-group-vpc-association.ts';
import services_ec2_security_group from './services/ec2/security-group.ts';
import services_ec2_snapshot_block_public_access from './services/ec2/snapshot-block-public-access.ts';
import services_ec2_subnet_cidr_block from './services/ec2/subnet-cidr-block.ts';
import services_ec2_subnet_network_acl_association from './services/ec2/subnet-network-acl-association.ts';
import services_ec2_subnet_route_table_association from './services/ec2/subnet-route-table-association.ts';
import services_ec2_subnet from './services/ec2/subnet.ts';
import services_ec2_transit_gateway_attachment from './services/ec2/transit-gateway-attachment.ts';
import services_ec2_transit_gateway_peering_attachment from './services/ec2/transit-gateway-peering-attachment.ts';
import services_ec2_transit_gateway_route_table_association from './services/ec2/transit-gateway-route-table-association.ts';
import services_ec2_transit_gateway_route_table_propagation from './services/ec2/transit-gateway-route-table-propagation.ts';
import services_ec2_transit_gateway_route_table from './services/ec2/transit-gateway-route-table.ts';
import services_ec2_transit_gateway_route from './services/ec2/transit-gateway-route.ts';
import services_ec2_transit_gateway_vpc_attachment from './services/ec2/transit-gateway-vpc-attachment.ts';
import services_ec2_transit_gateway from './services/ec2/transit-gateway.ts';
import services_ec2_volume from './services/ec2/volume.ts';
import services_ec2_vpc_block_public_access_exclusion from './services/ec2/vpc-block-public-access-exclusion.ts';
import services_ec2_vpc_block_public_access_options from './services/ec2/vpc-block-public-access-options.ts';
import services_ec2_vpc_cidr_block from './services/ec2/vpc-cidr-block.ts';
import services_ec2_vpc_endpoint_service_permissions from './services/ec2/vpc-endpoint-service-permissions.ts';
import services_ec2_vpc_endpoint_service from './services/ec2/vpc-endpoint-service.ts';
import services_ec2_vpc_endpoint from './services/ec2/vpc-endpoint.ts';
import services_ec2_vpc_gateway_attachment from './services/ec2/vpc-gateway-attachment.ts';
import services_ec2_vpc_peering_connection from './services/ec2/vpc-peering-connection.ts';
import services_ec2_vpc from './services/ec2/vpc.ts';
import services_ec2_vpn_connection_route from './services/ec2/vpn-connection-route.ts';
import services_ec2_vpn_connection from './services/ec2/vpn-connection.ts';
import services_ec2_vpn_gateway_route_propagation from './services/ec2/vpn-gateway-route-propagation.ts';
import services_ec2_vpn_gateway from './services/ec2/vpn-gateway.ts';
import services_ecr_repository from './services/ecr/repository.ts';
import services_ecs_cluster from './services/ecs/cluster.ts';
import services_ecs_service from './services/ecs/service.ts';
import services_ecs_task_definition from './services/ecs/task-definition.ts';
import services_efs_file_system from './services/efs/file-system.ts';
import services_efs_mount_target from './services/efs/mount-target.ts';
import services_eks_cluster from './services/eks/cluster.ts';
import services_eks_nodegroup from './services/eks/nodegroup.ts';
import services_elasti_cache_cache_cluster from './services/elasti-cache/cache-cluster.ts';
import services_elasti_cache_replication_group from './services/elasti-cache/replication-group.ts';
import services_elasti_cache_serverless_cache from './services/elasti-cache/serverless-cache.ts';
import services_elastic_beanstalk_environment from './services/elastic-beanstalk/environment.ts';
import services_elastic_load_balancing_v2_listener_certificate from './services/elastic-load-balancing-v2/listener-certificate.ts';
import services_elastic_load_balancing_v2_listener_rule from './services/elastic-load-balancing-v2/listener-rule.ts';
import services_elastic_load_balancing_v2_listener from './services/elastic-load-balancing-v2/listener.ts';
import services_elastic_load_balancing_v2_load_balancer from './services/elastic-load-balancing-v2/load-balancer.ts';
import services_elastic_load_balancing_v2_target_group from './services/elastic-load-balancing-v2/target-group.ts';
import services_elastic_load_balancing_load_balancer from './services/elastic-load-balancing/load-balancer.ts';
import services_elasticsearch_domain from './services/elasticsearch/domain.ts';
import services_emr_cluster from './services/emr/cluster.ts';
import services_emr_security_configuration from './services/emr/security-configuration.ts';
import services_events_event_bus_policy from './services/events/event-bus-policy.ts';
import services_events_event_bus from './services/events/event-bus.ts';
import services_events_rule from './services/events/rule.ts';
import services_global_accelerator_accelerator from './services/global-accelerator/accelerator.ts';
import services_global_accelerator_endpoint_group from './services/global-accelerator/endpoint-group.ts';
import services_global_accelerator_listener from './services/global-accelerator/listener.ts';
import services_glue_crawler from './services/glue/crawler.ts';
import services_glue_data_catalog_encryption_settings from './services/glue/data-catalog-encryption-settings.ts';
import services_glue_dev_endpoint from './services/glue/dev-endpoint.ts';
import services_glue_job from './services/glue/job.ts';
import services_glue_security_configuration from './services/glue/security-configuration.ts';
import services_guard_duty_detector from './services/guard-duty/detector.ts';
import services_iam_access_key from './services/iam/access-key.ts';
import services_iam_group_policy from './services/iam/group-policy.ts';
import services_iam_group from './services/iam/group.ts';
import services_iam_instance_profile from './services/iam/instance-profile.ts';
import services_iam_managed_policy from './services/iam/managed-policy.ts';
import services_iam_oidc_provider from './services/iam/oidc-provider.ts';
import services_iam_policy from './services/iam/policy.ts';
import services_iam_role_policy from './services/iam/role-policy.ts';
import services_iam_role from './services/iam/role.ts';
import services_iam_saml_provider from './services/iam/saml-provider.ts';
import services_iam_service_linked_role from './services/iam/service-linked-role.ts';
import services_iam_user_policy from './services/iam/user-policy.ts';
import services_iam_user_to_group_addition from './services/iam/user-to-group-addition.ts';
import services_iam_user from './services/iam/user.ts';
import services_iot_policy from './services/iot/policy.ts';
import services_iot_topic_rule from './services/iot/topic-rule.ts';
import services_kinesis_analytics_v2_application from './services/kinesis-analytics-v2/application.ts';
import services_kinesis_firehose_delivery_stream from './services/kinesis-firehose/delivery-stream.ts';
import services_kinesis_stream from './services/kinesis/stream.ts';
import services_kms_alias from './services/kms/alias.ts';
import services_kms_grant from './services/kms/grant.ts';
import services_kms_key from './services/kms/key.ts';
import services_lambda_alias from './services/lambda/alias.ts';
import services_lambda_event_invoke_config from './services/lambda/event-invoke-config.ts';
import services_lambda_event_source_mapping from './services/lambda/event-source-mapping.ts';
import services_lambda_function from './services/lambda/function.ts';
import services_lambda_layer_version from './services/lambda/layer-version.ts';
import services_lambda_permission from './services/lambda/permission.ts';
import services_lambda_url from './services/lambda/url.ts';
import services_lambda_version from './services/lambda/version.ts';
import services_lex_bot_alias from './services/lex/bot-alias.ts';
import services_logs_delivery_source from './services/logs/delivery-source.ts';
import services_logs_delivery from './services/logs/delivery.ts';
import services_logs_log_group from './services/logs/log-group.ts';
import services_msk_cluster from './services/msk/cluster.ts';
import services_mwaa_environment from './services/mwaa/environment.ts';
import services_neptune_db_cluster_parameter_group from './services/neptune/db-cluster-parameter-group.ts';
import services_neptune_db_cluster from './services/neptune/db-cluster.ts';
import services_neptune_db_instance from './services/neptune/db-instance.ts';
import services_neptune_db_parameter_group from './services/neptune/db-parameter-group.ts';
import services_neptune_db_subnet_group from './services/neptune/db-subnet-group.ts';
import services_network_firewall_firewall_policy from './services/network-firewall/firewall-policy.ts';
import services_network_firewall_firewall from './services/network-firewall/firewall.ts';
import services_open_search_serverless_access_policy from './services/open-search-serverless/access-policy.ts';
import services_open_search_serverless_collection from './services/open-search-serverless/collection.ts';
import services_open_search_serverless_security_policy from './services/open-search-serverless/security-policy.ts';
import services_open_search_service_domain from './services/open-search-service/domain.ts';
import services_ram_resource_share from './services/ram/resource-share.ts';
import services_rds_db_cluster from './services/rds/db-cluster.ts';
import services_rds_db_instance from './services/rds/db-instance.ts';
import services_rds_db_parameter_group from './services/rds/db-parameter-group.ts';
import services_rds_db_subnet_group from './services/rds/db-subnet-group.ts';
import services_redshift_cluster_parameter_group from './services/redshift/cluster-parameter-group.ts';
import services_redshift_cluster from './services/redshift/cluster.ts';
import services_roles_anywhere_profile from './services/roles-anywhere/profile.ts';
import services_roles_anywhere_trust_anchor from './services/roles-anywhere/trust-anchor.ts';
import services_route53_hosted_zone from './services/route53/hosted-zone.ts';
import services_route53_record_set_group from './services/route53/record-set-group.ts';
import services_route53_record_set from './services/route53/record-set.ts';
import services_s3_access_point from './services/s3/access-point.ts';
import services_s3_account_public_access_block from './services/s3/account-public-access-block.ts';
import services_s3_bucket_policy from './services/s3/bucket-policy.ts';
import services_s3_bucket from './services/s3/bucket.ts';
import services_s3_multi_region_access_point from './services/s3/multi-region-access-point.ts';
import services_s3_object from './services/s3/object.ts';
import services_sage_maker_data_quality_job_definition from './services/sage-maker/data-quality-job-definition.ts';
import services_sage_maker_domain from './services/sage-maker/domain.ts';
import services_sage_maker_endpoint_config from './services/sage-maker/endpoint-config.ts';
import services_sage_maker_model from './services/sage-maker/model.ts';
import services_sage_maker_notebook_instance from './services/sage-maker/notebook-instance.ts';
import services_secrets_manager_resource_policy from './services/secrets-manager/resource-policy.ts';
import services_secrets_manager_rotation_schedule from './services/secrets-manager/rotation-schedule.ts';
import services_secrets_manager_secret_target_attachment from './services/secrets-manager/secret-target-attachment.ts';
import services_secrets_manager_secret from './services/secrets-manager/secret.ts';
import services_sns_subscription from './services/sns/subscription.ts';
import services_sns_topic_policy from './services/sns/topic-policy.ts';
import services_sns_topic from './services/sns/topic.ts';
import services_sqs_queue_policy from './services/sqs/queue-policy.ts';
import services_sqs_queue from './services/sqs/queue.ts';
import services_ssm_parameter from './services/ssm/parameter.ts';
import services_sso_assignment from './services/sso/assignment.ts';
import services_sso_permission_set from './services/sso/permission-set.ts';
import services_step_functions_state_machine from './services/step-functions/state-machine.ts';
import services_timestream_database from './services/timestream/database.ts';
import services_transfer_server from './services/transfer/server.ts';
import services_wafv2_logging_configuration from './services/wafv2/logging-configuration.ts';
import services_wafv2_web_acl_association from './services/wafv2/web-acl-association.ts';
import services_wafv2_web_acl from './services/wafv2/web-acl.ts';
import services_work_spaces_workspace from './services/work-spaces/workspace.ts';
import threats_api_no_access_logs from './threats/api/no-access-logs/no-access-logs.ts';
import threats_api_no_client_certificate from './threats/api/no-client-certificate/no-client-certificate.ts';
import threats_api_no_request_validation from './threats/api/no-request-validation/no-request-validation.ts';
import threats_api_no_throttling from './threats/api/no-throttling/no-throttling.ts';
import threats_api_open_cors from './threats/api/open-cors/open-cors.ts';
import threats_api_public_invoke from './threats/api/public-invoke/public-invoke.ts';
import threats_api_shared_backend_rights from './threats/api/shared-backend-rights/shared-backend-rights.ts';
import threats_api_unauthenticated_endpoint from './threats/api/unauthenticated-endpoint/unauthenticated-endpoint.ts';
import threats_compute_host_files_mounted from './threats/compute/host-files-mounted/host-files-mounted.ts';
import threats_compute_host_network from './threats/compute/host-network/host-network.ts';
import threats_compute_metadata_beyond_host from './threats/compute/metadata-beyond-host/metadata-beyond-host.ts';
import threats_compute_metadata_token_optional from './threats/compute/metadata-token-optional/metadata-token-optional.ts';
import threats_compute_no_automatic_updates from './threats/compute/no-automatic-updates/no-automatic-updates.ts';
import threats_compute_privileged_container from './threats/compute/privileged-container/privileged-container.ts';
import threats_compute_root_user from './threats/compute/root-user/root-user.ts';
import threats_compute_shared_concurrency from './threats/compute/shared-concurrency/shared-concurrency.ts';
import threats_compute_single_instance from './threats/compute/single-instance/single-instance.ts';
import threats_compute_unsupported_software from './threats/compute/unsupported-software/unsupported-software.ts';
import threats_compute_writable_root from './threats/compute/writable-root/writable-root.ts';
import threats_data_administrator_sign_in from './threats/data/administrator-sign-in/administrator-sign-in.ts';
import threats_data_client_overrides from './threats/data/client-overrides/client-overrides.ts';
import threats_data_cross_account_access from './threats/data/cross-account-access/cross-account-access.ts';
import threats_data_database_in_public_subnet from './threats/data/database-in-public-subnet/database-in-public-subnet.ts';
import threats_data_no_authentication from './threats/data/no-authentication/no-authentication.ts';
import threats_data_no_backup from './threats/data/no-backup/no-backup.ts';
import threats_data_no_deletion_protection from './threats/data/no-deletion-protection/no-deletion-protection.ts';
import threats_data_no_versioning from './threats/data/no-versioning/no-versioning.ts';
import threats_data_not_immutable from './threats/data/not-immutable/not-immutable.ts';
import threats_data_password_sign_in from './threats/data/password-sign-in/password-sign-in.ts';
import threats_data_plaintext_between_nodes from './threats/data/plaintext-between-nodes/plaintext-between-nodes.ts';
import threats_data_plaintext_mount from './threats/data/plaintext-mount/plaintext-mount.ts';
import threats_data_plaintext_transport_allowed from './threats/data/plaintext-transport-allowed/plaintext-transport-allowed.ts';
import threats_data_provider_key from './threats/data/provider-key/provider-key.ts';
import threats_data_public_access_not_blocked from './threats/data/public-access-not-blocked/public-access-not-blocked.ts';
import threats_data_public_read from './threats/data/public-read/public-read.ts';
import threats_data_public_write from './threats/data/public-write/public-write.ts';
import threats_data_short_backup from './threats/data/short-backup/short-backup.ts';
import threats_data_unencrypted_at_rest from './threats/data/unencrypted-at-rest/unencrypted-at-rest.ts';
import threats_data_whole_record_set_copied from './threats/data/whole-record-set-copied/whole-record-set-copied.ts';
import threats_data_wide_resource_policy from './threats/data/wide-resource-policy/wide-resource-policy.ts';
import threats_edge_known_attacks_let_through from './threats/edge/known-attacks-let-through/known-attacks-let-through.ts';
import threats_edge_malformed_headers from './threats/edge/malformed-headers/malformed-headers.ts';
import threats_edge_no_security_headers from './threats/edge/no-security-headers/no-security-headers.ts';
import threats_edge_no_web_acl from './threats/edge/no-web-acl/no-web-acl.ts';
import threats_edge_origin_bypass from './threats/edge/origin-bypass/origin-bypass.ts';
import threats_edge_plain_listener from './threats/edge/plain-listener/plain-listener.ts';
import threats_edge_plaintext_to_origin from './threats/edge/plaintext-to-origin/plaintext-to-origin.ts';
import threats_edge_unsigned_origin from './threats/edge/unsigned-origin/unsigned-origin.ts';
import threats_edge_viewer_http from './threats/edge/viewer-http/viewer-http.ts';
import threats_edge_weak_tls from './threats/edge/weak-tls/weak-tls.ts';
import threats_edge_wildcard_certificate from './threats/edge/wildcard-certificate/wildcard-certificate.ts';
import threats_identity_administrator_role from './threats/identity/administrator-role/administrator-role.ts';
import threats_identity_confused_deputy from './threats/identity/confused-deputy/confused-deputy.ts';
import threats_identity_cross_account_without_external_id from './threats/identity/cross-account-without-external-id/cross-account-without-external-id.ts';
import threats_identity_federation_too_wide from './threats/identity/federation-too-wide/federation-too-wide.ts';
import threats_identity_guest_credentials from './threats/identity/guest-credentials/guest-credentials.ts';
import threats_identity_long_lived_keys from './threats/identity/long-lived-keys/long-lived-keys.ts';
import threats_identity_no_mfa from './threats/identity/no-mfa/no-mfa.ts';
import threats_identity_no_risk_based_sign_in from './threats/identity/no-risk-based-sign-in/no-risk-based-sign-in.ts';
import threats_identity_open_sign_up from './threats/identity/open-sign-up/open-sign-up.ts';
import threats_identity_privilege_escalation_rights from './threats/identity/privilege-escalation-rights/privilege-escalation-rights.ts';
import threats_identity_rights_on_user from './threats/identity/rights-on-user/rights-on-user.ts';
import threats_identity_trust_any_account from './threats/identity/trust-any-account/trust-any-account.ts';
import threats_identity_weak_passwords from './threats/identity/weak-passwords/weak-passwords.ts';
import threats_identity_well_known_administrator from './threats/identity/well-known-administrator/well-known-administrator.ts';
import threats_identity_wide_device_policy from './threats/identity/wide-device-policy/wide-device-policy.ts';
import threats_identity_wide_policy from './threats/identity/wide-policy/wide-policy.ts';
import threats_identity_wildcard_rights from './threats/identity/wildcard-rights/wildcard-rights.ts';
import threats_keys_no_rotation from './threats/keys/no-rotation/no-rotation.ts';
import threats_keys_open_key_policy from './threats/keys/open-key-policy/open-key-policy.ts';
import threats_logging_alarm_without_action from './threats/logging/alarm-without-action/alarm-without-action.ts';
import threats_logging_delivery_blocked from './threats/logging/delivery-blocked/delivery-blocked.ts';
import threats_logging_no_audit_logs from './threats/logging/no-audit-logs/no-audit-logs.ts';
import threats_logging_no_retention from './threats/logging/no-retention/no-retention.ts';
import threats_logging_no_service_logs from './threats/logging/no-service-logs/no-service-logs.ts';
import threats_logging_threat_detection_off from './threats/logging/threat-detection-off/threat-detection-off.ts';
import threats_logging_trail_not_watched from './threats/logging/trail-not-watched/trail-not-watched.ts';
import threats_logging_trail_off from './threats/logging/trail-off/trail-off.ts';
import threats_logging_trail_single_region from './threats/logging/trail-single-region/trail-single-region.ts';
import threats_logging_trail_unvalidated from './threats/logging/trail-unvalidated/trail-unvalidated.ts';
import threats_network_admin_port_open from './threats/network/admin-port-open/admin-port-open.ts';
import threats_network_any_port_open from './threats/network/any-port-open/any-port-open.ts';
import threats_network_database_port_open from './threats/network/database-port-open/database-port-open.ts';
import threats_network_firewall_passes_by_default from './threats/network/firewall-passes-by-default/firewall-passes-by-default.ts';
import threats_network_no_flow_logs from './threats/network/no-flow-logs/no-flow-logs.ts';
import threats_network_open_egress from './threats/network/open-egress/open-egress.ts';
import threats_network_plaintext_connection from './threats/network/plaintext-connection/plaintext-connection.ts';
import threats_network_port_open_to_internet from './threats/network/port-open-to-internet/port-open-to-internet.ts';
import threats_network_public_address from './threats/network/public-address/public-address.ts';
import threats_network_public_service_endpoint from './threats/network/public-service-endpoint/public-service-endpoint.ts';
import threats_network_traffic_past_vpc from './threats/network/traffic-past-vpc/traffic-past-vpc.ts';
import threats_network_unintended_internet_exposure from './threats/network/unintended-internet-exposure/unintended-internet-exposure.ts';
import threats_network_unreviewed_connections from './threats/network/unreviewed-connections/unreviewed-connections.ts';
import threats_network_wide_network_acl from './threats/network/wide-network-acl/wide-network-acl.ts';
import threats_pipeline_powerful_build_role from './threats/pipeline/powerful-build-role/powerful-build-role.ts';
import threats_resilience_fixed_capacity from './threats/resilience/fixed-capacity/fixed-capacity.ts';
import threats_resilience_missed_recovery_objective from './threats/resilience/missed-recovery-objective/missed-recovery-objective.ts';
import threats_resilience_no_cross_zone from './threats/resilience/no-cross-zone/no-cross-zone.ts';
import threats_resilience_no_dead_letters from './threats/resilience/no-dead-letters/no-dead-letters.ts';
import threats_resilience_no_dedicated_managers from './threats/resilience/no-dedicated-managers/no-dedicated-managers.ts';
import threats_resilience_no_health_check from './threats/resilience/no-health-check/no-health-check.ts';
import threats_resilience_no_multi_zone from './threats/resilience/no-multi-zone/no-multi-zone.ts';
import threats_resilience_no_second_region from './threats/resilience/no-second-region/no-second-region.ts';
import threats_resilience_no_termination_protection from './threats/resilience/no-termination-protection/no-termination-protection.ts';
import threats_resilience_single_account_replica from './threats/resilience/single-account-replica/single-account-replica.ts';
import threats_secrets_in_clear from './threats/secrets/in-clear/in-clear.ts';
import threats_secrets_no_rotation from './threats/secrets/no-rotation/no-rotation.ts';
import threats_secrets_shown_by_configuration from './threats/secrets/shown-by-configuration/shown-by-configuration.ts';
import threats_supply_chain_code_from_foreign_place from './threats/supply-chain/code-from-foreign-place/code-from-foreign-place.ts';
import threats_supply_chain_mutable_image_tags from './threats/supply-chain/mutable-image-tags/mutable-image-tags.ts';
import threats_supply_chain_script_from_internet from './threats/supply-chain/script-from-internet/script-from-internet.ts';
import threats_supply_chain_unpinned_code from './threats/supply-chain/unpinned-code/unpinned-code.ts';
import threats_supply_chain_unscanned_images from './threats/supply-chain/unscanned-images/unscanned-images.ts';
import moves_compute_add_cluster_steps from './moves/compute/add-cluster-steps.ts';
import moves_compute_connect_to_instance from './moves/compute/connect-to-instance.ts';
import moves_compute_deploy_revision from './moves/compute/deploy-revision.ts';
import moves_compute_enter_cluster from './moves/compute/enter-cluster.ts';
import moves_compute_give_work_to_batch_operations from './moves/compute/give-work-to-batch-operations.ts';
import moves_compute_give_work_to_data_transfer from './moves/compute/give-work-to-data-transfer.ts';
import moves_compute_give_work_to_database_migration from './moves/compute/give-work-to-database-migration.ts';
import moves_compute_give_work_to_event_rule from './moves/compute/give-work-to-event-rule.ts';
import moves_compute_give_work_to_experiment from './moves/compute/give-work-to-experiment.ts';
import moves_compute_give_work_to_file_server from './moves/compute/give-work-to-file-server.ts';
import moves_compute_give_work_to_pipe from './moves/compute/give-work-to-pipe.ts';
import moves_compute_give_work_to_stack_set from './moves/compute/give-work-to-stack-set.ts';
import moves_compute_give_work_to_topic_rule from './moves/compute/give-work-to-topic-rule.ts';
import moves_compute_let_commands_in from './moves/compute/let-commands-in.ts';
import moves_compute_pass_role_to_activation from './moves/compute/pass-role-to-activation.ts';
import moves_compute_pass_role_to_agent_tool from './moves/compute/pass-role-to-agent-tool.ts';
import moves_compute_pass_role_to_airflow from './moves/compute/pass-role-to-airflow.ts';
import moves_compute_pass_role_to_app_runner from './moves/compute/pass-role-to-app-runner.ts';
import moves_compute_pass_role_to_automation from './moves/compute/pass-role-to-automation.ts';
import moves_compute_pass_role_to_batch_job from './moves/compute/pass-role-to-batch-job.ts';
import moves_compute_pass_role_to_beanstalk from './moves/compute/pass-role-to-beanstalk.ts';
import moves_compute_pass_role_to_build from './moves/compute/pass-role-to-build.ts';
import moves_compute_pass_role_to_canary from './moves/compute/pass-role-to-canary.ts';
import moves_compute_pass_role_to_data_pipeline from './moves/compute/pass-role-to-data-pipeline.ts';
import moves_compute_pass_role_to_emr_cluster from './moves/compute/pass-role-to-emr-cluster.ts';
import moves_compute_pass_role_to_emr_serverless from './moves/compute/pass-role-to-emr-serverless.ts';
import moves_compute_pass_role_to_extension from './moves/compute/pass-role-to-extension.ts';
import moves_compute_pass_role_to_function from './moves/compute/pass-role-to-function.ts';
import moves_compute_pass_role_to_game_fleet from './moves/compute/pass-role-to-game-fleet.ts';
import moves_compute_pass_role_to_image_build from './moves/compute/pass-role-to-image-build.ts';
import moves_compute_pass_role_to_instance from './moves/compute/pass-role-to-instance.ts';
import moves_compute_pass_role_to_job from './moves/compute/pass-role-to-job.ts';
import moves_compute_pass_role_to_kafka_connector from './moves/compute/pass-role-to-kafka-connector.ts';
import moves_compute_pass_role_to_notebook from './moves/compute/pass-role-to-notebook.ts';
import moves_compute_pass_role_to_omics_run from './moves/compute/pass-role-to-omics-run.ts';
import moves_compute_pass_role_to_parallel_cluster from './moves/compute/pass-role-to-parallel-cluster.ts';
import moves_compute_pass_role_to_pipeline from './moves/compute/pass-role-to-pipeline.ts';
import moves_compute_pass_role_to_pod from './moves/compute/pass-role-to-pod.ts';
import moves_compute_pass_role_to_proton from './moves/compute/pass-role-to-proton.ts';
import moves_compute_pass_role_to_quantum_job from './moves/compute/pass-role-to-quantum-job.ts';
import moves_compute_pass_role_to_render_queue from './moves/compute/pass-role-to-render-queue.ts';
import moves_compute_pass_role_to_role_alias from './moves/compute/pass-role-to-role-alias.ts';
import moves_compute_pass_role_to_schedule from './moves/compute/pass-role-to-schedule.ts';
import moves_compute_pass_role_to_spark_session from './moves/compute/pass-role-to-spark-session.ts';
import moves_compute_pass_role_to_stack from './moves/compute/pass-role-to-stack.ts';
import moves_compute_pass_role_to_state_machine from './moves/compute/pass-role-to-state-machine.ts';
import moves_compute_pass_role_to_stream_application from './moves/compute/pass-role-to-stream-application.ts';
import moves_compute_pass_role_to_streamed_desktop from './moves/compute/pass-role-to-streamed-desktop.ts';
import moves_compute_pass_role_to_task from './moves/compute/pass-role-to-task.ts';
import moves_compute_pass_role_to_training from './moves/compute/pass-role-to-training.ts';
import moves_compute_pass_role_to_trust_anchor from './moves/compute/pass-role-to-trust-anchor.ts';
import moves_compute_pass_role_to_web_build from './moves/compute/pass-role-to-web-build.ts';
import moves_compute_read_windows_password from './moves/compute/read-windows-password.ts';
import moves_compute_rewrite_launch_template from './moves/compute/rewrite-launch-template.ts';
import moves_compute_rewrite_state_machine from './moves/compute/rewrite-state-machine.ts';
import moves_compute_rewrite_user_data from './moves/compute/rewrite-user-data.ts';
import moves_compute_start_build from './moves/compute/start-build.ts';
import moves_compute_submit_batch_job from './moves/compute/submit-batch-job.ts';
import moves_compute_swap_instance_profile from './moves/compute/swap-instance-profile.ts';
import moves_compute_take_over_agent_tool from './moves/compute/take-over-agent-tool.ts';
import moves_compute_take_over_app_runner from './moves/compute/take-over-app-runner.ts';
import moves_compute_take_over_canary from './moves/compute/take-over-canary.ts';
import moves_compute_take_over_container from './moves/compute/take-over-container.ts';
import moves_compute_take_over_function from './moves/compute/take-over-function.ts';
import moves_compute_take_over_image_build from './moves/compute/take-over-image-build.ts';
import moves_compute_take_over_instance from './moves/compute/take-over-instance.ts';
import moves_compute_take_over_job from './moves/compute/take-over-job.ts';
import moves_compute_take_over_notebook from './moves/compute/take-over-notebook.ts';
import moves_compute_take_over_stream_application from './moves/compute/take-over-stream-application.ts';
import moves_compute_update_stack from './moves/compute/update-stack.ts';
import moves_compute_use_airflow from './moves/compute/use-airflow.ts';
import moves_compute_use_cluster_access from './moves/compute/use-cluster-access.ts';
import moves_compute_use_host_role from './moves/compute/use-host-role.ts';
import moves_compute_use_pod_role from './moves/compute/use-pod-role.ts';
import moves_compute_use_serial_console from './moves/compute/use-serial-console.ts';
import moves_compute_use_service_account from './moves/compute/use-service-account.ts';
import moves_compute_workload_credentials from './moves/compute/workload-credentials.ts';
import moves_data_destroy_backups from './moves/data/destroy-backups.ts';
import moves_data_destroy_data from './moves/data/destroy-data.ts';
import moves_data_destroy_key from './moves/data/destroy-key.ts';
import moves_data_encrypt_data from './moves/data/encrypt-data.ts';
import moves_data_lose_encrypted_data from './moves/data/lose-encrypted-data.ts';
import moves_data_read_data from './moves/data/read-data.ts';
import moves_data_read_public from './moves/data/read-public.ts';
import moves_data_replicate_away from './moves/data/replicate-away.ts';
import moves_data_restore_copy from './moves/data/restore-copy.ts';
import moves_data_rewrite_resource_policy from './moves/data/rewrite-resource-policy.ts';
import moves_data_share_cluster from './moves/data/share-cluster.ts';
import moves_data_share_copy from './moves/data/share-copy.ts';
import moves_data_sign_in_to_database from './moves/data/sign-in-to-database.ts';
import moves_data_use_access_grant from './moves/data/use-access-grant.ts';
import moves_data_use_connection from './moves/data/use-connection.ts';
import moves_data_use_key_of_store from './moves/data/use-key-of-store.ts';
import moves_data_use_lake_permission from './moves/data/use-lake-permission.ts';
import moves_data_write_data from './moves/data/write-data.ts';
import moves_data_write_public from './moves/data/write-public.ts';
import moves_detection_switch_off from './moves/detection/switch-off.ts';
import moves_identity_assign_permission_set from './moves/identity/assign-permission-set.ts';
import moves_identity_assume_role from './moves/identity/assume-role.ts';
import moves_identity_become_administrator from './moves/identity/become-administrator.ts';
import moves_identity_change_provider from './moves/identity/change-provider.ts';
import moves_identity_change_tags from './moves/identity/change-tags.ts';
import moves_identity_create_access_key from './moves/identity/create-access-key.ts';
import moves_identity_cross_account_trust from './moves/identity/cross-account-trust.ts';
import moves_identity_federate from './moves/identity/federate.ts';
import moves_identity_impersonate_pool_user from './moves/identity/impersonate-pool-user.ts';
import moves_identity_join_group from './moves/identity/join-group.ts';
import moves_identity_loosen_limits from './moves/identity/loosen-limits.ts';
import moves_identity_make_service_credential from './moves/identity/make-service-credential.ts';
import moves_identity_register_second_factor from './moves/identity/register-second-factor.ts';
import moves_identity_restore_policy_version from './moves/identity/restore-policy-version.ts';
import moves_identity_rewrite_other from './moves/identity/rewrite-other.ts';
import moves_identity_rewrite_own_policy from './moves/identity/rewrite-own-policy.ts';
import moves_identity_rewrite_trust from './moves/identity/rewrite-trust.ts';
import moves_identity_set_console_password from './moves/identity/set-console-password.ts';
import moves_identity_set_pool_roles from './moves/identity/set-pool-roles.ts';
import moves_identity_show_second_factor from './moves/identity/show-second-factor.ts';
import moves_identity_take_organization_role from './moves/identity/take-organization-role.ts';
import moves_identity_take_pool_credentials from './moves/identity/take-pool-credentials.ts';
import moves_identity_use_administration from './moves/identity/use-administration.ts';
import moves_network_exploit_exposed_service from './moves/network/exploit-exposed-service.ts';
import moves_network_follow_request from './moves/network/follow-request.ts';
import moves_network_forge_request from './moves/network/forge-request.ts';
import moves_network_invoke_public_function from './moves/network/invoke-public-function.ts';
import moves_network_open_function from './moves/network/open-function.ts';
import moves_network_open_port from './moves/network/open-port.ts';
import moves_network_send_requests from './moves/network/send-requests.ts';
import moves_network_send_through_endpoint from './moves/network/send-through-endpoint.ts';
import moves_pipeline_carry_change from './moves/pipeline/carry-change.ts';
import moves_pipeline_change_source from './moves/pipeline/change-source.ts';
import moves_pipeline_publish_layer from './moves/pipeline/publish-layer.ts';
import moves_pipeline_push_code from './moves/pipeline/push-code.ts';
import moves_pipeline_replace_artifact from './moves/pipeline/replace-artifact.ts';
import moves_pipeline_run_pipeline from './moves/pipeline/run-pipeline.ts';
import moves_pipeline_update_stack_set from './moves/pipeline/update-stack-set.ts';
import moves_secrets_fetch_managed_password from './moves/secrets/fetch-managed-password.ts';
import moves_secrets_fetch_private_key from './moves/secrets/fetch-private-key.ts';
import moves_secrets_find_credential from './moves/secrets/find-credential.ts';
import moves_secrets_read_configuration from './moves/secrets/read-configuration.ts';
import moves_secrets_read_own_environment from './moves/secrets/read-own-environment.ts';
import moves_secrets_read_stack from './moves/secrets/read-stack.ts';
import moves_secrets_read_state from './moves/secrets/read-state.ts';
import moves_secrets_sign_in_to_console from './moves/secrets/sign-in-to-console.ts';
import moves_secrets_sign_in_to_database from './moves/secrets/sign-in-to-database.ts';
import moves_secrets_sign_in_with_private_key from './moves/secrets/sign-in-with-private-key.ts';
import moves_secrets_use_access_key from './moves/secrets/use-access-key.ts';
import controls_access_analyzer from './controls/access-analyzer.ts';
import controls_access_logs from './controls/access-logs.ts';
import controls_access_review from './controls/access-review.ts';
import controls_adaptive_authentication from './controls/adaptive-authentication.ts';
import controls_admin_sign_up from './controls/admin-sign-up.ts';
import controls_advice_checks from './controls/advice-checks.ts';
import controls_alarms from './controls/alarms.ts';
import controls_audit_logs from './controls/audit-logs.ts';
import controls_audit_trail from './controls/audit-trail.ts';
import controls_authentication from './controls/authentication.ts';
import controls_auto_scaling from './controls/auto-scaling.ts';
import controls_backup from './controls/backup.ts';
import controls_block_public_access from './controls/block-public-access.ts';
import controls_budget_alarms from './controls/budget-alarms.ts';
import controls_code_review from './controls/code-review.ts';
import controls_configuration_recorder from './controls/configuration-recorder.ts';
import controls_configuration_rules from './controls/configuration-rules.ts';
import controls_connection_review from './controls/connection-review.ts';
import controls_cross_account_copy from './controls/cross-account-copy.ts';
import controls_customer_managed_key from './controls/customer-managed-key.ts';
import controls_data_discovery from './controls/data-discovery.ts';
import controls_data_events from './controls/data-events.ts';
import controls_data_masking from './controls/data-masking.ts';
import controls_data_minimization from './controls/data-minimization.ts';
import controls_ddos_protection from './controls/ddos-protection.ts';
import controls_dead_letter_queue from './controls/dead-letter-queue.ts';
import controls_dedicated_managers from './controls/dedicated-managers.ts';
import controls_deletion_protection from './controls/deletion-protection.ts';
import controls_dns_query_logs from './controls/dns-query-logs.ts';
import controls_egress_rules from './controls/egress-rules.ts';
import controls_encryption_at_rest from './controls/encryption-at-rest.ts';
import controls_encryption_between_nodes from './controls/encryption-between-nodes.ts';
import controls_endpoint_policy from './controls/endpoint-policy.ts';
import controls_enforced_settings from './controls/enforced-settings.ts';
import controls_external_id from './controls/external-id.ts';
import controls_federation_subject from './controls/federation-subject.ts';
import controls_findings_hub from './controls/findings-hub.ts';
import controls_flow_logs from './controls/flow-logs.ts';
import controls_health_check from './controls/health-check.ts';
import controls_iam_database_authentication from './controls/iam-database-authentication.ts';
import controls_image_scanning from './controls/image-scanning.ts';
import controls_incident_runbook from './controls/incident-runbook.ts';
import controls_key_rotation from './controls/key-rotation.ts';
import controls_least_privilege_database_user from './controls/least-privilege-database-user.ts';
import controls_least_privilege from './controls/least-privilege.ts';
import controls_log_integrity from './controls/log-integrity.ts';
import controls_log_retention from './controls/log-retention.ts';
import controls_malformed_headers_dropped from './controls/malformed-headers-dropped.ts';
import controls_metadata_token from './controls/metadata-token.ts';
import controls_mfa from './controls/mfa.ts';
import controls_modern_tls from './controls/modern-tls.ts';
import controls_multi_zone from './controls/multi-zone.ts';
import controls_narrow_certificate from './controls/narrow-certificate.ts';
import controls_narrow_cors from './controls/narrow-cors.ts';
import controls_narrow_key_policy from './controls/narrow-key-policy.ts';
import controls_narrow_resource_policy from './controls/narrow-resource-policy.ts';
import controls_narrow_trust from './controls/narrow-trust.ts';
import controls_network_acl_rule from './controls/network-acl-rule.ts';
import controls_network_firewall from './controls/network-firewall.ts';
import controls_object_lock from './controls/object-lock.ts';
import controls_organization_accounts from './controls/organization-accounts.ts';
import controls_organization_trail from './controls/organization-trail.ts';
import controls_origin_protection from './controls/origin-protection.ts';
import controls_pass_role_limit from './controls/pass-role-limit.ts';
import controls_penetration_test from './controls/penetration-test.ts';
import controls_permissions_boundary from './controls/permissions-boundary.ts';
import controls_pinned_code from './controls/pinned-code.ts';
import controls_private_placement from './controls/private-placement.ts';
import controls_protected_pipeline from './controls/protected-pipeline.ts';
import controls_rate_limit from './controls/rate-limit.ts';
import controls_request_validation from './controls/request-validation.ts';
import controls_resource_control_policy from './controls/resource-control-policy.ts';
import controls_restore_test from './controls/restore-test.ts';
import controls_secret_rotation from './controls/secret-rotation.ts';
import controls_secrets_manager from './controls/secrets-manager.ts';
import controls_security_group_rule from './controls/security-group-rule.ts';
import controls_security_headers from './controls/security-headers.ts';
import controls_security_training from './controls/security-training.ts';
import controls_service_control_policy from './controls/service-control-policy.ts';
import controls_session_manager from './controls/session-manager.ts';
import controls_source_condition from './controls/source-condition.ts';
import controls_strong_passwords from './controls/strong-passwords.ts';
import controls_supplier_review from './controls/supplier-review.ts';
import controls_supported_software from './controls/supported-software.ts';
import controls_temporary_credentials from './controls/temporary-credentials.ts';
import controls_threat_detection from './controls/threat-detection.ts';
import controls_tls_required from './controls/tls-required.ts';
import controls_traffic_through_vpc from './controls/traffic-through-vpc.ts';
import controls_unprivileged_container from './controls/unprivileged-container.ts';
import controls_vault_lock from './controls/vault-lock.ts';
import controls_versioning from './controls/versioning.ts';
import controls_vulnerability_scanning from './controls/vulnerability-scanning.ts';
import controls_web_acl from './controls/web-acl.ts';
import detections_access_analyzer from './detections/access-analyzer.ts';
import detections_config from './detections/config.ts';
import detections_dns_log from './detections/dns-log.ts';
import detections_event_history from './detections/event-history.ts';
import detections_event_rule from './detections/event-rule.ts';
import detections_flow_log from './detections/flow-log.ts';
import detections_guard_duty from './detections/guard-duty.ts';
import detections_macie from './detections/macie.ts';
import detections_own_log from './detections/own-log.ts';
import detections_trail_alarm from './detections/trail-alarm.ts';
import detections_trail from './detections/trail.ts';

/** Every resource type that is known in depth. */
export const services: readonly ServiceType[] = [
  services_amazon_mq_broker,
  services_api_gateway_v2_api,
  services_api_gateway_v2_authorizer,
  services_api_gateway_v2_integration,
  services_api_gateway_v2_route,
  services_api_gateway_v2_stage,
  services_api_gateway_v2_vpc_link,
  services_api_gateway_authorizer,
  services_api_gateway_deployment,
  services_api_gateway_domain_name,
  services_api_gateway_method,
  services_api_gateway_resource,
  services_api_gateway_rest_api,
  services_api_gateway_stage,
  services_api_gateway_usage_plan,
  services_api_gateway_vpc_link,
  services_app_runner_service,
  services_app_sync_graph_ql_api,
  services_application_auto_scaling_scalable_target,
  services_athena_work_group,
  services_auto_scaling_auto_scaling_group,
  services_auto_scaling_launch_configuration,
  services_backup_backup_plan,
  services_backup_backup_selection,
  services_backup_backup_vault,
  services_bedrock_agent,
  services_certificate_manager_certificate,
  services_cloud_formation_custom_resource,
  services_cloud_formation_stack_set,
  services_cloud_formation_stack,
  services_cloud_formation_wait_condition_handle,
  services_cloud_front_cloud_front_origin_access_identity,
  services_cloud_front_distribution,
  services_cloud_front_function,
  services_cloud_front_origin_access_control,
  services_cloud_front_response_headers_policy,
  services_cloud_trail_trail,
  services_cloud_watch_alarm,
  services_cloud9_environment_ec2,
  services_code_build_project,
  services_code_commit_repository,
  services_code_deploy_application,
  services_code_deploy_deployment_group,
  services_code_pipeline_pipeline,
  services_cognito_identity_pool_role_attachment,
  services_cognito_identity_pool,
  services_cognito_user_pool_client,
  services_cognito_user_pool_domain,
  services_cognito_user_pool_group,
  services_cognito_user_pool,
  services_config_config_rule,
  services_config_configuration_aggregator,
  services_dax_cluster,
  services_directory_service_microsoft_ad,
  services_directory_service_simple_ad,
  services_dms_endpoint,
  services_dms_replication_instance,
  services_dms_replication_subnet_group,
  services_dms_replication_task,
  services_doc_db_db_cluster_parameter_group,
  services_doc_db_db_cluster,
  services_doc_db_db_instance,
  services_doc_db_db_subnet_group,
  services_dynamo_db_global_table,
  services_dynamo_db_item,
  services_dynamo_db_table,
  services_ec2_carrier_gateway,
  services_ec2_client_vpn_endpoint,
  services_ec2_customer_gateway,
  services_ec2_egress_only_internet_gateway,
  services_ec2_eip_association,
  services_ec2_eip,
  services_ec2_flow_log,
  services_ec2_gateway_route_table_association,
  services_ec2_instance_connect_endpoint,
  services_ec2_instance,
  services_ec2_internet_gateway,
  services_ec2_launch_template,
  services_ec2_nat_gateway,
  services_ec2_network_acl_entry,
  services_ec2_network_acl,
  services_ec2_network_interface,
  services_ec2_prefix_list,
  services_ec2_route_table,
  services_ec2_route,
  services_ec2_security_group_egress,
  services_ec2_security_group_ingress,
  services_ec2_security_group_vpc_association,
  services_ec2_security_group,
  services_ec2_snapshot_block_public_access,
  services_ec2_subnet_cidr_block,
  services_ec2_subnet_network_acl_association,
  services_ec2_subnet_route_table_association,
  services_ec2_subnet,
  services_ec2_transit_gateway_attachment,
  services_ec2_transit_gateway_peering_attachment,
  services_ec2_transit_gateway_route_table_association,
  services_ec2_transit_gateway_route_table_propagation,
  services_ec2_transit_gateway_route_table,
  services_ec2_transit_gateway_route,
  services_ec2_transit_gateway_vpc_attachment,
  services_ec2_transit_gateway,
  services_ec2_volume,
  services_ec2_vpc_block_public_access_exclusion,
  services_ec2_vpc_block_public_access_options,
  services_ec2_vpc_cidr_block,
  services_ec2_vpc_endpoint_service_permissions,
  services_ec2_vpc_endpoint_service,
  services_ec2_vpc_endpoint,
  services_ec2_vpc_gateway_attachment,
  services_ec2_vpc_peering_connection,
  services_ec2_vpc,
  services_ec2_vpn_connection_route,
  services_ec2_vpn_connection,
  services_ec2_vpn_gateway_route_propagation,
  services_ec2_vpn_gateway,
  services_ecr_repository,
  services_ecs_cluster,
  services_ecs_service,
  services_ecs_task_definition,
  services_efs_file_system,
  services_efs_mount_target,
  services_eks_cluster,
  services_eks_nodegroup,
  services_elasti_cache_cache_cluster,
  services_elasti_cache_replication_group,
  services_elasti_cache_serverless_cache,
  services_elastic_beanstalk_environment,
  services_elastic_load_balancing_v2_listener_certificate,
  services_elastic_load_balancing_v2_listener_rule,
  services_elastic_load_balancing_v2_listener,
  services_elastic_load_balancing_v2_load_balancer,
  services_elastic_load_balancing_v2_target_group,
  services_elastic_load_balancing_load_balancer,
  services_elasticsearch_domain,
  services_emr_cluster,
  services_emr_security_configuration,
  services_events_event_bus_policy,
  services_events_event_bus,
  services_events_rule,
  services_global_accelerator_accelerator,
  services_global_accelerator_endpoint_group,
  services_global_accelerator_listener,
  services_glue_crawler,
  services_glue_data_catalog_encryption_settings,
  services_glue_dev_endpoint,
  services_glue_job,
  services_glue_security_configuration,
  services_guard_duty_detector,
  services_iam_access_key,
  services_iam_group_policy,
  services_iam_group,
  services_iam_instance_profile,
  services_iam_managed_policy,
  services_iam_oidc_provider,
  services_iam_policy,
  services_iam_role_policy,
  services_iam_role,
  services_iam_saml_provider,
  services_iam_service_linked_role,
  services_iam_user_policy,
  services_iam_user_to_group_addition,
  services_iam_user,
  services_iot_policy,
  services_iot_topic_rule,
  services_kinesis_analytics_v2_application,
  services_kinesis_firehose_delivery_stream,
  services_kinesis_stream,
  services_kms_alias,
  services_kms_grant,
  services_kms_key,
  services_lambda_alias,
  services_lambda_event_invoke_config,
  services_lambda_event_source_mapping,
  services_lambda_function,
  services_lambda_layer_version,
  services_lambda_permission,
  services_lambda_url,
  services_lambda_version,
  services_lex_bot_alias,
  services_logs_delivery_source,
  services_logs_delivery,
  services_logs_log_group,
  services_msk_cluster,
  services_mwaa_environment,
  services_neptune_db_cluster_parameter_group,
  services_neptune_db_cluster,
  services_neptune_db_instance,
  services_neptune_db_parameter_group,
  services_neptune_db_subnet_group,
  services_network_firewall_firewall_policy,
  services_network_firewall_firewall,
  services_open_search_serverless_access_policy,
  services_open_search_serverless_collection,
  services_open_search_serverless_security_policy,
  services_open_search_service_domain,
  services_ram_resource_share,
  services_rds_db_cluster,
  services_rds_db_instance,
  services_rds_db_parameter_group,
  services_rds_db_subnet_group,
  services_redshift_cluster_parameter_group,
  services_redshift_cluster,
  services_roles_anywhere_profile,
  services_roles_anywhere_trust_anchor,
  services_route53_hosted_zone,
  services_route53_record_set_group,
  services_route53_record_set,
  services_s3_access_point,
  services_s3_account_public_access_block,
  services_s3_bucket_policy,
  services_s3_bucket,
  services_s3_multi_region_access_point,
  services_s3_object,
  services_sage_maker_data_quality_job_definition,
  services_sage_maker_domain,
  services_sage_maker_endpoint_config,
  services_sage_maker_model,
  services_sage_maker_notebook_instance,
  services_secrets_manager_resource_policy,
  services_secrets_manager_rotation_schedule,
  services_secrets_manager_secret_target_attachment,
  services_secrets_manager_secret,
  services_sns_subscription,
  services_sns_topic_policy,
  services_sns_topic,
  services_sqs_queue_policy,
  services_sqs_queue,
  services_ssm_parameter,
  services_sso_assignment,
  services_sso_permission_set,
  services_step_functions_state_machine,
  services_timestream_database,
  services_transfer_server,
  services_wafv2_logging_configuration,
  services_wafv2_web_acl_association,
  services_wafv2_web_acl,
  services_work_spaces_workspace,
];

/** Every threat rule. */
export const threatRules: readonly IdentifiedRule[] = [
  { ...threats_api_no_access_logs, id: 'api/no-access-logs' },
  { ...threats_api_no_client_certificate, id: 'api/no-client-certificate' },
  { ...threats_api_no_request_validation, id: 'api/no-request-validation' },
  { ...threats_api_no_throttling, id: 'api/no-throttling' },
  { ...threats_api_open_cors, id: 'api/open-cors' },
  { ...threats_api_public_invoke, id: 'api/public-invoke' },
  { ...threats_api_shared_backend_rights, id: 'api/shared-backend-rights' },
  { ...threats_api_unauthenticated_endpoint, id: 'api/unauthenticated-endpoint' },
  { ...threats_compute_host_files_mounted, id: 'compute/host-files-mounted' },
  { ...threats_compute_host_network, id: 'compute/host-network' },
  { ...threats_compute_metadata_beyond_host, id: 'compute/metadata-beyond-host' },
  { ...threats_compute_metadata_token_optional, id: 'compute/metadata-token-optional' },
  { ...threats_compute_no_automatic_updates, id: 'compute/no-automatic-updates' },
  { ...threats_compute_privileged_container, id: 'compute/privileged-container' },
  { ...threats_compute_root_user, id: 'compute/root-user' },
  { ...threats_compute_shared_concurrency, id: 'compute/shared-concurrency' },
  { ...threats_compute_single_instance, id: 'compute/single-instance' },
  { ...threats_compute_unsupported_software, id: 'compute/unsupported-software' },
  { ...threats_compute_writable_root, id: 'compute/writable-root' },
  { ...threats_data_administrator_sign_in, id: 'data/administrator-sign-in' },
  { ...threats_data_client_overrides, id: 'data/client-overrides' },
  { ...threats_data_cross_account_access, id: 'data/cross-account-access' },
  { ...threats_data_database_in_public_subnet, id: 'data/database-in-public-subnet' },
  { ...threats_data_no_authentication, id: 'data/no-authentication' },
  { ...threats_data_no_backup, id: 'data/no-backup' },
  { ...threats_data_no_deletion_protection, id: 'data/no-deletion-protection' },
  { ...threats_data_no_versioning, id: 'data/no-versioning' },
  { ...threats_data_not_immutable, id: 'data/not-immutable' },
  { ...threats_data_password_sign_in, id: 'data/password-sign-in' },
  { ...threats_data_plaintext_between_nodes, id: 'data/plaintext-between-nodes' },
  { ...threats_data_plaintext_mount, id: 'data/plaintext-mount' },
  { ...threats_data_plaintext_transport_allowed, id: 'data/plaintext-transport-allowed' },
  { ...threats_data_provider_key, id: 'data/provider-key' },
  { ...threats_data_public_access_not_blocked, id: 'data/public-access-not-blocked' },
  { ...threats_data_public_read, id: 'data/public-read' },
  { ...threats_data_public_write, id: 'data/public-write' },
  { ...threats_data_short_backup, id: 'data/short-backup' },
  { ...threats_data_unencrypted_at_rest, id: 'data/unencrypted-at-rest' },
  { ...threats_data_whole_record_set_copied, id: 'data/whole-record-set-copied' },
  { ...threats_data_wide_resource_policy, id: 'data/wide-resource-policy' },
  { ...threats_edge_known_attacks_let_through, id: 'edge/known-attacks-let-through' },
  { ...threats_edge_malformed_headers, id: 'edge/malformed-headers' },
  { ...threats_edge_no_security_headers, id: 'edge/no-security-headers' },
  { ...threats_edge_no_web_acl, id: 'edge/no-web-acl' },
  { ...threats_edge_origin_bypass, id: 'edge/origin-bypass' },
  { ...threats_edge_plain_listener, id: 'edge/plain-listener' },
  { ...threats_edge_plaintext_to_origin, id: 'edge/plaintext-to-origin' },
  { ...threats_edge_unsigned_origin, id: 'edge/unsigned-origin' },
  { ...threats_edge_viewer_http, id: 'edge/viewer-http' },
  { ...threats_edge_weak_tls, id: 'edge/weak-tls' },
  { ...threats_edge_wildcard_certificate, id: 'edge/wildcard-certificate' },
  { ...threats_identity_administrator_role, id: 'identity/administrator-role' },
  { ...threats_identity_confused_deputy, id: 'identity/confused-deputy' },
  { ...threats_identity_cross_account_without_external_id, id: 'identity/cross-account-without-external-id' },
  { ...threats_identity_federation_too_wide, id: 'identity/federation-too-wide' },
  { ...threats_identity_guest_credentials, id: 'identity/guest-credentials' },
  { ...threats_identity_long_lived_keys, id: 'identity/long-lived-keys' },
  { ...threats_identity_no_mfa, id: 'identity/no-mfa' },
  { ...threats_identity_no_risk_based_sign_in, id: 'identity/no-risk-based-sign-in' },
  { ...threats_identity_open_sign_up, id: 'identity/open-sign-up' },
  { ...threats_identity_privilege_escalation_rights, id: 'identity/privilege-escalation-rights' },
  { ...threats_identity_rights_on_user, id: 'identity/rights-on-user' },
  { ...threats_identity_trust_any_account, id: 'identity/trust-any-account' },
  { ...threats_identity_weak_passwords, id: 'identity/weak-passwords' },
  { ...threats_identity_well_known_administrator, id: 'identity/well-known-administrator' },
  { ...threats_identity_wide_device_policy, id: 'identity/wide-device-policy' },
  { ...threats_identity_wide_policy, id: 'identity/wide-policy' },
  { ...threats_identity_wildcard_rights, id: 'identity/wildcard-rights' },
  { ...threats_keys_no_rotation, id: 'keys/no-rotation' },
  { ...threats_keys_open_key_policy, id: 'keys/open-key-policy' },
  { ...threats_logging_alarm_without_action, id: 'logging/alarm-without-action' },
  { ...threats_logging_delivery_blocked, id: 'logging/delivery-blocked' },
  { ...threats_logging_no_audit_logs, id: 'logging/no-audit-logs' },
  { ...threats_logging_no_retention, id: 'logging/no-retention' },
  { ...threats_logging_no_service_logs, id: 'logging/no-service-logs' },
  { ...threats_logging_threat_detection_off, id: 'logging/threat-detection-off' },
  { ...threats_logging_trail_not_watched, id: 'logging/trail-not-watched' },
  { ...threats_logging_trail_off, id: 'logging/trail-off' },
  { ...threats_logging_trail_single_region, id: 'logging/trail-single-region' },
  { ...threats_logging_trail_unvalidated, id: 'logging/trail-unvalidated' },
  { ...threats_network_admin_port_open, id: 'network/admin-port-open' },
  { ...threats_network_any_port_open, id: 'network/any-port-open' },
  { ...threats_network_database_port_open, id: 'network/database-port-open' },
  { ...threats_network_firewall_passes_by_default, id: 'network/firewall-passes-by-default' },
  { ...threats_network_no_flow_logs, id: 'network/no-flow-logs' },
  { ...threats_network_open_egress, id: 'network/open-egress' },
  { ...threats_network_plaintext_connection, id: 'network/plaintext-connection' },
  { ...threats_network_port_open_to_internet, id: 'network/port-open-to-internet' },
  { ...threats_network_public_address, id: 'network/public-address' },
  { ...threats_network_public_service_endpoint, id: 'network/public-service-endpoint' },
  { ...threats_network_traffic_past_vpc, id: 'network/traffic-past-vpc' },
  { ...threats_network_unintended_internet_exposure, id: 'network/unintended-internet-exposure' },
  { ...threats_network_unreviewed_connections, id: 'network/unreviewed-connections' },
  { ...threats_network_wide_network_acl, id: 'network/wide-network-acl' },
  { ...threats_pipeline_powerful_build_role, id: 'pipeline/powerful-build-role' },
  { ...threats_resilience_fixed_capacity, id: 'resilience/fixed-capacity' },
  { ...threats_resilience_missed_recovery_objective, id: 'resilience/missed-recovery-objective' },
  { ...threats_resilience_no_cross_zone, id: 'resilience/no-cross-zone' },
  { ...threats_resilience_no_dead_letters, id: 'resilience/no-dead-letters' },
  { ...threats_resilience_no_dedicated_managers, id: 'resilience/no-dedicated-managers' },
  { ...threats_resilience_no_health_check, id: 'resilience/no-health-check' },
  { ...threats_resilience_no_multi_zone, id: 'resilience/no-multi-zone' },
  { ...threats_resilience_no_second_region, id: 'resilience/no-second-region' },
  { ...threats_resilience_no_termination_protection, id: 'resilience/no-termination-protection' },
  { ...threats_resilience_single_account_replica, id: 'resilience/single-account-replica' },
  { ...threats_secrets_in_clear, id: 'secrets/in-clear' },
  { ...threats_secrets_no_rotation, id: 'secrets/no-rotation' },
  { ...threats_secrets_shown_by_configuration, id: 'secrets/shown-by-configuration' },
  { ...threats_supply_chain_code_from_foreign_place, id: 'supply-chain/code-from-foreign-place' },
  { ...threats_supply_chain_mutable_image_tags, id: 'supply-chain/mutable-image-tags' },
  { ...threats_supply_chain_script_from_internet, id: 'supply-chain/script-from-internet' },
  { ...threats_supply_chain_unpinned_code, id: 'supply-chain/unpinned-code' },
  { ...threats_supply_chain_unscanned_images, id: 'supply-chain/unscanned-images' },
];

/** Every move of an attacker. */
export const moves: readonly IdentifiedMove[] = [
  { ...moves_compute_add_cluster_steps, id: 'compute/add-cluster-steps' },
  { ...moves_compute_connect_to_instance, id: 'compute/connect-to-instance' },
  { ...moves_compute_deploy_revision, id: 'compute/deploy-revision' },
  { ...moves_compute_enter_cluster, id: 'compute/enter-cluster' },
  { ...moves_compute_give_work_to_batch_operations, id: 'compute/give-work-to-batch-operations' },
  { ...moves_compute_give_work_to_data_transfer, id: 'compute/give-work-to-data-transfer' },
  { ...moves_compute_give_work_to_database_migration, id: 'compute/give-work-to-database-migration' },
  { ...moves_compute_give_work_to_event_rule, id: 'compute/give-work-to-event-rule' },
  { ...moves_compute_give_work_to_experiment, id: 'compute/give-work-to-experiment' },
  { ...moves_compute_give_work_to_file_server, id: 'compute/give-work-to-file-server' },
  { ...moves_compute_give_work_to_pipe, id: 'compute/give-work-to-pipe' },
  { ...moves_compute_give_work_to_stack_set, id: 'compute/give-work-to-stack-set' },
  { ...moves_compute_give_work_to_topic_rule, id: 'compute/give-work-to-topic-rule' },
  { ...moves_compute_let_commands_in, id: 'compute/let-commands-in' },
  { ...moves_compute_pass_role_to_activation, id: 'compute/pass-role-to-activation' },
  { ...moves_compute_pass_role_to_agent_tool, id: 'compute/pass-role-to-agent-tool' },
  { ...moves_compute_pass_role_to_airflow, id: 'compute/pass-role-to-airflow' },
  { ...moves_compute_pass_role_to_app_runner, id: 'compute/pass-role-to-app-runner' },
  { ...moves_compute_pass_role_to_automation, id: 'compute/pass-role-to-automation' },
  { ...moves_compute_pass_role_to_batch_job, id: 'compute/pass-role-to-batch-job' },
  { ...moves_compute_pass_role_to_beanstalk, id: 'compute/pass-role-to-beanstalk' },
  { ...moves_compute_pass_role_to_build, id: 'compute/pass-role-to-build' },
  { ...moves_compute_pass_role_to_canary, id: 'compute/pass-role-to-canary' },
  { ...moves_compute_pass_role_to_data_pipeline, id: 'compute/pass-role-to-data-pipeline' },
  { ...moves_compute_pass_role_to_emr_cluster, id: 'compute/pass-role-to-emr-cluster' },
  { ...moves_compute_pass_role_to_emr_serverless, id: 'compute/pass-role-to-emr-serverless' },
  { ...moves_compute_pass_role_to_extension, id: 'compute/pass-role-to-extension' },
  { ...moves_compute_pass_role_to_function, id: 'compute/pass-role-to-function' },
  { ...moves_compute_pass_role_to_game_fleet, id: 'compute/pass-role-to-game-fleet' },
  { ...moves_compute_pass_role_to_image_build, id: 'compute/pass-role-to-image-build' },
  { ...moves_compute_pass_role_to_instance, id: 'compute/pass-role-to-instance' },
  { ...moves_compute_pass_role_to_job, id: 'compute/pass-role-to-job' },
  { ...moves_compute_pass_role_to_kafka_connector, id: 'compute/pass-role-to-kafka-connector' },
  { ...moves_compute_pass_role_to_notebook, id: 'compute/pass-role-to-notebook' },
  { ...moves_compute_pass_role_to_omics_run, id: 'compute/pass-role-to-omics-run' },
  { ...moves_compute_pass_role_to_parallel_cluster, id: 'compute/pass-role-to-parallel-cluster' },
  { ...moves_compute_pass_role_to_pipeline, id: 'compute/pass-role-to-pipeline' },
  { ...moves_compute_pass_role_to_pod, id: 'compute/pass-role-to-pod' },
  { ...moves_compute_pass_role_to_proton, id: 'compute/pass-role-to-proton' },
  { ...moves_compute_pass_role_to_quantum_job, id: 'compute/pass-role-to-quantum-job' },
  { ...moves_compute_pass_role_to_render_queue, id: 'compute/pass-role-to-render-queue' },
  { ...moves_compute_pass_role_to_role_alias, id: 'compute/pass-role-to-role-alias' },
  { ...moves_compute_pass_role_to_schedule, id: 'compute/pass-role-to-schedule' },
  { ...moves_compute_pass_role_to_spark_session, id: 'compute/pass-role-to-spark-session' },
  { ...moves_compute_pass_role_to_stack, id: 'compute/pass-role-to-stack' },
  { ...moves_compute_pass_role_to_state_machine, id: 'compute/pass-role-to-state-machine' },
  { ...moves_compute_pass_role_to_stream_application, id: 'compute/pass-role-to-stream-application' },
  { ...moves_compute_pass_role_to_streamed_desktop, id: 'compute/pass-role-to-streamed-desktop' },
  { ...moves_compute_pass_role_to_task, id: 'compute/pass-role-to-task' },
  { ...moves_compute_pass_role_to_training, id: 'compute/pass-role-to-training' },
  { ...moves_compute_pass_role_to_trust_anchor, id: 'compute/pass-role-to-trust-anchor' },
  { ...moves_compute_pass_role_to_web_build, id: 'compute/pass-role-to-web-build' },
  { ...moves_compute_read_windows_password, id: 'compute/read-windows-password' },
  { ...moves_compute_rewrite_launch_template, id: 'compute/rewrite-launch-template' },
  { ...moves_compute_rewrite_state_machine, id: 'compute/rewrite-state-machine' },
  { ...moves_compute_rewrite_user_data, id: 'compute/rewrite-user-data' },
  { ...moves_compute_start_build, id: 'compute/start-build' },
  { ...moves_compute_submit_batch_job, id: 'compute/submit-batch-job' },
  { ...moves_compute_swap_instance_profile, id: 'compute/swap-instance-profile' },
  { ...moves_compute_take_over_agent_tool, id: 'compute/take-over-agent-tool' },
  { ...moves_compute_take_over_app_runner, id: 'compute/take-over-app-runner' },
  { ...moves_compute_take_over_canary, id: 'compute/take-over-canary' },
  { ...moves_compute_take_over_container, id: 'compute/take-over-container' },
  { ...moves_compute_take_over_function, id: 'compute/take-over-function' },
  { ...moves_compute_take_over_image_build, id: 'compute/take-over-image-build' },
  { ...moves_compute_take_over_instance, id: 'compute/take-over-instance' },
  { ...moves_compute_take_over_job, id: 'compute/take-over-job' },
  { ...moves_compute_take_over_notebook, id: 'compute/take-over-notebook' },
  { ...moves_compute_take_over_stream_application, id: 'compute/take-over-stream-application' },
  { ...moves_compute_update_stack, id: 'compute/update-stack' },
  { ...moves_compute_use_airflow, id: 'compute/use-airflow' },
  { ...moves_compute_use_cluster_access, id: 'compute/use-cluster-access' },
  { ...moves_compute_use_host_role, id: 'compute/use-host-role' },
  { ...moves_compute_use_pod_role, id: 'compute/use-pod-role' },
  { ...moves_compute_use_serial_console, id: 'compute/use-serial-console' },
  { ...moves_compute_use_service_account, id: 'compute/use-service-account' },
  { ...moves_compute_workload_credentials, id: 'compute/workload-credentials' },
  { ...moves_data_destroy_backups, id: 'data/destroy-backups' },
  { ...moves_data_destroy_data, id: 'data/destroy-data' },
  { ...moves_data_destroy_key, id: 'data/destroy-key' },
  { ...moves_data_encrypt_data, id: 'data/encrypt-data' },
  { ...moves_data_lose_encrypted_data, id: 'data/lose-encrypted-data' },
  { ...moves_data_read_data, id: 'data/read-data' },
  { ...moves_data_read_public, id: 'data/read-public' },
  { ...moves_data_replicate_away, id: 'data/replicate-away' },
  { ...moves_data_restore_copy, id: 'data/restore-copy' },
  { ...moves_data_rewrite_resource_policy, id: 'data/rewrite-resource-policy' },
  { ...moves_data_share_cluster, id: 'data/share-cluster' },
  { ...moves_data_share_copy, id: 'data/share-copy' },
  { ...moves_data_sign_in_to_database, id: 'data/sign-in-to-database' },
  { ...moves_data_use_access_grant, id: 'data/use-access-grant' },
  { ...moves_data_use_connection, id: 'data/use-connection' },
  { ...moves_data_use_key_of_store, id: 'data/use-key-of-store' },
  { ...moves_data_use_lake_permission, id: 'data/use-lake-permission' },
  { ...moves_data_write_data, id: 'data/write-data' },
  { ...moves_data_write_public, id: 'data/write-public' },
  { ...moves_detection_switch_off, id: 'detection/switch-off' },
  { ...moves_identity_assign_permission_set, id: 'identity/assign-permission-set' },
  { ...moves_identity_assume_role, id: 'identity/assume-role' },
  { ...moves_identity_become_administrator, id: 'identity/become-administrator' },
  { ...moves_identity_change_provider, id: 'identity/change-provider' },
  { ...moves_identity_change_tags, id: 'identity/change-tags' },
  { ...moves_identity_create_access_key, id: 'identity/create-access-key' },
  { ...moves_identity_cross_account_trust, id: 'identity/cross-account-trust' },
  { ...moves_identity_federate, id: 'identity/federate' },
  { ...moves_identity_impersonate_pool_user, id: 'identity/impersonate-pool-user' },
  { ...moves_identity_join_group, id: 'identity/join-group' },
  { ...moves_identity_loosen_limits, id: 'identity/loosen-limits' },
  { ...moves_identity_make_service_credential, id: 'identity/make-service-credential' },
  { ...moves_identity_register_second_factor, id: 'identity/register-second-factor' },
  { ...moves_identity_restore_policy_version, id: 'identity/restore-policy-version' },
  { ...moves_identity_rewrite_other, id: 'identity/rewrite-other' },
  { ...moves_identity_rewrite_own_policy, id: 'identity/rewrite-own-policy' },
  { ...moves_identity_rewrite_trust, id: 'identity/rewrite-trust' },
  { ...moves_identity_set_console_password, id: 'identity/set-console-password' },
  { ...moves_identity_set_pool_roles, id: 'identity/set-pool-roles' },
  { ...moves_identity_show_second_factor, id: 'identity/show-second-factor' },
  { ...moves_identity_take_organization_role, id: 'identity/take-organization-role' },
  { ...moves_identity_take_pool_credentials, id: 'identity/take-pool-credentials' },
  { ...moves_identity_use_administration, id: 'identity/use-administration' },
  { ...moves_network_exploit_exposed_service, id: 'network/exploit-exposed-service' },
  { ...moves_network_follow_request, id: 'network/follow-request' },
  { ...moves_network_forge_request, id: 'network/forge-request' },
  { ...moves_network_invoke_public_function, id: 'network/invoke-public-function' },
  { ...moves_network_open_function, id: 'network/open-function' },
  { ...moves_network_open_port, id: 'network/open-port' },
  { ...moves_network_send_requests, id: 'network/send-requests' },
  { ...moves_network_send_through_endpoint, id: 'network/send-through-endpoint' },
  { ...moves_pipeline_carry_change, id: 'pipeline/carry-change' },
  { ...moves_pipeline_change_source, id: 'pipeline/change-source' },
  { ...moves_pipeline_publish_layer, id: 'pipeline/publish-layer' },
  { ...moves_pipeline_push_code, id: 'pipeline/push-code' },
  { ...moves_pipeline_replace_artifact, id: 'pipeline/replace-artifact' },
  { ...moves_pipeline_run_pipeline, id: 'pipeline/run-pipeline' },
  { ...moves_pipeline_update_stack_set, id: 'pipeline/update-stack-set' },
  { ...moves_secrets_fetch_managed_password, id: 'secrets/fetch-managed-password' },
  { ...moves_secrets_fetch_private_key, id: 'secrets/fetch-private-key' },
  { ...moves_secrets_find_credential, id: 'secrets/find-credential' },
  { ...moves_secrets_read_configuration, id: 'secrets/read-configuration' },
  { ...moves_secrets_read_own_environment, id: 'secrets/read-own-environment' },
  { ...moves_secrets_read_stack, id: 'secrets/read-stack' },
  { ...moves_secrets_read_state, id: 'secrets/read-state' },
  { ...moves_secrets_sign_in_to_console, id: 'secrets/sign-in-to-console' },
  { ...moves_secrets_sign_in_to_database, id: 'secrets/sign-in-to-database' },
  { ...moves_secrets_sign_in_with_private_key, id: 'secrets/sign-in-with-private-key' },
  { ...moves_secrets_use_access_key, id: 'secrets/use-access-key' },
];

/** Every control. */
export const controls: readonly IdentifiedControl[] = [
  { ...controls_access_analyzer, id: 'access-analyzer' },
  { ...controls_access_logs, id: 'access-logs' },
  { ...controls_access_review, id: 'access-review' },
  { ...controls_adaptive_authentication, id: 'adaptive-authentication' },
  { ...controls_admin_sign_up, id: 'admin-sign-up' },
  { ...controls_advice_checks, id: 'advice-checks' },
  { ...controls_alarms, id: 'alarms' },
  { ...controls_audit_logs, id: 'audit-logs' },
  { ...controls_audit_trail, id: 'audit-trail' },
  { ...controls_authentication, id: 'authentication' },
  { ...controls_auto_scaling, id: 'auto-scaling' },
  { ...controls_backup, id: 'backup' },
  { ...controls_block_public_access, id: 'block-public-access' },
  { ...controls_budget_alarms, id: 'budget-alarms' },
  { ...controls_code_review, id: 'code-review' },
  { ...controls_configuration_recorder, id: 'configuration-recorder' },
  { ...controls_configuration_rules, id: 'configuration-rules' },
  { ...controls_connection_review, id: 'connection-review' },
  { ...controls_cross_account_copy, id: 'cross-account-copy' },
  { ...controls_customer_managed_key, id: 'customer-managed-key' },
  { ...controls_data_discovery, id: 'data-discovery' },
  { ...controls_data_events, id: 'data-events' },
  { ...controls_data_masking, id: 'data-masking' },
  { ...controls_data_minimization, id: 'data-minimization' },
  { ...controls_ddos_protection, id: 'ddos-protection' },
  { ...controls_dead_letter_queue, id: 'dead-letter-queue' },
  { ...controls_dedicated_managers, id: 'dedicated-managers' },
  { ...controls_deletion_protection, id: 'deletion-protection' },
  { ...controls_dns_query_logs, id: 'dns-query-logs' },
  { ...controls_egress_rules, id: 'egress-rules' },
  { ...controls_encryption_at_rest, id: 'encryption-at-rest' },
  { ...controls_encryption_between_nodes, id: 'encryption-between-nodes' },
  { ...controls_endpoint_policy, id: 'endpoint-policy' },
  { ...controls_enforced_settings, id: 'enforced-settings' },
  { ...controls_external_id, id: 'external-id' },
  { ...controls_federation_subject, id: 'federation-subject' },
  { ...controls_findings_hub, id: 'findings-hub' },
  { ...controls_flow_logs, id: 'flow-logs' },
  { ...controls_health_check, id: 'health-check' },
  { ...controls_iam_database_authentication, id: 'iam-database-authentication' },
  { ...controls_image_scanning, id: 'image-scanning' },
  { ...controls_incident_runbook, id: 'incident-runbook' },
  { ...controls_key_rotation, id: 'key-rotation' },
  { ...controls_least_privilege_database_user, id: 'least-privilege-database-user' },
  { ...controls_least_privilege, id: 'least-privilege' },
  { ...controls_log_integrity, id: 'log-integrity' },
  { ...controls_log_retention, id: 'log-retention' },
  { ...controls_malformed_headers_dropped, id: 'malformed-headers-dropped' },
  { ...controls_metadata_token, id: 'metadata-token' },
  { ...controls_mfa, id: 'mfa' },
  { ...controls_modern_tls, id: 'modern-tls' },
  { ...controls_multi_zone, id: 'multi-zone' },
  { ...controls_narrow_certificate, id: 'narrow-certificate' },
  { ...controls_narrow_cors, id: 'narrow-cors' },
  { ...controls_narrow_key_policy, id: 'narrow-key-policy' },
  { ...controls_narrow_resource_policy, id: 'narrow-resource-policy' },
  { ...controls_narrow_trust, id: 'narrow-trust' },
  { ...controls_network_acl_rule, id: 'network-acl-rule' },
  { ...controls_network_firewall, id: 'network-firewall' },
  { ...controls_object_lock, id: 'object-lock' },
  { ...controls_organization_accounts, id: 'organization-accounts' },
  { ...controls_organization_trail, id: 'organization-trail' },
  { ...controls_origin_protection, id: 'origin-protection' },
  { ...controls_pass_role_limit, id: 'pass-role-limit' },
  { ...controls_penetration_test, id: 'penetration-test' },
  { ...controls_permissions_boundary, id: 'permissions-boundary' },
  { ...controls_pinned_code, id: 'pinned-code' },
  { ...controls_private_placement, id: 'private-placement' },
  { ...controls_protected_pipeline, id: 'protected-pipeline' },
  { ...controls_rate_limit, id: 'rate-limit' },
  { ...controls_request_validation, id: 'request-validation' },
  { ...controls_resource_control_policy, id: 'resource-control-policy' },
  { ...controls_restore_test, id: 'restore-test' },
  { ...controls_secret_rotation, id: 'secret-rotation' },
  { ...controls_secrets_manager, id: 'secrets-manager' },
  { ...controls_security_group_rule, id: 'security-group-rule' },
  { ...controls_security_headers, id: 'security-headers' },
  { ...controls_security_training, id: 'security-training' },
  { ...controls_service_control_policy, id: 'service-control-policy' },
  { ...controls_session_manager, id: 'session-manager' },
  { ...controls_source_condition, id: 'source-condition' },
  { ...controls_strong_passwords, id: 'strong-passwords' },
  { ...controls_supplier_review, id: 'supplier-review' },
  { ...controls_supported_software, id: 'supported-software' },
  { ...controls_temporary_credentials, id: 'temporary-credentials' },
  { ...controls_threat_detection, id: 'threat-detection' },
  { ...controls_tls_required, id: 'tls-required' },
  { ...controls_traffic_through_vpc, id: 'traffic-through-vpc' },
  { ...controls_unprivileged_container, id: 'unprivileged-container' },
  { ...controls_vault_lock, id: 'vault-lock' },
  { ...controls_versioning, id: 'versioning' },
  { ...controls_vulnerability_scanning, id: 'vulnerability-scanning' },
  { ...controls_web_acl, id: 'web-acl' },
];

/** Everything that may see what an attacker does. */
export const detectionSources: readonly IdentifiedSource[] = [
  { ...detections_access_analyzer, id: 'access-analyzer' },
  { ...detections_config, id: 'config' },
  { ...detections_dns_log, id: 'dns-log' },
  { ...detections_event_history, id: 'event-history' },
  { ...detections_event_rule, id: 'event-rule' },
  { ...detections_flow_log, id: 'flow-log' },
  { ...detections_guard_duty, id: 'guard-duty' },
  { ...detections_macie, id: 'macie' },
  { ...detections_own_log, id: 'own-log' },
  { ...detections_trail_alarm, id: 'trail-alarm' },
  { ...detections_trail, id: 'trail' },
];
