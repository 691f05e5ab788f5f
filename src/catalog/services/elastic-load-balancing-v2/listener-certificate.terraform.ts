import { defineTerraform } from '../../../model/terraform.ts';
import { list, makes } from '../../terraform-rules.ts';

const certificate = makes({
  ListenerArn: 'listener_arn',
  Certificates: list({ CertificateArn: 'certificate_arn' }),
});

export default defineTerraform({
  type: 'AWS::ElasticLoadBalancingV2::ListenerCertificate',
  from: { aws_lb_listener_certificate: certificate, aws_alb_listener_certificate: certificate },
});
