import type { Decision, OpenCondition } from '../../../../model/access.ts';
import { describeText, literalOf } from '../../../../model/text.ts';
import { type ControlState, defineThreat, type Evidence, type ThreatMatch } from '../../../../model/threat.ts';
import { arnOf } from '../../../moves/permission.ts';
import { fixOf, keyUnder } from '../../../threat-match.ts';
import { principalOf, trustStatements } from '../principals.ts';

export default defineThreat({
  title: 'Role that any AWS account may take',
  statement: {
    source: 'anyone with an AWS account',
    prerequisites: 'who knows or guesses the name of the role',
    action: 'take the role from their own account',
    impact: 'use of all its rights',
  },
  stride: ['spoofing', 'elevation-of-privilege'],
  techniques: ['T1199', 'T1078.004'],
  weaknesses: ['CWE-284', 'CWE-287'],
  controls: ['narrow-trust', 'external-id'],
  likelihood: 4,
  impact: 4,
  howUsed:
    'Role names repeat: Admin, Deploy, OrganizationAccountAccessRole. Account ids are no secret, and tools try lists of names against them. A role that trusts everybody is taken with one call from an account that costs nothing.',
  howTested:
    "From an account outside the organization, aws sts assume-role with the role's ARN must be refused. IAM Access Analyzer reports every trust that reaches beyond the zone of trust.",
  falsePositives: 'Roles that are meant for everybody and can do nothing of value.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html'],
  *find(element, ask) {
    const role = principalOf(element, ask);
    const statement =
      role === undefined
        ? undefined
        : trustStatements(ask, role).find(({ principals = [] }) =>
            principals.some(({ value }) => literalOf(value) === '*'),
          );
    if (role === undefined || statement === undefined) return;
    const decision = ask.access.decide({
      caller: { kind: 'any-aws-account' },
      action: 'sts:AssumeRole',
      resource: arnOf(role),
      on: role.id,
    });
    const evidence: Evidence = { note: 'the trust policy names everybody (*)', origin: statement.origin };
    yield {
      ...judged(decision, evidence),
      fix: fixOf(role, fix),
      key: keyUnder('', decision.guard),
      ...(decision.guard.length > 0 && { guard: decision.guard }),
    };
  },
});

const fix = {
  control: 'narrow-trust',
  title: 'Name the accounts that may take the role',
  property: 'AssumeRolePolicyDocument',
  value: 'the ARNs of the principals that need it instead of *',
} as const;

type Verdict = Pick<ThreatMatch, 'status' | 'evidence' | 'controls' | 'adjust' | 'settledBy'>;

function judged({ verdict, conditions }: Decision, evidence: Evidence): Verdict {
  const closing =
    verdict === 'deny' ? [] : conditions.filter(({ control }) => control !== 'attacker' && control !== 'unknown');
  if (verdict === 'allow') return { status: 'open', evidence: [evidence], controls: [] };
  if (verdict === 'deny' || closing.length > 0) {
    const by = closing.map(described).join(' and ') || 'another condition or a Deny';
    const told: Evidence = { ...evidence, note: `${evidence.note}, but ${by} keeps strangers out` };
    const control: ControlState = { control: 'narrow-trust', state: 'in-force', evidence: told };
    return { status: 'mitigated', evidence: [told], controls: [control] };
  }
  const secret = conditions.every(({ key }) => key.toLowerCase() === 'sts:externalid');
  if (secret) {
    const adjust = [
      { of: 'likelihood' as const, by: -2, because: 'an external id must be known, which is no secret by design' },
    ];
    return { status: 'open', evidence: [evidence], controls: [], adjust };
  }
  return {
    status: 'unknown',
    evidence: [evidence],
    controls: [],
    settledBy: `who can meet ${conditions.map(described).join(' and ')}`,
  };
}

function described({ key, values }: OpenCondition): string {
  return values.length === 0 ? key : `${key} ${values.map(describeText).join(', ')}`;
}
