import type { MoveInstance, ProofItem } from '../../model/attack.ts';
import type { Resource } from '../../model/resource.ts';
import { textKey } from '../../model/text.ts';
import type { Value } from '../../model/value.ts';
import { principalsOf } from './check-means.ts';
import { type CheckContext, namedBy } from './check-premise.ts';
import { names, textsIn, valuesIn } from './raw-policy.ts';

/** Something that is changed or entered, by what actions, and how what acts for the attacker then belongs to it. */
interface Whole {
  readonly actions: RegExp;
  readonly has: (whole: Resource, part: Resource, context: CheckContext) => boolean;
}

const wholes: Readonly<Record<string, Whole>> = {
  // Node groups, roles for pods and add-ons name their cluster.
  'AWS::EKS::Cluster': {
    actions: /^eks:(CreateAccessEntry|AssociateAccessPolicy|UpdateClusterConfig)$/,
    has: (cluster, part, { guard }) =>
      part.type.startsWith('AWS::EKS::') && names(part.properties.entries.get('ClusterName'), cluster, guard),
  },
  'AWS::ImageBuilder::ImagePipeline': {
    actions: /^imagebuilder:UpdateImagePipeline$/,
    has: (pipeline, part, { guard }) =>
      names(pipeline.properties.entries.get('InfrastructureConfigurationArn'), part, guard),
  },
};

/** May somebody who is held change or enter what the workload is part of? */
export function isPartOfOne(instance: MoveInstance, workload: string, context: CheckContext): boolean {
  const held = principalsOf(instance);
  const part = context.resource(workload);
  const isEntered = (item: ProofItem) => {
    if (part === undefined || item.kind !== 'allowed' || !held.includes(item.principal)) return false;
    const thing = context.resource(item.on);
    const whole = thing === undefined ? undefined : wholes[thing.type];
    return thing !== undefined && whole?.actions.test(item.action) === true && whole.has(thing, part, context);
  };
  return instance.proof.some(isEntered);
}

/**
 * Is the role that of machines on which the service that is held runs, and does their metadata service answer its containers? A
 * token comes no further than the hops that it is given, one where nothing is said.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
 */
export function isOfHost({ needs, proof, certainty }: MoveInstance, role: string, context: CheckContext): boolean {
  const hosts = proof.flatMap((item) =>
    item.kind === 'runs-as' && item.role === role ? (context.resource(item.workload) ?? []) : [],
  );
  return needs.some((need) => {
    const service = need.kind === 'runs-code' ? context.resource(need.resource) : undefined;
    if (service?.type !== 'AWS::ECS::Service' || !runsOnMachines(service, context)) return false;
    const clusters = ofType(namedBy(service.properties.entries.get('Cluster'), context), 'AWS::ECS::Cluster');
    return hosts.some(
      (host) =>
        clusters.some((cluster) => joins(host, { cluster, service }, context)) &&
        isAnswered(host, { service, isSure: certainty === 'certain' }, context),
    );
  });
}

function ofType(resources: readonly Resource[], type: string): readonly Resource[] {
  return resources.filter((one) => one.type === type);
}

function wordsAt(value: Value | undefined, name: string, { guard }: CheckContext): readonly string[] {
  return [...valuesIn(value, guard)].flatMap((one) =>
    one.kind === 'map' ? textsIn(one.entries.get(name), guard).map(textKey) : [],
  );
}

/** Machines are what it runs on unless it says otherwise. */
function runsOnMachines({ properties }: Resource, context: CheckContext): boolean {
  const types = wordsAt(properties, 'LaunchType', context);
  if (types.length > 0) return types.includes('EC2');
  const providers = wordsAt(properties, 'CapacityProvider', context);
  return providers.length === 0 || !providers.every((one) => one.startsWith('FARGATE'));
}

/** By a capacity provider of the cluster or service that has the group, or as what it starts with names the cluster. */
function joins(
  host: Resource,
  { cluster, service }: { readonly cluster: Resource; readonly service: Resource },
  context: CheckContext,
): boolean {
  const naming = context.naming(cluster);
  if ([host, ...startsWith(host, context)].some((one) => naming.includes(one))) return true;
  const offered = [cluster, service, ...ofType(naming, 'AWS::ECS::ClusterCapacityProviderAssociations')];
  const providers = offered.flatMap((one) => namedBy(one.properties, context));
  return ofType([...providers, ...naming], 'AWS::ECS::CapacityProvider').some((provider) =>
    names(provider.properties.entries.get('AutoScalingGroupProvider'), host, context.guard),
  );
}

/** Launch templates and configurations that it is made from. */
function startsWith(host: Resource, context: CheckContext): readonly Resource[] {
  return namedBy(host.properties, context).filter(({ type }) => /::Launch(Template|Configuration)$/.test(type));
}

function isAnswered(
  host: Resource,
  { service, isSure }: { readonly service: Resource; readonly isSure: boolean },
  context: CheckContext,
): boolean {
  const said = (name: string) =>
    [host, ...startsWith(host, context)].flatMap(({ properties }) => wordsAt(properties, name, context));
  const endpoint = said('HttpEndpoint');
  if (endpoint.length > 0 && endpoint.every((word) => word === 'disabled')) return false;
  const tasks = ofType(namedBy(service.properties.entries.get('TaskDefinition'), context), 'AWS::ECS::TaskDefinition');
  const modes = tasks.flatMap(({ properties }) => wordsAt(properties, 'NetworkMode', context));
  const needsToken = said('HttpTokens').includes('required');
  const isFar = said('HttpPutResponseHopLimit').some((hops) => Number(hops) > 1);
  if (!needsToken || isFar || modes.includes('host')) return true;
  const isOne = said('HttpPutResponseHopLimit').some((hops) => hops === '1');
  return !isSure && (!isOne || modes.includes('awsvpc'));
}
