import type { MoveInstance, ProofItem } from '../../model/attack.ts';
import { casesOf } from '../../model/fact.ts';
import type { Decision, Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf, sameText } from '../../model/text.ts';
import { instance } from './instance.ts';
import { type Making, makesNew } from './new-things.ts';
import { arnOf, isUsable } from './permission.ts';
import { permissions } from './permissions.ts';
import { remembered } from './remembered.ts';

/** A service that runs what callers give it, as a role that they pass. */
export interface Compute {
  /** `lambda.amazonaws.com`: what the role must trust. */
  readonly service: string;
  /** Sets of actions each of which makes new compute and runs it. */
  readonly ways: readonly Making[];
  /** What else must hold of a role: an instance profile that carries it. */
  readonly fits?: (role: Resource, principal: Resource) => readonly ProofItem[] | undefined;
}

/**
 * Passing a role to new compute: `iam:PassRole` on the role, which trusts the service, and the actions that make and run
 * it. In a system that is only partly given no step is made up for roles that are not there: such a right is a threat by
 * itself, and as a path it would lead nowhere.
 */
export function* passedRoles(ask: Questions, compute: Compute): Generator<MoveInstance> {
  const { service, ways, fits } = compute;
  const trusting = new Map(
    rolesNaming(ask, service).flatMap((role) => trust(ask, role, service).map((item) => [role, item] as const)),
  );
  const making = new Map<Resource, readonly ProofItem[] | undefined>();
  const mayMake = (principal: Resource) => {
    if (!making.has(principal)) making.set(principal, makesNew(ask, principal, ways));
    return making.get(principal);
  };
  for (const { principal, target, item } of permissions(ask, {
    action: 'iam:PassRole',
    targets: [...trusting.keys()],
    context: new Map([['iam:PassedToService', [service]]]),
  })) {
    const trusted = trusting.get(target);
    const made = mayMake(principal);
    const fitting = fits === undefined ? [] : fits(target, principal);
    if (trusted === undefined || made === undefined || fitting === undefined || principal.id === target.id) continue;
    yield* instance({
      needs: [{ kind: 'acts-as', principal: principal.id }],
      gives: { kind: 'acts-as', principal: target.id },
      proof: [item, ...made, trusted, ...fitting],
      guard: target.guard,
    });
  }
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
