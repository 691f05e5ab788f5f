import { defineService } from '../../../model/service.ts';
import { atEdge } from '../../aws-api.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::CloudFront::CloudFrontOriginAccessIdentity',
  title: 'CloudFront origin access identity',
  element: 'identity',
  service: 'identity',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-cloudfrontoriginaccessidentity.html',
  facts: {
    ...noAnswers('it is a name that bucket policies let in; it handles and keeps nothing'),
    placement: atEdge,
  },
  ignored: {
    CloudFrontOriginAccessIdentityConfig: 'a comment is all it has',
  },
});
