import type { Attacker, AttackFact } from '../../model/attack.ts';
import { casesOf } from '../../model/fact.ts';
import type { Questions } from '../../model/questions.ts';
import type { AttackGraph } from './search.ts';

/** Somebody on the internet without any account of ours. */
const internet: Attacker = {
  id: 'internet',
  title: 'anyone on the internet',
  holds: [{ kind: 'network', where: 'internet' }],
};

/** Whoever opened an AWS account; can also do what anyone on the internet can. */
const anyAccount: Attacker = {
  id: 'any-aws-account',
  title: 'the owner of any AWS account',
  holds: [{ kind: 'any-aws-account' }, { kind: 'network', where: 'internet' }],
};

/**
 * Who attacks: strangers, whoever controls a party that the system trusts, whoever has a user's key, and whoever has code
 * running in a workload. Only those that some move starts from are listed.
 */
export function attackersOf(ask: Questions, graph: AttackGraph): readonly Attacker[] {
  const outside = graph.facts
    .filter((fact): fact is Extract<AttackFact, { kind: 'controls-external' }> => fact.kind === 'controls-external')
    .map(
      (fact): Attacker => ({
        id: `third-party:${fact.party}`,
        title: `whoever controls ${fact.party.replace(/^external\/[^/]*\//, '')}`,
        holds: [fact],
      }),
    );
  const inside = graph.facts.flatMap((fact): readonly Attacker[] => {
    if (fact.kind === 'acts-as' && isUser(ask, fact.principal)) {
      return [{ id: `user:${fact.principal}`, title: `whoever has a key of user ${fact.principal}`, holds: [fact] }];
    }
    if (fact.kind === 'runs-code')
      return [{ id: `workload:${fact.resource}`, title: `code of a stranger in ${fact.resource}`, holds: [fact] }];
    return [];
  });
  const byId = (left: Attacker, right: Attacker) => (left.id < right.id ? -1 : 1);
  return [internet, anyAccount, ...outside.sort(byId), ...inside.sort(byId)];
}

function isUser(ask: Questions, principal: Extract<AttackFact, { kind: 'acts-as' }>['principal']): boolean {
  return casesOf(ask.system.fact(principal, 'principal')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.kind === 'user',
  );
}
