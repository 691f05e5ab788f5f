import type { ProofItem } from '../../model/attack.ts';
import type { Change } from '../../model/choke-points.ts';
import { casesOf } from '../../model/fact.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { Resource } from '../../model/resource.ts';
import { describeText, textKey } from '../../model/text.ts';
import { refsOf, textOf, type Value } from '../../model/value.ts';
import { type ChangeContext, changeOfPart } from './change-context.ts';
import { neededBy, needName, statementOf } from './needed-statement.ts';
import { askedFor, listed } from './right-changes.ts';
import type { Right } from './rights.ts';
import { absentAt, type Place, partAt } from './stated.ts';
import type { AttachmentUses } from './statement-uses.ts';

/** A member of a list that attaches a policy to a principal, from either side. */
interface Attachment {
  readonly resource: Resource;
  readonly place: Place;
  readonly policy: string;
  readonly from: Resource;
}

/**
 * A policy no longer speaks for a principal or for the group that it comes from. Where the system needs some of its rights,
 * and AWS manages the policy, a policy of the role's own takes its place.
 */
export function attachmentChanges(uses: AttachmentUses, context: ChangeContext): readonly Change[] {
  const rights = rightsOf(uses, context);
  return attachmentsOf(uses, context).flatMap((attachment) => {
    const change =
      rights.length === 0 ? detached(attachment, uses, context) : replaced(attachment, uses, rights, context);
    return change === undefined ? [] : [change];
  });
}

/** What the system needs of the policy for this principal. */
function rightsOf({ policy, principal }: AttachmentUses, context: ChangeContext): readonly Right[] {
  return context.needs.flatMap(({ right }) => {
    const isOf = right?.principal === principal && right.allowedBy.some((cited) => isSame(cited.policy, policy));
    return right !== undefined && isOf ? [right] : [];
  });
}

function isSame(left: PolicySource, right: PolicySource): boolean {
  return left.statedBy === right.statedBy && (left.statedBy !== undefined || left.name === right.name);
}

function attachmentsOf({ policy, principal }: AttachmentUses, context: ChangeContext): readonly Attachment[] {
  const who = context.resource(principal);
  const owners = who === undefined ? [] : [who, ...groupsOf(who, context)];
  const stated = policy.statedBy === undefined ? undefined : context.resource(policy.statedBy);
  const names = (value: Value) =>
    stated === undefined ? describeText(textOf(value) ?? []).endsWith(`/${policy.name}`) : namesResource(value, stated);
  return owners.flatMap((from) => [
    ...members(from, ['ManagedPolicyArns'], names).map((place) => ({
      resource: from,
      place,
      policy: nameOf(policy),
      from,
    })),
    ...(stated === undefined
      ? []
      : members(stated, ['Roles', 'Users', 'Groups'], (value) => namesResource(value, from)).map((place) => ({
          resource: stated,
          place,
          policy: nameOf(policy),
          from,
        }))),
  ]);
}

function nameOf({ name, statedBy }: PolicySource): string {
  return statedBy?.replace(/^.*\//, '') ?? name;
}

function members(
  resource: Resource,
  properties: readonly string[],
  isMeant: (value: Value) => boolean,
): readonly Place[] {
  return properties.flatMap((property) => {
    const list = partAt(resource.properties, [property]);
    if (list?.kind !== 'list') return [];
    return list.items.flatMap((item, at) => (isMeant(item) ? [[property, at]] : []));
  });
}

function namesResource(value: Value, { id, name, arn }: Resource): boolean {
  const own = [textKey(name), textKey(arn ?? name)];
  return refsOf(value).some(({ resource }) => resource === id) || own.includes(textKey(textOf(value) ?? []));
}

function groupsOf({ id }: Resource, { ask }: ChangeContext): readonly Resource[] {
  return casesOf(ask.system.fact(id, 'memberOf')).flatMap(({ fact }) =>
    fact.kind === 'unknown'
      ? []
      : fact.value.flatMap((value) =>
          ask.system
            .resolve(value, id, ['AWS::IAM::Group'])
            .flatMap((target) => (target.kind === 'resource' ? [target.resource] : [])),
        ),
  );
}

function detached({ resource, place, policy, from }: Attachment, uses: AttachmentUses, context: ChangeContext) {
  return changeOfPart(context, {
    control: 'least-privilege',
    title: `Detach ${policy} from ${from.address}`,
    resource,
    place,
    value: `without ${policy}`,
    loss: 4,
    hits: (item) => speaksFor(item, uses, from, context),
    edit: absentAt,
  });
}

/** Does the policy speak for the principal of the premise, who is the owner of the attachment or in that group? */
function speaksFor(item: ProofItem, { policy }: AttachmentUses, from: Resource, context: ChangeContext): boolean {
  if (!('decision' in item) || item.kind === 'open-to') return false;
  const who = 'principal' in item ? item.principal : item.by;
  const principal = context.resource(who);
  const isMember = (of: Resource) => groupsOf(of, context).some(({ id }) => id === from.id);
  const isMeant = who === from.id || (principal !== undefined && isMember(principal));
  return isMeant && item.decision.allowedBy.some((cited) => isSame(cited.policy, policy));
}

function replaced(
  { resource, place, policy, from }: Attachment,
  uses: AttachmentUses,
  rights: readonly Right[],
  context: ChangeContext,
): Change | undefined {
  const isOwn = resource.id === uses.principal && uses.policy.statedBy === undefined;
  if (!isOwn || rights.some(({ action }) => action === '*')) return undefined;
  const needed = neededBy(rights);
  const statements = needed.map((on) =>
    statementOf(
      rights.filter((right) => needName(right.on) === needName(on)),
      resource,
    ),
  );
  const names = listed(needed.map(needName));
  const change = changeOfPart(context, {
    control: 'least-privilege',
    title: `Replace ${policy} of ${from.address} by the rights that the system is seen to use`,
    resource,
    place: ['Policies'],
    value: `a policy for ${names} instead of ${policy}`,
    kind: policy,
    loss: 5,
    hits: (item) =>
      speaksFor(item, uses, from, context) &&
      'decision' in item &&
      !rights.some(({ action, on }) => {
        const asked = askedFor(item, context);
        return asked.action === action && asked.on === on;
      }),
    edit: (part) => withMember(part, policyOf(statements, resource)),
  });
  const gone = detached({ resource, place, policy, from }, uses, context);
  if (change === undefined || gone === undefined) return undefined;
  const patches = [...change.patches, ...gone.patches] as const;
  return { ...change, patches, apply: (one) => gone.apply(change.apply(one) ?? one) };
}

function withMember(part: Value, member: Value): Value {
  return { kind: 'list', items: [...(part.kind === 'list' ? part.items : []), member], origin: part.origin };
}

function policyOf(statements: readonly Value[], { origin }: Resource): Value {
  const literal = (value: string): Value => ({ kind: 'literal', value, origin });
  const document: Value = {
    kind: 'map',
    origin,
    entries: new Map<string, Value>([
      ['Version', literal('2012-10-17')],
      ['Statement', { kind: 'list', items: statements, origin }],
    ]),
  };
  return {
    kind: 'map',
    origin,
    entries: new Map<string, Value>([
      ['PolicyName', literal('needed')],
      ['PolicyDocument', document],
    ]),
  };
}
