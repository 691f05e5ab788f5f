import type { Decision } from '../../model/access.ts';
import type { Move, MoveBlock, ProofItem } from '../../model/attack.ts';
import { casesOf } from '../../model/fact.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf, sameText } from '../../model/text.ts';
import { type Going, surest, together } from './going.ts';
import { arnOf, isUsable } from './permission.ts';
import { remembered } from './remembered.ts';
import { blockOf, type EvenBlock, evenly, type RightsBlock, rightsOn } from './rights.ts';
import { byWorkload } from './sessions.ts';
import { actionsOf, goingBy, type Way } from './ways.ts';

/** A way to have something run as a role. */
export interface PassingWay extends Way {
  /** What else must hold of the role that is passed: an instance profile carries it. */
  readonly fits?: (ask: Questions, role: Resource) => Going | undefined;
}

/** Something that runs code, or does work, as a role that whoever makes or changes it passes. */
export interface RoleSink {
  /** As people say it: `a build project`. */
  readonly thing: string;
  /** In one sentence: how the one who makes it comes to act as the role. */
  readonly description: string;
  /** `lambda.amazonaws.com`: what the role must trust. */
  readonly service: string;
  /** The rights of each way to make or change it and have it run. */
  readonly ways: readonly PassingWay[];
  readonly technique: string;
  /** AWS's page about the role. */
  readonly reference: string;
  readonly cost?: Move['cost'];
}

/**
 * The move of passing a role to such a thing: `iam:PassRole` on the role, which trusts the service, and the rights to make
 * or change and run it. In a system that is only partly given no step is made up for roles that are not there: such a right is
 * a threat by itself, and as a path it would lead nowhere.
 */
export function passRole(sink: RoleSink): Move {
  const ways = actionsOf(sink.ways, ['iam:PassRole']);
  return {
    title: `Pass a role to ${sink.thing}`,
    description: sink.description,
    technique: sink.technique,
    actions: [...new Set(ways.flat())],
    ways,
    references: [sink.reference],
    cost: sink.cost ?? 2,
    instances: (ask) => passedRoles(ask, sink),
  };
}

function* passedRoles(ask: Questions, sink: RoleSink): Generator<MoveBlock> {
  for (const { even, roles } of passing(ask, sink))
    yield* blockOf(ask, even, { kind: 'acts-as', list: roles, session: byWorkload() });
}

/** Who may pass which of the roles that trust a service, and go one of the ways besides. */
export function* passing(
  ask: Questions,
  { service, ways }: Pick<RoleSink, 'service' | 'ways'>,
): Generator<{ readonly even: EvenBlock; readonly roles: readonly Resource[] }> {
  const { roles, blocks, trustOf } = passable(ask, service);
  if (blocks.length === 0) return;
  for (const way of ways) {
    const principal = goingBy(ask, way);
    const target = (role: Resource) => fitting(ask, role, { way, trust: trustOf.get(role) });
    const evened = evenly(ask, { targets: roles, besides: { principal, target } });
    for (const rights of blocks) for (const even of evened(rights)) yield { even, roles };
  }
}

/** What a way asks of the role: that it trusts the service, is there, and fits. */
function fitting(
  ask: Questions,
  role: Resource,
  { way, trust: item }: { readonly way: PassingWay; readonly trust: ProofItem | undefined },
): Going | undefined {
  const fits = way.fits === undefined ? { proof: [] } : way.fits(ask, role);
  return item === undefined || fits === undefined ? undefined : together({ proof: [item], guard: role.guard }, fits);
}

/** The roles that trust a service, and who may pass which of them to it: worked out once, since many things run for one. */
interface Passable {
  readonly roles: readonly Resource[];
  readonly blocks: readonly RightsBlock[];
  readonly trustOf: ReadonlyMap<Resource, ProofItem>;
}

const passableTo = remembered(() => new Map<string, Passable>());

function passable(ask: Questions, service: string): Passable {
  const before = passableTo(ask).get(service);
  if (before !== undefined) return before;
  const trusting = trustingRoles(ask, service);
  const roles = trusting.map(({ role }) => role);
  const context = new Map([['iam:PassedToService', [service]]]);
  const blocks = rightsOn(ask, ['iam:PassRole'], { targets: roles, context });
  const found = { roles, blocks, trustOf: new Map(trusting.map(({ role, item }) => [role, item] as const)) };
  passableTo(ask).set(service, found);
  return found;
}

/** A role that the principal may pass to the service, the surest of them, with the premises of that. */
export function passesTo(ask: Questions, principal: Resource, service: string): Going | undefined {
  const { roles, blocks, trustOf } = passable(ask, service);
  const who = ask.access.principals().indexOf(principal);
  const candidates = blocks
    .filter(({ by }) => by.includes(who))
    .flatMap(({ on, items }) =>
      [...on].map((what) => () => {
        const trusted = roles[what] === undefined ? undefined : trustOf.get(roles[what]);
        return trusted && { proof: [...items(who, what), trusted] };
      }),
    );
  return surest(candidates);
}

/** The roles that a service may take, with the premise that each trusts it; only of those that are asked about. */
export function trustingRoles(
  ask: Questions,
  service: string,
  isAsked: (role: Resource) => boolean = () => true,
): readonly { readonly role: Resource; readonly item: ProofItem }[] {
  return rolesNaming(ask, service)
    .filter(isAsked)
    .flatMap((role) => trust(ask, role, service).map((item) => ({ role, item })));
}

/** Roles by the services that their trust policies name; `*` for those whose principals leave it open. */
const rolesByService = remembered((ask): ReadonlyMap<string, readonly Resource[]> => {
  const result = new Map<string, Resource[]>();
  for (const role of ask.system.withAnswer('trustPolicy')) {
    const statements = casesOf(ask.system.fact(role.id, 'trustPolicy')).flatMap(({ fact }) =>
      fact.kind === 'unknown' ? [] : fact.value.flatMap(({ document }) => document.statements),
    );
    const named = statements.flatMap(
      ({ principals }) => principals?.map(({ value }) => literalOf(value) ?? '*') ?? ['*'],
    );
    for (const name of new Set(named)) push(result, name, role);
  }
  return result;
});

function rolesNaming(ask: Questions, service: string): readonly Resource[] {
  const index = rolesByService(ask);
  return [...new Set([...(index.get(service) ?? []), ...(index.get('*') ?? [])])];
}

/** The role lets the service take it; whom the service then works for is the caller's own account. */
function trust(ask: Questions, role: Resource, service: string): readonly ProofItem[] {
  const decision = ask.access.decide({
    caller: { kind: 'service', service },
    action: 'sts:AssumeRole',
    resource: arnOf(role),
    on: role.id,
  });
  const met = forOwnAccount(ask, role, decision);
  return isUsable(met) ? [{ kind: 'trusted', role: role.id, by: service, decision: met }] : [];
}

function forOwnAccount(ask: Questions, role: Resource, decision: Decision): Decision {
  if (decision.verdict !== 'conditional') return decision;
  const { account } = ask.system.deploymentOf(role.id);
  const conditions = decision.conditions.filter(
    ({ key, operator, values }) =>
      !(
        /^aws:SourceAccount$/i.test(key) &&
        /^String(Equals|Like)/i.test(operator) &&
        values.some((value) => sameText(value, account) === 'yes')
      ),
  );
  return { ...decision, verdict: conditions.length === 0 ? 'allow' : 'conditional', conditions };
}

function push(groups: Map<string, Resource[]>, name: string, role: Resource): void {
  const group = groups.get(name);
  if (group === undefined) groups.set(name, [role]);
  else group.push(role);
}
