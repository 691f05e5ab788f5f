import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::Neptune::DBSubnetGroup',
  title: 'Neptune subnet group',
  element: 'part',
  ownedBy: ['AWS::Neptune::DBCluster'],
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-neptune-dbsubnetgroup.html',
  facts: noAnswers('a list of subnets; the cluster that stands in them answers'),
  ignored: {
    DBSubnetGroupDescription: 'a text for people',
    DBSubnetGroupName: 'the name, by which others refer to it',
    SubnetIds: 'read where the cluster is placed',
  },
});
