import type { Recovery } from '../../../model/data-keeping.ts';
import type { LogSource, Placement } from '../../../model/dimension.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { Value } from '../../../model/value.ts';
import { choose, mayBe, within, word } from '../../answer.ts';
import { guardedMembers, memberCases } from '../../guarded-members.ts';
import { attribute, attributeValue } from './load-balancer-attribute.ts';

/** Application, network or gateway load balancer. Its listeners say what it accepts and where it goes. */
export default defineService({
  type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  title: 'load balancer',
  element: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
  facts: {
    placement,
    runsAs: notApplicable('A load balancer acts as nobody'),
    // Each listener adds its own way in; without one nothing is accepted.
    endpoints: (view) => byDefault([], [view.origin()]),
    encryptionAtRest: notApplicable('A load balancer stores no data'),
    encryptionInTransit: notApplicable('Each listener says it for itself'),
    logging,
    recovery,
    secretsInClear: notApplicable('A load balancer has no property for a secret'),
    software: notApplicable('AWS runs its software'),
    resourcePolicy: notApplicable('A load balancer takes no resource policy'),
  },
  structure: { settings: (view) => byDefault({ dropsMalformed: dropsMalformed(view) }) },
  ignored: {
    EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'Traffic over PrivateLink is not followed.',
    Ipv4IpamPoolId: 'Where public addresses come from does not change who can reach it.',
    EnablePrefixForIpv6SourceNat: 'Addresses towards targets do not change who can reach it.',
  },
});

/** "The default is an Internet-facing load balancer", "Type … The default is application" (CloudFormation reference). */
function placement(view: ResourceView): Fact<Placement> {
  const scheme = choose(
    word(view, 'Scheme', 'internet-facing'),
    { 'internet-facing': 'yes', internal: 'no' } as const,
    'Scheme',
  );
  const dual = mapFact(word(view, 'IpAddressType', 'ipv4'), (family) => family !== 'ipv4');
  return mapFact(word(view, 'Type', 'application'), (type): Placement => {
    const securityGroups = guardedMembers(view, 'SecurityGroups');
    const publicAddress = type === 'gateway' ? given('no' as const) : scheme;
    return {
      zone: 'vpc',
      subnets: subnets(view),
      securityGroups,
      publicAddress,
      ipv6Address: bindFact(dual, (both) => (both ? publicAddress : given('no' as const))),
      ...(mayBe(publicAddress, (is) => is === 'yes') && { needsPublicSubnets: true as const }),
      // "Security groups for your Network Load Balancer": one made without groups filters nothing.
      ...(type !== 'application' && securityGroups.length === 0 && { unfiltered: true as const }),
    };
  });
}

function subnets(view: ResourceView): readonly Value[] {
  const mapped = memberCases(view, 'SubnetMappings').flatMap(({ value }) => {
    const subnet = value.kind === 'unknown' ? value : within(view, value).read('SubnetId');
    return subnet === undefined || subnet.kind === 'absent' ? [] : [subnet];
  });
  return [...guardedMembers(view, 'Subnets'), ...mapped];
}

/**
 * "Access logs … is disabled by default". Network load balancers write them for TLS listeners alone, and gateway load
 * balancers not at all, so that one where nobody asked for them has nothing to be reproached with.
 */
function logging(view: ResourceView): Fact<readonly LogSource[]> {
  const to = attributeValue(view, 'LoadBalancerAttributes', 'access_logs.s3.bucket');
  const enabled = attribute(view, 'LoadBalancerAttributes', 'access_logs.s3.enabled', 'false');
  const logs = mapFact(
    choose(enabled, { true: true, false: false }, 'access_logs.s3.enabled'),
    (on): readonly LogSource[] => [{ what: 'access', on, ...(on && to !== undefined && { to }) }],
  );
  const type = word(view, 'Type', 'application');
  if (type.kind === 'known' && type.value === 'application') return logs;
  return bindFact(type, (kind) =>
    kind === 'application' ? logs : mapFact(logs, (sources) => sources.filter(({ on }) => on)),
  );
}

/** "routing.http.drop_invalid_header_fields.enabled … The default is false"; of application load balancers alone. */
function dropsMalformed(view: ResourceView): Fact<boolean> {
  const name = 'routing.http.drop_invalid_header_fields.enabled';
  return bindFact(word(view, 'Type', 'application'), (type) =>
    type === 'application'
      ? choose(attribute(view, 'LoadBalancerAttributes', name, 'false'), { true: true, false: false }, name)
      : notApplicable('it reads no HTTP'),
  );
}

/** "Deletion protection … is disabled by default". */
function recovery(view: ResourceView): Fact<Recovery> {
  const protection = attribute(view, 'LoadBalancerAttributes', 'deletion_protection.enabled', 'false');
  return mapFact(
    choose(protection, { true: 'on', false: 'off' } as const, 'deletion_protection.enabled'),
    (deletionProtection) => ({ backups: 'unsupported', deletionProtection, zones: 'by-placement' }),
  );
}
