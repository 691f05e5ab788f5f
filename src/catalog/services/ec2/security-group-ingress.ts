import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { groupRules } from './group-rule.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** An inbound rule that is a resource of its own. */
export default defineService({
  type: 'AWS::EC2::SecurityGroupIngress',
  title: 'inbound rule',
  element: 'part',
  partOf: (view) => givenValues(view, 'GroupId', 'GroupName'),
  aloneAs: 'control',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  facts: networkFacts('A rule'),
  structure: {
    network: (view) =>
      given(
        groupRules(view, 'ingress').map(
          (rule): NetworkPart => ({
            kind: 'security-group-rule',
            ...optional(view, 'group', 'GroupId', 'GroupName'),
            rule,
          }),
        ),
        [view.origin()],
      ),
  },
  ignored: {
    SourceSecurityGroupOwnerId: 'The account of the other group follows from the group itself.',
  },
});
