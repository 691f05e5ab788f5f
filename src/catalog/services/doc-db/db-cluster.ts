import { byDefault, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { secretProperty } from '../../secret-in-clear.ts';
import {
  clusterEndpoint,
  clusterLogs,
  clusterPlacement,
  clusterRecovery,
  clusterStorage,
} from '../neptune/cluster-answers.ts';
import { transitOf } from './transit.ts';

export default defineService({
  type: 'AWS::DocDB::DBCluster',
  title: 'DocumentDB cluster',
  element: 'data-store',
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-docdb-dbcluster.html',
  facts: {
    placement: (view) => clusterPlacement(view, 'AWS::DocDB::DBSubnetGroup'),
    runsAs: notApplicable('DocumentDB clusters act as nobody'),
    endpoints: (view) =>
      clusterEndpoint(view, {
        protocol: 'mongodb',
        port: ['Port', 27017],
        authentication: byDefault('password'),
        encrypted: mapFact(transitOf(view), ({ state }) => state),
      }),
    encryptionAtRest: clusterStorage,
    encryptionInTransit: transitOf,
    logging: clusterLogs,
    recovery: clusterRecovery,
    secretsInClear: (view) => secretProperty(view, 'MasterUserPassword'),
    software: notApplicable('engine versions of DocumentDB have no published table of end dates here'),
    resourcePolicy: notApplicable('DocumentDB clusters have no resource policies'),
  },
  structure: {
    holds: () => byDefault({ what: 'records', confidentiality: 3, integrity: 3, availability: 3 }),
  },
  ignored: {
    EngineVersion: 'end dates of engine versions are not in the table',
    ManageMasterUserPassword: 'then there is no password in the template, which is what is told',
    MasterUserSecretKmsKeyId: 'the key of a secret that the service keeps',
    MasterUsername: 'a user name is no secret',
    NetworkType: 'IPv4 or both; routes and security groups decide who reaches it',
    RotateMasterUserPassword: 'a rotation on demand',
  },
});
