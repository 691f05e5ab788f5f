import { byDefault, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { word } from '../../answer.ts';
import { atEdge } from '../../aws-api.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::CloudFront::OriginAccessControl',
  title: 'CloudFront origin access control',
  element: 'control',
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-originaccesscontrol.html',
  facts: {
    ...noAnswers('it says how a distribution signs its requests; it handles none itself'),
    placement: atEdge,
    secretsInClear: notApplicable('an origin access control has no property that takes a secret'),
  },
  structure: {
    // `no-override` signs too, unless the viewer brings a signature of his own, which the origin then judges.
    protections: (view) =>
      byDefault([
        {
          control: 'origin-protection',
          inForce: mapFact(
            word(view, 'OriginAccessControlConfig.SigningBehavior', 'always'),
            (signs) => signs !== 'never',
          ),
          origin: view.origin('OriginAccessControlConfig.SigningBehavior'),
        },
      ]),
  },
  ignored: {},
});
