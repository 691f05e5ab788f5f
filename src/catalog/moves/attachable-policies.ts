import type { PolicyChange } from '../../model/attack.ts';
import type { PolicySource, Statement } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf, matchPattern, type Text, textKey } from '../../model/text.ts';
import { boundaryPolicies } from './boundary-policies.ts';
import { leaveOut } from './left-out.ts';
import { nameWithRoom, newArn, plainName } from './new-things.ts';
import { type Allowed, allowed, arnOf, type Wish } from './permission.ts';
import { remembered } from './remembered.ts';

/** A policy that may be attached where conditions on `iam:PolicyARN` keep AdministratorAccess from being attached. */
export interface Attachable {
  readonly arn: Text;
  /** What it does for whom it is attached to. */
  readonly change: PolicyChange;
  /** The right to write what it says, none where it stays as it is; undefined when somebody lacks that right. */
  rightOf(by: Resource): readonly Allowed[] | undefined;
}

/** Policies beyond these are not tried, of each kind. */
const mostTried = 20;

/**
 * Which policies somebody attaches instead: one that he writes, anew or as another version of one that is there, and those
 * that the conditions name, or leave, as they are. None where no statement has such a condition.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_controlling.html#access_controlling-policies
 */
export const attachablePolicies = remembered((ask): readonly Attachable[] => {
  const named = namedPolicies(ask);
  if (named.length === 0) return [];
  return [...newPolicies(ask, named), ...ownPolicies(ask, named), ...policiesOfAws(ask, named)];
});

interface NamedPolicy {
  readonly pattern: Text;
  /** The policies that it does not mean are attached: of a Deny, or a negated condition. */
  readonly isExcluded: boolean;
}

/** What the conditions on `iam:PolicyARN` say, in all that speaks for principals and bounds them. */
function namedPolicies(ask: Questions): readonly NamedPolicy[] {
  const found = new Map<string, NamedPolicy>();
  for (const { effect, conditions } of statementsOfPrincipals(ask))
    for (const { key, operator, values } of conditions) {
      if (key.toLowerCase() !== 'iam:policyarn') continue;
      const isExcluded = (effect === 'Deny') !== /not/i.test(operator);
      for (const pattern of values) found.set(`${isExcluded} ${textKey(pattern)}`, { pattern, isExcluded });
    }
  return [...found.values()];
}

function* statementsOfPrincipals(ask: Questions): Generator<Statement> {
  for (const principal of ask.access.principals())
    for (const { document } of [...ask.access.policiesOf(principal.id), ...boundaryPolicies(ask, principal)])
      yield* document.statements;
}

/** New policies, in each account, with names that the conditions have room for. */
function newPolicies(ask: Questions, named: readonly NamedPolicy[]): readonly Attachable[] {
  const names = [
    plainName,
    ...named.flatMap(({ pattern, isExcluded }) => (isExcluded ? [] : nameWithRoom(pattern, 'policy/'))),
  ];
  const action = 'iam:CreatePolicy';
  const arnsOf = (by: Resource) => names.map((name) => newArn(ask, by, { action, kind: 'policy/', name }));
  const oneOfEach = new Map(ask.access.principals().map((by) => [by.deployment, by]));
  return distinct(ask, [...oneOfEach.values()].flatMap(arnsOf)).map((arn) => ({
    arn,
    change: { granted: true },
    rightOf: (by) =>
      arnsOf(by).some((own) => textKey(own) === textKey(arn))
        ? right(ask, by, { action, on: '*', resource: arn })
        : undefined,
  }));
}

/** Policies of the system: rewritten first, or as they are. */
function ownPolicies(ask: Questions, named: readonly NamedPolicy[]): readonly Attachable[] {
  const meant = ask.system.ofType('AWS::IAM::ManagedPolicy').filter((policy) => isLeft(arnOf(policy), named));
  if (meant.length > mostTried) leaveOut(ask, `policies that somebody may attach, beyond ${mostTried}`);
  return meant.slice(0, mostTried).flatMap((policy): readonly Attachable[] => {
    const arn = arnOf(policy);
    const rewriting: Wish = { action: 'iam:CreatePolicyVersion', on: policy, resource: arn };
    const attached = ask.access.policiesOf(policy.id);
    return [
      { arn, change: { granted: true }, rightOf: (by) => right(ask, by, rewriting) },
      ...(attached.length > 0 ? [{ arn, change: { attached }, rightOf: () => [] }] : []),
    ];
  });
}

/** Policies that AWS manages: those that conditions name, and the widest of those that they leave. */
function policiesOfAws(ask: Questions, named: readonly NamedPolicy[]): readonly Attachable[] {
  const widest: readonly Text[] = ['IAMFullAccess', 'PowerUserAccess'].map((name) => [
    `arn:aws:iam::aws:policy/${name}`,
  ]);
  const stated = named.flatMap(({ pattern, isExcluded }) => (isExcluded ? [] : [pattern]));
  return distinct(ask, [...widest, ...stated]).flatMap((arn): readonly Attachable[] => {
    const literal = literalOf(arn) ?? '';
    const document = isLeft(arn, named) ? ask.access.policyOfAws(literal) : undefined;
    if (document === undefined) return [];
    const name = literal.slice(literal.lastIndexOf('/') + 1);
    const source: PolicySource = { name, kind: 'aws-managed', document };
    return [{ arn, change: { attached: [source] }, rightOf: () => [] }];
  });
}

/** Does some condition mean the policy, or leave it out of what it forbids? */
function isLeft(arn: Text, named: readonly NamedPolicy[]): boolean {
  return named.some(({ pattern, isExcluded }) => (matchPattern(pattern, arn) === 'yes') !== isExcluded);
}

function right(ask: Questions, by: Resource, wish: Wish): readonly Allowed[] | undefined {
  const item = allowed(ask, by, wish);
  return item === undefined ? undefined : [item];
}

function distinct(ask: Questions, arns: readonly Text[]): readonly Text[] {
  const found = [...new Map(arns.map((arn) => [textKey(arn), arn])).values()];
  if (found.length > mostTried) leaveOut(ask, `policies that somebody may attach, beyond ${mostTried}`);
  return found.slice(0, mostTried);
}
