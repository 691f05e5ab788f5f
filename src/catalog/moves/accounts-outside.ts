import type { AttackFact } from '../../model/attack.ts';
import { casesOf } from '../../model/fact.ts';
import type { PolicyPrincipal } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { sameText, type Text, textKey } from '../../model/text.ts';
import { arnPart } from '../arn-part.ts';
import { trustedParty } from '../trusted-party.ts';

/** Another account that a policy names, as a whole or one of its identities. */
export interface AccountOutside {
  /** `external/aws-account/111122223333`. */
  readonly party: string;
  readonly name: string;
  readonly account: Text;
  /** What makes somebody this account: control of the party, or administration where the account is one of those given. */
  readonly needs: AttackFact;
  /** It may turn out to be the account of the resource itself. */
  readonly maybeOurs: boolean;
}

/** The other accounts that Allow statements of the trust policy or of the resource's own policy name, each once. */
export function accountsOutside(
  ask: Questions,
  resource: Resource,
  policy: 'trustPolicy' | 'resourcePolicy',
): readonly AccountOutside[] {
  const { system } = ask;
  const parties = named(ask, resource, policy).flatMap((one) => trustedParty(system, resource, one) ?? []);
  const accounts = new Map(parties.filter(({ kind }) => kind === 'aws-account').map((party) => [party.id, party]));
  return [...accounts.values()].map(({ id: party, name, value, maybeOurs }) => {
    const part = arnPart(value, 4);
    const account = part.length > 0 ? part : value;
    const ours = system.model.deployments.find((one) => sameText(one.account, account) === 'yes');
    const needs: AttackFact =
      ours === undefined
        ? { kind: 'controls-external', party }
        : { kind: 'administrates', account: textKey(ours.account) };
    return { party, name, account, needs, maybeOurs };
  });
}

const identityTypes: readonly string[] = ['AWS::IAM::Role', 'AWS::IAM::User'];

/** Roles and users of the system that Allow statements of the role's trust policy name, each once. */
export function identitiesNamed(ask: Questions, role: Resource): readonly Resource[] {
  const found = named(ask, role, 'trustPolicy').flatMap(({ kind, value }) =>
    kind === 'AWS'
      ? ask.system.resolve({ kind: 'text', text: value, origin: role.origin }, role.id, identityTypes)
      : [],
  );
  return [...new Set(found.flatMap((end) => (end.kind === 'resource' ? [end.resource] : [])))];
}

/** Principals of Allow statements. */
function named(ask: Questions, { id }: Resource, policy: 'trustPolicy' | 'resourcePolicy'): readonly PolicyPrincipal[] {
  return casesOf(ask.system.fact(id, policy)).flatMap(({ fact }) =>
    fact.kind === 'unknown'
      ? []
      : fact.value.flatMap(({ document }) =>
          document.statements.flatMap(({ effect, principals = [] }) => (effect === 'Allow' ? principals : [])),
        ),
  );
}
