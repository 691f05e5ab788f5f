import { answersWithoutDepth, policiesForOthers } from '../../catalog/policies-without-depth.ts';
import type { AnswerOf, AnyDimension } from '../../model/dimension.ts';
import type { Fact } from '../../model/fact.ts';
import type { DeploymentId, ElementId, ResourceId } from '../../model/id.ts';
import type { System } from '../../model/questions.ts';
import type { Deployment, Resource } from '../../model/resource.ts';
import type { Contribution, ResourceView, ServiceType } from '../../model/service.ts';
import type { Element, SystemModel } from '../../model/system.ts';
import { textKey } from '../../model/text.ts';
import { boundaryChains } from '../boundary-chain.ts';
import { closenessOf, type Said, settled } from './contributed.ts';
import { answer, answersOf, type Contributions } from './facts.ts';
import { createReferences } from './references.ts';
import { createDirectory, type Directory } from './resolve.ts';
import { viewOf } from './view.ts';

/** Resources with their indexes and answers, before elements, boundaries and flows are drawn. */
export type ResourceBase = Omit<System, 'model' | 'element' | 'elementOf' | 'enclosing'> & {
  readonly resources: readonly Resource[];
  readonly deployments: readonly Deployment[];
  /** The resource as service knowledge sees it. */
  view(resource: Resource): ResourceView;
};

/** What services are known in depth, by CloudFormation type. */
export type Services = ReadonlyMap<string, ServiceType>;

/** Indexes resources and answers questions about each of them. Work is linear in resources and references. */
export function createBase(
  input: {
    readonly resources: readonly Resource[];
    readonly deployments: readonly Deployment[];
    readonly asOf: string;
  },
  services: Services,
): ResourceBase {
  const { resources, deployments } = input;
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const numberOf = new Map(resources.map((resource, at) => [resource.id, at]));
  const byDeployment = new Map<DeploymentId, Deployment>(deployments.map((deployment) => [deployment.id, deployment]));
  const deploymentOf = (resource: Resource): Deployment => {
    const found = byDeployment.get(resource.deployment);
    if (found === undefined) throw new Error(`${resource.id} belongs to no deployment`);
    return found;
  };
  const accountOf = (resource: Resource) => textKey(deploymentOf(resource).account);
  const directory = createDirectory(resources, byId, accountOf);
  const references = createReferences(resources, numberOf);
  const byType = groupByType(resources);
  const contributions = collectContributions(resources, services, {
    directory,
    ofType: (type) => byType.get(type) ?? [],
    accountOf,
  });
  const answering = new Map<AnyDimension, readonly Resource[]>();
  // By dimension and the resource's number; holes where nobody has asked yet.
  const cache = new Map<AnyDimension, unknown[]>();
  const idsOf = (numbers: readonly number[]) => numbers.flatMap((number) => resources[number]?.id ?? []);
  const mustHave = (id: ResourceId): Resource => {
    const resource = byId.get(id);
    if (resource === undefined) throw new Error(`no resource ${id}`);
    return resource;
  };

  return {
    resources,
    deployments,
    asOf: input.asOf,
    view: (resource) => viewOf(resource, directory),
    resource: (id) => byId.get(id),
    ofType: (type) => byType.get(type) ?? [],
    withAnswer(dimension) {
      const before = answering.get(dimension);
      if (before !== undefined) return before;
      const ofType = new Map<string, boolean>();
      for (const type of byType.keys())
        ofType.set(
          type,
          givesAnswer(serviceOf(services, type), dimension) ||
            (!services.has(type) && answersWithoutDepth(type, dimension)),
        );
      const found = resources.filter(
        ({ id, type }) => ofType.get(type) === true || contributions.get(id)?.has(dimension) === true,
      );
      answering.set(dimension, found);
      return found;
    },
    fact<D extends AnyDimension>(id: ResourceId, dimension: D): Fact<AnswerOf<D>> {
      const number = numberOf.get(id) ?? -1;
      const known = cache.get(dimension) ?? new Array<unknown>(resources.length);
      if (!cache.has(dimension)) cache.set(dimension, known);
      const before = known[number];
      if (before !== undefined) return before as Fact<AnswerOf<D>>;
      const resource = mustHave(id);
      const fact = answer(resource, serviceOf(services, resource.type), dimension, { contributions, directory });
      // What does not apply is one object for each type: cheaper to ask again than to keep for every resource.
      if (fact.kind !== 'not-applicable') known[number] = fact;
      return fact;
    },
    resolve: (value, from, types) => directory.resolve(value, mustHave(from), types),
    service: (type) => serviceOf(services, type),
    deploymentOf: (id) => deploymentOf(mustHave(id)),
    referrers: (id) => idsOf(references.to(numberOf.get(id) ?? -1)),
    references: (id) => idsOf(references.of(numberOf.get(id) ?? -1)),
  };
}

/** Custom resources go by names of their own; they are all of one kind, unless users say what one of them is. */
function serviceOf(services: Services, type: string): ServiceType | undefined {
  return (
    services.get(type) ??
    (type.startsWith('Custom::') ? services.get('AWS::CloudFormation::CustomResource') : undefined)
  );
}

function groupByType(resources: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> {
  const groups = new Map<string, Resource[]>();
  for (const resource of resources) {
    const group = groups.get(resource.type);
    if (group === undefined) groups.set(resource.type, [resource]);
    else group.push(resource);
  }
  return groups;
}

function givesAnswer(service: ServiceType | undefined, dimension: AnyDimension): boolean {
  if (service === undefined) return false;
  return typeof answersOf(service).get(dimension) === 'function';
}

/** Where contributions lead: by reference, or to all of some types in an account. */
interface Recipients {
  readonly directory: Directory;
  ofType(type: string): readonly Resource[];
  /** Equal for resources that share an account. */
  accountOf(resource: Resource): string;
}

function collectContributions(
  resources: readonly Resource[],
  services: Services,
  recipients: Recipients,
): Contributions {
  const result = new Map<ResourceId, Map<AnyDimension, Said[]>>();
  for (const resource of resources) {
    const service = serviceOf(services, resource.type);
    const view = viewOf(resource, recipients.directory);
    const contributed = service === undefined ? policiesForOthers(view) : (service.contributes?.(view) ?? []);
    for (const contribution of contributed) {
      for (const { recipient, closeness } of recipientsOf(contribution, resource, recipients)) {
        const ofTarget = result.get(recipient.id) ?? new Map<AnyDimension, Said[]>();
        result.set(recipient.id, ofTarget);
        const said = { fact: contribution.fact, by: resource, closeness };
        const before = ofTarget.get(contribution.dimension);
        if (before === undefined) ofTarget.set(contribution.dimension, [said]);
        else before.push(said);
      }
    }
  }
  return new Map(
    [...result].map(([id, said]) => [
      id,
      new Map([...said].map(([dimension, all]) => [dimension, settled(dimension, all)])),
    ]),
  );
}

interface Recipient {
  readonly recipient: Resource;
  readonly closeness: number;
}

function recipientsOf(
  { to, types }: Contribution,
  from: Resource,
  { directory, ofType, accountOf }: Recipients,
): readonly Recipient[] {
  if (to.kind === 'all-of-account')
    return to.types.flatMap((type) =>
      ofType(type).flatMap((recipient): readonly Recipient[] => {
        if (accountOf(recipient) !== accountOf(from)) return [];
        const closeness = closenessOf(recipient, to);
        return closeness === undefined ? [] : [{ recipient, closeness }];
      }),
    );
  return directory
    .resolve(to, from, types)
    .flatMap((target) => (target.kind === 'resource' ? [{ recipient: target.resource, closeness: 0 }] : []));
}

/** The system with everything drawn: what rules and moves ask. */
export function createSystem(base: ResourceBase, model: SystemModel): System {
  const elements = new Map<ElementId, Element>(model.elements.map((element) => [element.id, element]));
  const elementOf = new Map<ResourceId, Element>();
  for (const element of model.elements) for (const resource of element.resources) elementOf.set(resource, element);
  return {
    ...base,
    model,
    element: (id) => elements.get(id),
    elementOf: (resource) => elementOf.get(resource),
    enclosing: boundaryChains(model.boundaries),
  };
}
