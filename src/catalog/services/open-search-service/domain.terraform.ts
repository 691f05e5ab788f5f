import { defineTerraform } from '../../../model/terraform.ts';
import { configures, document, makes, tags } from '../../terraform-rules.ts';
import { advancedSecurity, clusterConfiguration, domainProperties } from './terraform-domain.ts';

export default defineTerraform({
  type: 'AWS::OpenSearchService::Domain',
  from: {
    aws_opensearch_domain: makes(
      {
        ...domainProperties,
        AdvancedSecurityOptions: {
          ...advancedSecurity,
          AnonymousAuthEnabled: 'advanced_security_options.anonymous_auth_enabled',
        },
        ClusterConfig: {
          ...clusterConfiguration,
          MultiAZWithStandbyEnabled: 'cluster_config.multi_az_with_standby_enabled',
        },
        EngineVersion: 'engine_version',
        IPAddressType: 'ip_address_type',
        Tags: tags,
      },
      { attributes: { id: 'Arn', endpoint: 'DomainEndpoint', domain_id: 'Id' } },
    ),
    aws_opensearch_domain_policy: configures('domain_name', { AccessPolicies: document('access_policies') }),
  },
});
