import { rolesOf } from '../../catalog/roles-of.ts';
import { trustedParty } from '../../catalog/trusted-party.ts';
import { casesOf } from '../../model/fact.ts';
import { guardKey, isAlways } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Flow, internetElement } from '../../model/system.ts';
import { describeText, literalOf, type Text, text, textKey } from '../../model/text.ts';
import { type Right, rightNeed, workloadRights } from './rights.ts';

/** Something that the system does with itself, and that must go on working. */
export interface Need {
  /** For people: what would stop. */
  readonly title: string;
  /** Of an access right: who uses it, and the statements that grant it now. */
  readonly right?: Right;
  /** Of a trust: the role, and the text of the principal that its policy names. */
  readonly trust?: { readonly role: ResourceId; readonly names: string };
  /** Of a flow: where it leads. */
  readonly flow?: Pick<Flow, 'from' | 'to'>;
  /** Is it possible in this system as it was before? */
  holds(ask: Questions): boolean;
}

/**
 * What the system needs of itself: its own flows, the rights of workloads on what they refer to or exchange data with, the
 * services and outside parties that its roles name, and the roles that workloads run as. Rights that nothing in the system
 * points to are no needs: that is what makes them too wide.
 */
export function needsOf(ask: Questions): readonly Need[] {
  return [
    ...flowNeeds(ask),
    ...workloadRights(ask),
    ...administratorNeeds(ask),
    ...purposeNeeds(ask),
    ...trustNeeds(ask),
  ];
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
        title: `the flow from ${nameOf(ask, flow.from)} to ${nameOf(ask, flow.to)}`,
        flow,
        holds: (changed) =>
          flowsBetween(changed)
            .get(endsOf(flow))
            ?.some((other) => serves(other, flow, ports)) === true,
      },
    ];
  });
}

function nameOf(ask: Questions, element: Flow['from']): string {
  const found = ask.system.element(element);
  return found?.address ?? element;
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

/** Whoever may do everything by a plain statement and is no workload is meant to administer the account. */
function administratorNeeds(ask: Questions): readonly Need[] {
  const { system, access } = ask;
  const workloads = new Set(
    system.withAnswer('runsAs').flatMap(({ id }) => rolesOf(system, id).map(({ role }) => role.id)),
  );
  const isPlain = (texts: readonly Text[] | undefined) => texts?.some((one) => literalOf(one) === '*') === true;
  return access.principals().flatMap((principal): readonly Need[] => {
    if (workloads.has(principal.id)) return [];
    const allowedBy = access.policiesOf(principal.id).flatMap((policy) =>
      policy.document.statements.flatMap((statement) => {
        const { effect, actions, resources, conditions } = statement;
        const isAll = effect === 'Allow' && isPlain(actions) && isPlain(resources) && conditions.length === 0;
        return isAll ? [{ policy, statement }] : [];
      }),
    );
    const [need] = rightNeed(ask, principal, { action: 'iam:AttachRolePolicy', on: ['*'] });
    if (allowedBy.length === 0 || need === undefined) return [];
    const right: Right = { principal: principal.id, action: '*', on: ['*'], allowedBy };
    return [{ ...need, title: `${principal.address} administers the account`, right }];
  });
}

/**
 * Rights that a role which names an outside party, such as a pipeline elsewhere, has on things that its statements name one
 * by one: that is what the party is let in for.
 */
function purposeNeeds(ask: Questions): readonly Need[] {
  const { system, access } = ask;
  return system.withAnswer('trustPolicy').flatMap((role) => {
    const isLetIn = [...trustedBy(ask, role).values()].some((one) => trustedParty(system, role, one) !== undefined);
    if (!isLetIn) return [];
    const statements = access.policiesOf(role.id).flatMap(({ document }) => document.statements);
    const allowed = statements.filter(({ effect }) => effect === 'Allow');
    return allowed.flatMap(({ actions = [], resources = [], origin }) => {
      const named = resources.flatMap((value) =>
        system
          .resolve({ kind: 'text', text: behindRemoved(value), origin }, role.id)
          .flatMap((end) => (end.kind === 'resource' ? [end.resource] : [])),
      );
      const plain = actions.flatMap((action) => literalOf(action) ?? []).filter((action) => !action.includes('*'));
      return named.flatMap((on) => plain.flatMap((action) => rightNeed(ask, role, { action, on })));
    });
  });
}

/** `arn:…:bucket/*` means the bucket. */
function behindRemoved(value: Text): Text {
  const last = value.at(-1);
  return typeof last === 'string' ? text(...value.slice(0, -1), last.replace(/[/:]\*$/, '')) : value;
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
