import { casesOf } from '../../../../model/fact.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, partAt, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Listener that takes plain connections',
  statement: {
    source: 'attacker',
    prerequisites: 'who can listen between callers and the load balancer',
    action: 'read and change what they send',
    impact: 'disclosure and change of data in transit',
  },
  stride: ['information-disclosure', 'tampering'],
  techniques: ['T1040'],
  weaknesses: ['CWE-319'],
  controls: ['tls-required'],
  likelihood: 1,
  impact: 1,
  howUsed:
    'Who sits between the caller and the load balancer, in a guest network or at a provider, reads sessions and forms, or adds a script to a page. A listener that answers on port 80 is used by everyone who types the name without https.',
  howTested:
    'curl -sI http://HOST must answer with a redirect to https and nothing else, or not at all. aws elbv2 describe-listeners must show no HTTP listener that forwards.',
  falsePositives: 'Protocols that encrypt by themselves, which the load balancer hands on unread.',
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-https-load-balancers.html'],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined || element.kind !== 'network') return;
    for (const { guard, fact } of casesOf(system.fact(resource.id, 'endpoints'))) {
      if (fact.kind === 'unknown') continue;
      for (const endpoint of fact.value.filter(({ protocol }) => protocol === 'tcp' || protocol === 'tcp_udp'))
        yield* judge<string>({
          fact: endpoint.encrypted,
          guard,
          resource,
          origin: endpoint.origin,
          key: `${endpoint.protocol}/${endpoint.port ?? 'any'}`,
          bad: (encrypted) =>
            encrypted === 'required'
              ? undefined
              : `port ${endpoint.port ?? 'any'} takes connections that it does not encrypt`,
          whenUnknown: false,
          fix: fixOf(partAt(element, endpoint.origin, system) ?? resource, {
            control: 'tls-required',
            title: 'Take connections over TLS',
            property: 'protocol of the listener',
            value: 'TLS, SSL or HTTPS with a certificate',
          }),
        });
    }
  },
});
