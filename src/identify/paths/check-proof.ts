import {
  type AttackFact,
  type AttackPath,
  type AttackStep,
  type Move,
  type MoveInstance,
  type ProofItem,
  plainFactKey,
  resourceOfFact,
} from '../../model/attack.ts';
import { and, guardKey, isPossible } from '../../model/guard.ts';
import type { Deployment, Resource } from '../../model/resource.ts';
import type { StorePart } from '../../model/store-part.ts';
import { textKey } from '../../model/text.ts';
import { refsOf } from '../../model/value.ts';
import { asAllowed, unpermittedChange } from './check-change.ts';
import { isOfAccount, isParty, takesIdentity } from './check-identity.ts';
import {
  goesAWay,
  isAboutPart,
  isAssigned,
  loses,
  makesAdministrator,
  may,
  mayOtherwise,
  opens,
  startsPodsIn,
  vouches,
} from './check-means.ts';
import { hangsOnParts } from './check-part.ts';
import { type CheckContext, premiseFault } from './check-premise.ts';
import { followsBySecret } from './check-secret.ts';
import { isMetBy, sessionFollows } from './check-session.ts';
import { withWorkers } from './check-worker.ts';
import { textsIn, valuesIn } from './raw-policy.ts';

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
  const context = { ...indexOf(system), guard: path.guard };
  const guard = and(path.guard, ...path.steps.map(({ instance }) => instance.guard));
  if (!isPossible(guard)) return 'its steps exclude each other';
  if (guardKey(guard) !== guardKey(path.guard)) return 'it keeps conditions of its steps silent';
  if (path.steps.at(-1)?.to !== path.target) return 'it does not end at its target';
  const held = new Map(path.attacker.holds.map((fact) => [plainFactKey(fact), fact]));
  for (const step of path.steps) {
    const fault = held.has(step.id) ? 'its id is taken' : stepFault(step, path, held, context);
    if (fault !== undefined) return `step ${step.id} (${step.move.id}): ${fault}`;
    held.set(step.id, step.instance.gives);
  }
  return undefined;
}

const order: readonly AttackPath['certainty'][] = ['certain', 'conditional', 'weakness'];

/** `held`: facts by what a step may name them with, an earlier step's id or the key of what the attacker starts with. */
function stepFault(
  { needs, instance, move }: AttackStep,
  path: AttackPath,
  held: ReadonlyMap<string, AttackFact>,
  context: CheckContext,
) {
  const { proof, certainty, gives } = instance;
  const met = needs.flatMap((need) => held.get(need) ?? []);
  const missing = instance.needs.find((need) => !met.some((fact) => isMetBy(need, fact)));
  if (missing !== undefined || instance.needs.length === 0)
    return `nothing gives ${missing === undefined ? 'what it needs' : plainFactKey(missing)}`;
  const open = proof.some(
    (item) => item.kind === 'assumed' || ('decision' in item && item.decision.verdict !== 'allow'),
  );
  const surest = Math.max(order.indexOf(certainty), open ? 1 : 0);
  if (order.indexOf(path.certainty) < surest || order.indexOf(certainty) < surest)
    return 'it is called surer than it is';
  if (proof.some((item) => 'decision' in item && item.decision.verdict === 'deny')) return 'it rests on a denial';
  const fault =
    proof.map((item) => premiseFault(item, context)).find((one) => one !== undefined) ??
    unpermittedChange(instance, context);
  if (fault === undefined && !sessionFollows(instance, met)) return 'it does not give such a session';
  return (
    fault ??
    (follows(asAllowed(withWorkers(instance, move)), move, context)
      ? undefined
      : `${plainFactKey(gives)} does not follow`)
  );
}

/** Actions that read and change data, with those that show a configuration and push code. */
export const using: Readonly<Record<'reads' | 'writes', RegExp>> = {
  reads:
    /^(s3:GetObject(VersionForReplication)?|dynamodb:(GetItem|BatchGetItem|Query|Scan)|sqs:ReceiveMessage|sns:Subscribe|secretsmanager:GetSecretValue|ssm:GetParameter(s|sByPath|History)?|kinesis:GetRecords|ecr:BatchGetImage|logs:(Get|Filter)LogEvents|elasticfilesystem:ClientMount|es:ESHttpGet|lambda:(GetFunction(Configuration)?|ListFunctions)|apigateway:GET|[a-z0-9-]+:(Describe|BatchGet|Get|List)(InstanceAttribute|LaunchTemplateVersions|LaunchConfigurations|TaskDefinition|Projects|Service|JobDefinitions?|ConfigurationSettings|Apps?|Branch|Jobs?|Connection|NotebookInstanceLifecycleConfig|Model|Environment|Cluster|BootstrapActions|Component|Document|HostedConfigurationVersion|StateMachine|TargetsByRule|Schedule|Pipe|Distribution(Config)?|Function))$/,
  writes:
    /^(s3:(Put|Delete)Object|dynamodb:((Put|Update|Delete)Item|BatchWriteItem)|sqs:(SendMessage|DeleteMessage|PurgeQueue)|sns:Publish|secretsmanager:PutSecretValue|ssm:PutParameter|kinesis:PutRecords?|firehose:PutRecord(Batch)?|ecr:PutImage|logs:PutLogEvents|elasticfilesystem:ClientWrite|events:PutEvents|es:ESHttp(Put|Post|Delete)|codecommit:(GitPush|PutFile|CreateCommit|Merge(Branches|PullRequest)By\w+)|lambda:PublishLayerVersion|cloudformation:UpdateStackSet)$/,
};

/** All that it takes to read a part of a store, or to put something in its place. */
const usingPart: Readonly<Record<StorePart['kind'], Readonly<Record<'reads' | 'writes', readonly RegExp[]>>>> = {
  object: { reads: [/^s3:GetObject$/], writes: [/^s3:PutObject$/] },
  image: {
    reads: [/^$/],
    writes: [/^ecr:PutImage$/, /^ecr:InitiateLayerUpload$/, /^ecr:UploadLayerPart$/, /^ecr:CompleteLayerUpload$/],
  },
  branch: { reads: [/^$/], writes: [/^codecommit:(GitPush|PutFile|CreateCommit|Merge(Branches|PullRequest)By\w+)$/] },
};

/** Does a stranger, or code that is held, get at the resource by its policy or over the network? */
function isReached({ needs, proof }: MoveInstance, what: string): boolean {
  const places: readonly string[] = needs.flatMap((need) => ('resource' in need ? [need.resource] : []));
  const isFromOutside = needs.some(({ kind }) => kind === 'network');
  return proof.some(
    (item) =>
      (item.kind === 'open-to' && item.on === what && isFor(item, needs)) ||
      (item.kind === 'reachable' &&
        item.to === what &&
        (isFromOutside ? item.from === 'internet' : places.includes(item.from))),
  );
}

/** Is what the policy opens opened to who is held: everybody, the party that is named, or its account? */
function isFor({ who }: Extract<ProofItem, { readonly kind: 'open-to' }>, needs: MoveInstance['needs']): boolean {
  return !who.includes('/') || needs.some((need) => isParty(who, need));
}

function usesStore(
  instance: MoveInstance,
  gives: Extract<AttackFact, { readonly kind: 'reads' | 'writes' }>,
  isAbout: boolean,
): boolean {
  const { kind, resource, part } = gives;
  const actions = part === undefined ? [using[kind]] : usingPart[part.kind][kind];
  if (instance.needs.some((need) => need.kind === 'acts-as')) {
    const isAllowed = actions.every((action) => may(instance, action, resource, part));
    return isAllowed || (part === undefined && mayOtherwise(instance, gives, isAbout));
  }
  const isOpen = (action: RegExp) =>
    instance.proof.some(
      (item) =>
        item.kind === 'open-to' &&
        item.on === resource &&
        isAboutPart(item, part) &&
        action.test(item.action) &&
        isFor(item, instance.needs),
    );
  return (isAbout && part === undefined) || actions.every(isOpen);
}

/** Do the premises, true as they are, give what the step claims to whoever holds what it needs? */
function follows(instance: MoveInstance, move: Move, context: CheckContext): boolean {
  const { needs, gives, proof, certainty } = instance;
  const has = (kind: AttackFact['kind']) => needs.some((need) => need.kind === kind);
  const places: readonly string[] = needs.flatMap((need) => ('resource' in need ? [need.resource] : []));
  const what = resourceOfFact(gives);
  if (has('administrates') && needs.some((need) => 'account' in need && isOfAccount(need.account, what, context)))
    return true;
  if (!hangsOnParts(instance, context)) return false;
  const bySecret = followsBySecret(instance, context);
  if (bySecret !== undefined) return bySecret;
  const isAbout = proof.some((item) => item.kind === 'setting' && item.resource === what);
  switch (gives.kind) {
    case 'acts-as':
      return (
        takesIdentity(instance, move, { principal: gives.principal, places, context }) ||
        isAssigned(instance, context.resource(gives.principal))
      );
    case 'administrates':
      return makesAdministrator(instance, gives.account, context);
    case 'runs-code':
      if (has('can-call')) return certainty === 'weakness' && places.includes(gives.resource);
      if (!has('acts-as')) return isAbout;
      return (
        startsPodsIn(instance, gives.resource, context) ||
        (goesAWay(instance, move) && (isAbout || may(instance, /./, gives.resource)))
      );
    case 'controls-external':
      return vouches(instance, gives.party, context);
    case 'network':
      return gives.where !== 'internet' && standsAt(gives.where, places, context);
    case 'can-call':
      return has('acts-as') ? opens(instance, gives.resource, context) : isReached(instance, gives.resource);
    case 'destroys':
    case 'blinds':
      return loses(instance, gives, context);
    case 'reads':
    case 'writes':
      return usesStore(instance, gives, isAbout);
    default:
      return false;
  }
}

/** Does one of the workloads have an interface in the VPC of the endpoint? */
function standsAt(endpoint: string, workloads: readonly string[], { guard, resource }: CheckContext): boolean {
  const named = (id: string | undefined, key?: string) => {
    const properties = id === undefined ? undefined : resource(id)?.properties;
    const value = key === undefined ? properties : properties?.entries.get(key);
    return [...valuesIn(value, guard)].flatMap(refsOf).map((ref): string => ref.resource);
  };
  const vpcs = named(endpoint, 'VpcId');
  return workloads.some((workload) =>
    named(workload).some((subnet) => named(subnet, 'VpcId').some((vpc) => vpcs.includes(vpc))),
  );
}

const indexes = new WeakMap<ProofSystem, Omit<CheckContext, 'guard'>>();

/** Built once for a system: who names whom, by reference, ARN or name. */
function indexOf(system: ProofSystem): Omit<CheckContext, 'guard'> {
  const known = indexes.get(system);
  if (known !== undefined) return known;
  const byId = new Map<string, Resource>(system.resources.map((resource) => [resource.id, resource]));
  const accounts = new Map(system.deployments.map(({ id, account }) => [id, textKey(account)]));
  const records = new Map(system.deployments.map(({ id, record }) => [id, record]));
  const naming = new Map<string, Set<Resource>>();
  const keysOf = ({ id, name, arn }: Resource) => [id, textKey(name), textKey(arn ?? name)];
  for (const resource of system.resources) for (const key of keysOf(resource)) naming.set(key, new Set());
  for (const resource of system.resources) {
    const refs = [...valuesIn(resource.properties, [[]])].flatMap((value) => refsOf(value).map((ref) => ref.resource));
    for (const key of [...refs, ...textsIn(resource.properties, [[]]).map(textKey)]) naming.get(key)?.add(resource);
  }
  const arns = new Map(
    system.resources.flatMap((resource) =>
      resource.arn === undefined ? [] : [[textKey(resource.arn), resource] as const],
    ),
  );
  const index = {
    taken: (arn: string) => arns.has(arn),
    withArn: (arn: string) => arns.get(arn),
    resource: (id: string) => byId.get(id),
    accountOf: (id: string) => {
      const deployment = byId.get(id)?.deployment;
      return deployment === undefined ? undefined : accounts.get(deployment);
    },
    recordOf: (id: string) => {
      const deployment = byId.get(id)?.deployment;
      return deployment === undefined ? undefined : records.get(deployment);
    },
    naming: (resource: Resource) => [...new Set(keysOf(resource).flatMap((key) => [...(naming.get(key) ?? [])]))],
  };
  indexes.set(system, index);
  return index;
}
