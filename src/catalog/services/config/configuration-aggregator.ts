import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { flag, members, property, within } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { allTrue } from '../../combine-facts.ts';
import { stated } from '../../follow.ts';

export default defineService({
  type: 'AWS::Config::ConfigurationAggregator',
  title: 'Config aggregator',
  element: 'control',
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-config-configurationaggregator.html',
  facts: {
    placement: inRegion,
    runsAs: runsAs,
    endpoints: throughApi,
    encryptionAtRest: notApplicable('it keeps copies that AWS Config encrypts'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('its use is recorded by CloudTrail'),
    recovery: notApplicable('it is filled again from its sources'),
    secretsInClear: notApplicable('no property takes a secret'),
    software: notApplicable('AWS runs Config'),
    resourcePolicy: notApplicable('aggregators have no resource policies'),
  },
  structure: {
    settings: (view) => given({ multiRegion: allRegions(view) }),
  },
  ignored: {},
});

function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'OrganizationAggregationSource.RoleArn'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'service', service: 'config.amazonaws.com' }],
  );
}

/** Every source must take in all regions: attackers choose the one that nobody looks at. */
function allRegions(view: ResourceView): Fact<boolean> {
  return bindFact(stated(view, 'OrganizationAggregationSource'), (organization) =>
    organization
      ? flag(view, 'OrganizationAggregationSource.AllAwsRegions', false)
      : bindFact(members(view, 'AccountAggregationSources'), (sources) =>
          sources.length === 0
            ? byDefault(false, [view.origin()])
            : allTrue(sources.map((source) => flag(within(view, source), 'AllAwsRegions', false))),
        ),
  );
}
