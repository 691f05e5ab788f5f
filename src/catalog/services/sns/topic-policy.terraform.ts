import { defineTerraform } from '../../../model/terraform.ts';
import { document, list, makes, own } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::SNS::TopicPolicy',
  from: {
    aws_sns_topic_policy: makes(
      { PolicyDocument: document('policy'), Topics: list('arn') },
      { attributes: { arn: 'Topics' } },
    ),
    aws_sns_topic: makes(
      { PolicyDocument: document('policy'), Topics: list(own()) },
      { when: { attribute: 'policy' } },
    ),
  },
});
