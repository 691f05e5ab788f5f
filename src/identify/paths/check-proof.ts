import {
  type AttackFact,
  type AttackPath,
  type AttackStep,
  attackFactKey,
  type ProofItem,
} from '../../model/attack.ts';
import { and, guardKey, isPossible } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Deployment, Resource } from '../../model/resource.ts';
import { textKey } from '../../model/text.ts';
import { refsOf, textOf } from '../../model/value.ts';
import { type CheckContext, first, premiseFault } from './check-premise.ts';
import { valuesIn } from './raw-policy.ts';

/** What the checker is given: the resources with their resolved properties, and nothing that the engines made of them. */
export interface ProofSystem {
  readonly resources: readonly Resource[];
  readonly deployments: readonly Deployment[];
}

/**
 * Accepts or refuses an attack path, from the resources alone: it shares no code with search, moves or engines. Returns what
 * is wrong, or undefined. Steps come in order and rest on earlier ones; every premise is derived again; what a step gives
 * must follow from its premises; guards can hold together; nothing is called surer than it is.
 */
export function checkProof(path: AttackPath, system: ProofSystem): string | undefined {
  const context = contextOf(path, system);
  const given = new Map<string, AttackFact>();
  const held = new Map(path.attacker.holds.map((fact) => [attackFactKey(fact), fact]));
  const guard = and(...path.steps.map(({ instance }) => instance.guard));
  if (!isPossible(and(guard, path.guard))) return 'its steps exclude each other';
  if (guardKey(and(guard, path.guard)) !== guardKey(path.guard))
    return 'it claims to hold under more conditions than its steps';
  const surest = path.steps.reduce((worst, { instance }) => Math.max(worst, order.indexOf(instance.certainty)), 0);
  if (order.indexOf(path.certainty) < surest) return 'it is called surer than its steps';
  if (path.steps.at(-1)?.to !== path.target) return 'it does not end at its target';
  return first(path.steps, (step) => {
    const fault =
      orderFault(step, given, held) ??
      first(step.instance.proof, (item) => premiseFault(item, context)) ??
      stepFault(step, context);
    given.set(step.id, step.instance.gives);
    return fault === undefined ? undefined : `step ${step.id} (${step.move.id}): ${fault}`;
  });
}

const order: readonly AttackPath['certainty'][] = ['certain', 'conditional', 'weakness'];

/** Every need is met by an earlier step or by what the attacker holds. */
function orderFault(
  step: AttackStep,
  given: ReadonlyMap<string, AttackFact>,
  held: ReadonlyMap<string, AttackFact>,
): string | undefined {
  const facts = step.needs.map((need) => given.get(need) ?? held.get(need));
  const keys = new Set(facts.flatMap((fact) => (fact === undefined ? [] : [attackFactKey(fact)])));
  if (given.has(step.id)) return 'its id is taken';
  return first(step.instance.needs, (need) =>
    keys.has(attackFactKey(need)) ? undefined : `nothing gives ${attackFactKey(need)}`,
  );
}

/** Does what the step gives follow from its premises? And is it as sure as they are? */
function stepFault(step: AttackStep, context: CheckContext): string | undefined {
  const { proof, certainty, gives } = step.instance;
  const open = proof.some(
    (item) => item.kind === 'assumed' || ('decision' in item && item.decision.verdict === 'conditional'),
  );
  if (open && certainty === 'certain') return 'it is called certain and rests on an open condition';
  if (proof.some((item) => 'decision' in item && item.decision.verdict === 'deny')) return 'it rests on a denial';
  return step.instance.needs.length > 0 && follows(step, context)
    ? undefined
    : `${attackFactKey(gives)} does not follow`;
}

const becoming = /^iam:(CreateAccessKey|CreateLoginProfile|UpdateLoginProfile|UpdateAssumeRolePolicy)$/;
const rewriting = /^iam:(Put|Attach)(User|Role|Group)Policy$|^iam:CreatePolicyVersion$/;
const takingOver =
  /^(lambda:UpdateFunction(Code|Configuration)|ssm:(StartSession|SendCommand)|ecs:ExecuteCommand|codebuild:StartBuild(Batch)?|ec2:ModifyInstanceAttribute)$/;
const founding: readonly (readonly string[])[] = [
  ['iam:CreateUser', 'iam:AttachUserPolicy', 'iam:CreateAccessKey'],
  ['iam:CreateRole', 'iam:AttachRolePolicy'],
];

function follows({ instance: { needs, gives, proof, certainty } }: AttackStep, context: CheckContext): boolean {
  const principals = needs.flatMap((need) => (need.kind === 'acts-as' ? [need.principal] : []));
  const allowed = proof.filter((item) => item.kind === 'allowed').filter((item) => principals.includes(item.principal));
  const may = (action: RegExp, on?: ResourceId) =>
    allowed.some((item) => action.test(item.action) && (on === undefined || item.on === on));
  const has = (kind: AttackFact['kind']) => needs.some((need) => need.kind === kind);
  const places = needs.flatMap((need) => ('resource' in need ? [need.resource] : []));
  switch (gives.kind) {
    case 'acts-as':
      return takesIdentity(gives.principal, { needs, proof, places, may, has, context });
    case 'administrates':
      return (
        principals.some((id) => context.accountOf(id) === gives.account) &&
        (founding.some((set) =>
          set.every((action) => allowed.some((item) => item.action === action && item.on === '*')),
        ) ||
          allowed.some(
            (item) =>
              rewriting.test(item.action) &&
              principals.some((id) => item.on === id || isPolicyOf(item.on, id, context)),
          ))
      );
    case 'runs-code':
      if (has('administrates')) return isAdministrated(gives.resource, needs, context);
      if (has('can-call')) return certainty === 'weakness' && places.includes(gives.resource);
      if (has('acts-as')) return may(takingOver, gives.resource);
      return isAbout(proof, gives.resource);
    case 'can-call':
      return proof.some((item) =>
        item.kind === 'reachable'
          ? item.to === gives.resource &&
            (has('network') ? item.from === 'internet' : item.from !== 'internet' && places.includes(item.from))
          : item.kind === 'open-to' && item.on === gives.resource,
      );
    case 'reads':
    case 'writes':
      if (has('acts-as')) return may(/./, gives.resource);
      if (has('administrates')) return isAdministrated(gives.resource, needs, context);
      return (
        proof.some((item) => item.kind === 'open-to' && item.on === gives.resource) ||
        isAbout(proof, gives.resource) ||
        certainty !== 'certain'
      );
    default:
      return false;
  }
}

interface Taking {
  readonly needs: readonly AttackFact[];
  readonly proof: readonly ProofItem[];
  readonly places: readonly ResourceId[];
  readonly context: CheckContext;
  may(action: RegExp, on?: ResourceId): boolean;
  has(kind: AttackFact['kind']): boolean;
}

/** By trust, by a credential or trust that the caller may write, by passing the role to new compute, or from inside a workload. */
function takesIdentity(principal: ResourceId, { needs, proof, places, may, has, context }: Taking): boolean {
  const trusts = proof.filter((item) => item.kind === 'trusted').filter(({ role }) => role === principal);
  if (has('administrates')) return isAdministrated(principal, needs, context);
  if (has('runs-code') || has('writes'))
    return proof.some((item) => item.kind === 'runs-as' && item.role === principal && places.includes(item.workload));
  if (!has('acts-as'))
    return trusts.some(({ by }) => needs.every((need) => need.kind !== 'controls-external' || need.party === by));
  if (trusts.some(({ by }) => needs.some((need) => need.kind === 'acts-as' && need.principal === by))) return true;
  if (may(becoming, principal)) return true;
  const services = trusts.map(({ by }) => by.split(/[.-]/)[0] ?? '');
  return may(/^iam:PassRole$/, principal) && services.some((service) => may(new RegExp(`^${service}:`)));
}

function isAdministrated(resource: ResourceId, needs: readonly AttackFact[], context: CheckContext): boolean {
  const account = context.accountOf(resource);
  return needs.some((need) => need.kind === 'administrates' && need.account === account);
}

function isAbout(proof: readonly ProofItem[], resource: ResourceId): boolean {
  return proof.some((item) => item.kind === 'setting' && item.resource === resource);
}

/** A group or managed policy that speaks for the principal: one names the other. */
function isPolicyOf(on: ResourceId | '*', principal: ResourceId, context: CheckContext): boolean {
  const [policy, who] = [on === '*' ? undefined : context.resource(on), context.resource(principal)];
  if (policy === undefined || who === undefined) return false;
  return (
    context.naming(who).includes(policy) ||
    context.naming(policy).some((by) => by === who || context.naming(who).includes(by))
  );
}

const indexes = new WeakMap<ProofSystem, Omit<CheckContext, 'guard'>>();

function contextOf(path: AttackPath, system: ProofSystem): CheckContext {
  const index = indexes.get(system) ?? createIndex(system);
  indexes.set(system, index);
  return { ...index, guard: path.guard };
}

function createIndex({ resources, deployments }: ProofSystem): Omit<CheckContext, 'guard'> {
  const byId = new Map<string, Resource>(resources.map((resource) => [resource.id, resource]));
  const accounts = new Map(deployments.map(({ id, account }) => [id, textKey(account)]));
  const naming = new Map<string, Resource[]>();
  for (const resource of resources) for (const key of ownKeys(resource)) naming.set(key, []);
  for (const resource of resources) for (const key of new Set(keysIn(resource))) naming.get(key)?.push(resource);
  return {
    resource: (id) => byId.get(id),
    accountOf: (id) => {
      const deployment = byId.get(id)?.deployment;
      return deployment === undefined ? undefined : accounts.get(deployment);
    },
    naming: (resource) => [...new Set(ownKeys(resource).flatMap((key) => naming.get(key) ?? []))],
  };
}

function ownKeys({ id, name, arn }: Resource): readonly string[] {
  return [id, textKey(name), ...(arn === undefined ? [] : [textKey(arn)])];
}

function keysIn(resource: Resource): readonly string[] {
  return [...valuesIn(resource.properties, [[]])].flatMap((value) => {
    const text = textOf(value);
    return [
      ...refsOf(value).map((ref) => ref.resource),
      ...(text === undefined || text.length === 0 ? [] : [textKey(text)]),
    ];
  });
}
