import type { RandomPrincipal, RandomStatement, RandomSystem } from './random-system.ts';

/** What may decide about a conclusion on random systems. */
export const systemFeatures = ['deny', 'boundary', 'second factor', 'tag', 'guardrail', 'trust in accounts'] as const;
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
  return {
    ...system,
    users: system.users.map(rights),
    roles: system.roles.map((role) => ({
      ...rights(role),
      trust: role.trust.filter(({ kind }) => feature !== 'trust in accounts' || kind !== 'account'),
    })),
    guardrails: feature === 'guardrail' ? [] : system.guardrails,
  };
}

function statementWithout(one: RandomStatement, feature: SystemFeature): readonly RandomStatement[] {
  if (feature === 'deny' && one.effect === 'Deny') return [];
  return [{ ...one, ...(feature === 'second factor' && { mfa: false }), ...(feature === 'tag' && { tagged: false }) }];
}
