import type { EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import type { EncryptionInTransit, Endpoint } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag, word } from '../../answer.ts';
import { onlyWhile } from '../../combine-facts.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { stated } from '../../follow.ts';
import { plainTextDenied } from '../../plain-text-denied.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';
import { statedPolicies } from '../../stated-policies.ts';

export default defineService({
  type: 'AWS::EFS::FileSystem',
  title: 'EFS file system',
  element: 'data-store',
  service: 'managed',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-filesystem.html',
  facts: {
    // Its mount targets say in which subnets it is reached.
    placement: () => byDefault({ zone: 'vpc', subnets: [], securityGroups: [], publicAddress: byDefault('no') }),
    runsAs: notApplicable('a file system acts as nobody'),
    endpoints: endpointsOf,
    encryptionAtRest: storageOf,
    encryptionInTransit: transitOf,
    logging: notApplicable('EFS writes no logs of reads and writes'),
    recovery: recoveryOf,
    secretsInClear: notApplicable('a file system has no property that takes a secret'),
    software: notApplicable('EFS runs no software that the customer chooses'),
    resourcePolicy: (view) => statedPolicies(view, 'FileSystemPolicy', `policy of ${view.resource.address}`),
  },
  structure: {
    holds: () => byDefault({ what: 'files', confidentiality: 2, integrity: 2, availability: 2 }),
    forwards: (view) =>
      flowsOf(
        view,
        statedFlow(view.read('ReplicationConfiguration.Destinations.0.FileSystemId'), {
          kind: 'replication',
          because: `${view.resource.address} is copied there`,
        }),
      ),
  },
  ignored: {
    BypassPolicyLockoutSafetyCheck: 'a check while the policy is written, nothing afterwards',
    FileSystemProtection: 'whether a copy of another file system may overwrite it',
    LifecyclePolicies: 'which storage class files lie in',
  },
});

/**
 * Without a policy every client that reaches a mount target may mount it; a policy makes EFS ask IAM
 * (https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html).
 */
function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  return mapFact(stated(view, 'FileSystemPolicy'), (policy) => [
    {
      protocol: 'nfs',
      port: 2049,
      authentication: policy ? given('iam') : byDefault('network'),
      audience: byDefault('network'),
      encrypted: mapFact(transitOf(view), ({ state }) => state),
      origin: view.origin('FileSystemPolicy'),
    },
  ]);
}

/** Files are not encrypted unless asked for, except in the console (https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html). */
function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  return bindFact(flag(view, 'Encrypted', false), (on) =>
    on ? encryptedBy(view, 'KmsKeyId', 'aws-managed-key') : given<EncryptionAtRest>({ by: 'none' }),
  );
}

/** The client chooses TLS when it mounts, unless the policy denies everybody who does not. */
function transitOf(view: ResourceView): Fact<EncryptionInTransit> {
  const denied = plainTextDenied(view, 'FileSystemPolicy', { service: 'elasticfilesystem' });
  const optional = byDefault<EncryptionInTransit>({ state: 'optional' });
  return denied.length === 0
    ? optional
    : onlyWhile(denied, given<EncryptionInTransit>({ state: 'required' }), optional);
}

/** One Zone file systems are backed up unless it is switched off, others only when asked (AWS::EFS::FileSystem BackupPolicy). */
function recoveryOf(view: ResourceView): Fact<Recovery> {
  return bindFact(stated(view, 'AvailabilityZoneName'), (oneZone) =>
    mapFact(
      word(view, 'BackupPolicy.Status', oneZone ? 'ENABLED' : 'DISABLED'),
      (status): Recovery => ({
        backups: status === 'ENABLED' ? 'automatic' : 'none',
        deletionProtection: 'unsupported',
        zones: oneZone ? 'one' : 'many',
      }),
    ),
  );
}
