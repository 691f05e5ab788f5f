import { type Attacker, type AttackFact, attackFactKey } from '../../model/attack.ts';
import { casesOf } from '../../model/fact.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { AttackGraph } from './graph.ts';

const onInternet: AttackFact = { kind: 'network', where: 'internet' };

/** Somebody on the internet without any account of ours. */
export const internet: Attacker = { id: 'internet', title: 'anyone on the internet', holds: [onInternet] };

/** Whoever opened an AWS account; can also do what anyone on the internet can. */
const anyAccount: Attacker = {
  id: 'any-aws-account',
  title: 'the owner of any AWS account',
  holds: [{ kind: 'any-aws-account' }, onInternet],
};

/**
 * Who attacks: strangers, whoever controls a party that the system trusts, whoever has a user's key, and whoever has code
 * running in a workload. Only those that some move starts from are listed.
 */
export function attackersOf(ask: Questions, graph: AttackGraph): readonly Attacker[] {
  const outside = graph.facts.flatMap((fact) => (fact?.kind === 'controls-external' ? [outsider(ask, fact)] : []));
  const inside = graph.facts.flatMap((fact): readonly Attacker[] => {
    if (fact?.kind === 'acts-as')
      return principalKind(ask, fact.principal) === 'user' ? [holder(ask, fact.principal)] : [];
    return fact?.kind === 'runs-code' ? [intruder(fact.resource)] : [];
  });
  const byId = (left: Attacker, right: Attacker) => (left.id < right.id ? -1 : 1);
  return [internet, anyAccount, ...[...outside].sort(byId), ...[...inside].sort(byId)];
}

/**
 * Footholds that somebody asks about by name: the id, address or name of an identity or workload. Unlike the attackers
 * above they are asked about on purpose, so everything that they lead to counts.
 */
export function footholds(ask: Questions, graph: AttackGraph, name: string): readonly Attacker[] {
  const wanted = ask.system.model.elements.filter(({ id, address, name: own }) => [id, address, own].includes(name));
  return wanted.flatMap(({ resource }): readonly Attacker[] => {
    if (resource === undefined) return [];
    if (principalKind(ask, resource) !== undefined) return [holder(ask, resource)];
    const code: AttackFact = { kind: 'runs-code', resource };
    return graph.numberOf(code) === undefined ? [] : [intruder(resource)];
  });
}

/** Strangers come from outside; the others have been given a foothold. */
export function isStranger({ holds }: Attacker): boolean {
  return holds.every(({ kind }) => kind === 'network' || kind === 'any-aws-account' || kind === 'controls-external');
}

function outsider(ask: Questions, fact: Extract<AttackFact, { kind: 'controls-external' }>): Attacker {
  const { party } = fact;
  const vouches = !party.startsWith('external/') || party.startsWith('external/identity-provider/');
  const name = ask.system.model.elements.find(({ id }) => id === party)?.name ?? party;
  return {
    id: `${vouches ? 'identity-provider' : 'third-party'}:${party}`,
    title: vouches ? `whoever ${name} vouches for` : `whoever controls ${name}`,
    holds: [fact, onInternet],
  };
}

function holder(ask: Questions, principal: ResourceId): Attacker {
  const kind = principalKind(ask, principal) ?? 'role';
  return {
    id: `${kind}:${principal}`,
    title: `whoever holds credentials of ${kind} ${principal}`,
    holds: [{ kind: 'acts-as', principal }],
  };
}

function intruder(resource: ResourceId): Attacker {
  return {
    id: `workload:${resource}`,
    title: `whoever runs code in ${resource}`,
    holds: [{ kind: 'runs-code', resource }],
  };
}

/** Groups are nobody: no one acts as a group. */
function principalKind(ask: Questions, principal: ResourceId): 'user' | 'role' | undefined {
  for (const { fact } of casesOf(ask.system.fact(principal, 'principal')))
    if (fact.kind === 'known' && fact.value.kind !== 'group') return fact.value.kind;
  return undefined;
}

/** Does the attacker hold the fact from the start? */
export function isGiven(fact: AttackFact, { holds }: Attacker): boolean {
  const key = attackFactKey(fact);
  return holds.some((held) => attackFactKey(held) === key);
}
