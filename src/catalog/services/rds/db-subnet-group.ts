import { byDefault, given, notApplicable } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::RDS::DBSubnetGroup',
  title: 'RDS subnet group',
  element: 'part',
  ownedBy: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbsubnetgroup.html',
  facts: {
    ...noAnswers('a list of subnets; the databases that stand in them answer'),
    placement: (view) =>
      given({
        zone: 'vpc',
        subnets: guardedMembers(view, 'SubnetIds'),
        securityGroups: [],
        publicAddress: byDefault('no'),
      }),
    resourcePolicy: notApplicable('subnet groups have no resource policies'),
  },
  ignored: {
    DBSubnetGroupDescription: 'a text for people',
    DBSubnetGroupName: 'the name, by which others refer to it',
  },
});
