import type { Endpoint } from '../../../../model/entry.ts';
import { bindFact, casesOf, type Fact } from '../../../../model/fact.ts';
import type { System } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import type { Element } from '../../../../model/system.ts';
import { defineThreat, type ThreatMatch } from '../../../../model/threat.ts';
import { type LimitingStatement, limitingStatement } from '../../../limiting-policy.ts';
import { isLonePart } from '../../../lone-part.ts';
import { type Admission, admitsStrangers } from '../../../moves/strangers.ts';
import { fixOf, judge, partAt, subjectOf } from '../../../threat-match.ts';

// type: what a distribution serves is public on purpose; its origins, which it hands requests on to, ask who calls
const asksNobody = 'AWS::CloudFront::Distribution';

export default defineThreat({
  title: 'Endpoint that anybody may call',
  statement: {
    source: 'anyone on the internet',
    prerequisites: 'without signing in',
    action: 'call the code behind the endpoint with any input',
    impact: 'use of every flaw in that code, disclosure of what it returns, and cost and outage by floods',
  },
  stride: ['spoofing', 'information-disclosure', 'denial-of-service'],
  techniques: ['T1190', 'T1648'],
  weaknesses: ['CWE-306'],
  controls: ['authentication', 'narrow-resource-policy', 'rate-limit', 'web-acl'],
  likelihood: 3,
  impact: 3,
  howUsed:
    "Scanners find open routes within hours of their creation, from certificate logs and by trying common paths. What is behind them is then called in bulk: administrative functions, search over all records, mail that is sent in the owner's name.",
  howTested:
    'Call each route with curl without any token or signature. Only routes that are meant for everybody may answer with anything but 401 or 403; compare the list with aws apigateway get-resources or aws apigatewayv2 get-routes, column authorization type.',
  falsePositives:
    'Endpoints that are open by their nature: sign-in, call-backs that carry a signature, health checks. Accept them with that reason.',
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  ],
  *find(element, ask) {
    const resource = subjectOf(element, ask.system);
    if (resource === undefined || resource.type === asksNobody) return;
    const lone = isLonePart(element, ask.system);
    const { admits, settledBy }: Admission = lone ? { admits: 'yes' } : admitsStrangers(ask, resource);
    if (admits === 'no' || (!lone && element.kind !== 'process')) return;
    const limit = limitingStatement(resource, ask.system);
    for (const match of doors(element, resource, ask.system)) {
      if (match.status === 'open' && settledBy !== undefined) yield { ...match, status: 'unknown', settledBy };
      else yield limit === undefined || match.status !== 'open' ? match : closedBy(match, limit);
    }
  },
});

/** Each way in by itself. */
function* doors(element: Element, resource: Resource, system: System): Iterable<ThreatMatch> {
  for (const { guard, fact } of casesOf(system.fact(resource.id, 'endpoints'))) {
    if (fact.kind === 'unknown') {
      if (hasOwnAudience(system, resource)) yield* unknownDoors(resource, system);
      return;
    }
    for (const endpoint of fact.value) {
      const part = partAt(element, endpoint.origin, system) ?? resource;
      const key = endpoint.name ?? (part.id === resource.id ? '' : part.address);
      yield* judge({
        ...common(part, resource),
        fact: whenPublic(endpoint, isLonePart(element, system)),
        guard,
        key,
        origin: endpoint.origin,
        bad: (authentication) => noteOf(authentication, key),
        ...(isPreflight(endpoint) && { adjust: preflight }),
      });
    }
  }
}

function unknownDoors(resource: Resource, system: System): Iterable<ThreatMatch> {
  const fact = system.fact(resource.id, 'endpoints');
  return judge({ ...common(resource, resource), fact, bad: () => undefined });
}

/** The policy of the API keeps out whoever the endpoint would let in. */
function closedBy(match: ThreatMatch, { source, statement, key }: LimitingStatement): ThreatMatch {
  const evidence = { note: `${source.name} lets in only callers by ${key}`, origin: statement.origin };
  return {
    ...match,
    status: 'mitigated',
    evidence: [...match.evidence, evidence],
    controls: [{ control: 'narrow-resource-policy', state: 'in-force', evidence }],
  };
}

function common(part: Resource, resource: Resource) {
  return {
    resource: part,
    fix: fixOf(part, {
      control: 'authentication',
      title: 'Ask callers who they are',
      property: part.id === resource.id ? 'authorization of the endpoint' : 'AuthorizationType',
      value: 'an authorizer, IAM, or tokens that are checked before the code runs',
    }),
  };
}

/** An API whose definition is not in the input may let anybody in. */
function hasOwnAudience(system: System, resource: Resource): boolean {
  return casesOf(system.fact(resource.id, 'placement')).some(
    ({ fact }) => fact.kind === 'known' && (fact.value.zone === 'region' || fact.value.zone === 'edge'),
  );
}

function noteOf(authentication: string, key: string): string | undefined {
  const what = key === '' ? 'it' : key;
  if (authentication === 'none') return `${what} asks nobody who calls`;
  return authentication === 'api-key' ? `${what} asks only for an API key, which all callers share` : undefined;
}

/** How callers from the internet are let in; nothing for a way in that only networks or the AWS API lead to. */
function whenPublic({ audience, authentication }: Endpoint, lone: boolean): Fact<string> {
  // APIs are public unless their own definition, which is made elsewhere, says otherwise.
  if (lone && audience.kind === 'unknown') return authentication;
  return bindFact(audience, (who): Fact<string> => {
    if (who === 'internet') return authentication;
    return { kind: 'not-applicable', reason: `only the ${who} leads there` };
  });
}

/** Browsers ask what they may send, without credentials. */
function isPreflight({ name }: Endpoint): boolean {
  return name !== undefined && /^options\b/i.test(name);
}

const preflight: NonNullable<ThreatMatch['adjust']> = [
  { of: 'likelihood', by: -2, because: 'browsers send OPTIONS without credentials; the code must only not act on it' },
];
