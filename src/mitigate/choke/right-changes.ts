import { dataArn } from '../../catalog/data-arn.ts';
import type { Change } from '../../model/choke-points.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf, matchPattern, matchPatternIgnoringCase, textKey } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { type ChangeContext, changeOfPart, type Granted, withEntry } from './change-context.ts';
import type { Right } from './needs.ts';
import { absentAt, membersOf } from './stated.ts';
import { cites, type StatementUses } from './statement-uses.ts';

/**
 * Changes of a statement in a policy of an identity, from the most sparing on: it gives up the resources that attack paths
 * use and nothing needs, it is limited to the resources that the system needs, it gives up the actions that attack paths use.
 */
export function rightChanges(uses: StatementUses, context: ChangeContext): readonly Change[] {
  const rights = context.rightsBy(uses.key);
  return [
    withoutResources(uses, rights, context),
    limitedToNeeds(uses, rights, context),
    withoutActions(uses, rights, context),
  ].filter((change) => change !== undefined);
}

/** What an item of a decision asks for: the action, and on which resource of the system. */
export function askedFor(item: Granted, context: ChangeContext): { readonly action: string; readonly on?: Resource } {
  const on = context.resource(item.kind === 'trusted' ? item.role : item.on);
  return { action: item.kind === 'trusted' ? 'sts:AssumeRole' : item.action, ...(on !== undefined && { on }) };
}

function withoutActions(uses: StatementUses, rights: readonly Right[], context: ChangeContext): Change | undefined {
  const { map } = uses.stated;
  const entries = membersOf(map.entries.get('Action'));
  const isWhole = entries.length === 0 || entries.some(({ kind }) => kind === 'choice');
  const isFree = (entry: Value) => !rights.some(({ action }) => allowsAction(entry, action));
  const usedBy = (item: Granted) => {
    const { action } = askedFor(item, context);
    return isWhole ? [] : entries.filter((entry) => allowsAction(entry, action));
  };
  const dropped = new Set(uses.items.flatMap(usedBy).filter(isFree));
  if (isWhole ? rights.length > 0 : dropped.size === 0) return undefined;
  const goes = isWhole || dropped.size === entries.length;
  const names = isWhole ? ['all that it allows'] : [...dropped].map(nameOf);
  const isCited = cites(uses);
  return changeOfPart(context, {
    control: controlOf(goes ? [] : names),
    title: `${goes ? 'Remove' : 'Take'} ${listed(names)} ${goes ? `(${titleOf(uses)})` : `out of ${titleOf(uses)}`}`,
    resource: uses.holder,
    place: uses.stated.place,
    value: goes ? 'no such statement' : `Action without ${listed(names)}`,
    kind: 'Action',
    loss: goes ? 3 : 2,
    hits: (item) => isCited(item) && (isWhole || usedBy(item).every((entry) => dropped.has(entry))),
    edit: (part) => {
      const left = part.kind === 'map' ? without(part.entries.get('Action'), dropped) : undefined;
      return goes || left === undefined ? absentAt(part) : withEntry(part, 'Action', left);
    },
  });
}

/** Resources that the statement names one by one, and of which paths use some. */
function withoutResources(uses: StatementUses, rights: readonly Right[], context: ChangeContext): Change | undefined {
  const entries = membersOf(uses.stated.map.entries.get('Resource'));
  const isFree = (entry: Value) => !rights.some(({ on }) => allowsOn(entry, on));
  const usedBy = (item: Granted) => {
    const { on } = askedFor(item, context);
    return on === undefined ? undefined : entries.filter((entry) => allowsOn(entry, on));
  };
  const dropped = new Set(uses.items.flatMap((item) => usedBy(item) ?? []).filter(isFree));
  if (dropped.size === 0 || dropped.size === entries.length) return undefined;
  const names = listed([...dropped].map(nameOf));
  const isCited = cites(uses);
  return changeOfPart(context, {
    control: controlOf(actionNames(uses)),
    title: `Take ${names} out of ${titleOf(uses)}`,
    resource: uses.holder,
    place: uses.stated.place,
    value: `Resource without ${names}`,
    kind: 'Resource',
    loss: 1,
    hits: (item) => isCited(item) && usedBy(item)?.every((entry) => dropped.has(entry)) === true,
    edit: (part) => {
      const left = part.kind === 'map' ? without(part.entries.get('Resource'), dropped) : undefined;
      return left === undefined ? absentAt(part) : withEntry(part, 'Resource', left);
    },
  });
}

/** Where the system needs the statement for some resources: for these, and what else it names that no path uses. */
function limitedToNeeds(uses: StatementUses, rights: readonly Right[], context: ChangeContext): Change | undefined {
  const value = uses.stated.map.entries.get('Resource');
  const entries = membersOf(value);
  const asked = uses.items.map((item) => askedFor(item, context));
  const needed = [...new Set(rights.map(({ on }) => on))];
  const isUsed = (entry: Value) => asked.some(({ on }) => on === undefined || allowsOn(entry, on));
  const kept = entries.filter((entry) => !isUsed(entry) || needed.some((on) => isExactly(entry, on)));
  const covered = (on: Resource) => kept.some((entry) => isExactly(entry, on));
  if (value === undefined || needed.length === 0 || kept.length === entries.length) return undefined;
  const resources = [...kept, ...needed.filter((on) => !covered(on)).flatMap((on) => arnsOf(on, value))];
  const isCited = cites(uses);
  return changeOfPart(context, {
    control: 'least-privilege',
    title: `Limit ${titleOf(uses)} to ${listed(needed.map(({ address }) => address))}`,
    resource: uses.holder,
    place: uses.stated.place,
    value: `Resource: ${listed(needed.map(({ address }) => address))}`,
    kind: 'needed',
    loss: 2,
    hits: (item) => isCited(item) && !needed.some((on) => on === askedFor(item, context).on),
    edit: (part) => withEntry(part, 'Resource', { kind: 'list', items: resources, origin: value.origin }),
  });
}

/** ARN of a resource and, where data has a path behind it, of all that is behind. */
export function arnsOf(on: Resource, { origin }: Value): readonly Value[] {
  const refs = [{ resource: on.id, attribute: 'Arn' }];
  const arn = on.arn ?? on.name;
  const behind = textKey(dataArn(on)) === textKey(arn) ? [] : [[...arn, suffixOf(on)]];
  return [arn, ...behind].map((text) => ({ kind: 'text', text, refs, origin }));
}

/** `/*` of a bucket: what lies between its ARN and the object that is asked for, for any object. */
function suffixOf(on: Resource): string {
  const behind = dataArn(on).slice((on.arn ?? on.name).length);
  return `${behind.filter((part) => typeof part === 'string').join('')}*`;
}

function isExactly(entry: Value, on: Resource): boolean {
  const text = textOf(entry);
  return text !== undefined && arnsOf(on, entry).some((arn) => textKey(textOf(arn) ?? []) === textKey(text));
}

function allowsAction(entry: Value, action: string): boolean {
  const text = textOf(entry);
  return text === undefined || matchPatternIgnoringCase(text, [action]) !== 'no';
}

function allowsOn(entry: Value, on: Resource): boolean {
  const text = textOf(entry);
  return text === undefined || [on.arn ?? on.name, dataArn(on)].some((arn) => matchPattern(text, arn) !== 'no');
}

/** A list without some of its members; undefined when none is left. */
function without(value: Value | undefined, dropped: ReadonlySet<Value>): Value | undefined {
  if (value?.kind !== 'list') return undefined;
  const items = value.items.filter((item) => !dropped.has(item));
  return items.some(({ kind }) => kind !== 'absent') ? { ...value, items } : undefined;
}

function nameOf(value: Value): string {
  const text = textOf(value) ?? [];
  return literalOf(text) ?? text.map((part) => (typeof part === 'string' ? part : '…')).join('');
}

function actionNames({ stated }: StatementUses): readonly string[] {
  return membersOf(stated.map.entries.get('Action')).map(nameOf);
}

function controlOf(actions: readonly string[]): string {
  return actions.length > 0 && actions.every((action) => action === 'iam:PassRole') ? 'pass-role-limit' : 'least-privilege';
}

/** `statement 2 of app (inline)`. */
export function titleOf({ holder, policy, stated }: StatementUses): string {
  const sid = stated.map.entries.get('Sid');
  const name = sid?.kind === 'literal' ? `statement ${String(sid.value)}` : `statement ${stated.index + 1}`;
  return `${name} of ${policy.name === holder.address ? '' : `${policy.name} of `}${holder.address}`;
}

const mostNamed = 4;

/** Names for people, the first few of many. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).join(', ');
  return names.length > mostNamed ? `${shown} and ${names.length - mostNamed} more` : shown;
}
