import type { DataHolding, Recovery } from '../../../model/data-keeping.ts';
import { byDefault, type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { property } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';

export default defineService({
  type: 'AWS::Bedrock::Agent',
  title: 'Bedrock agent',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-agent.html',
  facts: {
    placement: inRegion,
    runsAs: runsAs,
    endpoints: throughApi,
    encryptionAtRest: (view) => encryptedBy(view, 'CustomerEncryptionKeyArn', 'aws-owned-key'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('its use is recorded by CloudTrail, for which the trail answers'),
    recovery: () => byDefault<Recovery>({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: notApplicable('no property takes a secret'),
    software: notApplicable('AWS runs its software'),
    resourcePolicy: notApplicable('it has no resource policy'),
  },
  structure: {
    holds: () => byDefault<DataHolding>({ what: 'configuration', confidentiality: 2, integrity: 2, availability: 2 }),
  },
  ignored: {},
});

/** The agent calls models, knowledge bases and functions with it; what it is asked to do comes from callers. */
function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'AgentResourceRoleArn'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'service', service: 'bedrock.amazonaws.com' }],
  );
}
