import type { Diagnostic } from '../../../model/diagnostic.ts';
import { isAlways, isPossible } from '../../../model/guard.ts';
import type { DeploymentId } from '../../../model/id.ts';
import type { OriginTable } from '../../../model/origin.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Text } from '../../../model/text.ts';
import type { MapValue, Value } from '../../../model/value.ts';
import { arnOf, nameHole, singleText } from '../../physical-name.ts';
import { spanOf } from '../../span-of.ts';
import type { TerraformInstance } from '../instance.ts';
import { conditionGuard } from './condition.ts';
import { defaultAclAssociations } from './default-network-acls.ts';
import { type Draft, draftsOf, instanceId, type Owner, type TerraformPlace, type Translation } from './draft.ts';
import { joinSatellites } from './join.ts';
import type { TerraformTypes } from './knowledge.ts';
import { createLinks, type IdentifiedDraft, type Links } from './link.ts';
import { mainAssociations } from './main-route-tables.ts';
import { draftName, namedThing, propertyOf } from './substitute.ts';

/** One root module, plan or state, as one deployment; providers of other regions and accounts have one of their own. */
export interface TerraformUnit {
  readonly deployment: DeploymentId;
  readonly instances: readonly TerraformInstance[];
  placeOf(instance: TerraformInstance): TerraformPlace;
  /** What holes of the account and region turned out to be, by symbol. */
  readonly settled?: ReadonlyMap<string, Text>;
}

export interface TranslatedTerraform {
  /** In order of the instances; what they configure and nobody makes comes last. */
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Turns what Terraform would make into resources with CloudFormation's names. First the rules of each type make
 * properties, in which references to attributes are still holes; then resources that configure others are joined to
 * these; then every reference becomes what it leads to. Linear in instances and their values.
 */
export function translateTerraform(
  unit: TerraformUnit,
  types: TerraformTypes,
  origins: OriginTable,
): TranslatedTerraform {
  const diagnostics: Diagnostic[] = [];
  const translation: Translation = {
    root: unit.deployment,
    types,
    origins,
    diagnostics,
    placeOf: unit.placeOf,
    settled: unit.settled ?? new Map(),
    owners: new Map(),
  };
  for (const given of unit.instances) {
    const instance = withDefaultTags(given);
    const drafts = instance.mode === 'managed' ? draftsOf(instance, translation) : [];
    const forms = types.get(instance.type) ?? [];
    const owner: Owner = { instance, place: unit.placeOf(instance), drafts, forms };
    translation.owners.set(instanceId(unit.deployment, instance.address), owner);
  }
  for (const owner of translation.owners.values()) tellLostAcceptances(owner, translation);
  const outside = joinSatellites(translation);
  const made = [...translation.owners.values()].flatMap(({ drafts }) => drafts);
  const all = [...made, ...outside, ...mainAssociations(translation), ...defaultAclAssociations(translation)];
  const identified = all.map((draft) => identify(draft, translation));
  const links = createLinks(identified);
  const resources = identified.map((each) => resourceOf(each, translation, links));
  return { resources, diagnostics };
}

/**
 * Tags of the provider come to those of the resource, which win; a plan or state has both together already.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/resource-tagging
 */
function withDefaultTags(instance: TerraformInstance): TerraformInstance {
  const { attributes, provider } = instance;
  const { defaultTags } = provider;
  const own = attributes.entries.get('tags');
  if (instance.mode === 'data' || defaultTags?.kind !== 'map' || attributes.entries.has('tags_all')) return instance;
  if (own !== undefined && own.kind !== 'map') return instance;
  const all: MapValue = { ...defaultTags, entries: new Map([...defaultTags.entries, ...(own?.entries ?? [])]) };
  return { ...instance, attributes: { ...attributes, entries: new Map([...attributes.entries, ['tags_all', all]]) } };
}

/** What only configures another resource is no part of the model, so that nothing can be accepted there. */
function tellLostAcceptances({ instance, drafts }: Owner, { origins, diagnostics }: Translation): void {
  if (drafts.length > 0) return;
  for (const { origin } of instance.acceptances ?? []) {
    const message = `bartizan:accept above ${instance.address} accepts nothing, it is part of another resource; write it above that one`;
    diagnostics.push({ level: 'error', code: 'invalid-acceptance', message, source: spanOf(origin, origins, '') });
  }
}

function identify(draft: Draft, translation: Translation): IdentifiedDraft {
  const arn = singleText(arnOf(namedThing(draft, translation)));
  const name = singleText(draftName(draft, translation)) ?? [nameHole(draft)];
  return { draft, name, ...(arn !== undefined && { arn }) };
}

function resourceOf({ draft, name, arn }: IdentifiedDraft, translation: Translation, links: Links): Resource {
  const { instance } = draft;
  const { onDelete, onReplace } = destroyed(draft);
  return {
    id: draft.id,
    type: draft.type,
    address: draft.address,
    deployment: draft.place.deployment,
    guard: draft.guard,
    properties: propertiesOf(draft, translation, links),
    origin: draft.origin,
    name,
    aliases: draft.address === instance.address ? instance.aliases : [],
    onDelete,
    onReplace,
    dependsOn: dependenciesOf(instance, translation),
    suppressions: instance.acceptances ?? none,
    ...(arn !== undefined && { arn }),
  };
}

const none: readonly never[] = [];

function dependenciesOf({ dependsOn }: TerraformInstance, translation: Translation): Resource['dependsOn'] {
  if (dependsOn.length === 0) return none;
  return dependsOn.flatMap((address) => {
    const owner = translation.owners.get(instanceId(translation.root, address));
    return owner?.drafts.slice(0, 1).map(({ id }) => id) ?? [];
  });
}

function propertiesOf(draft: Draft, translation: Translation, links: Links): MapValue {
  const entries = new Map<string, Value>();
  for (const name of draft.properties.keys()) {
    const value = propertyOf(draft, name, translation);
    if (value !== undefined) entries.set(name, links.linked(draft, name, value));
  }
  const { open } = draft;
  return { kind: 'map', entries, origin: draft.origin, ...(open !== undefined && { open }) };
}

/**
 * `prevent_destroy` stops what would destroy the resource; else Terraform deletes it, with a last snapshot where the
 * provider takes one. https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle
 */
function destroyed({ instance, form, open }: Draft): Pick<Resource, 'onDelete' | 'onReplace'> {
  if (open !== undefined) return { onDelete: 'unknown', onReplace: 'unknown' };
  if (instance.preventDestroy) return { onDelete: 'retain', onReplace: 'retain' };
  const { retainWhen, snapshotUnless, snapshotWhen } = form?.onDestroy ?? {};
  const holds = (attribute: string) => conditionGuard({ attribute, is: true }, instance.attributes);
  const judge = (attribute: string, yes: Resource['onDelete'], no: Resource['onDelete']): Resource['onDelete'] => {
    const guard = holds(attribute);
    return !isPossible(guard) ? no : isAlways(guard) ? yes : 'unknown';
  };
  const what =
    retainWhen !== undefined
      ? judge(retainWhen, 'retain', 'delete')
      : snapshotUnless !== undefined
        ? judge(snapshotUnless, 'delete', 'snapshot')
        : snapshotWhen !== undefined
          ? judge(snapshotWhen, 'snapshot', 'delete')
          : 'delete';
  return { onDelete: what, onReplace: what };
}
