import { resourceType } from '../../../catalog/resource-type.ts';
import { always, and, type Guard, isPossible } from '../../../model/guard.ts';
import type { TerraformConfiguring } from '../../../model/terraform.ts';
import { describeText, literalOf, textKey } from '../../../model/text.ts';
import { refsOf, textOf, type Value } from '../../../model/value.ts';
import { casesOfValue } from '../../cloudformation/value-case.ts';
import { arnOf } from '../../physical-name.ts';
import { spanOf } from '../../span-of.ts';
import { applyMembers } from './apply-rule.ts';
import { conditionGuard } from './condition.ts';
import { type Draft, instanceId, type Owner, scopeOf, type Translation } from './draft.ts';
import { givenAt } from './given.ts';
import type { KnownForm } from './knowledge.ts';
import { membersOf, merged, under } from './merge.ts';
import { draftName, namedThing, propertyOf, substituted, targetOf } from './substitute.ts';

/**
 * Puts what resources say about others among the properties of those. What nothing in the input makes becomes a resource
 * of its own, of which the rest is not known. The drafts of such, in order of the addresses that they are named by.
 */
export function joinSatellites(translation: Translation): readonly Draft[] {
  const joining: Joining = { translation, outside: new Map(), names: undefined, together: new Map() };
  for (const owner of translation.owners.values()) {
    for (const { type, form } of owner.forms) {
      if (form.kind === 'configures') configure(owner, type, form, joining);
    }
  }
  return [...joining.outside.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
}

interface Joining {
  readonly translation: Translation;
  /** What nothing makes, by type and name. */
  readonly outside: Map<string, Draft>;
  /** What is made, by type and by name or ARN: for literal ones, found out when first asked. */
  names: ReadonlyMap<string, Draft> | undefined;
  /** What is made and what nothing makes, by type and properties, then by the values of these. */
  readonly together: Map<string, Map<string, Draft[]>>;
}

function configure(owner: Owner, type: string, form: TerraformConfiguring, joining: Joining): void {
  const { instance } = owner;
  if (instance.mode !== 'managed') return;
  const holds =
    form.when === undefined ? instance.guard : and(instance.guard, conditionGuard(form.when, instance.attributes));
  const { entries } = applyMembers(form.properties, scopeOf(instance, joining.translation.root));
  for (const { guard, draft } of targetsOf(owner, { type, form }, joining)) {
    const where = and(holds, guard);
    if (!isPossible(where)) continue;
    for (const [property, said] of entries) put(draft, property, said, where);
  }
}

interface Target {
  readonly guard: Guard;
  readonly draft: Draft;
}

/** What the form configures, each under the guard that it is named under. */
function targetsOf(owner: Owner, known: KnownForm, joining: Joining): readonly Target[] {
  const { attributes } = owner.instance;
  const { type, form } = known;
  if (form.kind !== 'configures') return [];
  if (typeof form.target !== 'string') return draftsWith(owner, type, form.target, joining);
  const target = givenAt(attributes, form.target);
  const members = target === undefined ? [] : membersOf(target).items;
  return members.flatMap(casesOfValue).flatMap(({ guard, value }): readonly Target[] => {
    if (value.kind === 'absent') return [];
    const made = draftNamed(value, type, owner, joining);
    if (made !== undefined) return [{ guard, draft: made }];
    return isElsewhere(value, owner, known, joining)
      ? [{ guard, draft: outsideNamed(value, type, owner, joining) }]
      : [];
  });
}

/** Of several types that an attribute may name, the first stands for what no input makes. */
function isElsewhere(value: Value, owner: Owner, { type, form }: KnownForm, joining: Joining): boolean {
  const others = owner.forms.filter(
    (other) => other.form.kind === 'configures' && form.kind === 'configures' && other.form.target === form.target,
  );
  if (others[0]?.type !== type) return false;
  return others.every((other) => draftNamed(value, other.type, owner, joining) === undefined);
}

/** All of the type whose properties equal the attributes. */
function draftsWith(
  owner: Owner,
  type: string,
  target: Readonly<Record<string, string>>,
  joining: Joining,
): readonly Target[] {
  const { translation } = joining;
  const { instance } = owner;
  const parts = Object.keys(target).map((attribute) => {
    const value = givenAt(instance.attributes, attribute);
    return value === undefined ? undefined : substituted(value, translation);
  });
  const key = togetherKey(parts, translation);
  if (key === undefined) return [];
  const properties = Object.values(target);
  const index = `${type} ${properties.join(' ')}`;
  const known = joining.together.get(index) ?? togetherIndex(type, properties, translation);
  joining.together.set(index, known);
  const found = known.get(key) ?? [outsideWith(owner, type, properties, parts, joining)];
  known.set(key, found);
  return found.map((draft) => ({ guard: always, draft }));
}

function togetherIndex(type: string, properties: readonly string[], translation: Translation): Map<string, Draft[]> {
  const index = new Map<string, Draft[]>();
  for (const { drafts } of translation.owners.values()) {
    for (const draft of drafts) {
      if (draft.type !== type) continue;
      const key = togetherKey(
        properties.map((property) => propertyOf(draft, property, translation)),
        translation,
      );
      if (key !== undefined) index.set(key, [...(index.get(key) ?? []), draft]);
    }
  }
  return index;
}

/** Equal for values that are the same, one by one; undefined when one is no text. */
function togetherKey(values: readonly (Value | undefined)[], translation: Translation): string | undefined {
  const keys = values.map((value) => (value === undefined ? undefined : partKey(value, translation, 0)));
  return keys.includes(undefined) ? undefined : JSON.stringify(keys);
}

/** What a value is: its text, or what it refers to where only apply tells the text. */
function partKey(value: Value, translation: Translation, steps: number): string | undefined {
  const content = textOf(value);
  if (content === undefined || literalOf(content) !== undefined) return content && textKey(content);
  const [ref, more] = refsOf(value);
  if (ref === undefined || more !== undefined || steps > MOST_STEPS) return textKey(content);
  const drafts = translation.owners.get(ref.resource)?.drafts ?? [];
  const draft = drafts.find((each) => each.id === ref.resource);
  const property = draft && propertyOf(draft, ref.attribute, translation);
  return property === undefined ? `${ref.resource} ${ref.attribute}` : partKey(property, translation, steps + 1);
}

function put(draft: Draft, property: string, said: Value, guard: Guard): void {
  const value =
    said.kind === 'list' ? { ...said, items: said.items.map((item) => under(guard, item)) } : under(guard, said);
  draft.properties.set(property, merged(draft.properties.get(property), value));
  draft.resolved.delete(property);
}

/** The draft of the type that a value names, over other satellites if need be. */
function draftNamed(value: Value, type: string, owner: Owner, joining: Joining): Draft | undefined {
  const content = textOf(value);
  if (content === undefined) return undefined;
  const referred = draftBehind(value, type, joining, 0);
  if (referred !== undefined) return referred;
  joining.names ??= namesOf(joining.translation);
  return joining.names.get(nameKey(type, owner, textKey(content)));
}

/** Chains of satellites that name each other are short, unless they go round. */
const MOST_STEPS = 16;

function draftBehind(value: Value, type: string, joining: Joining, steps: number): Draft | undefined {
  const found = behind(value, joining);
  if (found === undefined || steps > MOST_STEPS) return undefined;
  const own = found.owner.drafts.find((draft) => draft.type === type);
  if (own !== undefined) return own;
  for (const { form } of found.owner.forms) {
    if (form.kind !== 'configures' || typeof form.target !== 'string') continue;
    if (found.attribute !== 'id' && found.attribute !== form.target) continue;
    const next = givenAt(found.owner.instance.attributes, form.target);
    if (next !== undefined) return draftBehind(next, type, joining, steps + 1);
  }
  return undefined;
}

/** The instance that a value is an attribute of: by its hole, else as the only one that it refers to. */
function behind(value: Value, { translation }: Joining) {
  const content = textOf(value) ?? [];
  const [only] = content;
  if (content.length !== 1 || typeof only !== 'object') return undefined;
  const found = targetOf(only, translation);
  if (found !== undefined) return found;
  const [ref, more] = refsOf(value);
  const owner = ref === undefined || more !== undefined ? undefined : translation.owners.get(ref.resource);
  return ref === undefined || owner === undefined ? undefined : { owner, attribute: ref.attribute };
}

function namesOf(translation: Translation): ReadonlyMap<string, Draft> {
  const names = new Map<string, Draft>();
  for (const owner of translation.owners.values()) {
    for (const draft of owner.drafts) {
      for (const value of [draftName(draft, translation), arnOf(namedThing(draft, translation))]) {
        const content = value === undefined ? undefined : textOf(value);
        if (content !== undefined) names.set(nameKey(draft.type, owner, textKey(content)), draft);
      }
    }
  }
  return names;
}

function nameKey(type: string, { place }: Owner, name: string): string {
  return `${textKey(place.account)} ${type} ${name}`;
}

/** Something that the input does not make, named by one value. */
function outsideNamed(value: Value, type: string, owner: Owner, joining: Joining): Draft {
  const content = textOf(value) ?? [];
  const key = nameKey(type, owner, textKey(content));
  const known = joining.outside.get(key);
  if (known !== undefined) return known;
  const found = behind(value, joining);
  const name = resourceType(type)?.name;
  const draft = outsideDraft(owner, joining, {
    type,
    shown: describeText(content),
    ...(found !== undefined && { address: found.owner.instance.address }),
    properties: new Map(name === undefined ? [] : [[name, value]]),
    ownName: value,
  });
  joining.outside.set(key, draft);
  return draft;
}

/** Something that the input does not make, told by several properties. */
function outsideWith(
  owner: Owner,
  type: string,
  properties: readonly string[],
  values: readonly (Value | undefined)[],
  joining: Joining,
): Draft {
  const given = properties.flatMap((property, at): readonly (readonly [string, Value])[] => {
    const value = values[at];
    return value === undefined ? [] : [[property, value]];
  });
  const shown = given.map(([, value]) => describeText(textOf(value) ?? [])).join(' ');
  const draft = outsideDraft(owner, joining, { type, shown, properties: new Map(given) });
  joining.outside.set(draft.id, draft);
  return draft;
}

interface Outside extends Pick<Draft, 'type' | 'properties' | 'ownName'> {
  /** What people read of how it is named. */
  readonly shown: string;
  readonly address?: string;
}

/** What is said of it here is true, and the rest is not known. */
function outsideDraft({ instance, place }: Owner, joining: Joining, { shown, ...outside }: Outside): Draft {
  const short = outside.type.split('::').at(-1);
  const address = outside.address ?? `${short}[${JSON.stringify(shown)}]`;
  const settledBy = `the configuration that makes ${short} ${shown}`;
  const message = `${instance.address} configures ${short} ${shown}, which no input makes; what else is set there counts as unknown`;
  const source = spanOf(instance.origin, joining.translation.origins, '');
  joining.translation.diagnostics.push({ level: 'info', code: 'configured-elsewhere', message, source });
  return {
    ...outside,
    id: instanceId(place.deployment, address),
    address,
    place,
    guard: instance.guard,
    instance,
    origin: instance.origin,
    open: { symbol: `outside:${place.deployment}/${address}`, kind: 'lookup', settledBy },
    resolved: new Map(),
    named: undefined,
  };
}
