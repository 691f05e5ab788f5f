import { byDefault, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { flag } from '../../answer.ts';
import {
  clusterEndpoint,
  clusterLogs,
  clusterPlacement,
  clusterRecovery,
  clusterRoles,
  clusterStorage,
} from './cluster-answers.ts';

/** Engines since 1.0.4.0 take connections over TLS only (Neptune user guide, "Encrypting connections"). */
const tlsOnly = byDefault({ state: 'required' as const });

export default defineService({
  type: 'AWS::Neptune::DBCluster',
  title: 'Neptune graph database cluster',
  element: 'data-store',
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-neptune-dbcluster.html',
  facts: {
    placement: (view) => clusterPlacement(view, 'AWS::Neptune::DBSubnetGroup'),
    runsAs: clusterRoles,
    endpoints: (view) =>
      clusterEndpoint(view, {
        protocol: 'gremlin',
        port: ['DBPort', 8182],
        // Neptune has no users and passwords of its own: without IAM whoever connects is let in.
        authentication: mapFact(flag(view, 'IamAuthEnabled', false), (iam) => (iam ? 'iam' : 'none')),
        encrypted: byDefault('required'),
      }),
    encryptionAtRest: clusterStorage,
    encryptionInTransit: () => tlsOnly,
    logging: clusterLogs,
    recovery: clusterRecovery,
    secretsInClear: notApplicable('Neptune has no passwords'),
    software: notApplicable('engine versions of Neptune have no published table of end dates here'),
    resourcePolicy: notApplicable('Neptune clusters have no resource policies'),
  },
  structure: {
    holds: () => byDefault({ what: 'records', confidentiality: 3, integrity: 3, availability: 3 }),
  },
  ignored: {
    DBInstanceParameterGroupName: 'parameters for instances at a major upgrade only',
    EngineVersion: 'end dates of engine versions are not in the table',
    NetworkType: 'IPv4 or both; routes and security groups decide who reaches it',
  },
});
