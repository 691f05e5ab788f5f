import { casesOf } from '../../../../model/fact.ts';
import type { PolicySource, Statement } from '../../../../model/policy.ts';
import type { Resource } from '../../../../model/resource.ts';
import { literalOf } from '../../../../model/text.ts';
import { type ControlState, defineThreat, type Evidence, type ThreatMatch } from '../../../../model/threat.ts';
import { fixOf, keyUnder, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'AWS service trusted whoever it works for',
  statement: {
    source: 'anyone with an AWS account',
    prerequisites: 'who points a resource of their own at this one',
    action: 'make an AWS service use this one for them',
    impact: 'use of the resource by strangers in the name of the service',
  },
  stride: ['spoofing', 'elevation-of-privilege'],
  techniques: ['T1199'],
  weaknesses: ['CWE-441'],
  controls: ['source-condition'],
  likelihood: 2,
  impact: 3,
  howUsed:
    'The attacker sets up a resource of the same service in their own account, and names your role or your bucket in it. The service does what it is told, with the trust that you gave to the service and not to its customer.',
  howTested:
    'From another account, configure the service to use your resource: a topic that delivers to your queue, a trail that writes to your bucket. The delivery must fail. The policy must compare aws:SourceArn or aws:SourceAccount.',
  falsePositives: 'Services that only ever work for the account that owns the resource.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined) return;
    for (const dimension of ['resourcePolicy', 'trustPolicy'] as const)
      for (const { fact } of casesOf(system.fact(resource.id, dimension)))
        if (fact.kind === 'known') for (const source of fact.value) yield* inPolicy(resource, source);
  },
});

function* inPolicy(resource: Resource, source: PolicySource): Iterable<ThreatMatch> {
  for (const statement of source.document.statements) {
    if (statement.effect !== 'Allow') continue;
    for (const { kind, value } of statement.principals ?? []) {
      const service = kind === 'Service' ? literalOf(value) : undefined;
      const worksFor = source.kind === 'trust' ? takesRolesFor : callsFor;
      if (service !== undefined && worksFor.has(service)) yield judged(resource, source, { statement, service });
    }
  }
}

function judged(
  resource: Resource,
  source: PolicySource,
  { statement, service }: { readonly statement: Statement; readonly service: string },
): ThreatMatch {
  const condition = statement.conditions.find(({ key }) => naming.test(key));
  const common = {
    key: keyUnder(service, statement.guard),
    guard: statement.guard,
    fix: fixOf(resource, {
      control: 'source-condition',
      title: `Say for which resource ${service} may act`,
      property: source.kind === 'trust' ? 'AssumeRolePolicyDocument.Statement.Condition' : 'Policy.Statement.Condition',
      value: 'ArnLike: { aws:SourceArn: … } or StringEquals: { aws:SourceAccount: … }',
    }),
  };
  if (condition !== undefined) {
    const evidence: Evidence = {
      note: `${source.name} lets ${service} act only where ${condition.key} fits`,
      origin: condition.origin,
    };
    const state: ControlState = { control: 'source-condition', state: 'in-force', evidence };
    return { ...common, status: 'mitigated', evidence: [evidence], controls: [state] };
  }
  if (statement.open !== undefined) {
    const evidence: Evidence = { note: `${source.name} lets ${service} act`, origin: statement.origin };
    return { ...common, status: 'unknown', evidence: [evidence], controls: [], settledBy: statement.open.settledBy };
  }
  const note = `${source.name} lets ${service} act without naming the account or resource that it does so for`;
  return {
    ...common,
    status: 'open',
    evidence: [{ note, origin: statement.origin }],
    controls: [],
    ...(source.kind === 'trust' && {
      adjust: [{ of: 'likelihood' as const, by: -1, because: 'only who may pass the role can name it to the service' }],
    }),
  };
}

/** Keys that say for whom a service acts. */
const naming =
  /^(aws:Source(Arn|Account|Owner|OrgID|OrgPaths)|aws:PrincipalOrgID|kms:CallerAccount|kms:EncryptionContext:.*|lambda:EventSourceToken|sts:ExternalId)$/i;

/** Services that call a resource for whichever customer pointed them at it. */
const callsFor: ReadonlySet<string> = new Set([
  's3.amazonaws.com',
  'sns.amazonaws.com',
  'events.amazonaws.com',
  'apigateway.amazonaws.com',
  'cloudfront.amazonaws.com',
  'cloudtrail.amazonaws.com',
  'config.amazonaws.com',
  'delivery.logs.amazonaws.com',
  'logging.s3.amazonaws.com',
  'logs.amazonaws.com',
  'iot.amazonaws.com',
  'ses.amazonaws.com',
  'cognito-idp.amazonaws.com',
  'secretsmanager.amazonaws.com',
  'elasticloadbalancing.amazonaws.com',
]);

/** Services whose documentation asks for such a condition in the trust policies of roles that they take. */
const takesRolesFor: ReadonlySet<string> = new Set([
  'dms.amazonaws.com',
  'codebuild.amazonaws.com',
  'states.amazonaws.com',
  'scheduler.amazonaws.com',
  'glue.amazonaws.com',
  'sagemaker.amazonaws.com',
  'bedrock.amazonaws.com',
  'transfer.amazonaws.com',
  'logs.amazonaws.com',
  'vpc-flow-logs.amazonaws.com',
  'cognito-idp.amazonaws.com',
]);
