import type { Protection } from '../../../../model/dimension.ts';
import { bindFact, byDefault, casesOf, type Fact, mapFact } from '../../../../model/fact.ts';
import type { ResourceId } from '../../../../model/id.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import type { Element } from '../../../../model/system.ts';
import { defineThreat, type ThreatMatch } from '../../../../model/threat.ts';
import { anyTrue, listFact } from '../../../combine-facts.ts';
import { flowsFrom } from '../../../flows-by-end.ts';
import { isLonePart } from '../../../lone-part.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';
import { waysIn } from '../../../ways-in.ts';
import { webAclCarriers } from '../../../web-acl-carriers.ts';

export default defineThreat({
  title: 'Public entry without a web application firewall',
  statement: {
    source: 'attacker on the internet',
    prerequisites: 'with tools that try known flaws on every address',
    action: 'send malicious requests and floods straight to the application',
    impact: 'use of flaws in the application, and its outage',
  },
  stride: ['tampering', 'denial-of-service'],
  techniques: ['T1190', 'T1499.002'],
  weaknesses: ['CWE-693'],
  controls: ['web-acl', 'rate-limit'],
  likelihood: 2,
  impact: 3,
  howUsed:
    'Bots try lists of known flaws on every host name that appears in certificate logs. Without a firewall in front, each attempt reaches the application, and a flood of costly requests needs no flaw at all.',
  howTested:
    'Send a plain test of injection, such as ?id=1%27%20or%20%271%27=%271, and a burst of requests from one address. The first must answer 403, the burst must be blocked by the rate rule, and both must appear in the log of the web ACL.',
  falsePositives: 'A firewall of another maker stands before it, or all callers are known and signed in.',
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html',
  ],
  *find(element, ask) {
    const resource = subjectOf(element, ask.system);
    if (resource === undefined || !isDoor(element, resource, ask)) return;
    yield* judge({
      fact: weakest(doorsOf(element, resource, ask).map((door) => aclInForce(ask.system.fact(door, 'protections')))),
      resource,
      bad: (state) => (state === 'in force' ? undefined : noteOf(state)),
      closedBy: () => ({ control: 'web-acl', note: 'a web ACL stops requests that match its rules' }),
      ...forContent(element, ask, resource),
      fix: fixOf(resource, {
        control: 'web-acl',
        title: 'Put a web ACL before it',
        property: 'web ACL',
        value: 'a web ACL with managed rules that block, and a rate-based rule',
      }),
    });
  },
});

/** What callers on the internet come in by; of a stage whose API is made elsewhere nothing says that they cannot. */
function isDoor(element: Element, resource: Resource, ask: Questions): boolean {
  // type: a stage is what a web ACL of a REST API stands before
  if (resource.type === 'AWS::ApiGateway::Stage') return isLonePart(element, ask.system);
  if (!webAclCarriers.has(resource.type) || !speaksHttp(resource, ask)) return false;
  return waysIn(ask.reach, resource.id).direct?.verdict === 'open';
}

/** A web ACL reads HTTP: nothing can be put before what only passes connections on. */
function speaksHttp(resource: Resource, { system }: Questions): boolean {
  const cases = casesOf(system.fact(resource.id, 'endpoints'));
  const ways = cases.flatMap(({ fact }) => (fact.kind === 'known' ? fact.value : []));
  return ways.length === 0 || ways.some(({ protocol }) => /^(https?|wss?)$/.test(protocol));
}

type State = 'in force' | 'stops nothing' | 'none';

function noteOf(state: Exclude<State, 'in force'>): string {
  return state === 'none' ? 'no web ACL is attached to it' : 'its web ACL has no rule that stops anything';
}

/** The stages of an API are its doors, each with a web ACL of its own; everything else is one door. */
function doorsOf(element: Element, resource: Resource, { system }: Questions): readonly ResourceId[] {
  // type: a stage is what a web ACL of a REST API stands before
  const stages = element.resources.filter((id) => system.resource(id)?.type === 'AWS::ApiGateway::Stage');
  return stages.length === 0 ? [resource.id] : stages;
}

/** Whoever wants in takes the worst door. */
function weakest(states: readonly Fact<State>[]): Fact<State> {
  return mapFact(listFact(states), (all): State => {
    if (all.includes('none')) return 'none';
    return all.includes('stops nothing') ? 'stops nothing' : 'in force';
  });
}

/** A web ACL that only counts is none; several are enough when one of them stops requests. */
function aclInForce(protections: Fact<readonly Protection[]>): Fact<State> {
  if (protections.kind === 'not-applicable') return byDefault<State>('none');
  return bindFact(protections, (all) => {
    const acls = all.filter(({ control }) => control === 'web-acl').map(({ inForce }) => inForce);
    return mapFact(anyTrue(acls), (works): State => {
      if (works) return 'in force';
      return acls.length === 0 ? 'none' : 'stops nothing';
    });
  });
}

/** Where everything behind it is files, there is no application that could be attacked. */
function forContent(element: Element, { system }: Questions, resource: Resource): Pick<ThreatMatch, 'adjust'> {
  const behind = flowsFrom(system.model, element.id).filter(({ kind }) => kind === 'request' || kind === 'invoke');
  const onlyFiles = behind.length > 0 && behind.every(({ to }) => system.element(to)?.kind === 'data-store');
  if (!onlyFiles) return {};
  const because = `${resource.address} serves files only`;
  return { adjust: [{ of: 'impact', by: -2, because }] };
}
