import { given } from '../../../model/fact.ts';
import { isAlways } from '../../../model/guard.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { Value } from '../../../model/value.ts';
import { within } from '../../answer.ts';
import { guardedMembers, memberCases } from '../../guarded-members.ts';
import { networkFacts } from '../ec2/network-facts.ts';
import { givenValues } from '../ec2/optional.ts';
import { actionForwards, actionsOf } from './action-forwards.ts';

/** Sends some requests of a listener elsewhere. */
export default defineService({
  type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
  title: 'listener rule',
  element: 'part',
  partOf: (view) => givenValues(view, 'ListenerArn'),
  aloneAs: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html',
  facts: networkFacts('A listener rule'),
  structure: {
    forwards: (view) =>
      given(
        loadBalancers(view).flatMap((from) =>
          actionForwards(view, actionsOf(view, 'Actions'), {
            from,
            by: `listener rule ${view.resource.address}`,
            ...sourcesOf(view),
          }),
        ),
        [view.origin('Actions')],
      ),
  },
  ignored: {},
});

/**
 * A caller chooses host, path, headers and method, but hardly the address that he comes from: only a source-ip condition
 * keeps somebody out ("Condition types for listener rules"). One under a condition of the template is taken to be absent.
 */
function sourcesOf(view: ResourceView): { readonly sources?: readonly Value[] } {
  const conditions = memberCases(view, 'Conditions').filter(({ guard }) => isAlways(guard));
  const blocks = conditions
    .map(({ value }) => within(view, value))
    .filter((condition) => condition.read('SourceIpConfig') !== undefined)
    .flatMap((condition) => guardedMembers(condition, 'SourceIpConfig.Values'));
  return blocks.length === 0 ? {} : { sources: blocks };
}

/** The load balancer of the listener; the listener itself when it is not in the input. */
function loadBalancers(view: ResourceView): readonly Value[] {
  return givenValues(view, 'ListenerArn').flatMap((listener) => {
    const ends = view.follow(listener, ['AWS::ElasticLoadBalancingV2::Listener']);
    const known = ends.flatMap((end) => (end.kind === 'resource' ? givenValues(end.view, 'LoadBalancerArn') : []));
    return known.length > 0 ? known : [listener];
  });
}
