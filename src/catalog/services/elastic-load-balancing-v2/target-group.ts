import type { EncryptionInTransit, Forward } from '../../../model/entry.ts';
import { bindFact, type Fact, given, mapFact } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { within, word } from '../../answer.ts';
import { memberCases } from '../../guarded-members.ts';
import { networkFacts } from '../ec2/network-facts.ts';
import { portOf, targetProtocol } from './target-protocol.ts';

/**
 * Where a load balancer sends requests. Instances and functions are named here; services and scaling groups join from
 * their side. It belongs to the load balancer whose listener names it.
 */
export default defineService({
  type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  title: 'target group',
  element: 'part',
  ownedBy: ['AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancingV2::ListenerRule'],
  aloneAs: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
  facts: { ...networkFacts('A target group'), encryptionInTransit },
  structure: { forwards: (view) => given(targets(view), [view.origin('Targets')]) },
  ignored: {
    HealthCheckProtocol: 'Health checks carry no data of callers.',
    IpAddressType: 'Which family targets have does not change who can reach them.',
    ProtocolVersion: 'Which HTTP version is spoken does not change whether it is encrypted.',
    VpcId: 'Targets say where they stand.',
  },
});

function encryptionInTransit(view: ResourceView): Fact<EncryptionInTransit> {
  return bindFact(word(view, 'TargetType', 'instance'), (type): Fact<EncryptionInTransit> => {
    if (type === 'lambda') return given({ state: 'required' }, [view.origin('TargetType')]);
    return mapFact(word(view, 'Protocol', 'HTTP'), (protocol) => ({
      state: protocol === 'HTTPS' || protocol === 'TLS' ? 'required' : 'none',
    }));
  });
}

function targets(view: ResourceView): readonly Forward[] {
  const { protocol, port, encrypted, keepsCaller } = targetProtocol(view);
  const type = view.read('TargetType');
  const invokes = type?.kind === 'literal' && type.value === 'lambda';
  return memberCases(view, 'Targets').flatMap(({ value }) => {
    const target = within(view, value);
    const to = target.read('Id');
    if (to === undefined || to.kind === 'absent') return [];
    return [
      {
        to,
        kind: invokes ? 'invoke' : 'request',
        protocol,
        port: portOf(target.read('Port')) ?? port,
        encrypted,
        ...(keepsCaller !== undefined && { keepsCaller }),
        authentication: invokes ? 'iam' : 'network',
        because: `target group ${view.resource.address} has it as a target`,
        origin: value.origin,
      } satisfies Forward,
    ];
  });
}
