import { defineMove } from '../../../model/attack.ts';
import { takeOver } from '../take-over.ts';

export default defineMove(
  takeOver({
    title: 'Add steps to a cluster',
    description:
      'The identity adds steps of its own to an EMR cluster, which runs them with the credentials of its instances.',
    technique: 'T1651',
    reference: 'https://docs.aws.amazon.com/emr/latest/APIReference/API_AddJobFlowSteps.html',
    cost: 1,
    thing: 'an EMR cluster',
    types: ['AWS::EMR::Cluster'],
    kind: 'cluster/',

    service: 'ec2.amazonaws.com',

    unseenRoles: () => false,
    ways: [{ on: ['elasticmapreduce:AddJobFlowSteps'] }],
  }),
);
