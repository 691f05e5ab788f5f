import type { DataHolding, Recovery } from '../../../model/data-keeping.ts';
import type { Placement } from '../../../model/dimension.ts';
import { byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag } from '../../answer.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { engineSoftware } from '../../engine-software.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { subnetsOfGroup } from '../../subnet-group.ts';

const SUBNETS = { type: 'AWS::DMS::ReplicationSubnetGroup', subnets: 'SubnetIds' } as const;

export default defineService({
  type: 'AWS::DMS::ReplicationInstance',
  title: 'DMS replication instance',
  element: 'process',
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dms-replicationinstance.html',
  facts: {
    placement: placementOf,
    runsAs: notApplicable('DMS uses roles of fixed names for the VPC and for logs; endpoints name those for data'),
    endpoints: notApplicable('it opens connections and takes none'),
    // https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.html: the account's DMS key when no other is named.
    encryptionAtRest: (view) => encryptedBy(view, 'KmsKeyId', 'aws-managed-key'),
    encryptionInTransit: notApplicable('each endpoint says how it is connected to'),
    logging: notApplicable('replication tasks say whether they log'),
    recovery: recoveryOf,
    secretsInClear: notApplicable('a replication instance has no property that takes a secret'),
    software: (view) => engineSoftware(view, { engine: given('dms'), version: 'EngineVersion' }),
    resourcePolicy: notApplicable('replication instances have no resource policies'),
  },
  structure: {
    holds: () => byDefault<DataHolding>({ what: 'records', confidentiality: 3, integrity: 3, availability: 1 }),
    settings: (view) => given({ autoMinorUpgrade: flag(view, 'AutoMinorVersionUpgrade', true) }),
  },
  ignored: {
    AllowMajorVersionUpgrade: 'a permission for one change',
    NetworkType: 'IPv4 or both; routes and security groups decide who reaches it',
    ReplicationInstanceClass: 'the size',
    ReplicationInstanceIdentifier: 'the name',
  },
});

/** Public unless switched off (CreateReplicationInstance, PubliclyAccessible: the default is true). */
function placementOf(view: ResourceView): Fact<Placement> {
  return given({
    zone: 'vpc',
    subnets: subnetsOfGroup(view, 'ReplicationSubnetGroupIdentifier', SUBNETS),
    securityGroups: guardedMembers(view, 'VpcSecurityGroupIds'),
    publicAddress: mapFact(flag(view, 'PubliclyAccessible', true), (on) => (on ? 'yes' : 'no')),
  });
}

/** What is in flight is read again from the source. */
function recoveryOf(view: ResourceView): Fact<Recovery> {
  return mapFact(flag(view, 'MultiAZ', false), (many) => ({
    backups: 'unsupported',
    deletionProtection: 'unsupported',
    zones: many ? 'many' : 'one',
  }));
}
