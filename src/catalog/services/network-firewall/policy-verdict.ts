import { allFacts, bindFact, type Fact, given, unknown } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { members } from '../../answer.ts';
import { follow } from '../../follow.ts';

const POLICY = 'AWS::NetworkFirewall::FirewallPolicy';

/**
 * What a firewall does with every packet, where its policy's defaults decide alone. Packets meet the stateless rule groups,
 * then the stateless default action; what that forwards meets the stateful rule groups, and passes when none of them has a
 * say ("Defining rule actions in AWS Network Firewall"). What rule groups let pass is not read.
 */
export function policyVerdict(view: ResourceView): Fact<'passes' | 'drops'> {
  const settledBy = `what ${view.resource.address} lets pass`;
  return bindFact(follow(view, 'FirewallPolicyArn', [POLICY]), (policy): Fact<'passes' | 'drops'> => {
    if (policy === undefined) return unknown('it has no policy', settledBy);
    return bindFact(allFacts<Policy>(policyOf(policy)), (stated) => {
      const verdict = verdictOf(stated);
      return verdict === undefined
        ? unknown('rule groups decide', settledBy)
        : given(verdict, [policy.origin('FirewallPolicy')]);
    });
  });
}

interface Policy {
  readonly [name: string]: readonly Value[];
  readonly statelessGroups: readonly Value[];
  readonly stateless: readonly Value[];
  readonly statefulGroups: readonly Value[];
  readonly stateful: readonly Value[];
}

function policyOf(policy: ResourceView) {
  const list = (name: string) => members(policy, `FirewallPolicy.${name}`);
  return {
    statelessGroups: list('StatelessRuleGroupReferences'),
    stateless: list('StatelessDefaultActions'),
    statefulGroups: list('StatefulRuleGroupReferences'),
    stateful: list('StatefulDefaultActions'),
  };
}

function verdictOf({ statelessGroups, stateless, statefulGroups, stateful }: Policy): 'passes' | 'drops' | undefined {
  const actions = stateless.map(wordOf);
  if (statelessGroups.length > 0) return undefined;
  if (actions.includes('aws:drop')) return 'drops';
  if (actions.includes('aws:pass')) return 'passes';
  const isLeftAlone = statefulGroups.length === 0 && stateful.length === 0;
  return actions.includes('aws:forward_to_sfe') && isLeftAlone ? 'passes' : undefined;
}

function wordOf(value: Value): string | undefined {
  return literalOf(textOf(value) ?? ['?', '?']);
}
