import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::DocDB::DBSubnetGroup',
  title: 'DocumentDB subnet group',
  element: 'part',
  ownedBy: ['AWS::DocDB::DBCluster'],
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-docdb-dbsubnetgroup.html',
  facts: noAnswers('a list of subnets; the cluster that stands in them answers'),
  ignored: {
    DBSubnetGroupDescription: 'a text for people',
    DBSubnetGroupName: 'the name, by which others refer to it',
    SubnetIds: 'read where the cluster is placed',
  },
});
