import { and, type Guard, isPossible } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Portion, portionOf } from '../../model/store-part.ts';
import type { Value } from '../../model/value.ts';
import { initProperty } from '../cloud-formation-init.ts';
import { isShown, shownBy } from '../data/shown-configuration.ts';
import { remembered } from './remembered.ts';
import { objectsNamed } from './stored-objects.ts';

/** A property that keeps values of the customer's own, and what has to be read to see them. */
export interface KeptValue {
  /** What one reads: the resource itself, or the store that the value is put into, or the part of it that has the value. */
  readonly place: Portion;
  /** The resource that states the value. */
  readonly holder: Resource;
  readonly property: string;
  readonly value: Value;
  readonly guard: Guard;
  /** Does code in the place, or in what is made from it, have it at hand? */
  readonly toCode: boolean;
  /** Is it seen by whoever reads the place, and not by code in it alone? */
  readonly toReaders: boolean;
  /** What must be so besides. */
  readonly provided?: string;
}

/** Every place in which a secret may come to stand. */
export const keptValues = remembered((ask): readonly KeptValue[] =>
  ask.system.model.resources.flatMap((resource) => [
    ...shownIn(resource),
    ...setUpIn(resource),
    ...storedIn(resource),
    ...uploadedBy(ask, resource),
    ...handedToFunctions(ask, resource),
  ]),
);

/** Configuration that AWS shows. */
function shownIn(resource: Resource): readonly KeptValue[] {
  const shown = shownBy(resource.type);
  if (shown === undefined) return [];
  const common = { toCode: shown.toCode === true, toReaders: true };
  return [...resource.properties.entries].flatMap(([property, value]) =>
    isShown(shown, property)
      ? [{ place: resource, holder: resource, property, value, guard: resource.guard, ...common }]
      : [],
  );
}

/** What `cfn-init` puts into a machine: code there has it, and who may look at the stack, which is another move. */
function setUpIn(resource: Resource): readonly KeptValue[] {
  const value = resource.properties.entries.get(initProperty);
  if (value === undefined) return [];
  const common = { place: resource, holder: resource, property: initProperty, value, guard: resource.guard };
  return [{ ...common, toCode: true, toReaders: false }];
}

/** The property in which a type states all that it holds. */
const content: Readonly<Record<string, string>> = {
  'AWS::SecretsManager::Secret': 'SecretString',
  'AWS::SSM::Parameter': 'Value',
};

/** Types that are stores of one value each. */
export const singleStores: readonly string[] = Object.keys(content);

function storedIn(resource: Resource): readonly KeptValue[] {
  const property = Object.hasOwn(content, resource.type) ? content[resource.type] : undefined;
  const value = property === undefined ? undefined : resource.properties.entries.get(property);
  if (property === undefined || value === undefined) return [];
  return [
    { place: resource, holder: resource, property, value, guard: resource.guard, toCode: false, toReaders: true },
  ];
}

/** What a resource puts into a store: the property that names the store, and those that are the content. */
interface Upload {
  readonly into: string;
  readonly types: readonly string[];
  readonly content: readonly string[];
  /** The property that is the key of an object of its own. */
  readonly key?: string;
}

/** Types that put content into a store. CloudFormation has none of them; Terraform has. */
const uploads: Readonly<Record<string, Upload>> = {
  'AWS::S3::Object': { into: 'Bucket', types: ['AWS::S3::Bucket'], content: ['Body'], key: 'Key' },
  'AWS::DynamoDB::Item': { into: 'TableName', types: ['AWS::DynamoDB::Table'], content: ['Item'] },
};

function uploadedBy(ask: Questions, resource: Resource): readonly KeptValue[] {
  const upload = Object.hasOwn(uploads, resource.type) ? uploads[resource.type] : undefined;
  if (upload === undefined) return [];
  return upload.content.flatMap((property) => {
    const value = resource.properties.entries.get(property);
    return value === undefined
      ? []
      : uploadPlaces(ask, resource, upload).map((one) => ({
          ...one,
          holder: resource,
          property,
          value,
          toCode: false,
          toReaders: true,
        }));
  });
}

/** The object that is uploaded, or the store that something is put into. */
function uploadPlaces(
  ask: Questions,
  from: Resource,
  { into, types, key }: Upload,
): readonly Pick<KeptValue, 'place' | 'guard' | 'provided'>[] {
  const { entries } = from.properties;
  const [bucket, name] = [entries.get(into), key === undefined ? undefined : entries.get(key)];
  if (key === undefined || bucket === undefined)
    return storesNamed(ask, from, { into, types }).map(({ store, guard }) => ({ place: store, guard }));
  return objectsNamed(ask, from, { bucket, ...(name !== undefined && { key: name }) }).flatMap((one) => {
    const guard = and(from.guard, one.guard);
    const { provided } = one;
    const place = portionOf(one.bucket, one.part);
    return isPossible(guard) ? [{ place, guard, ...(provided !== undefined && { provided }) }] : [];
  });
}

function storesNamed(ask: Questions, from: Resource, { into, types }: Pick<Upload, 'into' | 'types'>) {
  const name = from.properties.entries.get(into);
  return (name === undefined ? [] : ask.system.resolve(name, from.id, types)).flatMap((end) => {
    const guard = and(from.guard, end.guard);
    return end.kind === 'resource' && isPossible(guard) ? [{ store: end.resource, guard }] : [];
  });
}

/** A custom resource hands its properties to the function that makes it. */
function handedToFunctions(ask: Questions, resource: Resource): readonly KeptValue[] {
  if (!resource.properties.entries.has('ServiceToken')) return [];
  const functions = storesNamed(ask, resource, { into: 'ServiceToken', types: ['AWS::Lambda::Function'] });
  return [...resource.properties.entries]
    .filter(([property]) => property !== 'ServiceToken')
    .flatMap(([property, value]) =>
      functions.map(({ store, guard }) => ({
        place: store,
        holder: resource,
        property,
        value,
        guard,
        toCode: true,
        toReaders: false,
      })),
    );
}

/** Types that are made into something else which runs: what stands in them is at hand there. */
const moulds: ReadonlySet<string> = new Set([
  'AWS::EC2::LaunchTemplate',
  'AWS::AutoScaling::LaunchConfiguration',
  'AWS::ECS::TaskDefinition',
  'AWS::SageMaker::NotebookInstanceLifecycleConfig',
  'AWS::SageMaker::Model',
]);

/** The resources whose values code in a workload has at hand: the workload, its parts, and what it is made from. */
export function mouldsOf(ask: Questions, workload: Resource): ReadonlySet<ResourceId> {
  const parts = ask.system.elementOf(workload.id)?.resources ?? [workload.id];
  const made = parts
    .flatMap((part) => ask.system.references(part))
    .filter((id) => moulds.has(ask.system.resource(id)?.type ?? ''));
  return new Set([...parts, ...made]);
}
