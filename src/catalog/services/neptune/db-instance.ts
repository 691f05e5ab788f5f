import type { AnswerOf } from '../../../model/dimension.ts';
import { type Fact, given } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag } from '../../answer.ts';
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
  structure: { settings },
  contributes: (view) => {
    const to = view.read('DBClusterIdentifier');
    return to === undefined ? [] : [{ to, dimension: 'settings', fact: settings(view) }];
  },
  ignored: {
    DBParameterGroupName: 'parameters of the engine; none of them opens it',
    DBSnapshotIdentifier: 'the cluster tells what it is restored from',
    DBSubnetGroupName: 'an instance stands in the subnets of its cluster',
    PubliclyAccessible: 'Neptune gives no public addresses to instances that templates make',
  },
});

/** Minor versions are installed unless switched off (CreateDBInstance of Neptune). */
function settings(view: ResourceView): Fact<AnswerOf<'settings'>> {
  return given({ autoMinorUpgrade: flag(view, 'AutoMinorVersionUpgrade', true) });
}
