import type { DataHolding, Recovery } from '../../../model/data-keeping.ts';
import { byDefault, notApplicable } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';

export default defineService({
  type: 'AWS::Timestream::Database',
  title: 'Timestream database',
  element: 'data-store',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-timestream-database.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a database acts as nobody'),
    endpoints: throughApi,
    encryptionAtRest: (view) => encryptedBy(view, 'KmsKeyId', 'aws-managed-key'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('its use is recorded by CloudTrail, for which the trail answers'),
    recovery: () => byDefault<Recovery>({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: notApplicable('no property takes a secret'),
    software: notApplicable('AWS runs its software'),
    resourcePolicy: notApplicable('it has no resource policy'),
  },
  structure: {
    holds: () => byDefault<DataHolding>({ what: 'records', confidentiality: 2, integrity: 2, availability: 2 }),
  },
  ignored: {},
});
