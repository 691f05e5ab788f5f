import type { Recovery } from '../../../model/data-keeping.ts';
import type { LogSource, Placement } from '../../../model/dimension.ts';
import type { Endpoint } from '../../../model/entry.ts';
import { byDefault, type Fact, given, mapFact, notApplicable, unknown } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { property } from '../../answer.ts';
import { allTrue } from '../../combine-facts.ts';
import { optionOn, optionSetting } from './option-settings.ts';

export default defineService({
  type: 'AWS::ElasticBeanstalk::Environment',
  title: 'Elastic Beanstalk environment',
  element: 'process',
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticbeanstalk-environment.html',
  facts: {
    placement: placementOf,
    runsAs: runsAs,
    endpoints: endpointsOf,
    encryptionAtRest: notApplicable('volumes of its machines follow the account; its bucket answers for itself'),
    encryptionInTransit: notApplicable('listeners are options that the platform sets'),
    logging: logsOf,
    recovery: () => byDefault<Recovery>({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: notApplicable('variables of the application are options, which are not read as secrets yet'),
    software: notApplicable('end dates of platforms are not in the table'),
    resourcePolicy: notApplicable('environments have no resource policies'),
  },
  structure: {
    settings: (view) => given({ autoMinorUpgrade: updatesItself(view) }),
  },
  ignored: {},
});

/** The subnets are an option; without it the machines stand in the default VPC. */
function placementOf(): Fact<Placement> {
  return given({ zone: 'vpc', subnets: [], securityGroups: [], publicAddress: byDefault('by-subnet') });
}

function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'OperationsRole'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'service', service: 'elasticbeanstalk.amazonaws.com' }],
  );
}

/** Who can call it its option settings say, of which only those about logs and updates are read. */
function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  const settledBy = `the option settings of ${view.resource.address}`;
  return given<readonly Endpoint[]>([
    {
      protocol: 'http',
      port: 80,
      authentication: byDefault('none'),
      audience: unknown('the option settings decide', settledBy),
      encrypted: unknown('the option settings decide', settledBy),
      origin: view.origin('OptionSettings'),
    },
  ]);
}

/** Logs that rotation would delete go to a bucket only when asked for. */
function logsOf(view: ResourceView): Fact<readonly LogSource[]> {
  const namespace = 'aws:elasticbeanstalk:hostmanager';
  return mapFact(
    optionOn(view, { namespace, name: 'LogPublicationControl', whenNamed: 'false' }),
    (on): readonly LogSource[] => [{ what: 'execution', on }],
  );
}

/** Managed updates need to be switched on and told which level they take. */
function updatesItself(view: ResourceView): Fact<boolean> {
  const namespace = 'aws:elasticbeanstalk:managedactions';
  const level = optionSetting(view, { namespace: `${namespace}:platformupdate`, name: 'UpdateLevel', whenNamed: '' });
  return allTrue([
    optionOn(view, { namespace, name: 'ManagedActionsEnabled', whenNamed: 'true' }),
    mapFact(level, (named) => named === 'minor' || named === 'patch'),
  ]);
}
