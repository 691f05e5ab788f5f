import { defineTerraform, type TerraformMembers } from '../../../model/terraform.ts';
import { always, each, first, list, makes, tags, when } from '../../terraform-rules.ts';
import { actions } from './terraform-actions.ts';

/** One condition is one block inside; CloudFormation has its name as well. */
const condition: TerraformMembers = {
  Field: first(
    when('host_header', always('host-header')),
    when('path_pattern', always('path-pattern')),
    when('http_header', always('http-header')),
    when('http_request_method', always('http-request-method')),
    when('query_string', always('query-string')),
    when('source_ip', always('source-ip')),
  ),
  HostHeaderConfig: { Values: 'host_header.values' },
  HttpHeaderConfig: { HttpHeaderName: 'http_header.http_header_name', Values: 'http_header.values' },
  HttpRequestMethodConfig: { Values: 'http_request_method.values' },
  PathPatternConfig: { Values: 'path_pattern.values' },
  QueryStringConfig: { Values: each('query_string', { Key: 'key', Value: 'value' }) },
  SourceIpConfig: { Values: list('source_ip.values') },
};

const rule = makes(
  {
    ListenerArn: 'listener_arn',
    Actions: actions('action'),
    Conditions: each('condition', condition),
    Priority: 'priority',
    Tags: tags,
  },
  { attributes: { arn: 'Ref' } },
);

export default defineTerraform({
  type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
  from: { aws_lb_listener_rule: rule, aws_alb_listener_rule: rule },
});
