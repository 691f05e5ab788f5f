import type { DataHolding, EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import { allFacts, byDefault, type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { flag, property, word } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';

export default defineService({
  type: 'AWS::KinesisAnalyticsV2::Application',
  title: 'Flink application',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesisanalyticsv2-application.html',
  facts: {
    placement: inRegion,
    runsAs: runsAs,
    endpoints: throughApi,
    encryptionAtRest: () => byDefault<EncryptionAtRest>({ by: 'aws-owned-key' }),
    encryptionInTransit: apiTransport,
    logging: notApplicable('log options are resources of their own'),
    recovery: recoveryOf,
    secretsInClear: notApplicable('property groups are read at run time; secrets in them are not looked for yet'),
    software: notApplicable('end dates of runtimes are not in the table'),
    resourcePolicy: notApplicable('applications have no resource policies'),
  },
  structure: {
    holds: () => byDefault<DataHolding>({ what: 'records', confidentiality: 2, integrity: 2, availability: 1 }),
  },
  ignored: {},
});

function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'ServiceExecutionRole'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'workload', service: 'kinesisanalytics.amazonaws.com' }],
  );
}

/**
 * The state of a Flink application comes back from checkpoints, which are on unless a configuration of one's own switches
 * them off. https://docs.aws.amazon.com/managed-flink/latest/java/how-fault.html
 */
function recoveryOf(view: ResourceView): Fact<Recovery> {
  const path = 'ApplicationConfiguration.FlinkApplicationConfiguration.CheckpointConfiguration';
  return mapFact(
    allFacts<{ type: string; on: boolean }>({
      type: word(view, `${path}.ConfigurationType`, 'DEFAULT'),
      on: flag(view, `${path}.CheckpointingEnabled`, true),
    }),
    ({ type, on }): Recovery => ({
      backups: type === 'DEFAULT' || on ? 'automatic' : 'none',
      deletionProtection: 'unsupported',
      zones: 'many',
    }),
  );
}
