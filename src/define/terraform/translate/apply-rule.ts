import type { Origin } from '../../../model/origin.ts';
import {
  isStep,
  type TerraformMembers,
  type TerraformPlain,
  type TerraformRule,
  type TerraformStep,
  type TerraformView,
} from '../../../model/terraform.ts';
import { type Hole, text } from '../../../model/text.ts';
import { refsOf, textOf, type Value } from '../../../model/value.ts';
import {
  absentValue,
  conditional,
  literalValue,
  mapCases,
  provenanceOf,
  textValue,
} from '../../cloudformation/value-case.ts';
import { cloudFormationReference } from './cloudformation-reference.ts';
import { conditionGuard } from './condition.ts';
import { convert } from './convert.ts';
import { at, given, givenAt, unlessAbsent } from './given.ts';
import { membersOf } from './merge.ts';

/** Where rules read: the attributes of a resource, or of one of its blocks. */
export interface RuleScope {
  readonly attributes: Value;
  /** The block or resource that what a rule makes up stands at. */
  readonly origin: Origin;
  readonly address: string;
  /** What the provider adds to a prefix. */
  nameHole(): Hole;
  /** A reference to the resource itself. */
  own(attribute: string): Value;
  /** Around a block, the resource. */
  readonly outer?: RuleScope;
}

/** What a rule makes of the attributes; undefined when that is nothing. */
export function applyRule(rule: TerraformRule, scope: RuleScope): Value | undefined {
  if (typeof rule === 'string') return givenAt(scope.attributes, rule);
  return isStep(rule) ? applyStep(rule, scope) : given(applyMembers(rule, scope));
}

/** Properties by name: members that are given. */
export function applyMembers(members: TerraformMembers, scope: RuleScope): Extract<Value, { kind: 'map' }> {
  const entries = propertiesFrom(members, scope);
  const [first] = entries.values();
  return { kind: 'map', entries, origin: first?.origin ?? scope.origin };
}

/** What `applyMembers` makes, for who adds to it. */
export function propertiesFrom(members: TerraformMembers, scope: RuleScope): Map<string, Value> {
  const entries = new Map<string, Value>();
  for (const property of Object.keys(members)) {
    const rule = members[property];
    const value = rule === undefined ? undefined : applyRule(rule, scope);
    if (value !== undefined) entries.set(property, value);
  }
  return entries;
}

function applyStep(step: TerraformStep, scope: RuleScope): Value | undefined {
  switch (step.kind) {
    case 'converted': {
      const value = applyRule(step.rule, scope);
      return value === undefined ? undefined : given(convert(value, step.to));
    }
    case 'always':
      return plainValue(step.value, scope.origin);
    case 'block':
      return within(at(scope.attributes, step.path), scope, (inner) => applyMembers(step.members, inner));
    case 'each':
      return eachOf(step, scope);
    case 'first':
      return firstOf(step.rules, scope);
    case 'list':
      return listOf(step.rules, scope);
    case 'name':
      return nameFrom(step, scope);
    case 'own':
      return scope.own(step.attribute);
    case 'theirs': {
      const value = givenAt(scope.attributes, step.of);
      const [ref] = value === undefined ? [] : refsOf(value);
      return ref === undefined ? undefined : cloudFormationReference(ref.resource, step.attribute, scope.origin);
    }
    case 'outer':
      return applyRule(step.rule, scope.outer ?? scope);
    case 'when':
      return whenHolds(step, scope);
    case 'code':
      return unlessAbsent(step.give(viewOf(scope)));
  }
}

/** What is made of the only block at a place, in each of its alternatives. */
function within(value: Value | undefined, scope: RuleScope, make: (inner: RuleScope) => Value): Value | undefined {
  if (value === undefined) return undefined;
  return unlessAbsent(
    mapCases(value, value.origin, (one) => {
      if (one.kind === 'unknown' || one.kind === 'absent') return one;
      if (one.kind === 'map') return make(inside(one, scope));
      if (one.kind !== 'list') return absentValue(one.origin);
      const [first] = one.items;
      if (first !== undefined) return within(first, scope, make) ?? absentValue(one.origin);
      return one.open === undefined ? absentValue(one.origin) : { kind: 'unknown', hole: one.open, origin: one.origin };
    }),
  );
}

function inside(attributes: Value, scope: RuleScope): RuleScope {
  const origin = attributes.kind === 'map' ? attributes.origin : scope.origin;
  return { ...scope, attributes, origin, outer: scope.outer ?? scope };
}

function eachOf({ path, rule, flat }: Extract<TerraformStep, { kind: 'each' }>, scope: RuleScope): Value | undefined {
  const value = givenAt(scope.attributes, path);
  if (value === undefined) return undefined;
  const made = mapCases(value, value.origin, (one) => {
    if (one.kind === 'unknown' || one.kind === 'absent') return one;
    const items = (one.kind === 'list' ? one.items : [one]).flatMap((item): readonly Value[] => {
      const result = itemOf(item, rule, scope);
      if (result === undefined) return [];
      return flat === true && result.kind === 'list' ? result.items : [result];
    });
    const open = one.kind === 'list' ? one.open : undefined;
    return { kind: 'list', items, origin: one.origin, ...(open !== undefined && { open }) };
  });
  return given(made);
}

function itemOf(item: Value, rule: TerraformRule, scope: RuleScope): Value | undefined {
  return unlessAbsent(
    mapCases(item, item.origin, (one) =>
      one.kind === 'absent' ? one : (applyRule(rule, inside(one, scope)) ?? absentValue(one.origin)),
    ),
  );
}

/** Alternatives in which an earlier rule gives nothing are left to the later ones. */
function firstOf(rules: readonly TerraformRule[], scope: RuleScope): Value | undefined {
  const [rule, ...rest] = rules;
  if (rule === undefined) return undefined;
  const value = applyRule(rule, scope);
  if (value === undefined) return firstOf(rest, scope);
  if (value.kind !== 'choice') return value;
  return unlessAbsent(
    mapCases(value, value.origin, (one) =>
      one.kind === 'absent' ? (firstOf(rest, scope) ?? absentValue(one.origin)) : one,
    ),
  );
}

function listOf(rules: readonly TerraformRule[], scope: RuleScope): Value | undefined {
  const items: Value[] = [];
  let open: Hole | undefined;
  for (const rule of rules) {
    const value = applyRule(rule, scope);
    if (value === undefined) continue;
    const members = membersOf(value);
    items.push(...members.items);
    open ??= members.open;
  }
  return given({ kind: 'list', items, origin: items[0]?.origin ?? scope.origin, ...(open !== undefined && { open }) });
}

function nameFrom({ name, prefix }: Extract<TerraformStep, { kind: 'name' }>, scope: RuleScope): Value | undefined {
  const full = applyRule(name, scope);
  if (full !== undefined) return full;
  const start = applyRule(prefix, scope);
  if (start === undefined) return undefined;
  return mapCases(start, start.origin, (one) => {
    const content = textOf(one);
    return content === undefined ? one : textValue(text(...content, scope.nameHole()), one.origin, provenanceOf(one));
  });
}

function whenHolds({ condition, rule }: Extract<TerraformStep, { kind: 'when' }>, scope: RuleScope) {
  const guard = conditionGuard(condition, scope.attributes);
  const absent = absentValue(scope.origin);
  return unlessAbsent(
    conditional(
      guard,
      () => applyRule(rule, scope) ?? absent,
      () => absent,
      scope.origin,
    ),
  );
}

/** A constant of the knowledge, at the place of the resource or block that it is true of. */
function plainValue(plain: TerraformPlain, origin: Origin): Value {
  if (typeof plain !== 'object') return literalValue(plain, origin);
  if (isPlainList(plain)) return { kind: 'list', items: plain.map((item) => plainValue(item, origin)), origin };
  const entries = new Map(Object.entries(plain).map(([key, item]) => [key, plainValue(item, origin)]));
  return { kind: 'map', entries, origin };
}

function isPlainList(plain: TerraformPlain): plain is readonly TerraformPlain[] {
  return Array.isArray(plain);
}

function viewOf(scope: RuleScope): TerraformView {
  return {
    origin: scope.origin,
    address: scope.address,
    read: (path) => givenAt(scope.attributes, path),
    give: (rule) => applyRule(rule, scope),
  };
}
