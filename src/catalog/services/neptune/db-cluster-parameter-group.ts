import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::Neptune::DBClusterParameterGroup',
  title: 'Neptune cluster parameter group',
  element: 'part',
  ownedBy: ['AWS::Neptune::DBCluster'],
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-neptune-dbclusterparametergroup.html',
  facts: noAnswers('settings of an engine; the clusters that use them answer'),
  ignored: {},
});
