// Written by scripts/generate/catalog.ts. Do not edit: run `npm run generate`.
import type { IdentifiedMove } from '../model/attack.ts';
import type { IdentifiedControl } from '../model/control.ts';
import type { ServiceType } from '../model/service.ts';
import type { IdentifiedRule } from '../model/threat.ts';
import services_auto_scaling_auto_scaling_group from './services/auto-scaling/auto-scaling-group.ts';
import services_auto_scaling_launch_configuration from './services/auto-scaling/launch-configuration.ts';
import services_cloud_front_cloud_front_origin_access_identity from './services/cloud-front/cloud-front-origin-access-identity.ts';
import services_cloud_front_distribution from './services/cloud-front/distribution.ts';
import services_cloud_front_function from './services/cloud-front/function.ts';
import services_cloud_front_origin_access_control from './services/cloud-front/origin-access-control.ts';
import services_cloud_front_response_headers_policy from './services/cloud-front/response-headers-policy.ts';
import services_cloud_watch_alarm from './services/cloud-watch/alarm.ts';
import services_cognito_identity_pool_role_attachment from './services/cognito/identity-pool-role-attachment.ts';
import services_cognito_identity_pool from './services/cognito/identity-pool.ts';
import services_cognito_user_pool_client from './services/cognito/user-pool-client.ts';
import services_cognito_user_pool_domain from './services/cognito/user-pool-domain.ts';
import services_cognito_user_pool_group from './services/cognito/user-pool-group.ts';
import services_cognito_user_pool from './services/cognito/user-pool.ts';
import services_ec2_egress_only_internet_gateway from './services/ec2/egress-only-internet-gateway.ts';
import services_ec2_eip_association from './services/ec2/eip-association.ts';
import services_ec2_eip from './services/ec2/eip.ts';
import services_ec2_flow_log from './services/ec2/flow-log.ts';
import services_ec2_instance from './services/ec2/instance.ts';
import services_ec2_internet_gateway from './services/ec2/internet-gateway.ts';
import services_ec2_launch_template from './services/ec2/launch-template.ts';
import services_ec2_nat_gateway from './services/ec2/nat-gateway.ts';
import services_ec2_network_acl_entry from './services/ec2/network-acl-entry.ts';
import services_ec2_network_acl from './services/ec2/network-acl.ts';
import services_ec2_network_interface from './services/ec2/network-interface.ts';
import services_ec2_route_table from './services/ec2/route-table.ts';
import services_ec2_route from './services/ec2/route.ts';
import services_ec2_security_group_egress from './services/ec2/security-group-egress.ts';
import services_ec2_security_group_ingress from './services/ec2/security-group-ingress.ts';
import services_ec2_security_group from './services/ec2/security-group.ts';
import services_ec2_subnet_cidr_block from './services/ec2/subnet-cidr-block.ts';
import services_ec2_subnet_network_acl_association from './services/ec2/subnet-network-acl-association.ts';
import services_ec2_subnet_route_table_association from './services/ec2/subnet-route-table-association.ts';
import services_ec2_subnet from './services/ec2/subnet.ts';
import services_ec2_transit_gateway_attachment from './services/ec2/transit-gateway-attachment.ts';
import services_ec2_transit_gateway_vpc_attachment from './services/ec2/transit-gateway-vpc-attachment.ts';
import services_ec2_transit_gateway from './services/ec2/transit-gateway.ts';
import services_ec2_volume from './services/ec2/volume.ts';
import services_ec2_vpc_cidr_block from './services/ec2/vpc-cidr-block.ts';
import services_ec2_vpc_endpoint from './services/ec2/vpc-endpoint.ts';
import services_ec2_vpc_gateway_attachment from './services/ec2/vpc-gateway-attachment.ts';
import services_ec2_vpc_peering_connection from './services/ec2/vpc-peering-connection.ts';
import services_ec2_vpc from './services/ec2/vpc.ts';
import services_ecs_cluster from './services/ecs/cluster.ts';
import services_ecs_service from './services/ecs/service.ts';
import services_ecs_task_definition from './services/ecs/task-definition.ts';
import services_elastic_load_balancing_v2_listener_certificate from './services/elastic-load-balancing-v2/listener-certificate.ts';
import services_elastic_load_balancing_v2_listener_rule from './services/elastic-load-balancing-v2/listener-rule.ts';
import services_elastic_load_balancing_v2_listener from './services/elastic-load-balancing-v2/listener.ts';
import services_elastic_load_balancing_v2_load_balancer from './services/elastic-load-balancing-v2/load-balancer.ts';
import services_elastic_load_balancing_v2_target_group from './services/elastic-load-balancing-v2/target-group.ts';
import services_elastic_load_balancing_load_balancer from './services/elastic-load-balancing/load-balancer.ts';
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
import services_kms_alias from './services/kms/alias.ts';
import services_kms_key from './services/kms/key.ts';
import services_lambda_alias from './services/lambda/alias.ts';
import services_lambda_event_source_mapping from './services/lambda/event-source-mapping.ts';
import services_lambda_function from './services/lambda/function.ts';
import services_lambda_layer_version from './services/lambda/layer-version.ts';
import services_lambda_permission from './services/lambda/permission.ts';
import services_lambda_url from './services/lambda/url.ts';
import services_lambda_version from './services/lambda/version.ts';
import services_logs_log_group from './services/logs/log-group.ts';
import services_rds_db_instance from './services/rds/db-instance.ts';
import services_s3_bucket_policy from './services/s3/bucket-policy.ts';
import services_s3_bucket from './services/s3/bucket.ts';
import services_secrets_manager_resource_policy from './services/secrets-manager/resource-policy.ts';
import services_secrets_manager_rotation_schedule from './services/secrets-manager/rotation-schedule.ts';
import services_secrets_manager_secret_target_attachment from './services/secrets-manager/secret-target-attachment.ts';
import services_secrets_manager_secret from './services/secrets-manager/secret.ts';
import services_ssm_parameter from './services/ssm/parameter.ts';
import services_wafv2_logging_configuration from './services/wafv2/logging-configuration.ts';
import services_wafv2_web_acl_association from './services/wafv2/web-acl-association.ts';
import services_wafv2_web_acl from './services/wafv2/web-acl.ts';

/** Every resource type that is known in depth. */
export const services: readonly ServiceType[] = [
  services_auto_scaling_auto_scaling_group,
  services_auto_scaling_launch_configuration,
  services_cloud_front_cloud_front_origin_access_identity,
  services_cloud_front_distribution,
  services_cloud_front_function,
  services_cloud_front_origin_access_control,
  services_cloud_front_response_headers_policy,
  services_cloud_watch_alarm,
  services_cognito_identity_pool_role_attachment,
  services_cognito_identity_pool,
  services_cognito_user_pool_client,
  services_cognito_user_pool_domain,
  services_cognito_user_pool_group,
  services_cognito_user_pool,
  services_ec2_egress_only_internet_gateway,
  services_ec2_eip_association,
  services_ec2_eip,
  services_ec2_flow_log,
  services_ec2_instance,
  services_ec2_internet_gateway,
  services_ec2_launch_template,
  services_ec2_nat_gateway,
  services_ec2_network_acl_entry,
  services_ec2_network_acl,
  services_ec2_network_interface,
  services_ec2_route_table,
  services_ec2_route,
  services_ec2_security_group_egress,
  services_ec2_security_group_ingress,
  services_ec2_security_group,
  services_ec2_subnet_cidr_block,
  services_ec2_subnet_network_acl_association,
  services_ec2_subnet_route_table_association,
  services_ec2_subnet,
  services_ec2_transit_gateway_attachment,
  services_ec2_transit_gateway_vpc_attachment,
  services_ec2_transit_gateway,
  services_ec2_volume,
  services_ec2_vpc_cidr_block,
  services_ec2_vpc_endpoint,
  services_ec2_vpc_gateway_attachment,
  services_ec2_vpc_peering_connection,
  services_ec2_vpc,
  services_ecs_cluster,
  services_ecs_service,
  services_ecs_task_definition,
  services_elastic_load_balancing_v2_listener_certificate,
  services_elastic_load_balancing_v2_listener_rule,
  services_elastic_load_balancing_v2_listener,
  services_elastic_load_balancing_v2_load_balancer,
  services_elastic_load_balancing_v2_target_group,
  services_elastic_load_balancing_load_balancer,
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
  services_kms_alias,
  services_kms_key,
  services_lambda_alias,
  services_lambda_event_source_mapping,
  services_lambda_function,
  services_lambda_layer_version,
  services_lambda_permission,
  services_lambda_url,
  services_lambda_version,
  services_logs_log_group,
  services_rds_db_instance,
  services_s3_bucket_policy,
  services_s3_bucket,
  services_secrets_manager_resource_policy,
  services_secrets_manager_rotation_schedule,
  services_secrets_manager_secret_target_attachment,
  services_secrets_manager_secret,
  services_ssm_parameter,
  services_wafv2_logging_configuration,
  services_wafv2_web_acl_association,
  services_wafv2_web_acl,
];

/** Every threat rule. */
export const threatRules: readonly IdentifiedRule[] = [
];

/** Every move of an attacker. */
export const moves: readonly IdentifiedMove[] = [
];

/** Every control. */
export const controls: readonly IdentifiedControl[] = [
];
