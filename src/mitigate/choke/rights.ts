import { upkeepRights } from '../../catalog/data/upkeep-rights.ts';
import { dataActions } from '../../catalog/data-actions.ts';
import { dataArn } from '../../catalog/data-arn.ts';
import { rolesOf } from '../../catalog/roles-of.ts';
import type { CitedStatement, Decision } from '../../model/access.ts';
import { guardKey, isAlways } from '../../model/guard.ts';
import type { ElementId, ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Element } from '../../model/system.ts';
import { describeText, literalOf, type Text, text } from '../../model/text.ts';
import type { Need } from './needs.ts';

/** A right that the system needs. */
export interface Right {
  readonly principal: ResourceId;
  readonly action: string;
  /** What it is for: a resource of the system, or ARNs as a statement writes them. */
  readonly on: Resource | Text;
  readonly allowedBy: readonly CitedStatement[];
}

/** Is it a right on a resource of the system? */
export function isResource(on: Right['on']): on is Resource {
  return 'id' in on;
}

/**
 * Rights of workloads on what they refer to or exchange data with, and those that the service which runs them uses. What a
 * role only may do, while nothing points there, is no need: that is what makes rights too wide.
 */
export function workloadRights(ask: Questions): readonly Need[] {
  const done = new Set<string>();
  return roleUses(ask).flatMap(({ workload, role, targets }) => {
    const wanted = [...targets.flatMap(usesOf), ...upkeepOf(workload)];
    const rights = wanted.flatMap((one) => {
      const key = `${role.id} ${one.action} ${isResource(one.on) ? one.on.id : describeText(one.on)}`;
      if (done.has(key)) return [];
      done.add(key);
      return rightNeed(ask, role, one);
    });
    return rights.length === 0 ? [] : [...rights, runsAs(workload, role)];
  });
}

/** A role that a workload runs as, with all that the workload refers to or exchanges data with. */
export interface RoleUse {
  readonly workload: Resource;
  readonly role: Resource;
  readonly targets: readonly Resource[];
}

/** Every workload with each of its roles. */
export function roleUses(ask: Questions): readonly RoleUse[] {
  const neighbours = neighboursOf(ask);
  return ask.system.withAnswer('runsAs').flatMap((workload) => {
    const element = ask.system.elementOf(workload.id);
    const targets = element === undefined ? [] : targetsOf(ask, element, neighbours);
    return rolesOf(ask.system, workload.id).map(({ role }) => ({ workload, role, targets }));
  });
}

type Wanted = Pick<Right, 'action' | 'on'>;

/** Everything that may be done with the data of a resource: which of it the code does nobody can see. */
function usesOf(on: Resource): readonly Wanted[] {
  const { read, write, invoke } = dataActions(on.type);
  return [...read, ...write, ...invoke].map((action) => ({ action, on }));
}

function upkeepOf({ type }: Resource): readonly Wanted[] {
  return upkeepRights(type).flatMap(({ actions, resource }) => actions.map((action) => ({ action, on: [resource] })));
}

/** The need that the role keeps a right; none when it does not have it. */
export function rightNeed(ask: Questions, role: Resource, { action, on }: Wanted): readonly Need[] {
  const decide = (asked: Questions): Decision =>
    asked.access.decide({
      caller: { kind: 'resource', resource: role.id },
      action,
      ...(isResource(on) ? { resource: dataArn(on), on: on.id } : { resource: someOf(on) }),
    });
  const before = decide(ask);
  if (before.verdict === 'deny') return [];
  const what = isResource(on) ? on.address : describeText(on);
  return [
    {
      title: `${role.address} uses ${action} on ${what}`,
      right: { principal: role.id, action, on, allowedBy: before.allowedBy },
      holds: (changed) => isAsGood(decide(changed), before),
    },
  ];
}

/** Something of a kind, whose name nobody knows yet. */
function someOf(on: Text): Text {
  const literal = literalOf(on) ?? '';
  if (literal === '*') return on;
  const some = { symbol: 'expression:some', kind: 'expression', settledBy: 'what the service makes' } as const;
  return text(literal.slice(0, literal.indexOf('*')), some);
}

/** Allowed wherever it was, and as surely. */
export function isAsGood(after: Decision, before: Decision): boolean {
  const sure = after.verdict === 'allow' || (after.verdict === 'conditional' && before.verdict === 'conditional');
  return sure && (isAlways(after.guard) || guardKey(after.guard) === guardKey(before.guard));
}

function runsAs(workload: Resource, role: Resource): Need {
  return {
    title: `${workload.address} runs as ${role.address}`,
    holds: ({ system }) => rolesOf(system, workload.id).some((one) => one.role.id === role.id),
  };
}

function neighboursOf(ask: Questions): ReadonlyMap<ElementId, ReadonlySet<ElementId>> {
  const result = new Map<ElementId, Set<ElementId>>();
  const add = (one: ElementId, other: ElementId) => {
    const there = result.get(one) ?? new Set();
    result.set(one, there.add(other));
  };
  for (const { from, to } of ask.system.model.flows) {
    add(from, to);
    add(to, from);
  }
  return result;
}

/** Data holders that the parts of a workload name, those at the other end of its flows, and the keys of both. */
function targetsOf(
  ask: Questions,
  element: Element,
  neighbours: ReadonlyMap<ElementId, ReadonlySet<ElementId>>,
): readonly Resource[] {
  const { system } = ask;
  const named = element.resources.flatMap((part) => system.references(part));
  const beside = [...(neighbours.get(element.id) ?? [])].flatMap((id) => system.element(id)?.resource ?? []);
  const direct = [...named, ...beside];
  const keys = direct
    .flatMap((id) => system.references(id))
    .filter((id) => system.resource(id)?.type === 'AWS::KMS::Key');
  return [...new Set([...direct, ...keys])].flatMap((id) => {
    const resource = system.resource(id);
    return resource === undefined || element.resources.includes(id) ? [] : [resource];
  });
}
