import { dataArn } from '../../catalog/data-arn.ts';
import type { ProofItem } from '../../model/attack.ts';
import type { Change } from '../../model/choke-points.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf, matchPattern, matchPatternIgnoringCase, textKey } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { type ChangeContext, changeOfPart, type Granted, type PartChange, withEntry } from './change-context.ts';
import { arnsOf, neededBy, needName, statementOf } from './needed-statement.ts';
import { isResource, type Right } from './rights.ts';
import { sparingChange, weighAction } from './sparing.ts';
import { absentAt, membersOf, statedIn } from './stated.ts';
import type { StatementUses } from './statement-uses.ts';

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
  const entries = membersOf(uses.stated.map.entries.get('Action'));
  const isWhole = entries.length === 0 || entries.some(({ kind }) => kind === 'choice');
  if (isWhole) return rights.length > 0 ? undefined : withoutStatement(uses, ['all that it allows'], context);
  const isFree = (entry: Value) => !rights.some(({ action }) => allowsAction(entry, action));
  const known = new Set<ProofItem>(uses.items);
  const usedBy = (item: ProofItem) => {
    if (!known.has(item)) return undefined;
    const used = entries.filter((entry) => allowsAction(entry, askedFor(item as Granted, context).action));
    return used.every(isFree) ? used : undefined;
  };
  return sparingChange(uses.items, {
    usedBy,
    weigh: weighAction,
    make(gone) {
      const names = [...gone].map(nameOf);
      if (gone.size === 0) return undefined;
      if (gone.size === entries.length) return withoutStatement(uses, names, context);
      return changeOfPart(context, {
        control: controlOf(names),
        title: `Take ${listed(names)} out of ${titleOf(uses)}`,
        resource: uses.holder,
        place: uses.stated.place,
        value: `Action without ${listed(names)}`,
        kind: 'Action',
        loss: 2,
        hits: (item) => usedBy(item)?.every((entry) => gone.has(entry)) === true,
        edit: (part) => withoutEntries(part, 'Action', gone),
      });
    },
  });
}

function withoutStatement(uses: StatementUses, names: readonly string[], context: ChangeContext): Change | undefined {
  const known = new Set<ProofItem>(uses.items);
  return changeOfPart(context, {
    control: controlOf([]),
    title: `Remove ${listed(names)} (${titleOf(uses)})${isLast(uses) ? ', and the policy with it: it says nothing else' : ''}`,
    resource: uses.holder,
    place: uses.stated.place,
    value: 'no such statement',
    kind: 'Action',
    loss: 3,
    hits: (item) => known.has(item),
    edit: absentAt,
  });
}

/** Is it the only statement of its document? AWS accepts none without a statement. */
export function isLast({ holder, stated: { place } }: StatementUses): boolean {
  const document = place.slice(0, place.lastIndexOf('Statement')).join('.');
  const beside = statedIn(holder).filter(
    (one) => one.place.slice(0, one.place.lastIndexOf('Statement')).join('.') === document,
  );
  return beside.length === 1;
}

/** Resources that the statement names one by one, and of which paths use some. */
function withoutResources(uses: StatementUses, rights: readonly Right[], context: ChangeContext): Change | undefined {
  const entries = membersOf(uses.stated.map.entries.get('Resource'));
  const isFree = (entry: Value) => !rights.some(({ on }) => !isResource(on) || allowsOn(entry, on));
  const known = new Set<ProofItem>(uses.items);
  const usedBy = (item: ProofItem) => {
    const on = known.has(item) ? askedFor(item as Granted, context).on : undefined;
    const used = on === undefined ? [] : entries.filter((entry) => allowsOn(entry, on));
    return used.length > 0 && used.every(isFree) ? used : undefined;
  };
  return sparingChange(uses.items, {
    usedBy,
    weigh: () => 1,
    make(gone) {
      const names = listed([...gone].map(nameOf));
      if (gone.size === 0 || gone.size === entries.length) return undefined;
      return changeOfPart(context, {
        control: controlOf(actionNames(uses)),
        title: `Take ${names} out of ${titleOf(uses)}`,
        resource: uses.holder,
        place: uses.stated.place,
        value: `Resource without ${names}`,
        kind: 'Resource',
        loss: 1,
        hits: (item) => usedBy(item)?.every((entry) => gone.has(entry)) === true,
        edit: (part) => withoutEntries(part, 'Resource', gone),
      });
    },
  });
}

/** The statement without some members of a list; nothing when none is left. */
function withoutEntries(part: Value, name: string, gone: ReadonlySet<Value>): Value {
  const left = part.kind === 'map' ? without(part.entries.get(name), gone) : undefined;
  return left === undefined ? absentAt(part) : withEntry(part, name, left);
}

/**
 * Where the system needs the statement for some resources: for these, and what else it names that no path uses. What a
 * service needs on no resource in particular becomes a statement of its own.
 */
function limitedToNeeds(uses: StatementUses, rights: readonly Right[], context: ChangeContext): Change | undefined {
  const value = uses.stated.map.entries.get('Resource');
  const entries = membersOf(value);
  const asked = uses.items.map((item) => askedFor(item, context));
  const needed = neededBy(rights).filter((on) => isResource(on) || literalOf(on) !== '*');
  const anywhere = rights.filter(({ on }) => !isResource(on) && literalOf(on) === '*');
  const isUsed = (entry: Value) => asked.some(({ on }) => on === undefined || allowsOn(entry, on));
  const kept = entries.filter((entry) => !isUsed(entry) || needed.some((on) => isExactly(entry, on)));
  const covered = (on: Right['on']) => kept.some((entry) => isExactly(entry, on));
  if (value === undefined || needed.length === 0 || kept.length === entries.length) return undefined;
  const resources = [...kept, ...needed.filter((on) => !covered(on)).flatMap((on) => arnsOf(on, value))];
  const limited = (part: Value) =>
    withEntry(part, 'Resource', { kind: 'list', items: resources, origin: value.origin });
  const own = anywhere.length === 0 ? undefined : statementOf(anywhere, uses.holder);
  const names = listed(needed.map(needName));
  const known = new Set<ProofItem>(uses.items);
  return changeOfPart(context, {
    control: 'least-privilege',
    title: `Limit ${titleOf(uses)} to ${names}`,
    resource: uses.holder,
    ...(own === undefined ? { place: uses.stated.place, edit: limited } : besideIt(uses, limited, own)),
    value: `Resource: ${names}`,
    kind: 'needed',
    loss: 2,
    hits: (item) => known.has(item) && !needed.some((on) => on === askedFor(item as Granted, context).on),
  });
}

/** The edit of a statement, with another one at the end of its list. */
function besideIt(
  { stated }: StatementUses,
  limited: (part: Value) => Value,
  own: Value,
): Pick<PartChange, 'place' | 'edit'> {
  const last = stated.place.at(-1);
  if (typeof last !== 'number')
    return {
      place: stated.place,
      edit: (part) => ({ kind: 'list', items: [limited(part), own], origin: part.origin }),
    };
  const edit = (list: Value): Value =>
    list.kind === 'list'
      ? { ...list, items: [...list.items.map((item, at) => (at === last ? limited(item) : item)), own] }
      : list;
  return { place: stated.place.slice(0, -1), edit };
}

function isExactly(entry: Value, on: Right['on']): boolean {
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
  return actions.length > 0 && actions.every((action) => action === 'iam:PassRole')
    ? 'pass-role-limit'
    : 'least-privilege';
}

/** `statement 2 of app (inline)`. */
export function titleOf({ holder, policy, stated }: StatementUses): string {
  const sid = stated.map.entries.get('Sid');
  const name = sid?.kind === 'literal' ? `statement ${String(sid.value)}` : `statement ${stated.index + 1}`;
  return `${name} of ${policy.name.includes(holder.address) ? '' : `${policy.name} of `}${holder.address}`;
}

const mostNamed = 4;

/** Names for people, the first few of many. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).join(', ');
  return names.length > mostNamed ? `${shown} and ${names.length - mostNamed} more` : shown;
}
