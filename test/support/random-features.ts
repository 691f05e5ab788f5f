import type { RandomPrincipal, RandomStatement, RandomSystem, StoreStatement, Trust } from './random-system.ts';

/** What may decide about a conclusion on random systems. */
export const systemFeatures = [
  'deny',
  'boundary',
  'second factor',
  'tag',
  'guardrail',
  'trust in accounts',
  'trust under conditions',
  'attached policy',
  'policy of a store',
  'condition of a store',
  'deny of a store',
  'secret',
  'second key',
  'open port',
] as const;
export type SystemFeature = (typeof systemFeatures)[number];

/** The same system without one of them: policies that only limit go, conditions are dropped, accounts are trusted no more. */
export function withoutFeature(system: RandomSystem, feature: SystemFeature): RandomSystem {
  const stated = (statements: readonly RandomStatement[]) =>
    statements.flatMap((one) => statementWithout(one, feature));
  const rights = <P extends RandomPrincipal>({ boundary, ...one }: P) => ({
    ...one,
    statements: stated(one.statements),
    ...(boundary !== undefined && feature !== 'boundary' && { boundary: stated(boundary) }),
  });
  const ofStore = <S extends { readonly statements: readonly StoreStatement[] }>(store: S): S => ({
    ...store,
    statements: store.statements.flatMap((one) => storeStatementWithout(one, feature)),
  });
  const [, ...others] = system.secrets;
  return {
    ...system,
    users: system.users.map(rights),
    roles: system.roles.map((role) => ({
      ...rights(role),
      trust: role.trust.flatMap((trust) => trustWithout(trust, feature)),
    })),
    guardrails: feature === 'guardrail' ? [] : system.guardrails,
    policies:
      feature === 'attached policy'
        ? []
        : system.policies.map((one) => ({ ...one, statements: stated(one.statements) })),
    buckets: system.buckets.map(ofStore),
    secrets: feature === 'secret' ? [] : feature === 'second key' ? others : system.secrets.map(ofStore),
    instances: system.instances.map((one) => ({ ...one, open: one.open && feature !== 'open port' })),
  };
}

function statementWithout(one: RandomStatement, feature: SystemFeature): readonly RandomStatement[] {
  if (feature === 'deny' && one.effect === 'Deny') return [];
  return [{ ...one, ...(feature === 'second factor' && { mfa: false }), ...(feature === 'tag' && { tagged: false }) }];
}

function trustWithout(one: Trust, feature: SystemFeature): readonly Trust[] {
  if (feature === 'trust in accounts' && one.kind === 'account') return [];
  return [feature === 'trust under conditions' ? { ...one, mfa: false, tagged: false } : one];
}

function storeStatementWithout(one: StoreStatement, feature: SystemFeature): readonly StoreStatement[] {
  if (feature === 'policy of a store' || (feature === 'deny of a store' && one.effect === 'Deny')) return [];
  return [feature === 'condition of a store' ? { ...one, mfa: false, tagged: false } : one];
}
