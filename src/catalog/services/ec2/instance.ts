import type { Recovery } from '../../../model/data-keeping.ts';
import { type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag } from '../../answer.ts';
import {
  diskEncryption,
  instanceDoors,
  instancePlacement,
  instanceRoles,
  instanceSettings,
  instanceWorkload,
  machineImage,
  userDataForwards,
  userDataSecrets,
} from './instance-answers.ts';
import { launchSettings } from './launch-settings.ts';

export default defineService({
  type: 'AWS::EC2::Instance',
  title: 'EC2 instance',
  element: 'process',
  service: 'infrastructure',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-instance.html',
  facts: {
    placement: (view) => instancePlacement(settingsOf(view), []),
    runsAs: (view) => instanceRoles(settingsOf(view)),
    endpoints: notApplicable('what listens is decided by the software inside; security groups say what can be reached'),
    encryptionAtRest: (view) => diskEncryption(settingsOf(view)),
    encryptionInTransit: notApplicable('the software inside decides about TLS'),
    logging: notApplicable('logs are written by software inside it; AWS writes none of its own'),
    recovery: recoveryOf,
    secretsInClear: (view) => userDataSecrets(settingsOf(view)),
    software: (view) => machineImage(settingsOf(view)),
    resourcePolicy: notApplicable('EC2 instances have no resource policies'),
  },
  structure: {
    controlPlane: (view) => instanceDoors(settingsOf(view)),
    workload: (view) => instanceWorkload(settingsOf(view)),
    forwards: (view) => userDataForwards(settingsOf(view)),
    settings: (view) => instanceSettings(settingsOf(view)),
  },
  ignored: {
    Ipv6AddressCount: 'how many addresses it has says nothing about who reaches them',
    Ipv6Addresses: 'addresses are no boundary; routes and security groups are',
    PrivateIpAddress: 'the address within the subnet says nothing about who reaches it',
    EnclaveOptions: 'an enclave protects what is put into it, which the template does not show',
  },
});

/** The instance's own settings over those of its launch template. */
function settingsOf(view: ResourceView): ResourceView {
  return launchSettings(view, { templates: ['LaunchTemplate'] });
}

/** One instance stands in one zone and is not backed up by itself: its volumes hold the data. */
function recoveryOf(view: ResourceView): Fact<Recovery> {
  return mapFact(flag(settingsOf(view), 'DisableApiTermination', false), (on) => ({
    backups: 'none',
    deletionProtection: on ? 'on' : 'off',
    zones: 'one',
  }));
}
