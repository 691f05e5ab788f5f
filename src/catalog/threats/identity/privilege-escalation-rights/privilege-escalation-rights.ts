import type { Decision } from '../../../../model/access.ts';
import { and } from '../../../../model/guard.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import { describeText } from '../../../../model/text.ts';
import { type ControlState, defineThreat, type Evidence, type ThreatMatch } from '../../../../model/threat.ts';
import { isCandidate } from '../../../is-candidate.ts';
import { administration } from '../../../moves/administrators.ts';
import { everything } from '../../../moves/making-administrators.ts';
import { roleMaking } from '../../../role-making.ts';
import { fixOf, keyUnder } from '../../../threat-match.ts';
import { citations, decideOnAny, holdsOnAny, isBounded } from '../../../wide-rights.ts';
import { boundedMatch, heldBy, principalOf } from '../principals.ts';

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
  howUsed:
    'Published lists name dozens of combinations, such as iam:PassRole with lambda:CreateFunction or iam:CreatePolicyVersion alone, and tools try all of them within seconds of getting a key. A small right becomes the account.',
  howTested:
    'Take the role and carry out the escalation that the threat names, up to the last step, in a test account, by hand or with Stratus Red Team. It must be refused. bartizan paths --from the role must find no way to more rights afterwards.',
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
    yield* makesRoles(ask, principal);
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

interface Held {
  readonly action: string;
  readonly decision: Decision;
}

function* found(ask: Questions, principal: Resource, way: Way): Iterable<ThreatMatch> {
  const held = way.actions
    .filter(([action]) => isCandidate(ask.access, action, principal))
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
  const limit = limitedBy(ask, principal, granted);
  if (limit !== undefined) {
    const control: ControlState = { control: 'pass-role-limit', state: 'in-force', evidence: limit };
    yield { key: way.key, status: 'mitigated', evidence: [limit], controls: [control], fix };
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
    adjust: [...heldBy(ask, principal), ...alone(ask, principal, way)],
  };
}

/** A role that it makes itself, with rights and a trust policy of its own choice. */
function* makesRoles(ask: Questions, principal: Resource): Iterable<ThreatMatch> {
  const made = roleMaking(ask, principal);
  if (made === undefined) return;
  const guard = and(...made.decisions.map((decision) => decision.guard));
  const name = describeText(made.arn);
  const [first = { note: 'its policies', origin: principal.origin }, ...rest] = made.decisions.flatMap((decision) =>
    citations(ask, principal, decision, ({ policy }) => `${policy.name} lets it make ${name} and give it any rights`),
  );
  yield {
    key: keyUnder('roles of its own making', guard),
    status: 'open',
    guard,
    evidence: [first, ...rest],
    controls: [],
    fix: fixOf(principal, {
      control: 'permissions-boundary',
      title: 'Demand a permissions boundary of the roles that it makes',
      property: 'Policies',
      value: 'a condition on iam:PermissionsBoundary, or on iam:PolicyARN for the policies that it may attach',
    }),
    adjust: heldBy(ask, principal),
  };
}

function noted(ask: Questions, principal: Resource, { action, decision }: Held): readonly Evidence[] {
  return citations(
    ask,
    principal,
    decision,
    ({ policy }) => `policy ${policy.name} allows ${action} on everything`,
  ).slice(0, 1);
}

/** Services that act as a role passed to them, and what makes them do so. */
const starts: readonly (readonly [service: string, action: string, kind: string])[] = [
  ['lambda.amazonaws.com', 'lambda:CreateFunction', 'function:'],
  ['ec2.amazonaws.com', 'ec2:RunInstances', 'instance/'],
  ['ecs-tasks.amazonaws.com', 'ecs:RunTask', 'task-definition/'],
  ['cloudformation.amazonaws.com', 'cloudformation:CreateStack', 'stack/'],
  ['codebuild.amazonaws.com', 'codebuild:CreateProject', 'project/'],
  ['glue.amazonaws.com', 'glue:CreateJob', '*'],
  ['sagemaker.amazonaws.com', 'sagemaker:CreateNotebookInstance', 'notebook-instance/'],
  ['states.amazonaws.com', 'states:CreateStateMachine', 'stateMachine:'],
];

/** May it pass any role to something that it can start itself? */
function passesAndStarts(ask: Questions, principal: Resource): boolean {
  return starts.some(([service, action, kind]) => {
    if (!isCandidate(ask.access, action, principal)) return false;
    const context = new Map([['iam:PassedToService', [service]]]);
    const pass = decideOnAny(ask, principal, { action: 'iam:PassRole', kind: 'role/', context });
    return holdsOnAny(ask, principal, pass) && decideOnAny(ask, principal, { action, kind }).verdict !== 'deny';
  });
}

/** A role that can be passed and a role that can be taken are worth something only with another half. */
function alone(ask: Questions, principal: Resource, { key }: Way): NonNullable<ThreatMatch['adjust']> {
  if (key === 'any role taken')
    return [{ of: 'impact', by: -2, because: 'only roles that trust it, or its account as a whole, let it in' }];
  return key !== 'any role passed on' || passesAndStarts(ask, principal)
    ? []
    : [{ of: 'likelihood', by: -1, because: 'it may start nothing that would act as the role' }];
}

/** Is the right to pass roles limited to services that it cannot start? */
function limitedBy(ask: Questions, principal: Resource, granted: readonly Held[]): Evidence | undefined {
  const pass = granted.find(({ action }) => action === 'iam:PassRole');
  const limit = pass?.decision.conditions.find(({ key }) => /^iam:PassedToService$/i.test(key));
  if (pass === undefined || limit === undefined || passesAndStarts(ask, principal)) return undefined;
  const [cited] = citations(ask, principal, pass.decision, ({ policy }) => `policy ${policy.name} limits it`);
  const services = limit.values.map(describeText).join(', ');
  return {
    note: `roles may be passed to ${services || 'certain services'} only, which it cannot start`,
    origin: cited?.origin ?? principal.origin,
  };
}
