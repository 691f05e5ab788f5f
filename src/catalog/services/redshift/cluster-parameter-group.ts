import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';
import { transitByParameters } from './parameters.ts';

export default defineService({
  type: 'AWS::Redshift::ClusterParameterGroup',
  title: 'Redshift parameter group',
  element: 'part',
  ownedBy: ['AWS::Redshift::Cluster'],
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-redshift-clusterparametergroup.html',
  facts: {
    ...noAnswers('settings of an engine; the clusters that use them answer'),
    encryptionInTransit: transitByParameters,
  },
  ignored: {},
});
