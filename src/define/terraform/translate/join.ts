import { resourceType } from '../../../catalog/resource-type.ts';
import { and, type Guard, isPossible } from '../../../model/guard.ts';
import type { TerraformConfiguring } from '../../../model/terraform.ts';
import { describeText, type Hole, textKey } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { casesOfValue } from '../../cloudformation/value-case.ts';
import { arnOf } from '../../physical-name.ts';
import { spanOf } from '../../span-of.ts';
import { applyMembers } from './apply-rule.ts';
import { conditionGuard } from './condition.ts';
import { type Draft, instanceId, type Owner, scopeOf, type Translation } from './draft.ts';
import { givenAt } from './given.ts';
import { membersOf, merged, under } from './merge.ts';
import { draftName, namedThing, targetOf } from './substitute.ts';

/**
 * Puts what resources say about others among the properties of those. What nothing in the input makes becomes a resource
 * of its own, of which the rest is not known. The drafts of such, in order of the addresses that they are named by.
 */
export function joinSatellites(translation: Translation): readonly Draft[] {
  const joining: Joining = { translation, outside: new Map(), names: undefined };
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
}

function configure(owner: Owner, type: string, form: TerraformConfiguring, joining: Joining): void {
  const { instance } = owner;
  if (instance.mode !== 'managed') return;
  const target = givenAt(instance.attributes, form.target);
  if (target === undefined) return;
  const holds =
    form.when === undefined ? instance.guard : and(instance.guard, conditionGuard(form.when, instance.attributes));
  const { entries } = applyMembers(form.properties, scopeOf(instance, joining.translation.root));
  for (const member of membersOf(target).items) {
    for (const { guard, value } of casesOfValue(member)) {
      const where = and(holds, guard);
      if (value.kind === 'absent' || !isPossible(where)) continue;
      const draft = draftNamed(value, type, owner, joining) ?? outsideNamed(value, type, owner, joining);
      for (const [property, said] of entries) put(draft, property, said, where);
    }
  }
}

function put(draft: Draft, property: string, said: Value, guard: Guard): void {
  const value =
    said.kind === 'list' ? { ...said, items: said.items.map((item) => under(guard, item)) } : under(guard, said);
  draft.properties.set(property, merged(draft.properties.get(property), value));
}

/** The draft of the type that a value names, over other satellites if need be. */
function draftNamed(value: Value, type: string, owner: Owner, joining: Joining): Draft | undefined {
  const content = textOf(value);
  const [only] = content ?? [];
  if (content?.length === 1 && typeof only === 'object') {
    const referred = draftBehind(only, type, joining, 0);
    if (referred !== undefined) return referred;
  }
  if (content === undefined) return undefined;
  joining.names ??= namesOf(joining.translation);
  return joining.names.get(nameKey(type, owner, textKey(content)));
}

/** Chains of satellites that name each other are short, unless they go round. */
const MOST_STEPS = 16;

function draftBehind(hole: Hole, type: string, joining: Joining, steps: number): Draft | undefined {
  const found = targetOf(hole, joining.translation);
  if (found === undefined || steps > MOST_STEPS) return undefined;
  const own = found.owner.drafts.find((draft) => draft.type === type);
  if (own !== undefined) return own;
  for (const { form } of found.owner.forms) {
    if (form.kind !== 'configures' || (found.attribute !== 'id' && found.attribute !== form.target)) continue;
    const next = givenAt(found.owner.instance.attributes, form.target);
    const content = next === undefined ? undefined : textOf(next);
    const [only] = content ?? [];
    if (content?.length === 1 && typeof only === 'object') return draftBehind(only, type, joining, steps + 1);
  }
  return undefined;
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

/** Something that the input does not make: what is said of it here is true, and the rest is not known. */
function outsideNamed(value: Value, type: string, owner: Owner, joining: Joining): Draft {
  const { instance, place } = owner;
  const content = textOf(value) ?? [];
  const key = nameKey(type, owner, textKey(content));
  const known = joining.outside.get(key);
  if (known !== undefined) return known;
  const [only] = content;
  const found = typeof only === 'object' ? targetOf(only, joining.translation) : undefined;
  const short = type.split('::').at(-1);
  const address = found?.owner.instance.address ?? `${short}[${JSON.stringify(describeText(content))}]`;
  const name = resourceType(type)?.name;
  const settledBy = `the configuration that makes ${short} ${describeText(content)}`;
  const draft: Draft = {
    id: instanceId(place.deployment, address),
    type,
    address,
    place,
    guard: instance.guard,
    instance,
    properties: new Map(name === undefined ? [] : [[name, value]]),
    open: { symbol: `outside:${place.deployment}/${address}`, kind: 'lookup', settledBy },
    ownName: value,
    resolved: new Map(),
  };
  joining.outside.set(key, draft);
  const message = `${instance.address} configures ${short} ${describeText(content)}, which no input makes; what else is set there counts as unknown`;
  const source = spanOf(instance.origin, joining.translation.origins, '');
  joining.translation.diagnostics.push({ level: 'info', code: 'configured-elsewhere', message, source });
  return draft;
}
