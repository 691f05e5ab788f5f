import { casesOf } from '../../../../model/fact.ts';
import { and, type Guard, isPossible } from '../../../../model/guard.ts';
import type { PolicyPrincipal, PolicySource, Statement } from '../../../../model/policy.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import {
  describeText,
  literalOf,
  matchPatternIgnoringCase,
  sameText,
  type Text,
  text,
} from '../../../../model/text.ts';
import { defineThreat, type ThreatMatch } from '../../../../model/threat.ts';
import { awsAccounts } from '../../../data/aws-accounts.ts';
import { dataArn } from '../../../data-arn.ts';
import { usesOf } from '../../../stated-uses.ts';
import { fixOf, keyUnder, placeOfPolicy, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Data that another account may use without a condition',
  statement: {
    source: 'person in, or intruder of, the other account',
    prerequisites: 'whose administrators alone decide who gets in there',
    action: 'read or change the data with the rights that the policy gives the whole account or identity',
    impact: 'disclosure or change of data by people whom the owner does not know',
  },
  stride: ['information-disclosure', 'tampering'],
  techniques: ['T1530', 'T1537', 'T1199'],
  weaknesses: ['CWE-284', 'CWE-668'],
  controls: ['narrow-resource-policy', 'source-condition'],
  likelihood: 2,
  impact: 3,
  howUsed:
    "An intruder in the partner's account, which you neither watch nor patch, acts as any of its principals that the partner's administrators let. Whole accounts as principals have made losses of suppliers into losses of their customers.",
  howTested:
    'From the other account, call with a role that has no business there: it must be refused. Then call with the one that does, over the way that was agreed (organization, endpoint, external id): it must work. IAM Access Analyzer lists what is left open.',
  falsePositives: 'An account of the same organization, when the policy names exactly the role that needs it.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-cross-account-resource-access.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  ],
  *find(element, ask) {
    const resource = subjectOf(element, ask.system);
    if (resource === undefined) return;
    const { read, write, invoke } = usesOf(ask, resource);
    const actions = [...read, ...write, ...invoke];
    if (actions.length === 0) return;
    const found = new Map<string, ThreatMatch>();
    for (const { guard, fact } of casesOf(ask.system.fact(resource.id, 'resourcePolicy'))) {
      if (fact.kind === 'unknown') continue;
      for (const grant of fact.value.flatMap((source) => grantsOf(source, actions))) {
        const match = matchOf(resource, ask, { ...grant, guard: and(guard, grant.guard) });
        if (match !== undefined && !found.has(match.key)) found.set(match.key, match);
      }
    }
    yield* found.values();
  },
});

interface Grant {
  readonly account: string;
  readonly statement: Statement;
  readonly source: PolicySource;
  readonly action: string;
  readonly guard: Guard;
}

function grantsOf(source: PolicySource, actions: readonly string[]): readonly Grant[] {
  return source.document.statements.flatMap((statement) => {
    if (statement.effect !== 'Allow' || statement.conditions.length > 0) return [];
    const action = actions.find((each) => allows(statement, each));
    if (action === undefined) return [];
    const guard = and(source.document.guard, statement.guard);
    return (statement.principals ?? []).flatMap((principal) => {
      const account = accountOf(principal);
      return account === undefined || awsAccounts.has(account) ? [] : [{ account, statement, source, action, guard }];
    });
  });
}

function allows({ actions = [] }: Statement, action: string): boolean {
  return actions.some((pattern) => matchPatternIgnoringCase(pattern, [action]) === 'yes');
}

/** The account that a principal belongs to, when it is written out: a bare number, or in an ARN. */
function accountOf({ kind, value }: PolicyPrincipal): string | undefined {
  const literal = kind === 'AWS' ? (literalOf(value) ?? firstLiteral(value)) : undefined;
  return /^(\d{12})$/.exec(literal ?? '')?.[1] ?? /^arn:[^:]*:(?:iam|sts)::(\d{12}):/.exec(literal ?? '')?.[1];
}

/** An ARN whose partition is a hole still names its account. */
function firstLiteral(value: Text): string {
  return value.map((part) => (typeof part === 'string' ? part : part.kind === 'partition' ? 'aws' : '?')).join('');
}

function matchOf(resource: Resource, { system, access }: Questions, grant: Grant): ThreatMatch | undefined {
  const { account, statement, source, action, guard } = grant;
  const own = system.deploymentOf(resource.id).account;
  const same = sameText(own, text(account));
  if (same === 'yes' || !isPossible(guard)) return undefined;
  const caller = { kind: 'account', account: text(account) } as const;
  const decision = access.decide({ caller, action, resource: dataArn(resource, action), on: resource.id });
  if (decision.verdict === 'deny') return undefined;
  const place = placeOfPolicy(source, resource, system);
  const who = `account ${account}`;
  const note = `${source.name} lets ${who} use ${action} without a condition`;
  return {
    key: keyUnder(account, guard),
    guard,
    status: 'open',
    // A number that somebody wrote down is another account's: one's own is written as a reference.
    ...(same === 'maybe' && {
      adjust: [{ of: 'likelihood', by: -1, because: `it may be the account itself, ${describeText(own)}` }],
    }),
    evidence: [{ note, origin: statement.origin }],
    controls: [],
    fix: fixOf(place.resource, {
      control: 'narrow-resource-policy',
      title: 'Name the one role that needs it and add a condition',
      property: place.property,
      value: 'the ARN of the role, with aws:PrincipalOrgID or another condition that the owner controls',
    }),
  };
}
