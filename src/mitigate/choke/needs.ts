import { dataActions } from '../../catalog/data-actions.ts';
import { dataArn } from '../../catalog/data-arn.ts';
import { rolesOf } from '../../catalog/roles-of.ts';
import { trustedParty } from '../../catalog/trusted-party.ts';
import { casesOf } from '../../model/fact.ts';
import { guardKey, isAlways } from '../../model/guard.ts';
import type { ElementId, ResourceId } from '../../model/id.ts';
import type { CitedStatement, Decision, Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Element, type Flow, internetElement } from '../../model/system.ts';
import { describeText, textKey } from '../../model/text.ts';

/** Something that the system does with itself, and that must go on working. */
export interface Need {
  /** For people: what would stop. */
  readonly title: string;
  /** Of an access right: who uses it, and the statements that grant it now. */
  readonly right?: Right;
  /** Of a trust: the role, and the text of the principal that its policy names. */
  readonly trust?: { readonly role: ResourceId; readonly names: string };
  /** Is it possible in this system as it was before? */
  holds(ask: Questions): boolean;
}

/** A right that a workload of the system has on something that it refers to. */
export interface Right {
  readonly principal: ResourceId;
  readonly action: string;
  readonly on: Resource;
  readonly allowedBy: readonly CitedStatement[];
}

/**
 * What the system needs of itself: its own flows, the rights of workloads on what they refer to or exchange data with, the
 * services and outside parties that its roles name, and the roles that workloads run as. Rights that nothing in the system
 * points to are no needs: that is what makes them too wide.
 */
export function needsOf(ask: Questions): readonly Need[] {
  return [...flowNeeds(ask), ...rightNeeds(ask), ...trustNeeds(ask)];
}

/** The needs that a changed system no longer meets. */
export function brokenNeeds(needs: readonly Need[], ask: Questions): readonly Need[] {
  return needs.filter((need) => !need.holds(ask));
}

const webPorts: readonly number[] = [80, 443];

/**
 * Flows between parts of the system and those that people declare. What the internet can open is there to be used only
 * where something answers requests of the web: a port for administrators or a data store is open by mistake until
 * somebody declares the flow.
 */
function flowNeeds(ask: Questions): readonly Need[] {
  return ask.system.model.flows.flatMap((flow): readonly Need[] => {
    const to = ask.system.element(flow.to);
    const isOpen = flow.kind === 'connection' && flow.from === internetElement;
    const ports = isOpen ? webPorts.filter((port) => covers(flow.ports, port)) : undefined;
    if (isOpen && (to?.kind === 'data-store' || ports?.length === 0)) return [];
    return [
      {
        title: `the flow ${flow.from} → ${flow.to} (${flow.because})`,
        holds: (changed) => flowsBetween(changed).get(endsOf(flow))?.some((other) => serves(other, flow, ports)) === true,
      },
    ];
  });
}

function endsOf({ from, to, kind }: Flow): string {
  return `${from} ${to} ${kind}`;
}

const byEnds = new WeakMap<Questions, ReadonlyMap<string, readonly Flow[]>>();

function flowsBetween(ask: Questions): ReadonlyMap<string, readonly Flow[]> {
  const before = byEnds.get(ask);
  if (before !== undefined) return before;
  const index = new Map<string, Flow[]>();
  for (const flow of ask.system.model.flows) index.set(endsOf(flow), [...(index.get(endsOf(flow)) ?? []), flow]);
  byEnds.set(ask, index);
  return index;
}

/** Does a flow of the changed system serve as the one before? `ports`: the only ones that count. */
function serves(after: Flow, before: Flow, ports: readonly number[] | undefined): boolean {
  const sameGuard = isAlways(after.guard) || guardKey(after.guard) === guardKey(before.guard);
  const samePorts = ports?.every((port) => covers(after.ports, port)) ?? after.ports.join() === before.ports.join();
  return sameGuard && samePorts && after.protocol === before.protocol;
}

function covers(ports: readonly string[], port: number): boolean {
  return ports.some((range) => {
    const [first, last] = range.split('-').map(Number);
    return range === 'any' || (first !== undefined && first <= port && port <= (last ?? first));
  });
}

/** Rights of workloads on the data holders that they refer to, or that a flow connects them with. */
function rightNeeds(ask: Questions): readonly Need[] {
  const neighbours = neighboursOf(ask);
  const done = new Set<string>();
  return ask.system.withAnswer('runsAs').flatMap((workload) => {
    const element = ask.system.elementOf(workload.id);
    const targets = element === undefined ? [] : targetsOf(ask, element, neighbours);
    if (targets.length === 0) return [];
    return rolesOf(ask.system, workload.id).flatMap(({ role }) => {
      const rights = targets.flatMap((on) => {
        const key = `${role.id} ${on.id}`;
        const isNew = !done.has(key);
        done.add(key);
        return isNew ? rightsOn(ask, role, on) : [];
      });
      return rights.length === 0 ? [] : [...rights, runsAs(workload, role)];
    });
  });
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

function rightsOn(ask: Questions, role: Resource, on: Resource): readonly Need[] {
  const { read, write, invoke } = dataActions(on.type);
  return [...read, ...write, ...invoke].flatMap((action): readonly Need[] => {
    const decide = (asked: Questions): Decision =>
      asked.access.decide({
        caller: { kind: 'resource', resource: role.id },
        action,
        resource: dataArn(on),
        on: on.id,
      });
    const before = decide(ask);
    if (before.verdict === 'deny') return [];
    return [
      {
        title: `${role.address} uses ${action} on ${on.address}`,
        right: { principal: role.id, action, on, allowedBy: before.allowedBy },
        holds: (changed) => isAsGood(decide(changed), before),
      },
    ];
  });
}

/** Allowed wherever it was, and as surely. */
function isAsGood(after: Decision, before: Decision): boolean {
  const sure = after.verdict === 'allow' || (after.verdict === 'conditional' && before.verdict === 'conditional');
  return sure && (isAlways(after.guard) || guardKey(after.guard) === guardKey(before.guard));
}

function runsAs(workload: Resource, role: Resource): Need {
  return {
    title: `${workload.address} runs as ${role.address}`,
    holds: ({ system }) => rolesOf(system, workload.id).some((one) => one.role.id === role.id),
  };
}

/** Services that the roles in use name, outside parties that roles name, and roles of workloads that other roles name. */
function trustNeeds(ask: Questions): readonly Need[] {
  const { system } = ask;
  const inUse = new Set(
    system.withAnswer('runsAs').flatMap(({ id }) => rolesOf(system, id).map(({ role }) => role.id)),
  );
  const usedArns = new Set([...inUse].flatMap((id) => textKey(system.resource(id)?.arn ?? [])));
  return system.withAnswer('trustPolicy').flatMap((role) =>
    [...trustedBy(ask, role)].flatMap(([key, principal]): readonly Need[] => {
      const isNeeded =
        principal.kind === 'Service'
          ? inUse.has(role.id) || system.referrers(role.id).length > 0
          : usedArns.has(textKey(principal.value)) || trustedParty(system, role, principal) !== undefined;
      if (!isNeeded) return [];
      const title = `${role.address} trusts ${describeText(principal.value)}`;
      return [{ title, trust: { role: role.id, names: key }, holds: (changed) => trustedBy(changed, role).has(key) }];
    }),
  );
}

function trustedBy(ask: Questions, { id }: Resource) {
  const statements = casesOf(ask.system.fact(id, 'trustPolicy')).flatMap(({ fact }) =>
    fact.kind === 'unknown' ? [] : fact.value.flatMap(({ document }) => document.statements),
  );
  const named = statements.flatMap(({ effect, principals }) => (effect === 'Allow' ? (principals ?? []) : []));
  return new Map(named.map((principal) => [textKey(principal.value), principal] as const));
}
