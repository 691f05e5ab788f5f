import type { Recovery } from '../../../model/data-keeping.ts';
import type { LogSource, Placement } from '../../../model/dimension.ts';
import type { Endpoint } from '../../../model/entry.ts';
import { byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { choose, flag, property, word } from '../../answer.ts';
import { apiEndpoint, apiTransport } from '../../aws-api.ts';
import { allTrue, listFact } from '../../combine-facts.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { secretsInMap } from '../../secret-in-clear.ts';

export default defineService({
  type: 'AWS::MWAA::Environment',
  title: 'Airflow environment',
  element: 'process',
  service: 'managed',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-mwaa-environment.html',
  facts: {
    placement: placementOf,
    runsAs: runsAs,
    endpoints: endpointsOf,
    encryptionAtRest: (view) => encryptedBy(view, 'KmsKey', 'aws-owned-key'),
    encryptionInTransit: apiTransport,
    logging: logsOf,
    recovery: () => byDefault<Recovery>({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: (view) => secretsInMap(view, 'AirflowConfigurationOptions', 'Airflow configuration'),
    software: notApplicable('end dates of versions are not in the table'),
    resourcePolicy: notApplicable('environments have no resource policies'),
  },
  ignored: {
    EndpointManagement: 'who makes the endpoints in the VPC',
  },
});

function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'ExecutionRoleArn'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'workload', service: 'airflow.amazonaws.com' }],
  );
}

function placementOf(view: ResourceView): Fact<Placement> {
  return given({
    zone: 'vpc',
    subnets: guardedMembers(view, 'NetworkConfiguration.SubnetIds'),
    securityGroups: guardedMembers(view, 'NetworkConfiguration.SecurityGroupIds'),
    publicAddress: byDefault('no'),
  });
}

/** https://docs.aws.amazon.com/mwaa/latest/userguide/configuring-networking.html */
function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  const modes = { PUBLIC_ONLY: 'internet', PUBLIC_AND_PRIVATE: 'internet', PRIVATE_ONLY: 'network' } as const;
  return given<readonly Endpoint[]>([
    {
      ...apiEndpoint(view),
      audience: choose(word(view, 'WebserverAccessMode', 'PRIVATE_ONLY'), modes, 'WebserverAccessMode'),
      internal: true,
      origin: view.origin('WebserverAccessMode'),
    },
  ]);
}

const modules = ['DagProcessing', 'Scheduler', 'Task', 'Webserver', 'Worker'] as const;

/** Each log is off unless switched on, and below INFO it tells failures alone. */
function logsOf(view: ResourceView): Fact<readonly LogSource[]> {
  return listFact(
    modules.map((name) => {
      const path = `LoggingConfiguration.${name}Logs`;
      const on = allTrue([
        flag(view, `${path}.Enabled`, false),
        mapFact(word(view, `${path}.LogLevel`, 'INFO'), (level) => level === 'INFO' || level === 'DEBUG'),
      ]);
      return mapFact(on, (is): LogSource => ({ what: 'execution', name, on: is }));
    }),
  );
}
