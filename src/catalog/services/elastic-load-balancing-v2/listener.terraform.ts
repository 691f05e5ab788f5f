import { defineTerraform } from '../../../model/terraform.ts';
import { list, makes, tags } from '../../terraform-rules.ts';
import { actions } from './terraform-actions.ts';

const listener = makes(
  {
    LoadBalancerArn: 'load_balancer_arn',
    AlpnPolicy: list('alpn_policy'),
    Certificates: list({ CertificateArn: 'certificate_arn' }),
    DefaultActions: actions('default_action'),
    MutualAuthentication: {
      AdvertiseTrustStoreCaNames: 'mutual_authentication.advertise_trust_store_ca_names',
      IgnoreClientCertificateExpiry: 'mutual_authentication.ignore_client_certificate_expiry',
      Mode: 'mutual_authentication.mode',
      TrustStoreArn: 'mutual_authentication.trust_store_arn',
    },
    Port: 'port',
    Protocol: 'protocol',
    SslPolicy: 'ssl_policy',
    Tags: tags,
  },
  { attributes: { arn: 'Ref' } },
);

/** `aws_alb_…` are other names of the same. */
export default defineTerraform({
  type: 'AWS::ElasticLoadBalancingV2::Listener',
  from: { aws_lb_listener: listener, aws_alb_listener: listener },
});
