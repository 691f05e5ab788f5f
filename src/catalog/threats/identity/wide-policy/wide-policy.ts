import { casesOf } from '../../../../model/fact.ts';
import { and } from '../../../../model/guard.ts';
import type { Statement } from '../../../../model/policy.ts';
import type { System } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import type { Element } from '../../../../model/system.ts';
import { describeText, literalOf } from '../../../../model/text.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { powerfulActions } from '../../../data/powerful-actions.ts';
import { isLonePart } from '../../../lone-part.ts';
import { fixOf, keyUnder, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Policy that gives more than a task needs',
  statement: {
    source: 'whoever holds it',
    prerequisites: 'or takes over something that does',
    action: 'use every action that the statement takes in, not only those of the task',
    impact: 'change and deletion of what the task never touches',
  },
  stride: ['elevation-of-privilege'],
  techniques: ['T1078.004', 'T1098'],
  weaknesses: ['CWE-250', 'CWE-1220'],
  controls: ['least-privilege'],
  likelihood: 1,
  impact: 3,
  howUsed:
    'Wildcards in actions grow by themselves whenever AWS adds one. What was written for reading next year also deletes, and whoever takes over the identity tries exactly what nobody expected.',
  howTested:
    "Compare the policy with what was used: IAM's last accessed data by action, or Access Analyzer's generated policy from CloudTrail. With the narrow one in place, the workload's tests must pass and an unrelated action must be refused.",
  falsePositives: 'Policies for administrators, and services whose actions take no resource.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined || element.kind !== 'identity') return;
    const holder = holderOf(element, resource, system);
    if (holder === undefined) return;
    for (const { guard, fact } of casesOf(system.fact(resource.id, 'identityPolicies'))) {
      if (fact.kind === 'unknown') continue;
      for (const source of fact.value) {
        for (const statement of source.document.statements) {
          const note = noteOf(statement, holder);
          if (note === undefined) continue;
          const all = and(guard, source.document.guard, statement.guard);
          const stated = source.statedBy === undefined ? undefined : system.resource(source.statedBy);
          yield {
            key: keyUnder(`${source.name} ${note}`, all),
            guard: all,
            status: 'open',
            evidence: [{ note: `policy ${source.name} ${note}`, origin: statement.origin }],
            controls: [],
            fix: fixOf(stated ?? resource, {
              control: 'least-privilege',
              title: 'Name the actions and resources that the task needs',
              property: 'PolicyDocument.Statement',
              value: 'the actions that are used, on the resources that they are used on',
            }),
          };
        }
      }
    }
  },
});

/** `unknown`: a policy by itself, or a group, whose holders the engine cannot ask. */
type Holder = 'unknown' | 'asked';

/** Roles and users are asked what they may do as well, so that rights on everything are told there. */
function holderOf(element: Element, { id }: Resource, system: System): Holder | undefined {
  if (isLonePart(element, system)) return 'unknown';
  const [first] = casesOf(system.fact(id, 'principal'));
  if (first === undefined) return undefined;
  return first.fact.kind === 'known' && first.fact.value.kind === 'group' ? 'unknown' : 'asked';
}

function noteOf(statement: Statement, holder: Holder): string | undefined {
  const { effect, actions = [], conditions, open } = statement;
  if (effect !== 'Allow' || conditions.length > 0 || open !== undefined) return undefined;
  const everything = isOnEverything(statement);
  const where = everything ? ' on everything' : '';
  const whole = actions.map(describeText).filter((action) => /^(\*|[a-z0-9-]+:\*)$/i.test(action));
  // What a role may do on everything it is asked itself, where it is an administrator or has all of a service.
  if (whole.length > 0 && everything && holder === 'asked') return undefined;
  if (whole.length > 0) return `gives every action of ${whole.join(', ')}${where}`;
  const powerful = actions.map(describeText).filter((action) => everything && isPowerful(action));
  return powerful.length === 0 ? undefined : `gives ${powerful.join(', ')} on everything`;
}

function isOnEverything({ resources = [] }: Statement): boolean {
  return resources.some((pattern) => /^(\*|arn\*|arn:\*)$/.test(literalOf(pattern) ?? ''));
}

/** Does a pattern of actions take in one that gives rights or credentials, or that changes and deletes? */
function isPowerful(pattern: string): boolean {
  const expression = new RegExp(
    `^${pattern
      .replaceAll(/[^\w*?:-]/g, '')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'i',
  );
  return (
    powerfulActions.some((action) => expression.test(action)) || /:(Put|Delete|Update|Modify|Terminate)/.test(pattern)
  );
}
