import { optionsOf } from '../../../catalog/answer.ts';
import { arnPart } from '../../../catalog/arn-part.ts';
import { describeValue } from '../../../catalog/describe-value.ts';
import { singleReferences } from '../../../catalog/single-references.ts';
import { casesOf } from '../../../model/fact.ts';
import { always, and, type Guard, isPossible } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import type { Resource } from '../../../model/resource.ts';
import { describeText, holesOf, literalOf, sameText, type Text, text } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { connecting, type Finder } from '../finder.ts';
import type { Network, Stated } from '../network/network.ts';
import { everywhere } from '../packets/address.ts';
import { allPorts, meet, type Passage, type Stage, under } from '../packets/passage.ts';
import type { Finding } from '../packets/verdict.ts';

/** What is known of a permission: whom it lets in, when, and what would settle it. */
interface Permit {
  readonly guard: Guard;
  readonly doubt?: string;
  readonly because: string;
}

/**
 * Is an endpoint let in by an endpoint service? Its account must be allowed, and where somebody has to accept each
 * endpoint the answer hangs on that. Undefined when one of the two is something else.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html
 */
export function admission(network: Network, endpoint: Resource, service: Resource): Stage | undefined {
  const stated = network.endpointServices.get(service.id) ?? [];
  const isEndpoint = endpointsOf(network).some(({ by }) => by.id === endpoint.id);
  if (stated.length === 0 || !isEndpoint) return undefined;
  const { account } = network.base.deploymentOf(endpoint.id);
  const hop = (because: string): Hop => ({
    component: 'endpoint',
    because,
    resource: service.id,
    origin: service.origin,
  });
  const permits = permitsOf(network, { endpoint, service, account });
  const passages = stated.flatMap(({ part, guard }) =>
    casesOf(part.accepts).flatMap((option) =>
      permits.flatMap((permit): readonly Passage[] => {
        const both = and(guard, option.guard, permit.guard);
        if (!isPossible(both)) return [];
        const { fact } = option;
        const accepted = `the acceptance of ${endpoint.address} by ${service.address}`;
        const acceptance = fact.kind === 'unknown' ? fact.settledBy : fact.value ? accepted : undefined;
        const doubt = permit.doubt ?? acceptance;
        return [
          {
            ports: allPorts,
            addresses: everywhere.v4,
            guard: both,
            hops: [hop(permit.because)],
            ...(doubt !== undefined && { doubt }),
          },
        ];
      }),
    ),
  );
  const because = `endpoint service ${service.address} does not allow account ${describeText(account)}`;
  return { passages, refusal: hop(because) };
}

/** The owner's account may always connect; of any other one a permission must speak. */
function permitsOf(
  network: Network,
  at: { readonly endpoint: Resource; readonly service: Resource; readonly account: Text },
): readonly Permit[] {
  const { endpoint, service, account } = at;
  const own = sameText(account, network.base.deploymentOf(service.id).account);
  const allows = `endpoint service ${service.address} allows`;
  if (own === 'yes') return [{ guard: always, because: `${allows} its own account` }];
  const permits = (network.endpointServicePermissions.get(service.id) ?? []).flatMap(({ part, guard }) =>
    part.principals.flatMap(optionsOf).flatMap((option): readonly Permit[] => {
      const both = and(guard, option.guard);
      const { value } = option;
      if (value === undefined || value.kind === 'absent' || !isPossible(both)) return [];
      const found = permitted(value, account, endpoint);
      return found === undefined ? [] : [{ guard: both, because: `${allows} ${describeValue(value)}`, ...found }];
    }),
  );
  if (own === 'no') return permits;
  const doubt = [...account, ...network.base.deploymentOf(service.id).account].flatMap((part) =>
    typeof part === 'string' ? [] : [part.settledBy],
  )[0];
  return [
    ...permits,
    { guard: always, because: `${allows} its own account`, doubt: doubt ?? `the account of ${endpoint.address}` },
  ];
}

/** Does a principal stand for the account? A role or user of it must be the one that makes the endpoint. */
function permitted(principal: Value, account: Text, endpoint: Resource): { readonly doubt?: string } | undefined {
  const name = textOf(principal);
  if (name === undefined) return { doubt: `the principals that may connect ${endpoint.address}` };
  if (literalOf(name) === '*') return {};
  const isArn = typeof name[0] === 'string' && name[0].startsWith('arn:');
  if (!isArn && holesOf(name).length > 0) return { doubt: holesOf(name)[0]?.settledBy ?? describeText(name) };
  const of = isArn ? arnPart(name, 4) : name;
  const same = sameText(of, account);
  if (same === 'no') return undefined;
  if (same === 'maybe') return { doubt: holesOf(text(...of, ...account))[0]?.settledBy ?? describeText(of) };
  const whole = !isArn || literalOf(arnPart(name, 5)) === 'root';
  return whole ? {} : { doubt: `who makes ${endpoint.address}` };
}

/** All endpoints of all VPCs. */
function endpointsOf(network: Network): readonly Stated<'endpoint'>[] {
  return network.remember('endpoints', () => [...network.endpoints.values()].flat());
}

/**
 * From a resource to an endpoint service: by an endpoint that leads to it and that the resource can open connections to.
 * Undefined when `to` is no such service.
 */
export function toEndpointService(finder: Finder, from: Resource, to: Resource): readonly Finding[] | undefined {
  const { network } = finder;
  if (!network.endpointServices.has(to.id)) return undefined;
  const leading = endpointsOf(network).filter(({ part, by }) =>
    (part.service === undefined ? [] : singleReferences(part.service)).some((value) =>
      network.places(value, by).some(({ resource }) => resource?.id === to.id),
    ),
  );
  const found = leading.flatMap(({ by, guard }): readonly Finding[] => {
    const stage = admission(network, by, to);
    if (stage === undefined) return [];
    const hop: Hop = {
      component: 'endpoint',
      because: `interface endpoint ${by.address}`,
      resource: by.id,
      origin: by.origin,
    };
    const through = meet(
      [{ ports: allPorts, addresses: everywhere.v4, guard: and(guard, to.guard), hops: [hop] }],
      stage.passages,
    );
    if (by.id === from.id) return [admitted(through, stage.refusal)];
    return finder
      .direct(from, by, connecting)
      .filter(({ family, protocol }) => family === 'v4' && protocol === 'tcp')
      .map((finding) => {
        if (finding.passages.length === 0) return finding;
        const inside = finding.passages.map((passage) => ({ ...passage, addresses: everywhere.v4 }));
        return admitted(under(meet(inside, through), from.guard), stage.refusal);
      });
  });
  if (found.length > 0) return found;
  const because = `no endpoint of the input leads from ${from.address} to ${to.address}`;
  return [admitted([], { component: 'endpoint', because, resource: to.id, origin: to.origin })];
}

function admitted(passages: readonly Passage[], refusal: Hop): Finding {
  return { family: 'v4', protocol: 'tcp', passages, refusal };
}
