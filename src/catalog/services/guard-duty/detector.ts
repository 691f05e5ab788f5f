import { byDefault, notApplicable } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { flag } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';

export default defineService({
  type: 'AWS::GuardDuty::Detector',
  title: 'GuardDuty detector',
  element: 'control',
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-guardduty-detector.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('GuardDuty acts through a role of its own that AWS keeps'),
    endpoints: throughApi,
    encryptionAtRest: () => byDefault({ by: 'aws-owned-key' }),
    encryptionInTransit: apiTransport,
    logging: notApplicable('findings are always kept for 90 days'),
    recovery: notApplicable('a detector holds nothing that the account needs back'),
    secretsInClear: notApplicable('a detector has no property that takes a secret'),
    software: notApplicable('GuardDuty runs no software that the customer chooses'),
    resourcePolicy: notApplicable('a detector has no policy of its own'),
  },
  structure: {
    protections: (view) =>
      byDefault([{ control: 'threat-detection', inForce: flag(view, 'Enable', false), origin: view.origin('Enable') }]),
  },
  ignored: {},
});
