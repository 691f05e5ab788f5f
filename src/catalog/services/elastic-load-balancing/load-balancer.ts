import type { Recovery } from '../../../model/data-keeping.ts';
import type { LogSource, Placement } from '../../../model/dimension.ts';
import type { EncryptionInTransit, Endpoint, Forward } from '../../../model/entry.ts';
import { bindFact, type Fact, given, mapFact, notApplicable, unknown } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { choose, flag, mayBe, within, word } from '../../answer.ts';
import { guardedMembers, memberCases } from '../../guarded-members.ts';
import { optional } from '../ec2/optional.ts';
import { portOf } from '../elastic-load-balancing-v2/target-protocol.ts';
import { lowestTls } from '../elastic-load-balancing-v2/tls-policy.ts';
import { encrypts, instancePorts, listeners, wordOf } from './instance-ports.ts';

/** Classic load balancer. */
export default defineService({
  type: 'AWS::ElasticLoadBalancing::LoadBalancer',
  title: 'classic load balancer',
  element: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/introduction.html',
  facts: {
    placement,
    runsAs: notApplicable('A load balancer acts as nobody'),
    endpoints: (view) => given(endpoints(view), [view.origin('Listeners')]),
    encryptionAtRest: notApplicable('A load balancer stores no data'),
    encryptionInTransit,
    logging: (view): Fact<readonly LogSource[]> =>
      mapFact(flag(view, 'AccessLoggingPolicy.Enabled', false), (on) => [
        { what: 'access', on, ...(on && optional(view, 'to', 'AccessLoggingPolicy.S3BucketName')) },
      ]),
    recovery: (view) =>
      given<Recovery>({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'by-placement' }, [
        view.origin(),
      ]),
    secretsInClear: notApplicable('A load balancer has no property for a secret'),
    software: notApplicable('AWS runs its software'),
    resourcePolicy: notApplicable('A load balancer takes no resource policy'),
  },
  structure: {
    forwards: (view) => given(forwards(view), [view.origin('Instances')]),
    // "CrossZone": off unless set (CloudFormation reference of the type).
    settings: (view) => given({ crossZone: flag(view, 'CrossZone', false) }),
  },
  ignored: {
    AppCookieStickinessPolicy: 'Which target serves a session does not change who is let in.',
    LBCookieStickinessPolicy: 'Which target serves a session does not change who is let in.',
    ConnectionDrainingPolicy: 'How connections end does not change who is let in.',
  },
});

/**
 * "Scheme … internal or internet-facing. The default is internet-facing." In a VPC without groups the default one holds;
 * made for zones of the default VPC it gets a group of its own that allows its listener ports from everywhere
 * ("Security groups for your Classic Load Balancer", `default_elb_…`).
 */
function placement(view: ResourceView): Fact<Placement> {
  const publicAddress = choose(
    word(view, 'Scheme', 'internet-facing'),
    { 'internet-facing': 'yes', internal: 'no' } as const,
    'Scheme',
  );
  return given<Placement>(
    {
      zone: 'vpc',
      subnets: guardedMembers(view, 'Subnets'),
      securityGroups: guardedMembers(view, 'SecurityGroups'),
      publicAddress,
      ipv6Address: given('no'),
      ...(mayBe(publicAddress, (is) => is === 'yes') && { needsPublicSubnets: true as const }),
      ...(hasOwnGroup(view) && { unfiltered: true as const }),
    },
    [view.origin()],
  );
}

function hasOwnGroup(view: ResourceView): boolean {
  return guardedMembers(view, 'SecurityGroups').length === 0 && guardedMembers(view, 'Subnets').length === 0;
}

function endpoints(view: ResourceView): readonly Endpoint[] {
  return listeners(view).map((listener) => ({
    protocol: (wordOf(listener.read('Protocol')) ?? 'tcp').toLowerCase(),
    port: portOf(listener.read('LoadBalancerPort')),
    authentication: given('none', [listener.origin()]),
    audience: given('network'),
    encrypted: given(encrypts(listener, 'Protocol') ? 'required' : 'none', [listener.origin()]),
    origin: listener.origin(),
  }));
}

/** Plain text on any listener makes encryption optional; TLS versions come from the listener's negotiation policy. */
function encryptionInTransit(view: ResourceView): Fact<EncryptionInTransit> {
  const all = listeners(view);
  const encrypted = all.filter((listener) => encrypts(listener, 'Protocol'));
  const origins = [view.origin('Listeners')];
  if (encrypted.length === 0) return given({ state: 'none' }, origins);
  const state = encrypted.length === all.length ? 'required' : 'optional';
  return bindFact(negotiationPolicy(view), (policy): Fact<EncryptionInTransit> => {
    const minimumTls = lowestTls(policy);
    return minimumTls === undefined
      ? unknown(`${policy} is no predefined policy`, `the TLS versions of security policy ${policy}`)
      : given({ state, minimumTls }, origins);
  });
}

/** "ELBSecurityPolicy-2016-08" holds when no policy is named (Predefined SSL security policies). */
function negotiationPolicy(view: ResourceView): Fact<string> {
  const reference = memberCases(view, 'Policies')
    .map(({ value }) => within(view, value))
    .filter((policy) => wordOf(policy.read('PolicyType')) === 'SSLNegotiationPolicyType')
    .flatMap((policy) => memberCases(policy, 'Attributes').map(({ value }) => within(view, value)))
    .find((attribute) => wordOf(attribute.read('Name')) === 'Reference-Security-Policy');
  return reference === undefined
    ? word(view, 'Policies.Reference-Security-Policy', 'ELBSecurityPolicy-2016-08')
    : word(reference, 'Value', 'ELBSecurityPolicy-2016-08');
}

function forwards(view: ResourceView): readonly Forward[] {
  return guardedMembers(view, 'Instances').flatMap((to) =>
    instancePorts(view).map(
      (listened): Forward => ({
        to,
        kind: 'request',
        ...listened,
        authentication: 'network',
        because: `load balancer ${view.resource.address} has it as a target`,
      }),
    ),
  );
}
