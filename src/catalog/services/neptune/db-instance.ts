import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::Neptune::DBInstance',
  title: 'Neptune instance',
  element: 'part',
  ownedBy: ['AWS::Neptune::DBCluster'],
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-neptune-dbinstance.html',
  facts: noAnswers('the compute of a cluster, which answers for it'),
  ignored: {
    DBParameterGroupName: 'parameters of the engine; none of them opens it',
    DBSnapshotIdentifier: 'the cluster tells what it is restored from',
    DBSubnetGroupName: 'an instance stands in the subnets of its cluster',
    PubliclyAccessible: 'Neptune gives no public addresses to instances that templates make',
  },
});
