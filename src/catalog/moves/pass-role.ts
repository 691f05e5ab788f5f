import type { Move, MoveInstance, ProofItem } from '../../model/attack.ts';
import { casesOf } from '../../model/fact.ts';
import type { Decision, Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf, sameText } from '../../model/text.ts';
import { instance } from './instance.ts';
import { arnOf, isUsable } from './permission.ts';
import { type Permission, permissions } from './permissions.ts';
import { remembered } from './remembered.ts';
import { byWorkload } from './sessions.ts';
import { actionsOf, goingBy, type Way } from './ways.ts';

/** Something that runs code, or does work, as a role that whoever makes or changes it passes. */
export interface RoleSink {
  /** As people say it: `a build project`. */
  readonly thing: string;
  /** In one sentence: how the one who makes it comes to act as the role. */
  readonly description: string;
  /** `lambda.amazonaws.com`: what the role must trust. */
  readonly service: string;
  /** The rights of each way to make or change it and have it run. */
  readonly ways: readonly Way[];
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

function* passedRoles(ask: Questions, { service, ways }: RoleSink): Generator<MoveInstance> {
  const going = goingBy(ask, ways);
  for (const { principal, role, items } of passable(ask).to(service)) {
    const made = going(principal, role);
    if (made === undefined) continue;
    yield* instance({
      needs: [{ kind: 'acts-as', principal: principal.id }],
      gives: { kind: 'acts-as', principal: role.id, session: byWorkload() },
      proof: [...items, ...made.proof],
      guard: role.guard,
      ...(made.provided !== undefined && { provided: made.provided }),
    });
  }
}

/** A role that a principal may pass to a service that the role trusts, with the premises of both. */
export interface Passing {
  readonly principal: Resource;
  readonly role: Resource;
  readonly items: readonly ProofItem[];
}

/** Who may pass which role to a service: worked out once for each service, since many things run for one. */
export const passable = remembered((ask) => {
  const known = new Map<string, readonly Passing[]>();
  const find = (service: string): readonly Passing[] => {
    const trusting = new Map(trustingRoles(ask, service).map(({ role, item }) => [role, item] as const));
    const passes = ({ principal, target: role, item }: Permission): readonly Passing[] => {
      const trusted = trusting.get(role);
      return trusted === undefined || principal.id === role.id ? [] : [{ principal, role, items: [item, trusted] }];
    };
    const context = new Map([['iam:PassedToService', [service]]]);
    return permissions(ask, { action: 'iam:PassRole', targets: [...trusting.keys()], context }).flatMap(passes);
  };
  return {
    to(service: string): readonly Passing[] {
      const before = known.get(service) ?? find(service);
      known.set(service, before);
      return before;
    },
  };
});

/** The roles that a service may take, with the premise that each trusts it. */
export function trustingRoles(
  ask: Questions,
  service: string,
): readonly { readonly role: Resource; readonly item: ProofItem }[] {
  return rolesNaming(ask, service).flatMap((role) => trust(ask, role, service).map((item) => ({ role, item })));
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
