import type { Authentication, EncryptionInTransit, Endpoint, Turn } from '../../../model/entry.ts';
import {
  allFacts,
  bindFact,
  byDefault,
  type Fact,
  given,
  mapFact,
  notApplicable,
  unknown,
} from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { scalar, word } from '../../answer.ts';
import { ownReference } from '../../own-reference.ts';
import { networkFacts } from '../ec2/network-facts.ts';
import { givenValues } from '../ec2/optional.ts';
import { actionForwards, actionsOf, authenticationOf, redirectsToHttps } from './action-forwards.ts';
import { portOf } from './target-protocol.ts';
import { lowestTls } from './tls-policy.ts';

/** A port on which a load balancer accepts connections, and what it does with them. */
export default defineService({
  type: 'AWS::ElasticLoadBalancingV2::Listener',
  title: 'listener',
  element: 'part',
  partOf: (view) => givenValues(view, 'LoadBalancerArn'),
  aloneAs: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html',
  facts: {
    ...networkFacts('A listener'),
    endpoints: notApplicable('The way in that it opens is told of its load balancer'),
    encryptionInTransit,
    logging: notApplicable('Its load balancer writes the access log'),
  },
  structure: {
    forwards: (view) =>
      given(
        givenValues(view, 'LoadBalancerArn').flatMap((from) =>
          actionForwards(view, actionsOf(view, 'DefaultActions'), { from, by: `listener ${view.resource.address}` }),
        ),
        [view.origin('DefaultActions')],
      ),
    turn: (view) =>
      given<Turn>({ among: ownReference(view), order: byDefault('last'), takesAll: given(true) }, [
        view.origin('DefaultActions'),
      ]),
  },
  contributes: (view) =>
    givenValues(view, 'LoadBalancerArn').map((to) => ({ to, dimension: 'endpoints', fact: endpoint(view) })),
  ignored: {
    Certificates: 'Which certificate is shown does not change who is let in.',
    AlpnPolicy: 'Which HTTP version is spoken does not change who is let in.',
  },
});

/** AWS's names are upper case; a network load balancer takes any of the last four. */
const encrypting: ReadonlySet<string> = new Set(['HTTPS', 'TLS']);

/** "Protocol" has no default for these listeners; HTTP is what an application load balancer takes for port 80. */
function protocolOf(view: ResourceView): Fact<string> {
  return mapFact(word(view, 'Protocol', 'HTTP'), (protocol) => protocol.toUpperCase());
}

/** "SslPolicy … The default is ELBSecurityPolicy-2016-08" for listeners made without the console. */
function encryptionInTransit(view: ResourceView): Fact<EncryptionInTransit> {
  return bindFact(protocolOf(view), (protocol): Fact<EncryptionInTransit> => {
    if (!encrypting.has(protocol))
      return given({ state: redirectsAlways(view) ? 'required' : 'none' }, [view.origin('Protocol')]);
    return bindFact(word(view, 'SslPolicy', 'ELBSecurityPolicy-2016-08'), (policy): Fact<EncryptionInTransit> => {
      const minimumTls = lowestTls(policy);
      return minimumTls === undefined
        ? unknown(`${policy} is no predefined policy`, `the TLS versions of security policy ${policy}`)
        : given({ state: 'required', minimumTls }, [view.origin('SslPolicy')]);
    });
  });
}

function redirectsAlways(view: ResourceView): boolean {
  const actions = actionsOf(view, 'DefaultActions');
  return actions.length > 0 && actions.every(redirectsToHttps);
}

/** A protocol that is not known is taken as TCP: whatever it is, connections are accepted. */
function endpoint(view: ResourceView): Fact<readonly Endpoint[]> {
  const known = protocolOf(view);
  const protocol = known.kind === 'unknown' ? byDefault('TCP', known.origins) : known;
  return mapFact(
    allFacts<{ protocol: string; port: number | null; authentication: Authentication }>({
      protocol,
      port: portFact(view),
      authentication: authentication(view),
    }),
    (way) => [
      {
        protocol: way.protocol.toLowerCase(),
        port: way.port,
        authentication: given(way.authentication, [view.origin('DefaultActions')]),
        audience: given('network'),
        encrypted: given(encrypting.has(way.protocol) || redirectsAlways(view) ? 'required' : 'none'),
        origin: view.origin(),
      },
    ],
  );
}

function portFact(view: ResourceView): Fact<number | null> {
  const port = mapFact(scalar(view, 'Port'), () => portOf(view.read('Port')));
  return port.kind === 'unknown' ? byDefault<number | null>(null, port.origins) : port;
}

/** "MutualAuthentication … off, passthrough or verify": only verify refuses callers without a trusted certificate. */
function authentication(view: ResourceView): Fact<Authentication> {
  const mutual = word(view, 'MutualAuthentication.Mode', 'off');
  const byActions = authenticationOf(actionsOf(view, 'DefaultActions'));
  const settled = mutual.kind === 'unknown' ? byDefault('off', mutual.origins) : mutual;
  return mapFact(settled, (mode) => (mode === 'verify' ? 'mutual-tls' : byActions));
}
