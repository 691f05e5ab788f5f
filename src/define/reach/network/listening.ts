import { casesOf } from '../../../model/fact.ts';
import { always, and, isPossible } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import type { Resource } from '../../../model/resource.ts';
import type { ResourceBase } from '../../system/create-system.ts';
import type { OutsideEnd } from '../outside/outside-end.ts';
import { everywhere, type Family } from '../packets/address.ts';
import { allPorts, type Passage, type Stage } from '../packets/passage.ts';
import type { Protocol } from '../packets/rule-traffic.ts';

/**
 * The ports on which a resource accepts connections at its interfaces: those of its endpoints that the network reaches.
 * `over` tells whether connections come to a public address. A type that names no ports (an instance) accepts on all; one that is only used through AWS's API accepts none.
 */
export function listeningStage(
  base: ResourceBase,
  resource: Resource,
  at: { readonly family: Family; readonly protocol: Protocol; readonly over: OutsideEnd['over'] },
): Stage {
  const elsewhere = at.over === 'internet' ? 'private-address' : 'public-address';
  const addresses = everywhere[at.family];
  const fact = base.fact(resource.id, 'endpoints');
  const hops: readonly Hop[] = [];
  const refusal: Hop = {
    component: 'placement',
    because: `${resource.address} accepts no connections there`,
    resource: resource.id,
    origin: resource.origin,
  };
  const passages = casesOf(fact).flatMap(({ guard, fact: option }): readonly Passage[] => {
    if (option.kind === 'unknown') return [{ ports: allPorts, addresses, guard, hops }];
    return option.value.flatMap(({ audience, port, protocol, at: side }) => {
      if (side === elsewhere) return [];
      if (at.protocol === 'icmp' && port !== null) return [];
      if (protocol === 'udp' ? at.protocol === 'tcp' : at.protocol === 'udp' && port !== null && protocol !== 'tcp_udp')
        return [];
      return casesOf(audience).flatMap(({ guard: when, fact: who }): readonly Passage[] => {
        const both = and(guard, when);
        if (!isPossible(both) || (who.kind === 'known' && who.value === 'account')) return [];
        const ports = port === null ? allPorts : [{ from: port, end: port + 1 }];
        const doubt = who.kind === 'unknown' ? who.settledBy : undefined;
        return [{ ports, addresses, guard: both, hops, ...(doubt !== undefined && { doubt }) }];
      });
    });
  });
  if (fact.kind === 'not-applicable')
    return { passages: [{ ports: allPorts, addresses, guard: always, hops }], refusal };
  return { passages, refusal };
}
