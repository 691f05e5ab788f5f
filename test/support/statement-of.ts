import type { CitedStatement } from '../../src/model/access.ts';
import type { RandomPrincipal, RandomSystem, StoreStatement } from './random-system.ts';

/** A statement of a random system, by who has it and its number there. */
export interface Cited {
  readonly kind: 'own' | 'boundary' | 'trust' | 'attached' | 'bucket' | 'secret';
  readonly of: 'U' | 'R' | 'B' | 'S' | 'M';
  readonly at: number;
  readonly index: number;
}

/** Where a statement that a path cites stands in the random system; undefined for those that do not stand there. */
export function citedBy({ policy, statement: { index } }: CitedStatement): Cited | undefined {
  const [, of, at, rest] = /^app\/([URBSM])(\d+)(.*)$/.exec(policy.statedBy ?? '') ?? [];
  const common = { at: Number(at), index };
  if (of === 'B') return { ...common, kind: 'bucket', of };
  if (of === 'S') return { ...common, kind: 'secret', of };
  if (of === 'M') return { ...common, kind: 'attached', of };
  if (of !== 'U' && of !== 'R') return undefined;
  if (rest === 'Bound') return { ...common, kind: 'boundary', of };
  return { ...common, kind: policy.kind === 'trust' ? 'trust' : 'own', of };
}

/** The system without the statement. */
export function without(system: RandomSystem, gone: Cited): RandomSystem {
  return keeping(system, (one) => !isSame(one, gone));
}

/** The system with these statements alone, and all that only limit: whatever denies, and boundaries. */
export function onlyWith(system: RandomSystem, kept: readonly Cited[]): RandomSystem {
  return keeping(system, (one) => one.kind === 'boundary' || kept.some((other) => isSame(one, other)), isLimit);
}

function isLimit({ effect }: { readonly effect: 'Allow' | 'Deny' }): boolean {
  return effect === 'Deny';
}

function isSame(left: Cited, right: Cited): boolean {
  return left.kind === right.kind && left.of === right.of && left.at === right.at && left.index === right.index;
}

function keeping(
  system: RandomSystem,
  isKept: (one: Cited) => boolean,
  isAlwaysKept: (one: { readonly effect: 'Allow' | 'Deny' }) => boolean = () => false,
): RandomSystem {
  const some = <T>(list: readonly T[], from: Omit<Cited, 'index'>, always: (one: T) => boolean) =>
    list.filter((one, index) => always(one) || isKept({ ...from, index }));
  const rights = <P extends RandomPrincipal>(one: P, of: 'U' | 'R', at: number): P => ({
    ...one,
    statements: some(one.statements, { kind: 'own', of, at }, isAlwaysKept),
    ...(one.boundary !== undefined && {
      boundary: some(one.boundary, { kind: 'boundary', of, at }, isAlwaysKept),
    }),
  });
  const store =
    <S extends { readonly statements: readonly StoreStatement[] }>(kind: 'bucket' | 'secret', of: 'B' | 'S') =>
    (one: S, at: number): S => ({ ...one, statements: some(one.statements, { kind, of, at }, isAlwaysKept) });
  return {
    ...system,
    users: system.users.map((user, at) => rights(user, 'U', at)),
    roles: system.roles.map((role, at) => ({
      ...rights(role, 'R', at),
      trust: some(role.trust, { kind: 'trust', of: 'R', at }, () => false),
    })),
    policies: system.policies.map((one, at) => ({
      ...one,
      statements: some(one.statements, { kind: 'attached', of: 'M', at }, isAlwaysKept),
    })),
    buckets: system.buckets.map(store('bucket', 'B')),
    secrets: system.secrets.map(store('secret', 'S')),
  };
}
