/**
 * What a web ACL can be attached to; HTTP and WebSocket APIs, function URLs and network load balancers cannot carry one.
 * https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html
 */
export const webAclCarriers: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::RestApi',
  'AWS::AppRunner::Service',
  'AWS::AppSync::GraphQLApi',
  'AWS::CloudFront::Distribution',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
]);
