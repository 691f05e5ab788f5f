import { byDefault, given } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::DMS::ReplicationSubnetGroup',
  title: 'DMS subnet group',
  element: 'part',
  ownedBy: ['AWS::DMS::ReplicationInstance'],
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dms-replicationsubnetgroup.html',
  facts: {
    ...noAnswers('a list of subnets; the replication instances that stand in them answer'),
    placement: (view) =>
      given({
        zone: 'vpc',
        subnets: guardedMembers(view, 'SubnetIds'),
        securityGroups: [],
        publicAddress: byDefault('no'),
      }),
  },
  ignored: {
    ReplicationSubnetGroupDescription: 'a text for people',
    ReplicationSubnetGroupIdentifier: 'the name, by which others refer to it',
  },
});
