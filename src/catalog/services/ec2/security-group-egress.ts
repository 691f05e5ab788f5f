import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { groupRules } from './group-rule.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** An outbound rule that is a resource of its own. */
export default defineService({
  type: 'AWS::EC2::SecurityGroupEgress',
  title: 'outbound rule',
  element: 'part',
  partOf: (view) => givenValues(view, 'GroupId'),
  aloneAs: 'control',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  facts: networkFacts('A rule'),
  structure: {
    network: (view) =>
      given(
        groupRules(view, 'egress').map(
          (rule): NetworkPart => ({ kind: 'security-group-rule', ...optional(view, 'group', 'GroupId'), rule }),
        ),
        [view.origin()],
      ),
  },
  ignored: {},
});
