import type { DataHolding, Recovery } from '../../../model/data-keeping.ts';
import { byDefault, type Fact, given, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { inRegion } from '../../aws-api.ts';
import { volumeEncryption } from './instance-answers.ts';

export default defineService({
  type: 'AWS::EC2::Volume',
  title: 'EBS volume',
  element: 'data-store',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-volume.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a volume runs nothing'),
    endpoints: notApplicable('only instances that it is attached to read it'),
    encryptionAtRest: (view) => volumeEncryption(view),
    encryptionInTransit: notApplicable(
      'data travels between instance and volume inside AWS, encrypted when the volume is',
    ),
    logging: notApplicable('EBS writes no access logs of a volume'),
    recovery: recoveryOf,
    secretsInClear: notApplicable('no property carries a secret'),
    software: notApplicable('AWS runs EBS'),
    resourcePolicy: notApplicable('volumes have no resource policies'),
  },
  structure: {
    holds: () => byDefault<DataHolding>({ what: 'records', confidentiality: 2, integrity: 2, availability: 2 }),
  },
  ignored: {},
});

/**
 * Snapshots are taken by lifecycle policies and backup plans, never by the volume itself; a volume lives in one zone.
 * `DeletionPolicy: Snapshot` keeps what was in it.
 */
function recoveryOf(view: ResourceView): Fact<Recovery> {
  const kept = view.resource.onDelete === 'snapshot' || view.resource.onDelete === 'retain';
  return given({ backups: 'none', deletionProtection: kept ? 'on' : 'unsupported', zones: 'one' });
}
