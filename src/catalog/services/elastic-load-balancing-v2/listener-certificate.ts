import { defineService } from '../../../model/service.ts';
import { networkFacts } from '../ec2/network-facts.ts';
import { givenValues } from '../ec2/optional.ts';

/** Further certificates of a listener. */
export default defineService({
  type: 'AWS::ElasticLoadBalancingV2::ListenerCertificate',
  title: 'listener certificate',
  element: 'part',
  partOf: (view) => givenValues(view, 'ListenerArn'),
  aloneAs: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html',
  facts: networkFacts('A listener certificate'),
  ignored: { Certificates: 'Which certificate is shown does not change what the listener accepts.' },
});
