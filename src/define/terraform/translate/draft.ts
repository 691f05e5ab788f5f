import type { Diagnostic } from '../../../model/diagnostic.ts';
import { and, type Guard, isPossible } from '../../../model/guard.ts';
import { type DeploymentId, id, type ResourceId } from '../../../model/id.ts';
import type { Origin, OriginTable } from '../../../model/origin.ts';
import type { TerraformMaking, TerraformRule } from '../../../model/terraform.ts';
import { describeText, type Hole, type Text } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { casesOfValue } from '../../cloudformation/value-case.ts';
import { type NamedThing, nameHole } from '../../physical-name.ts';
import { blockList } from '../block-list.ts';
import type { TerraformInstance } from '../instance.ts';
import { applyRule, propertiesFrom, type RuleScope } from './apply-rule.ts';
import { cloudFormationReference } from './cloudformation-reference.ts';
import { conditionGuard } from './condition.ts';
import { givenAt } from './given.ts';
import type { KnownForm, TerraformTypes } from './knowledge.ts';
import { unmappedType } from './type-name.ts';

/** Where a provider configuration works. */
export interface TerraformPlace {
  /** The deployment of what the provider makes. */
  readonly deployment: DeploymentId;
  readonly account: Text;
  readonly region: Text;
  readonly partition: Text;
}

/** What a translation shares. */
export interface Translation {
  /** The deployment that instances are qualified by in references: that of the root module. */
  readonly root: DeploymentId;
  readonly types: TerraformTypes;
  readonly origins: OriginTable;
  readonly diagnostics: Diagnostic[];
  placeOf(instance: TerraformInstance): TerraformPlace;
  /** What was found out of the account and region since values were made with holes for them, by the hole's symbol. */
  readonly settled: ReadonlyMap<string, Text>;
  /** By the id that references have. */
  readonly owners: Map<ResourceId, Owner>;
}

/** An instance with what it became. */
export interface Owner {
  readonly instance: TerraformInstance;
  readonly place: TerraformPlace;
  /** What it makes itself; none when it only configures others. */
  readonly drafts: readonly Draft[];
  readonly forms: readonly KnownForm[];
}

/** A resource before references are resolved. */
export interface Draft {
  readonly id: ResourceId;
  readonly type: string;
  readonly address: string;
  readonly place: TerraformPlace;
  readonly guard: Guard;
  readonly instance: TerraformInstance;
  /** The instance, or the block that it is made of. */
  readonly origin: Origin;
  readonly form?: TerraformMaking;
  /** As the rules made them; others add to them. */
  readonly properties: Map<string, Value>;
  /** What is not stated may still be there: it is made elsewhere. */
  readonly open?: Hole;
  /** Its own name or id, where that is known or a rule says it. */
  readonly ownName?: Value;
  /** Properties after references are resolved. */
  readonly resolved: Map<string, Value | 'busy'>;
  /** Once it is asked for. */
  named: NamedThing | undefined;
}

/** The id by which references name an instance. */
export function instanceId(root: DeploymentId, address: string): ResourceId {
  return id(`${root}/${address}`);
}

/**
 * What an instance makes itself, by the knowledge of its type. Without any, or when none of what the type may make is
 * meant, it is a resource without depth.
 */
export function draftsOf(instance: TerraformInstance, translation: Translation): readonly Draft[] {
  const place = translation.placeOf(instance);
  const forms = translation.types.get(instance.type);
  if (forms === undefined) return [unmapped(instance, place)];
  const scope = scopeOf(instance, translation.root);
  const drafts: Draft[] = [];
  for (const { type, form } of forms) {
    if (form.kind !== 'makes') continue;
    const making = { type, form, instance, place, scope };
    drafts.push(...(form.each === undefined ? makeOne(making, drafts.length) : makeEach(making, form.each)));
  }
  const isOther = drafts.length === 0 && forms.every(({ form }) => form.kind === 'makes' && form.each === undefined);
  return isOther ? [unmapped(instance, place)] : drafts;
}

/** A form that is applied to an instance; `scope` is that of the whole instance. */
interface Making {
  readonly type: string;
  readonly form: TerraformMaking;
  readonly instance: TerraformInstance;
  readonly place: TerraformPlace;
  readonly scope: RuleScope;
}

function makeOne(making: Making, earlier: number): readonly Draft[] {
  const { type, instance, scope } = making;
  const address = earlier === 0 ? instance.address : `${instance.address}.${type.split('::').at(-1)}`;
  return draft(making, { address, guard: madeWhen(making), scope });
}

/** A resource for every member; members that cannot be told apart by their key are counted. */
function makeEach(making: Making, each: TerraformRule): readonly Draft[] {
  const { form, instance, scope } = making;
  const value = applyRule(each, scope);
  const block = typeof each === 'string' ? `.${each}` : '';
  const taken = new Map<string, number>();
  const cases = value === undefined ? [] : casesOfValue(blockList(value));
  return cases.flatMap(({ guard: here, value: members }) =>
    (members.kind === 'list' ? members.items : []).flatMap((item) =>
      casesOfValue(item).flatMap(({ guard: inner, value: member }): readonly Draft[] => {
        if (member.kind === 'absent') return [];
        const key = keyOf(member, form.key ?? ['']);
        const count = (taken.get(key) ?? 0) + 1;
        taken.set(key, count);
        const address = `${instance.address}${block}[${JSON.stringify(count === 1 ? key : `${key}~${count}`)}]`;
        const origin = member.kind === 'map' ? member.origin : instance.origin;
        const guard = and(madeWhen(making), here, inner);
        return draft(making, { address, guard, scope: { ...scope, attributes: member, origin, outer: scope } });
      }),
    ),
  );
}

function keyOf(member: Value, paths: readonly string[]): string {
  const parts = paths.flatMap((path) => {
    const value = givenAt(member, path);
    const content = value === undefined ? undefined : textOf(value);
    return content === undefined ? [] : [describeText(content)];
  });
  return parts.join(' ');
}

function madeWhen({ form, instance }: Making): Guard {
  return form.when === undefined ? instance.guard : and(instance.guard, conditionGuard(form.when, instance.attributes));
}

function draft(
  { type, form, instance, place }: Making,
  { address, guard, scope }: { readonly address: string; readonly guard: Guard; readonly scope: RuleScope },
): readonly Draft[] {
  if (!isPossible(guard)) return [];
  const own = instanceId(place.deployment, address);
  const here: RuleScope = { ...scope, nameHole: () => nameHole({ id: own, address }) };
  const name = form.name === undefined ? undefined : applyRule(form.name, here);
  return [
    {
      id: own,
      type,
      address,
      place,
      guard,
      instance,
      origin: scope.origin,
      form,
      properties: propertiesFrom(form.properties, here),
      resolved: new Map(),
      named: undefined,
      ...(name !== undefined && { ownName: name }),
    },
  ];
}

/** Rules read the attributes of an instance; what it refers to as its own is a reference like any other. */
export function scopeOf(instance: TerraformInstance, root: DeploymentId): RuleScope {
  const own = instanceId(root, instance.address);
  return {
    attributes: instance.attributes,
    origin: instance.origin,
    address: instance.address,
    nameHole: () => nameHole({ id: own, address: instance.address }),
    own: (attribute) => cloudFormationReference(own, attribute, instance.origin),
  };
}

/** Without knowledge only the references of an instance count: what else it says, secrets included, is not told. */
function unmapped(instance: TerraformInstance, place: TerraformPlace): Draft {
  const referring = [...instance.attributes.entries].filter(([, value]) => refersAnywhere(value));
  return {
    id: instanceId(place.deployment, instance.address),
    type: unmappedType(instance.type),
    address: instance.address,
    place,
    guard: instance.guard,
    instance,
    origin: instance.origin,
    properties: new Map(referring),
    open: {
      symbol: `unmapped:${place.deployment}/${instance.address}`,
      kind: 'lookup',
      settledBy: `knowledge of ${instance.type} in Bartizan`,
    },
    resolved: new Map(),
    named: undefined,
  };
}

function refersAnywhere(value: Value): boolean {
  if (value.kind === 'map') return [...value.entries.values()].some(refersAnywhere);
  if (value.kind === 'list') return value.items.some(refersAnywhere);
  if (value.kind === 'choice') return value.options.some((option) => refersAnywhere(option.value));
  return value.kind !== 'absent' && (value.refs ?? []).length > 0;
}
