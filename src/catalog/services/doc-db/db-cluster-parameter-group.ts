import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';
import { transitByParameters } from './transit.ts';

export default defineService({
  type: 'AWS::DocDB::DBClusterParameterGroup',
  title: 'DocumentDB cluster parameter group',
  element: 'part',
  ownedBy: ['AWS::DocDB::DBCluster'],
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-docdb-dbclusterparametergroup.html',
  facts: {
    ...noAnswers('settings of an engine; the clusters that use them answer'),
    encryptionInTransit: transitByParameters,
  },
  ignored: {},
});
