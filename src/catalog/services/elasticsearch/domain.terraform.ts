import { defineTerraform } from '../../../model/terraform.ts';
import { configures, document, makes, tags } from '../../terraform-rules.ts';
import { advancedSecurity, clusterConfiguration, domainProperties } from '../open-search-service/terraform-domain.ts';

export default defineTerraform({
  type: 'AWS::Elasticsearch::Domain',
  from: {
    aws_elasticsearch_domain: makes(
      {
        ...domainProperties,
        AdvancedSecurityOptions: advancedSecurity,
        ElasticsearchClusterConfig: clusterConfiguration,
        ElasticsearchVersion: 'elasticsearch_version',
        Tags: tags,
      },
      { attributes: { id: 'Arn', endpoint: 'DomainEndpoint' } },
    ),
    aws_elasticsearch_domain_policy: configures('domain_name', { AccessPolicies: document('access_policies') }),
  },
});
