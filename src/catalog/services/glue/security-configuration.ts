import { notApplicable } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { configurationEncryption } from './configuration-encryption.ts';

export default defineService({
  type: 'AWS::Glue::SecurityConfiguration',
  title: 'Glue security configuration',
  element: 'control',
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-securityconfiguration.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a configuration acts as nobody'),
    endpoints: throughApi,
    encryptionAtRest: configurationEncryption,
    encryptionInTransit: apiTransport,
    logging: notApplicable('it writes nothing'),
    recovery: notApplicable('it is made again from its template'),
    secretsInClear: notApplicable('no property takes a secret'),
    software: notApplicable('it runs nothing'),
    resourcePolicy: notApplicable('it has no resource policy'),
  },
  ignored: {},
});
