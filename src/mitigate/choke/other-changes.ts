import type { AttackPath, ProofItem } from '../../model/attack.ts';
import type { Change } from '../../model/choke-points.ts';
import type { Hop } from '../../model/reach.ts';
import type { Resource } from '../../model/resource.ts';
import type { Value } from '../../model/value.ts';
import { type ChangeContext, changeOfPart, removalOf } from './change-context.ts';
import { closingChanges } from './closing-settings.ts';
import { absentAt, literalText, type Place } from './stated.ts';

/** The changes that take away one premise which rests on no statement of a policy document. */
export function otherChanges(
  item: ProofItem,
  move: AttackPath['steps'][number]['move'],
  context: ChangeContext,
): readonly Change[] {
  return [...closingChanges(item, context), ...ownChanges(item, move, context)];
}

function ownChanges(
  item: ProofItem,
  move: AttackPath['steps'][number]['move'],
  context: ChangeContext,
): readonly Change[] {
  if (item.kind === 'reachable')
    return item.hops.flatMap((hop) => (hop.component === 'security-group' ? closedRule(hop, context) : []));
  if (item.kind === 'open-to') return [...blockedAccess(item.on, context), ...withoutPermission(item, context)];
  if (item.kind === 'setting' && move.id.startsWith('secrets/')) return withoutSecret(item, context);
  return item.kind === 'runs-as' ? withoutProfile(item, context) : [];
}

const ruleTypes: ReadonlySet<string> = new Set(['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress']);

/**
 * The rule of a security group that lets a connection in, from the internet or from inside. One that names a group of its own
 * was written for just these machines: to close it would break what somebody set up on purpose.
 */
function closedRule(hop: Hop, context: ChangeContext): readonly Change[] {
  const hits = (item: ProofItem) =>
    item.kind === 'reachable' &&
    item.hops.some(({ component, origin }) => component === 'security-group' && origin === hop.origin);
  return rulesAt(hop, context).flatMap(({ owner, at, rule }) => {
    if (namesGroup(rule)) return [];
    const title = `Close ${portsOf(rule)} of ${owner.address} to ${rangeOf(rule)}`;
    if (at === undefined) return [removalOf(context, owner, { control: 'security-group-rule', title, hits })];
    const change = changeOfPart(context, {
      control: 'security-group-rule',
      title,
      resource: owner,
      place: ['SecurityGroupIngress', at],
      value: 'no such rule',
      loss: 2,
      hits,
      edit: absentAt,
    });
    return change === undefined ? [] : [change];
  });
}

interface Rule {
  readonly owner: Resource;
  /** Its number in the group's list; absent for a rule that is a resource of its own. */
  readonly at?: number;
  readonly rule: Value;
}

function rulesAt({ origin, resource }: Hop, { ask }: ChangeContext): readonly Rule[] {
  const near = resource === undefined ? [] : [resource, ...ask.system.referrers(resource)];
  const owners = near.flatMap((id) => ask.system.resource(id) ?? []).filter(({ type }) => ruleTypes.has(type));
  return owners.flatMap((owner): readonly Rule[] => {
    if (owner.type !== 'AWS::EC2::SecurityGroup')
      return owner.origin === origin ? [{ owner, rule: owner.properties }] : [];
    const list = owner.properties.entries.get('SecurityGroupIngress');
    if (list?.kind !== 'list') return [];
    return list.items.flatMap((rule, at) => (rule.origin === origin ? [{ owner, at, rule }] : []));
  });
}

function portsOf(rule: Value): string {
  const word = (name: string) => (rule.kind === 'map' ? literalText(rule.entries.get(name)) : undefined);
  const [from, to] = [word('FromPort'), word('ToPort')];
  if (from === undefined) return 'all ports';
  return from === to || to === undefined ? `port ${from}` : `ports ${from} to ${to}`;
}

function rangeOf(rule: Value): string {
  const word = (name: string) => (rule.kind === 'map' ? literalText(rule.entries.get(name)) : undefined);
  return word('CidrIp') ?? word('CidrIpv6') ?? word('SourcePrefixListId') ?? 'the internet';
}

function namesGroup(rule: Value): boolean {
  return (
    rule.kind === 'map' && ['SourceSecurityGroupId', 'SourceSecurityGroupName'].some((name) => rule.entries.has(name))
  );
}

const switches = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

/** All four switches: what the bucket's policy and lists say to strangers no longer counts. */
function blockedAccess(on: string, context: ChangeContext): readonly Change[] {
  const bucket = context.resource(on);
  if (bucket?.type !== 'AWS::S3::Bucket') return [];
  const place: Place = ['PublicAccessBlockConfiguration'];
  const change = changeOfPart(context, {
    control: 'block-public-access',
    title: `Block public access to ${bucket.address}`,
    resource: bucket,
    place,
    value: 'all four switches true',
    loss: 0,
    hits: (item) => item.kind === 'open-to' && item.on === on,
    edit: ({ origin }) => ({
      kind: 'map',
      origin,
      entries: new Map(switches.map((name) => [name, { kind: 'literal', value: true, origin }])),
    }),
  });
  return change === undefined ? [] : [change];
}

/** A permission that is a resource of its own, as `AWS::Lambda::Permission` is. */
function withoutPermission(item: Extract<ProofItem, { kind: 'open-to' }>, context: ChangeContext): readonly Change[] {
  return item.decision.allowedBy.flatMap(({ policy, statement }) => {
    const by = policy.statedBy === undefined ? undefined : context.resource(policy.statedBy);
    if (by === undefined || by.id === item.on || statement.origin !== by.origin) return [];
    const hits = (other: ProofItem) =>
      'decision' in other && other.decision.allowedBy.some((cited) => cited.policy.statedBy === by.id);
    const title = `Remove the permission ${by.address}`;
    return [removalOf(context, by, { control: 'narrow-resource-policy', title, hits })];
  });
}

/** A secret that stands in clear goes out of its place: what runs there reads it where secrets are kept. */
function withoutSecret(item: Extract<ProofItem, { kind: 'setting' }>, context: ChangeContext): readonly Change[] {
  const holder = context.resource(item.resource);
  if (holder === undefined) return [];
  const places = [...placesOf(holder.properties, item, [])];
  return places.flatMap((place) => {
    const change = changeOfPart(context, {
      control: 'secrets-manager',
      title: `Keep the secret out of ${holder.address} and read it from AWS Secrets Manager`,
      resource: holder,
      place,
      value: 'read from AWS Secrets Manager when it runs',
      loss: 2,
      hits: (other) => other.kind === 'setting' && other.resource === item.resource && other.origin === item.origin,
      edit: absentAt,
    });
    // The secret itself is never told.
    return change === undefined ? [] : [{ ...change, patches: [{ property: place.join('.'), before: '', after: '' }] }];
  });
}

function* placesOf(value: Value, item: { readonly origin: Value['origin'] }, place: Place): Generator<Place> {
  const isScalar = value.kind === 'literal' || value.kind === 'text' || value.kind === 'unknown';
  if (isScalar && value.origin === item.origin) yield place;
  if (value.kind === 'map') for (const [name, inner] of value.entries) yield* placesOf(inner, item, [...place, name]);
  if (value.kind === 'list')
    for (const [at, inner] of value.items.entries()) yield* placesOf(inner, item, [...place, at]);
}

/** An instance works without a role when nothing of the system needs it. */
function withoutProfile(item: Extract<ProofItem, { kind: 'runs-as' }>, context: ChangeContext): readonly Change[] {
  const workload = context.resource(item.workload);
  const role = context.resource(item.role);
  if (workload?.type !== 'AWS::EC2::Instance' || role === undefined) return [];
  const change = changeOfPart(context, {
    control: 'least-privilege',
    title: `Run ${workload.address} without ${role.address}`,
    resource: workload,
    place: ['IamInstanceProfile'],
    value: 'no instance profile',
    loss: 5,
    hits: (other) => other.kind === 'runs-as' && other.workload === item.workload,
    edit: absentAt,
  });
  return change === undefined ? [] : [change];
}
