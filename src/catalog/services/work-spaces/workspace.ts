import type { DataHolding, EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import type { Endpoint } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag } from '../../answer.ts';
import { apiEndpoint, apiTransport, inRegion } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { weakestEncryption } from '../../weakest-encryption.ts';

export default defineService({
  type: 'AWS::WorkSpaces::Workspace',
  title: 'virtual desktop',
  element: 'process',
  service: 'managed',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-workspaces-workspace.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a desktop acts as nobody in AWS'),
    endpoints: endpointsOf,
    encryptionAtRest: storageOf,
    encryptionInTransit: apiTransport,
    logging: notApplicable('sign-ins are events that EventBridge gets without a setting'),
    recovery: () => byDefault<Recovery>({ backups: 'automatic', deletionProtection: 'unsupported', zones: 'one' }),
    secretsInClear: notApplicable('no property takes a secret'),
    software: notApplicable('the bundle decides about the operating system'),
    resourcePolicy: notApplicable('desktops have no resource policies'),
  },
  structure: {
    holds: () => byDefault<DataHolding>({ what: 'files', confidentiality: 2, integrity: 2, availability: 1 }),
  },
  ignored: {},
});

/** https://docs.aws.amazon.com/workspaces/latest/adminguide/workspaces-port-requirements.html */
function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  return byDefault<readonly Endpoint[]>(
    [{ ...apiEndpoint(view), authentication: byDefault('password'), audience: byDefault('internet') }],
    [view.origin()],
  );
}

const volumes = ['RootVolumeEncryptionEnabled', 'UserVolumeEncryptionEnabled'] as const;

/** Neither volume is encrypted unless switched on: https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html */
function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  return weakestEncryption(
    volumes.map((path) =>
      bindFact(flag(view, path, false), (on) =>
        on ? encryptedBy(view, 'VolumeEncryptionKey', 'aws-managed-key') : given<EncryptionAtRest>({ by: 'none' }),
      ),
    ),
    () => byDefault<EncryptionAtRest>({ by: 'none' }),
  );
}
