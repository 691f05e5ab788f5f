import type { Turn } from '../../../model/entry.ts';
import { bindFact, type Fact, given, mapFact, notApplicable, unknown } from '../../../model/fact.ts';
import { isAlways } from '../../../model/guard.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { members, scalar, shownText, within } from '../../answer.ts';
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
    turn: turnOf,
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

/** "Rules are evaluated in priority order, from the lowest value to the highest value. The default rule is evaluated last." */
function turnOf(view: ResourceView): Fact<Turn> {
  const [among] = givenValues(view, 'ListenerArn');
  if (among === undefined) return notApplicable('It belongs to no listener');
  const order = bindFact(scalar(view, 'Priority'), (priority): Fact<number> => {
    const number = priority === undefined ? Number.NaN : Number(literalOf(priority));
    if (!Number.isNaN(number)) return given(number, [view.origin('Priority')]);
    return unknown('the priority is not known', `the priority of ${view.resource.address}`);
  });
  const takesAll = mapFact(members(view, 'Conditions'), (conditions) =>
    conditions.every((condition) => holdsAlways(within(view, condition))),
  );
  return given({ among, order, takesAll }, [view.origin('Priority')]);
}

/** Patterns that hold for every request: each path begins with a slash. */
const holding: readonly { readonly field: string; readonly config: string; readonly pattern: RegExp }[] = [
  { field: 'path-pattern', config: 'PathPatternConfig.Values', pattern: /^\/?\*+$/ },
  { field: 'host-header', config: 'HostHeaderConfig.Values', pattern: /^\*+$/ },
];

/** One of several values is enough; the older form has them beside the field. */
function holdsAlways(condition: ResourceView): boolean {
  const field = shownText(condition, 'Field');
  return holding.some(({ field: name, config, pattern }) => {
    const values = [...memberCases(condition, config), ...(field === name ? memberCases(condition, 'Values') : [])];
    return values.some(({ guard, value }) => isAlways(guard) && pattern.test(literalOf(textOf(value) ?? []) ?? ''));
  });
}

/** The load balancer of the listener; the listener itself when it is not in the input. */
function loadBalancers(view: ResourceView): readonly Value[] {
  return givenValues(view, 'ListenerArn').flatMap((listener) => {
    const ends = view.follow(listener, ['AWS::ElasticLoadBalancingV2::Listener']);
    const known = ends.flatMap((end) => (end.kind === 'resource' ? givenValues(end.view, 'LoadBalancerArn') : []));
    return known.length > 0 ? known : [listener];
  });
}
