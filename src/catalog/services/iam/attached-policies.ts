import { byDefault, type Fact, given } from '../../../model/fact.ts';
import { and, type Guard, isPossible } from '../../../model/guard.ts';
import type { PolicySource } from '../../../model/policy.ts';
import type { Followed, ResourceView } from '../../../model/service.ts';
import { describeText, type Hole, literalOf, type Text } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { within } from '../../answer.ts';
import { type GuardedMember, memberCases } from '../../guarded-members.ts';
import { managedPolicySymbol } from '../../managed-policies.ts';
import { readPolicies } from '../../read-policy.ts';

type Sources = readonly PolicySource[];

/**
 * Everything that speaks for a role, user or group by its own properties: inline policies and attached managed ones,
 * each with the condition under which it is attached. The document of a policy that AWS manages is not in the input: it
 * is open, and the access engine puts it in by its ARN.
 */
export function ownPolicies(view: ResourceView): Fact<Sources> {
  const inline = memberCases(view, 'Policies').flatMap((member) => inlinePolicies(view, member));
  const attached = memberCases(view, 'ManagedPolicyArns').flatMap((member) =>
    attachedPolicies(view, member, 'managed'),
  );
  const sources = [...inline, ...attached];
  return sources.length === 0 ? byDefault<Sources>([], [view.origin()]) : given(sources, [view.origin()]);
}

/** The managed policy that bounds what the principal may do, whatever its other policies say. */
export function ownBoundary(view: ResourceView): Fact<Sources> {
  const sources = memberCases(view, 'PermissionsBoundary').flatMap((member) =>
    attachedPolicies(view, member, 'boundary'),
  );
  return sources.length === 0
    ? byDefault<Sources>([], [view.origin()])
    : given(sources, [view.origin('PermissionsBoundary')]);
}

function inlinePolicies(view: ResourceView, { guard, value }: GuardedMember): Sources {
  if (value.kind === 'unknown') return [openPolicy('inline policy', value, { guard, hole: value.hole })];
  const entry = within(view, value);
  const name = nameOf(entry.read('PolicyName')) ?? 'inline policy';
  return readPolicies(entry.read('PolicyDocument')).flatMap((document) =>
    under(guard, { name, kind: 'inline', statedBy: view.resource.id, document }),
  );
}

/** A managed policy that a member of a list names by ARN or reference. */
export function attachedPolicies(view: ResourceView, member: GuardedMember, kind: 'managed' | 'boundary'): Sources {
  const text = textOf(member.value);
  const path = text === undefined ? undefined : awsManagedPath(text);
  if (path !== undefined) {
    const hole: Hole = {
      symbol: managedPolicySymbol(path),
      kind: 'lookup',
      settledBy: `the AWS-managed policy ${path}`,
    };
    const found = openPolicy(path.slice(path.lastIndexOf('/') + 1), member.value, { guard: member.guard, hole });
    return [{ ...found, kind: kind === 'managed' ? 'aws-managed' : kind }];
  }
  return view
    .follow(member.value, ['AWS::IAM::ManagedPolicy'])
    .flatMap((end) => followedPolicies(end, member, kind))
    .flatMap((source) => under(member.guard, source));
}

function followedPolicies(end: Followed, { value }: GuardedMember, kind: 'managed' | 'boundary'): Sources {
  if (end.kind === 'resource') {
    return readPolicies(end.view.read('PolicyDocument')).flatMap((document) =>
      under(end.guard, { name: end.view.resource.address, kind, statedBy: end.view.resource.id, document }),
    );
  }
  const name = end.kind === 'external' ? describeText(end.text) : 'managed policy';
  const settledBy = end.kind === 'external' ? `the document of ${name}` : end.settledBy;
  const hole: Hole = { symbol: `lookup:policy ${settledBy}`, kind: 'lookup', settledBy };
  return [{ ...openPolicy(name, value, { guard: end.guard, hole }), kind }];
}

/**
 * `service-role/AWSLambdaBasicExecutionRole` of the ARN of a policy that AWS manages, whatever the partition.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
 */
function awsManagedPath(arn: Text): string | undefined {
  const last = arn.at(-1);
  if (typeof last !== 'string' || arn[0] === undefined) return undefined;
  const whole = literalOf(arn);
  if (whole !== undefined) return /^arn:aws[a-z-]*:iam::aws:policy\/(.+)$/.exec(whole)?.[1];
  const [first, hole] = arn;
  return arn.length === 3 && first === 'arn:' && typeof hole === 'object' && hole.kind === 'partition'
    ? /^:iam::aws:policy\/(.+)$/.exec(last)?.[1]
    : undefined;
}

function openPolicy(name: string, value: Value, said: { readonly guard: Guard; readonly hole: Hole }): PolicySource {
  const { guard, hole } = said;
  return {
    name,
    kind: 'inline',
    document: { version: '2012-10-17', statements: [], origin: value.origin, guard, open: hole },
  };
}

/** The policy where the guard holds as well; none when the two exclude each other. */
export function under(guard: Guard, source: PolicySource): Sources {
  const both = and(guard, source.document.guard);
  return isPossible(both) ? [{ ...source, document: { ...source.document, guard: both } }] : [];
}

/** A name as people write it; holes by what they are. */
export function nameOf(value: Value | undefined): string | undefined {
  const text = value === undefined ? undefined : textOf(value);
  return text === undefined || text.length === 0 ? undefined : describeText(text);
}
