import { outsidersClaims } from '../../catalog/data/identity-providers.ts';
import { issuerOf, opensToOutsiders } from '../../catalog/tokens-of-outsiders.ts';
import { type TrustedParty, trustedParty } from '../../catalog/trusted-party.ts';
import type { ProofItem } from '../../model/attack.ts';
import type { Change } from '../../model/choke-points.ts';
import type { Resource } from '../../model/resource.ts';
import { textOf, type Value } from '../../model/value.ts';
import { type AskedCondition, asksFor, withCondition, withoutKeys } from './asked-condition.ts';
import { type ChangeContext, changeOfPart } from './change-context.ts';
import { toFillIn } from './fill-in.ts';
import { principalsIn } from './principal-changes.ts';
import { titleOf } from './right-changes.ts';
import type { StatementUses } from './statement-uses.ts';

/**
 * A trust in an identity provider that hands out tokens to everybody asks for the subject that is meant: where it asks for none, and
 * where what it asks for is met by tokens of others, as `repo:acme*` is. The right one is not in the input. An external id is no such
 * change: the third party that is an attacker here knows it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
 */
export function conditionChanges(uses: StatementUses, context: ChangeContext): readonly Change[] {
  const { holder, stated } = uses;
  const [party, ...others] = partiesIn(stated.map, holder, context);
  const asked = party === undefined || others.length > 0 ? undefined : subjectOf(party, holder);
  if (party === undefined || asked === undefined) return [];
  const narrows = asksFor(stated.map, [asked.key]);
  if (narrows && !isOpen(party, holder, context)) return [];
  const known = new Set<ProofItem>(uses.items);
  const change = changeOfPart(context, {
    control: asked.control,
    title: `Ask ${party.name} for the subject that is meant${narrows ? ' alone' : ''}, in ${titleOf(uses)}`,
    resource: holder,
    place: stated.place,
    value: `Condition on ${asked.key}`,
    kind: 'Condition',
    loss: 1,
    hits: (item) => known.has(item),
    edit: (part) => withCondition(withoutKeys(part, [asked.key]), asked),
  });
  return change === undefined ? [] : [change];
}

/** Does the role take tokens that anybody can get, whatever its statements demand? */
function isOpen({ provider, name, value }: TrustedParty, role: Resource, { ask }: ChangeContext): boolean {
  const action = 'sts:AssumeRoleWithWebIdentity';
  return opensToOutsiders(ask, role, { issuer: issuerOf(provider, name), provider: value, action }) !== undefined;
}

/** The parties outside that a statement of a trust names; none when it names others as well, who could not meet their conditions. */
export function partiesIn(statement: Value, holder: Resource, { ask }: ChangeContext): readonly TrustedParty[] {
  const named = principalsIn(statement.kind === 'map' ? statement.entries.get('Principal') : undefined);
  const parties = named.flatMap(
    ({ kind, value }) => trustedParty(ask.system, holder, { kind, value: textOf(value) ?? [] }) ?? [],
  );
  return parties.length === named.length ? parties : [];
}

/** The condition on the subject of tokens of a provider that gives everybody some; tokens of others have other keys. */
export function subjectOf({ name, provider }: TrustedParty, holder: Resource): AskedCondition | undefined {
  const host = issuerOf(provider, name);
  // Identity pools say by another key who comes in, and hand out roles by a way of their own.
  if (outsidersClaims(host) === undefined || host === 'cognito-identity.amazonaws.com') return undefined;
  return { control: 'federation-subject', key: `${host}:sub`, value: toFillIn(subjects[host] ?? 'subject', holder) };
}

/** What the subject of a token names. */
const subjects: Readonly<Record<string, string>> = {
  'token.actions.githubusercontent.com': 'repository and branch',
  'gitlab.com': 'project and branch',
  'app.terraform.io': 'organization and workspace',
  'agent.buildkite.com': 'organization and pipeline',
};
