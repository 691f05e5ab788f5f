import type { Change } from '../../model/choke-points.ts';
import { id, type MitigationId } from '../../model/id.ts';
import type { NeedlessRight, TighterPolicy } from '../../model/least-privilege.ts';
import type { MapValue, Value } from '../../model/value.ts';
import { type ChangeContext, withEntry } from '../choke/change-context.ts';
import { listed, titleOf } from '../choke/right-changes.ts';
import { sourceText } from '../choke/source-text.ts';
import { absentAt, literalText, membersOf, type Place, withPart } from '../choke/stated.ts';
import type { HeldStatement } from './held-statements.ts';
import type { Cut } from './never-effective.ts';
import type { Purpose } from './purposes.ts';
import { type Narrowed, narrowed } from './wider.ts';

/** What takes the place of a statement: nothing, it in less, or two, of which the second goes to the end of its list. */
interface Tighter {
  readonly statements: readonly Value[];
  readonly needless: readonly NeedlessRight[];
}

/** The statement without what it does not need; undefined when it needs all. `needs`: what it may be judged by, if it may. */
export function tighterStatement(
  held: HeldStatement,
  cuts: readonly Cut[],
  needs: readonly Purpose[],
  context: ChangeContext,
): TighterPolicy | undefined {
  const { statements, needless } = tighterOf(held, cuts, needs);
  if (needless.length === 0) return undefined;
  const { principals, cited } = held;
  const change = changeOf(held, statements, needless, context);
  return { principals: principals.map((one) => one.id), policy: cited.policy, cited, needless, change, breaks: [] };
}

function tighterOf({ stated, ...held }: HeldStatement, cuts: readonly Cut[], needs: readonly Purpose[]): Tighter {
  const gone = new Set(cuts.flatMap((cut) => cut.gone));
  const instead = new Map(cuts.flatMap((cut) => [...(cut.instead ?? [])]));
  const before = membersOf(stated.map.entries.get('Action'));
  const left = before
    .filter((entry) => !gone.has(entry))
    .flatMap((entry): readonly Value[] =>
      (instead.get(entry) ?? [entry]).map((one) =>
        typeof one === 'string' ? { kind: 'literal', value: one, origin: entry.origin } : one,
      ),
    );
  const less = narrowed({ stated, ...held }, left, needs);
  const rights = cuts.map(({ right }) => right);
  if (less !== undefined) return { statements: inTwo(stated.map, less), needless: [...rights, less.right] };
  const statements = left.length === 0 ? [] : [withList(stated.map, 'Action', left)];
  return { statements, needless: rights };
}

function inTwo(map: MapValue, { actions, resources, kept }: Narrowed): readonly Value[] {
  const limited = withList(withList(map, 'Action', actions), 'Resource', resources);
  const rest = withList(map, 'Action', kept);
  if (actions.length === 0) return kept.length === 0 ? [] : [rest];
  return kept.length === 0 ? [limited] : [limited, withoutSid(rest)];
}

/** Sids are unique in a policy. */
function withoutSid(statement: Value): Value {
  return withEntry(statement, 'Sid', absentAt(statement));
}

function withList(map: Value, name: string, items: readonly Value[]): Value {
  const [only] = items;
  const origin = map.origin;
  return withEntry(map, name, items.length === 1 && only !== undefined ? only : { kind: 'list', items, origin });
}

function changeOf(
  held: HeldStatement,
  statements: readonly Value[],
  needless: readonly NeedlessRight[],
  context: ChangeContext,
): Change {
  const { holder, stated, cited } = held;
  const { place, map } = stated;
  const [first, second] = statements;
  const where = titleOf({ holder, policy: cited.policy, stated, key: held.key, items: [] });
  const title = `${first === undefined ? 'Remove' : 'Tighten'} ${where}`;
  const property = place.join('.');
  const words = (value: Value) => sourceText(value, holder, context.resource);
  const own = { property, before: words(map), after: first === undefined ? '' : words(first) };
  const added = second === undefined ? undefined : { property: endOf(place), before: '', after: words(second) };
  const value = listed(needless.flatMap(({ what }) => what));
  return {
    id: id<MitigationId>(`least-privilege@${holder.id}#${property} rights`),
    title,
    resource: holder.id,
    fix: {
      control: 'least-privilege',
      title,
      resource: holder.address,
      type: holder.type,
      property,
      value: `without ${value}`,
    },
    patches: added === undefined ? [own] : [own, added],
    effort: context.effortOf('least-privilege'),
    loss: 1,
    origin: map.origin,
    hits: () => false,
    apply: (resource) => ({ ...resource, properties: edited(resource.properties, place, statements) }),
  };
}

/** A second statement stands at the end, so that the places of its neighbours stay. */
function edited(properties: MapValue, place: Place, [first, second]: readonly Value[]): MapValue {
  const isInList = typeof place.at(-1) === 'number';
  const own = withPart(properties, place, (part) => {
    if (first === undefined) return absentAt(part);
    return second === undefined || isInList ? first : { kind: 'list', items: [first, second], origin: part.origin };
  });
  if (second === undefined || !isInList) return own;
  return withPart(own, place.slice(0, -1), (part) =>
    part.kind === 'list' ? { ...part, items: [...part.items, second] } : part,
  );
}

/** Behind the last of a list; a single statement becomes a list. */
function endOf(place: Place): string {
  return [...(typeof place.at(-1) === 'number' ? place.slice(0, -1) : place), '+'].join('.');
}

/** The actions of a statement, for people. */
export function actionsOf({ stated }: HeldStatement): readonly string[] {
  return membersOf(stated.map.entries.get('Action')).map((entry) => literalText(entry) ?? 'an action');
}
