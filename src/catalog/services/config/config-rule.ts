import type { Forward } from '../../../model/entry.ts';
import { bindFact, type Fact, given, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { word } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

export default defineService({
  type: 'AWS::Config::ConfigRule',
  title: 'Config rule',
  element: 'control',
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-config-configrule.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a rule acts through the recorder of Config; its function has a role of its own'),
    endpoints: throughApi,
    encryptionAtRest: notApplicable('a rule stores no data of the customer'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('what a rule finds is always kept'),
    recovery: notApplicable('a rule holds nothing that could be lost'),
    secretsInClear: notApplicable('the parameters of a rule say what is allowed; it takes no secret'),
    software: notApplicable('Config runs no software that the customer chooses'),
    resourcePolicy: notApplicable('a rule has no policy of its own'),
  },
  structure: { forwards },
  ignored: {},
});

/** A rule with logic of the customer calls his function. */
function forwards(view: ResourceView): Fact<readonly Forward[]> {
  return bindFact(word(view, 'Source.Owner', 'AWS'), (owner): Fact<readonly Forward[]> => {
    if (owner !== 'CUSTOM_LAMBDA') return given([]);
    const because = `rule ${view.resource.address} asks the function to judge resources`;
    return flowsOf(view, statedFlow(view.read('Source.SourceIdentifier'), { kind: 'invoke', because }));
  });
}
