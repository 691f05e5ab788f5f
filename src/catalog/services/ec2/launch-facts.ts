import { notApplicable } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import {
  diskEncryption,
  instancePlacement,
  instanceRoles,
  instanceSettings,
  instanceWorkload,
  machineImage,
  userDataForwards,
  userDataSecrets,
} from './instance-answers.ts';

/** The settings of a resource under the names that `AWS::EC2::Instance` has for them. */
type SettingsOf = (view: ResourceView) => ResourceView;

/** What settings for instances to come tell of them, whatever the resource is called that keeps the settings. */
export function launchFacts(settingsOf: SettingsOf) {
  return {
    placement: (view: ResourceView) => instancePlacement(settingsOf(view), undefined),
    runsAs: (view: ResourceView) => instanceRoles(settingsOf(view)),
    endpoints: notApplicable('what listens is decided by the software inside; security groups say what can be reached'),
    encryptionAtRest: (view: ResourceView) => diskEncryption(settingsOf(view)),
    encryptionInTransit: notApplicable('the software inside decides about TLS'),
    logging: notApplicable('logs are written by software inside the instances; AWS writes none of its own'),
    secretsInClear: (view: ResourceView) => userDataSecrets(settingsOf(view)),
    software: (view: ResourceView) => machineImage(settingsOf(view)),
  };
}

/** The work of instances to come, and where their start-up script sends what. */
export function launchStructure(settingsOf: SettingsOf) {
  return {
    workload: (view: ResourceView) => instanceWorkload(settingsOf(view)),
    forwards: (view: ResourceView) => userDataForwards(settingsOf(view)),
    settings: (view: ResourceView) => instanceSettings(settingsOf(view)),
  };
}
