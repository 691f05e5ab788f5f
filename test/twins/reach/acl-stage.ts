import { optionsOf } from '../../../src/catalog/answer.ts';
import { describeValue } from '../../../src/catalog/describe-value.ts';
import type { Network, Stated } from '../../../src/define/reach/network/network.ts';
import type { Subnet } from '../../../src/define/reach/network/network-interface.ts';
import type { Place } from '../../../src/define/reach/network/place.ts';
import {
  allPorts,
  type Passage,
  type RefusalOf,
  type Stage,
  under,
} from '../../../src/define/reach/packets/passage.ts';
import { intersect, type Ranges } from '../../../src/define/reach/packets/ranges.ts';
import { type Echo, trafficOf } from '../../../src/define/reach/packets/rule-traffic.ts';
import { always, and, isPossible, not, or } from '../../../src/model/guard.ts';
import type { Hop } from '../../../src/model/reach.ts';
import { holesOf, literalOf } from '../../../src/model/text.ts';
import { textOf, type Value } from '../../../src/model/value.ts';
import { type Entry, firstMatch } from './first-match.ts';
import type { Direction, Question } from './group-stage.ts';
import type { Remote } from './remote.ts';

/** Ports that clients open connections from: answers go back to them ("Ephemeral ports", VPC user guide). */
const ephemeral: Ranges<number> = [{ from: 1024, end: 65536 }];

/**
 * What the network ACL of a subnet lets pass of connections that come in or go out: the first packet on its port, and
 * the answers on ephemeral ports, since ACLs keep no state. A subnet without an association has the default ACL.
 */
export function aclStage(network: Network, subnet: Subnet, question: Question): Stage {
  const back: Direction = question.direction === 'ingress' ? 'egress' : 'ingress';
  const found = aclsOf(network, subnet).map((acl) => {
    const there = aclPassages(network, acl, question);
    const answers = aclPassages(network, acl, { ...question, direction: back }, 'reply');
    return { acl, there, passed: withAnswers(there, answers) };
  });
  const refusalOf: RefusalOf = (narrow) => {
    const last = found.filter(({ passed }) => narrow(passed).length === 0).at(-1);
    if (last === undefined) return undefined;
    return refusedBy(last.acl.place, narrow(last.there).length === 0 ? question.direction : `answers ${back}`);
  };
  const passages = found.flatMap(({ acl, passed }) => under(passed, acl.place.guard));
  const unnamed: Hop = { component: 'network-acl', because: `no network ACL of ${subnet.place.name} lets this pass` };
  return { passages, refusal: refusalOf((all) => all) ?? unnamed, refusalOf };
}

/** Connections whose answers may return to at least one ephemeral port. */
function withAnswers(there: readonly Passage[], answers: readonly Passage[]): readonly Passage[] {
  const returning = answers.filter((passage) => intersect(passage.ports, ephemeral).length > 0);
  return there.flatMap((first) =>
    returning.flatMap((second): readonly Passage[] => {
      const addresses = intersect(first.addresses, second.addresses);
      const guard = and(first.guard, second.guard);
      if (addresses.length === 0 || !isPossible(guard)) return [];
      const doubt = first.doubt ?? second.doubt;
      return [
        {
          ports: first.ports,
          addresses,
          guard,
          hops: [...first.hops, ...second.hops],
          ...(doubt !== undefined && { doubt }),
        },
      ];
    }),
  );
}

function refusedBy(acl: Place, direction: string): Hop {
  return {
    component: 'network-acl',
    because: `network ACL ${acl.name} lets this not pass (${direction})`,
    ...(acl.resource !== undefined && { resource: acl.resource.id, origin: acl.resource.origin }),
  };
}

/** The ACLs of a subnet by association; the default one of the VPC where none is in force. */
function aclsOf(network: Network, { place, vpc }: Subnet): readonly Acl[] {
  const associated = (network.aclsOfSubnets.get(place.key) ?? []).flatMap(({ part, by, guard }) =>
    network.places(part.acl, by).flatMap((acl) => {
      const both = and(guard, acl.guard);
      // The VPC's attribute `DefaultNetworkAcl` names the default one.
      return isPossible(both) ? [{ place: { ...acl, guard: both }, standard: network.vpcs.has(acl.key) }] : [];
    }),
  );
  const rest = not(or(...associated.map((acl) => acl.place.guard)));
  const name = `default network ACL of ${vpc.name}`;
  return isPossible(rest) ? [...associated, { place: { ...vpc, name, guard: rest }, standard: true }] : associated;
}

/** A network ACL; the standard one is named by its VPC. */
interface Acl {
  readonly place: Place;
  readonly standard: boolean;
}

/**
 * Entries count by their number, the first that matches decides, and what none matches is denied. The default ACL allows
 * everything by entry 100 (101 for IPv6) until the template adds to it by the VPC's attribute.
 */
function aclPassages(network: Network, acl: Acl, question: Question, echo: Echo = 'request'): readonly Passage[] {
  const { key } = question.remote;
  if (key === undefined) return findPassages(network, acl, question, echo);
  const asked = `acl ${acl.place.key} ${acl.standard} ${question.direction} ${question.protocol} ${echo} ${question.remote.family} ${key}`;
  return network.remember(asked, () => findPassages(network, acl, question, echo));
}

function findPassages(network: Network, { place, standard }: Acl, question: Question, echo: Echo): readonly Passage[] {
  const { remote, direction } = question;
  const stated = (network.entries.get(place.key) ?? []).filter(({ part }) => part.entry.direction === direction);
  const numbered = stated.map((entry) => ({ entry, number: numberOf(entry.part.entry.number) }));
  const unnumbered = numbered.find(({ number }) => number === undefined);
  const supplied = place.resource === undefined && !standard ? place.settledBy : undefined;
  const doubt = unnumbered === undefined ? supplied : `the number of ${unnumbered.entry.by.address}`;
  if (doubt !== undefined) return [{ ports: allPorts, addresses: remote.addresses, guard: always, hops: [], doubt }];
  const entries = [
    ...numbered.flatMap(({ entry, number }) =>
      entriesOf(place, entry, { question, echo }).map((one) => ({ number: number ?? 0, entry: one })),
    ),
    ...(standard ? [{ number: remote.family === 'v4' ? 100 : 101, entry: allowAll(remote) }] : []),
  ].sort((a, b) => a.number - b.number);
  return firstMatch(
    entries.map(({ entry }) => entry),
    remote.addresses,
  );
}

function allowAll(remote: Remote): Entry {
  return { ports: allPorts, addresses: remote.addresses, guard: always, hops: [] };
}

function entriesOf(
  acl: Place,
  stated: Stated<'network-acl-entry'>,
  { question, echo }: { readonly question: Question; readonly echo: Echo },
): readonly Entry[] {
  const { entry } = stated.part;
  const own = and(stated.guard, entry.guard ?? always);
  return actionsOf(entry.action).flatMap((action) =>
    trafficOf(entry, question.protocol, echo).flatMap((traffic) =>
      (entry.cidr === undefined ? [] : question.remote.cidr(entry.cidr, stated.by)).flatMap((fit): readonly Entry[] => {
        const guard = and(own, action.guard, traffic.guard, fit.guard);
        if (!isPossible(guard)) return [];
        const doubt = action.doubt ?? traffic.doubt ?? fit.doubt;
        const denies = { ports: traffic.ports, addresses: fit.addresses, guard, ...(doubt !== undefined && { doubt }) };
        const allows = { ...denies, hops: [hopOf(acl, stated)] };
        if (action.doubt !== undefined) return [allows, denies];
        return [action.allows ? allows : denies];
      }),
    ),
  );
}

function hopOf(acl: Place, { part: { entry } }: Stated<'network-acl-entry'>): Hop {
  const cidr = entry.cidr === undefined ? '' : describeValue(entry.cidr);
  const number = entry.number === undefined ? '' : describeValue(entry.number);
  return {
    component: 'network-acl',
    because: `network ACL ${acl.name} entry ${number} allows ${entry.direction} ${cidr}`,
    origin: entry.origin,
    ...(acl.resource !== undefined && { resource: acl.resource.id }),
  };
}

function actionsOf(value: Value | undefined) {
  return optionsOf(value).map(({ guard, value: option }) => {
    const text = option === undefined ? [] : (textOf(option) ?? []);
    const word = literalOf(text)?.toLowerCase();
    if (word !== undefined) return { guard, allows: word === 'allow' } as const;
    return { guard, allows: true, doubt: holesOf(text)[0]?.settledBy ?? 'the action of the entry' } as const;
  });
}

function numberOf(value: Value | undefined): number | undefined {
  const text = value === undefined ? undefined : textOf(value);
  const word = text === undefined ? undefined : literalOf(text);
  return word === undefined || word === '' || Number.isNaN(Number(word)) ? undefined : Number(word);
}
