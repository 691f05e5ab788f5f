import { casesOf } from '../../model/fact.ts';
import { and, isPossible } from '../../model/guard.ts';
import type { Hop } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { ResourceBase } from '../system/create-system.ts';
import { internet } from './address.ts';
import type { Passage } from './passage.ts';
import type { Finding } from './verdict.ts';

/** Endpoints that AWS runs on the internet for the resource: one finding, or none. */
export function frontDoors(base: ResourceBase, resource: Resource): readonly Finding[] {
  const passages = casesOf(base.fact(resource.id, 'endpoints')).flatMap(({ guard, fact }) =>
    fact.kind === 'unknown'
      ? []
      : fact.value.flatMap((endpoint) =>
          casesOf(endpoint.audience).flatMap(({ guard: when, fact: who }): readonly Passage[] => {
            const both = and(resource.guard, guard, when);
            if (!isPossible(both) || (who.kind === 'known' && who.value !== 'internet')) return [];
            const port = endpoint.port ?? 443;
            const because = `${resource.address} has a public endpoint (${endpoint.protocol})`;
            const hop: Hop = { component: 'front-door', because, resource: resource.id, origin: endpoint.origin };
            const whole = { ports: [{ from: port, end: port + 1 }], addresses: internet.v4, guard: both, hops: [hop] };
            return [who.kind === 'unknown' ? { ...whole, doubt: who.settledBy } : whole];
          }),
        ),
  );
  return passages.length === 0 ? [] : [{ family: 'v4', protocol: 'tcp', passages }];
}
