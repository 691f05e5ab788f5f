import type { RandomPrincipal, RandomStatement, StoreStatement, Trust } from './random-system.ts';

export type Rank = 0 | 1 | typeof withFactor | 2;
/** If a condition is met, and only in a session with a second factor: worse than another condition, which needs no such session. */
export const withFactor = 1.5;

export type Kind = 'user' | 'role';
export interface Principal extends RandomPrincipal {
  /** What the organization denies. */
  readonly guardrails: readonly RandomStatement[];
  /** What a policy says that is attached to it, and which one that is. */
  readonly managed: readonly RandomStatement[];
  readonly policy?: number;
  readonly kind: Kind;
  readonly at: number;
  readonly arn: string;
  readonly fact: string;
}

/** By identity policies, within the boundary, unless denied. */
export function may(who: Principal, action: string, arn: string): Rank | undefined {
  return all(granted(who, [...who.statements, ...who.managed], action, arn), limits(who, action, arn));
}

/** By a policy that names it: a role stays within its boundary, a user does not; Deny counts for both. */
export function direct(who: Principal, action: string, arn: string, within = who.kind === 'role'): Rank | undefined {
  return within ? limits(who, action, arn) : denied(who, action, arn) ? undefined : 0;
}

/** By its identity policies or the policy of the store itself, which may deny it as well. */
export function mayUse(who: Principal, store: Store, action: string, arn: string): Rank | undefined {
  const isMeant = (one: StoreStatement) => (one.all || action === store.reads) && meansHim(who, one);
  if (store.statements.some((one) => one.effect === 'Deny' && isMeant(one))) return undefined;
  const named = store.statements
    .filter((one) => one.effect === 'Allow' && isMeant(one))
    .map(({ mfa }) => all(direct(who, action, arn), mfa ? withFactor : 0));
  return least(may(who, action, arn), ...named);
}

/** A bucket or secret: what names it, and which calls read, change and open it. */
export interface Store {
  readonly statements: readonly StoreStatement[];
  readonly reads: string;
  readonly writes: readonly string[];
  /** What stands in it, each thing that policies tell apart. */
  readonly objects: readonly string[];
  readonly opens: string;
  readonly arn: string;
  /** Does its policy speak of itself, and not only of what stands in it? */
  readonly isMeant: boolean;
}

function meansHim({ kind, at, team }: Principal, { who, tagged }: StoreStatement): boolean {
  if (who === 'everybody') return true;
  return who.kind === kind && who.index === at && (!tagged || team === 'a');
}

/** By the trust policy of a role: in person, or as one of the account whom his own policies let. */
export function mayTake(who: Principal, trust: readonly Trust[], arn: string): Rank | undefined {
  const asked = ({ mfa }: Trust): Rank => (mfa ? withFactor : 0);
  return least(
    ...trust.map((one) => {
      if (one.kind === 'account') return all(may(who, 'sts:AssumeRole', arn), asked(one));
      const isHe = one.kind === who.kind && 'index' in one && one.index === who.at;
      if (!isHe && one.kind !== 'anybody') return undefined;
      return one.tagged && who.team !== 'a' ? undefined : all(direct(who, 'sts:AssumeRole', arn), asked(one));
    }),
  );
}

function limits(who: Principal, action: string, arn: string): Rank | undefined {
  if (denied(who, action, arn)) return undefined;
  return who.boundary === undefined ? 0 : granted(who, who.boundary, action, arn);
}

function denied(who: Principal, action: string, arn: string): boolean {
  const all = [...who.statements, ...who.managed, ...(who.boundary ?? []), ...who.guardrails];
  return all.some((one) => one.effect === 'Deny' && says(who, one, action, arn));
}

function granted(
  who: Principal,
  statements: readonly RandomStatement[],
  action: string,
  arn: string,
): Rank | undefined {
  return least(
    ...statements
      .filter((one) => one.effect === 'Allow' && says(who, one, action, arn))
      .map(({ mfa }): Rank => (mfa ? withFactor : 0)),
  );
}

/** The rank where it is not looked at whether a session has a second factor. */
export function whoever(rank: Rank | undefined): Rank | undefined {
  return rank === withFactor ? 1 : rank;
}

function says(who: Principal, { action, resource, tagged }: RandomStatement, wanted: string, arn: string): boolean {
  if (tagged && who.team !== 'a') return false;
  return glob(action, wanted) && glob(resource, arn);
}

function glob(pattern: string, text: string): boolean {
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(text);
}

export function all(...ranks: readonly (Rank | undefined)[]): Rank | undefined {
  let most: Rank = 0;
  for (const rank of ranks) {
    if (rank === undefined) return undefined;
    if (rank > most) most = rank;
  }
  return most;
}

export function least(...ranks: readonly (Rank | undefined)[]): Rank | undefined {
  return ranks.reduce(
    (best, rank) => (rank !== undefined && (best === undefined || rank < best) ? rank : best),
    undefined,
  );
}
