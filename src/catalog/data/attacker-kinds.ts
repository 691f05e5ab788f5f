/** A kind of attacker: where he begins, and how likely it is that somebody is there. */
export interface AttackerKind {
  readonly kind: string;
  /** Who that is, for people. */
  readonly who: string;
  /** 1 to 5. */
  readonly likelihood: 1 | 2 | 3 | 4 | 5;
  readonly because: string;
}

/**
 * All kinds of attackers, by the word before the colon of their ids, strangers first. Likelihoods follow what the reports of
 * breaches of cloud accounts agree on: services that are open to everybody are tried all the time, leaked keys of users and
 * flaws in software are the usual first steps, misuse by one's own people is the exception.
 */
export const attackerKinds = [
  { kind: 'internet', who: 'anyone on the internet', likelihood: 5, because: 'anyone on the internet can try' },
  {
    kind: 'any-aws-account',
    who: 'the owner of any AWS account',
    likelihood: 4,
    because: 'anyone with an AWS account can try',
  },
  {
    kind: 'identity-provider',
    who: 'a user or repository that an identity provider vouches for',
    likelihood: 3,
    because: 'needs a user or repository that the identity provider vouches for',
  },
  {
    kind: 'third-party',
    who: 'a party outside that the system trusts',
    likelihood: 3,
    because: 'needs control of a party that the system trusts',
  },
  {
    kind: 'repository',
    who: 'whoever controls a repository that code comes from, or whose pipelines get roles',
    likelihood: 3,
    because: 'needs a commit in a source repository: a stolen token or a compromised developer is enough',
  },
  {
    kind: 'pipeline',
    who: 'code in a build or pipeline stage',
    likelihood: 3,
    because: 'needs a build step of the attacker’s: one poisoned dependency is enough',
  },
  { kind: 'user', who: 'the holder of a user’s key', likelihood: 3, because: 'needs the long-term key of a user' },
  {
    kind: 'workload',
    who: 'code that an attacker runs in a workload',
    likelihood: 3,
    because: 'needs a flaw that runs code in the workload',
  },
  {
    kind: 'insider',
    who: 'an employee who is signed in',
    likelihood: 2,
    because: 'needs an insider, or the session of one',
  },
  {
    kind: 'change',
    who: 'whoever changes something that others are made from or read',
    likelihood: 2,
    because: 'needs a change of something that others are made from or read',
  },
  { kind: 'role', who: 'the holder of a role’s credentials', likelihood: 3, because: 'needs a session of the role' },
  {
    kind: 'assumption',
    who: 'whoever holds what was assumed',
    likelihood: 3,
    because: 'needs what was assumed',
  },
] as const satisfies readonly AttackerKind[];

export type AttackerKindName = (typeof attackerKinds)[number]['kind'];

/** The kind of an attacker by his id; undefined for an id that no kind begins. */
export function attackerKind(id: string): AttackerKind | undefined {
  const word = id.includes(':') ? id.slice(0, id.indexOf(':')) : id;
  return attackerKinds.find(({ kind }) => kind === word);
}
