import { and } from '../../../../model/guard.ts';
import type { Decision, Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import { defineThreat, type Evidence, type ThreatMatch } from '../../../../model/threat.ts';
import { administration, everything } from '../../../moves/administrators.ts';
import { fixOf, keyUnder } from '../../../threat-match.ts';
import { citations, decideOnAny, holdsOnAny, isBounded } from '../../../wide-rights.ts';
import { boundedMatch, codeServices, principalOf, trustedServices } from '../principals.ts';

export default defineThreat({
  title: 'Rights that can be turned into all rights',
  statement: {
    source: 'anyone who gets to act as this identity',
    prerequisites: 'whatever else it may do',
    action: 'take rights of more powerful identities',
    impact: 'control of everything that those may touch, up to the whole account',
  },
  stride: ['elevation-of-privilege'],
  techniques: ['T1098.003', 'T1098.001', 'T1548.005'],
  weaknesses: ['CWE-269'],
  controls: ['least-privilege', 'pass-role-limit', 'permissions-boundary'],
  likelihood: 2,
  impact: 5,
  falsePositives:
    'Identities whose task is to administer identities, with a permissions boundary demanded of all they make.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  ],
  *find(element, ask) {
    const principal = principalOf(element, ask);
    // Who is an administrator already has nothing to gain; that is told once.
    if (principal === undefined || administration(ask, principal) !== undefined) return;
    for (const way of ways) yield* found(ask, principal, way);
  },
});

/** A way to more rights: any one of the actions, on whatever it is used on. */
interface Way {
  readonly key: string;
  readonly actions: readonly (readonly [action: string, kind: string])[];
  readonly control: 'least-privilege' | 'pass-role-limit';
  readonly title: string;
}

const ways: readonly Way[] = [
  {
    key: 'policies of others',
    actions: [
      ['iam:PutRolePolicy', 'role/'],
      ['iam:AttachRolePolicy', 'role/'],
      ['iam:PutUserPolicy', 'user/'],
      ['iam:AttachUserPolicy', 'user/'],
      ['iam:PutGroupPolicy', 'group/'],
      ['iam:AttachGroupPolicy', 'group/'],
      ['iam:CreatePolicyVersion', 'policy/'],
      ['iam:UpdateAssumeRolePolicy', 'role/'],
      ['iam:AddUserToGroup', 'group/'],
    ],
    control: 'least-privilege',
    title: 'Name the identities whose policies it may change',
  },
  {
    key: 'credentials of others',
    actions: [
      ['iam:CreateAccessKey', 'user/'],
      ['iam:CreateLoginProfile', 'user/'],
      ['iam:UpdateLoginProfile', 'user/'],
    ],
    control: 'least-privilege',
    title: 'Name the users whose credentials it may make',
  },
  {
    key: 'any role passed on',
    actions: [['iam:PassRole', 'role/']],
    control: 'pass-role-limit',
    title: 'Name the roles that it may pass, and to which service',
  },
  {
    key: 'any role taken',
    actions: [['sts:AssumeRole', 'role/']],
    control: 'least-privilege',
    title: 'Name the roles that it may take',
  },
];

function* found(ask: Questions, principal: Resource, way: Way): Iterable<ThreatMatch> {
  const held = way.actions
    .filter(([action]) => ask.access.candidates(action).includes(principal))
    .map(([action, kind]) => ({
      action,
      kind,
      decision: decideOnAny(ask, principal, { action, kind, context: everything }),
    }));
  const granted = held.filter(({ decision }) => holdsOnAny(ask, principal, decision));
  const fix = fixOf(principal, {
    control: way.control,
    title: way.title,
    property: 'Policies',
    value: 'ARNs of the identities that the task is about instead of *',
  });
  if (granted.length === 0) {
    const bounded = held
      .filter(({ action, kind, decision }) => isBounded(ask, principal, { right: { action, kind }, decision }))
      .map(({ action }) => action);
    if (bounded.length > 0) yield boundedMatch(ask, principal, { key: way.key, what: bounded.join(', '), fix });
    return;
  }
  const guard = and(...granted.map(({ decision }) => decision.guard));
  const [first = { note: 'its policies', origin: principal.origin }, ...rest] = granted.flatMap(
    ({ action, decision }) => noted(ask, principal, { action, decision }),
  );
  yield {
    key: keyUnder(way.key, guard),
    status: 'open',
    guard,
    evidence: [first, ...rest],
    controls: [],
    fix,
    adjust: [...byCode(ask, principal), ...alone(ask, principal, way)],
  };
}

function noted(
  ask: Questions,
  principal: Resource,
  { action, decision }: { readonly action: string; readonly decision: Decision },
): readonly Evidence[] {
  return citations(ask, principal, decision, ({ policy }) => `${policy.name} allows ${action} on everything`).slice(
    0,
    1,
  );
}

function byCode(ask: Questions, principal: Resource): NonNullable<ThreatMatch['adjust']> {
  const services = trustedServices(ask, principal).filter((service) => codeServices.has(service));
  return services.length === 0
    ? []
    : [{ of: 'likelihood', by: 1, because: `code that runs under ${services.join(', ')} acts as it` }];
}

/** Actions that start something which acts as the passed role. */
const starts: readonly (readonly [action: string, kind: string])[] = [
  ['lambda:CreateFunction', 'function:'],
  ['ec2:RunInstances', 'instance/'],
  ['ecs:RunTask', 'task-definition/'],
  ['cloudformation:CreateStack', 'stack/'],
  ['codebuild:CreateProject', 'project/'],
  ['glue:CreateJob', '*'],
  ['sagemaker:CreateNotebookInstance', 'notebook-instance/'],
  ['states:CreateStateMachine', 'stateMachine:'],
];

/** A role that can be passed and a role that can be taken are worth something only with another half. */
function alone(ask: Questions, principal: Resource, { key }: Way): NonNullable<ThreatMatch['adjust']> {
  if (key === 'any role taken')
    return [{ of: 'impact', by: -2, because: 'only roles that trust it, or its account as a whole, let it in' }];
  if (key !== 'any role passed on') return [];
  const able = starts.some(
    ([action, kind]) =>
      ask.access.candidates(action).includes(principal) &&
      decideOnAny(ask, principal, { action, kind }).verdict !== 'deny',
  );
  return able ? [] : [{ of: 'likelihood', by: -1, because: 'it may start nothing that would act as the role' }];
}
