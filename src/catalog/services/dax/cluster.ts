import type { DataHolding, EncryptionAtRest } from '../../../model/data-keeping.ts';
import type { Placement } from '../../../model/dimension.ts';
import type { EncryptionInTransit, Endpoint } from '../../../model/entry.ts';
import { byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { flag, property, word } from '../../answer.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { subnetsOfGroup } from '../../subnet-group.ts';

export default defineService({
  type: 'AWS::DAX::Cluster',
  title: 'DAX cluster',
  element: 'data-store',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dax-cluster.html',
  facts: {
    placement: placementOf,
    runsAs: runsAs,
    endpoints: endpointsOf,
    encryptionAtRest: storageOf,
    encryptionInTransit: transitOf,
    logging: notApplicable('DAX writes no log of requests'),
    recovery: notApplicable('a cache; the table behind it has the data'),
    secretsInClear: notApplicable('no property takes a secret'),
    software: notApplicable('AWS runs DAX'),
    resourcePolicy: notApplicable('clusters have no resource policies'),
  },
  structure: {
    holds: () => byDefault<DataHolding>({ what: 'records', confidentiality: 2, integrity: 2, availability: 1 }),
  },
  ignored: {
    ReplicationFactor: 'how many nodes there are',
  },
});

function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'IAMRoleARN'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'service', service: 'dax.amazonaws.com' }],
  );
}

function placementOf(view: ResourceView): Fact<Placement> {
  return given({
    zone: 'vpc',
    subnets: subnetsOfGroup(view, 'SubnetGroupName', { type: 'AWS::DAX::SubnetGroup', subnets: 'SubnetIds' }),
    securityGroups: guardedMembers(view, 'SecurityGroupIds'),
    publicAddress: byDefault('no'),
  });
}

/** Off unless switched on: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html */
function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  return mapFact(
    flag(view, 'SSESpecification.SSEEnabled', false),
    (on): EncryptionAtRest => ({
      by: on ? 'aws-owned-key' : 'none',
    }),
  );
}

function transitOf(view: ResourceView): Fact<EncryptionInTransit> {
  return mapFact(
    word(view, 'ClusterEndpointEncryptionType', 'NONE'),
    (type): EncryptionInTransit => ({
      state: type === 'TLS' ? 'required' : 'none',
    }),
  );
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.create-cluster.console.configure-inbound-rules.html */
function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  return mapFact(transitOf(view), ({ state }): readonly Endpoint[] => [
    {
      protocol: 'dax',
      port: state === 'required' ? 9111 : 8111,
      authentication: byDefault('iam'),
      audience: byDefault('network'),
      encrypted: byDefault(state),
      origin: view.origin('ClusterEndpointEncryptionType'),
    },
  ]);
}
