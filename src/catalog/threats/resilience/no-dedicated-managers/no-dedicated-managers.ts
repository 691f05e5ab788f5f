import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Cluster led by overloaded nodes',
  statement: {
    source: 'caller',
    prerequisites: 'who sends heavy queries',
    action: 'overload the nodes that also lead the cluster',
    impact: 'outage of the whole cluster',
  },
  stride: ['denial-of-service'],
  techniques: ['T1499.003'],
  weaknesses: ['CWE-693'],
  controls: ['dedicated-managers'],
  likelihood: 1,
  impact: 1,
  howUsed:
    'Heavy queries and large aggregations stop the nodes that also keep the cluster together. The cluster loses its leader and refuses writes, with a load that each of its nodes could have borne.',
  howTested:
    'Run a heavy query against a test domain and watch MasterReachableFromNode and ClusterStatus. Both must stay green; describe-domain must show three dedicated manager nodes.',
  falsePositives: 'Domains for tests, and those with one node.',
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html',
  ],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'dedicatedManagers',
      wanted: true,
      bad: 'the nodes that lead the cluster answer queries as well',
      good: 'nodes of their own lead the cluster',
      fix: {
        control: 'dedicated-managers',
        title: 'Give the cluster managers of its own',
        property: 'DedicatedMasterEnabled',
        value: 'true, with three nodes',
      },
    }),
});
