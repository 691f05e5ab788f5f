import type { PolicyPrincipal, Statement } from '../../../../model/policy.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import { describeText, holesOf } from '../../../../model/text.ts';
import { type ControlState, defineThreat, type Evidence, type ThreatMatch } from '../../../../model/threat.ts';
import { fixOf, keyUnder } from '../../../threat-match.ts';
import { trustedParty } from '../../../trusted-party.ts';
import { principalOf, trustStatements } from '../principals.ts';

export default defineThreat({
  title: 'Other account trusted without a condition',
  statement: {
    source: 'customer of the trusted party, or intruder in its account',
    prerequisites: 'who makes that party act on a role that it may take',
    action: 'take the role',
    impact: 'use of all its rights in the name of the trusted party',
  },
  stride: ['spoofing', 'elevation-of-privilege'],
  techniques: ['T1199'],
  weaknesses: ['CWE-441'],
  controls: ['external-id', 'narrow-trust'],
  likelihood: 2,
  impact: 4,
  howUsed:
    "Vendors act for many customers from one account. A customer of the vendor who enters your role's ARN in place of their own makes the vendor take your role and show the results, without any break-in.",
  howTested:
    "In the vendor's console of a test tenant, enter the ARN of your role: it must not connect. aws sts assume-role from the vendor's account without --external-id must be refused, and with a wrong one too.",
  falsePositives: 'Accounts of the same organization, where nobody else makes them act.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html'],
  *find(element, ask) {
    const role = principalOf(element, ask);
    if (role === undefined) return;
    for (const statement of trustStatements(ask, role))
      for (const principal of statement.principals ?? []) yield* judged(ask, role, { statement, principal });
  },
});

interface Trust {
  readonly statement: Statement;
  readonly principal: PolicyPrincipal;
}

function* judged(ask: Questions, role: Resource, { statement, principal }: Trust): Iterable<ThreatMatch> {
  const party = trustedParty(ask.system, role, principal);
  if (party === undefined || party.kind !== 'aws-account') return;
  const who = describeText(principal.value);
  const condition = statement.conditions.find(({ key }) => narrowing.test(key));
  const fix = fixOf(role, {
    control: 'external-id',
    title: 'Demand the external id that the party gave to you alone',
    property: 'AssumeRolePolicyDocument.Statement.Condition',
    value: 'StringEquals: { sts:ExternalId: … }',
  });
  const common = { key: keyUnder(party.name, statement.guard), guard: statement.guard, fix };
  if (condition !== undefined) {
    const evidence: Evidence = { note: `${who} may take it where ${condition.key} fits`, origin: condition.origin };
    const control = /externalid/i.test(condition.key) ? 'external-id' : 'narrow-trust';
    const state: ControlState = { control, state: 'in-force', evidence };
    yield { ...common, status: 'mitigated', evidence: [evidence], controls: [state] };
    return;
  }
  const evidence: Evidence = {
    note: `the trust policy lets ${who} take the role without any condition`,
    origin: statement.origin,
  };
  const hole = statement.open ?? holesOf(party.value)[0];
  // A number that somebody wrote down is another account's: one's own is written as a reference.
  if (hole === undefined || hole.kind === 'partition')
    yield { ...common, status: 'open', evidence: [evidence], controls: [], ...narrower(who) };
  else yield { ...common, status: 'unknown', evidence: [evidence], controls: [], settledBy: hole.settledBy };
}

/** Keys by which a trust policy tells the intended callers from others. */
const narrowing =
  /^(sts:ExternalId|aws:Principal(OrgID|OrgPaths|Account|Arn|Tag\/.*)|aws:Source(Ip|Vpc|Vpce|Identity)|sts:SourceIdentity|aws:MultiFactorAuth(Present|Age)|sts:RoleSessionName)$/i;

/** One role or user of the account is less than all of them. */
function narrower(who: string): Pick<ThreatMatch, 'adjust'> {
  return /:(role|user|assumed-role)\//.test(who)
    ? { adjust: [{ of: 'likelihood', by: -1, because: 'one identity of the account is trusted, not all of them' }] }
    : {};
}
