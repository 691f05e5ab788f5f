import { always, and, type Guard, is, isPossible, or } from '../../../model/guard.ts';
import type { Origin } from '../../../model/origin.ts';
import type { Hole } from '../../../model/text.ts';
import type { Value } from '../../../model/value.ts';
import { casesOfValue, choiceOf, expression } from '../../cloudformation/value-case.ts';
import { firstHole } from '../expression/computed.ts';
import { numberOf } from '../expression/number.ts';
import { bind, report, type Scope } from '../expression/scope.ts';
import { isCollection, isFailure, isResource, referredTo, symbolicOf } from '../expression/special.ts';
import { plainString } from '../expression/text.ts';
import type { Body } from '../hcl/syntax.ts';

/** What `count` or `for_each` make of a block. */
export interface Expansion {
  readonly shape: 'single' | 'list' | 'map';
  readonly members: readonly Member[];
  /** Which members there are, by the conditions that decide it. */
  readonly cases: readonly ExpansionCase[];
}

export interface ExpansionCase {
  readonly guard: Guard;
  readonly members: readonly Member[];
  readonly open?: Hole;
}

export interface Member {
  /** `''`, `[0]`, `["key"]`; `[*]` stands for all that are not known. */
  readonly label: string;
  readonly key?: string | number;
  readonly guard: Guard;
  readonly symbolic: boolean;
  /** `count` or `each`. */
  readonly bindings: Readonly<Record<string, Value>>;
}

/** Instances of one block; more are left out and told. */
const MOST_MEMBERS = 1_000;

const single: Member = { label: '', guard: always, symbolic: false, bindings: {} };

/** Evaluates `count` and `for_each` of a block; `address` names it in messages and symbols. */
export function expand(body: Body, scope: Scope, address: string): Expansion {
  const count = body.attributes.get('count');
  const each = body.attributes.get('for_each');
  if (count !== undefined) {
    return assembled('list', scope.run.evaluate(count.value, scope), { scope, address, origin: count.origin });
  }
  if (each !== undefined) {
    return assembled('map', scope.run.evaluate(each.value, scope), { scope, address, origin: each.origin });
  }
  return { shape: 'single', members: [single], cases: [{ guard: always, members: [single] }] };
}

interface Place {
  readonly scope: Scope;
  readonly address: string;
  readonly origin: Origin;
}

/** Members of one alternative before they are put together. */
interface Draft {
  readonly keys: readonly (string | number)[];
  readonly values: ReadonlyMap<string | number, Value>;
  readonly open?: Hole;
  /** Value that stands for all that are not known. */
  readonly symbolicValue?: Value;
}

function assembled(shape: 'list' | 'map', value: Value, place: Place): Expansion {
  const drafts = casesOfValue(value)
    .filter((one) => !isFailure(one.value) || value.kind !== 'choice')
    .map((one) => ({
      guard: one.guard,
      draft: shape === 'list' ? countDraft(one.value, place) : eachDraft(one.value, place),
    }));
  const members = new Map<string | number, Member>();
  for (const key of new Set(drafts.flatMap(({ draft }) => draft.keys))) {
    const having = drafts.filter(({ draft }) => draft.values.has(key));
    const guard = or(...having.map((one) => one.guard));
    const values = having.map((one) => ({ guard: one.guard, value: one.draft.values.get(key) as Value }));
    if (isPossible(guard)) members.set(key, memberOf(shape, key, guard, choiceOf(values, place.origin), place));
  }
  const symbolic = symbolicMember(shape, drafts, place);
  return {
    shape,
    members: [...members.values(), ...(symbolic === undefined ? [] : [symbolic])],
    cases: drafts.map(({ guard, draft }) => ({
      guard,
      members: [
        ...draft.keys.flatMap((key) => members.get(key) ?? []),
        ...(draft.open !== undefined && symbolic !== undefined ? [symbolic] : []),
      ],
      ...(draft.open !== undefined && { open: draft.open }),
    })),
  };
}

function memberOf(shape: 'list' | 'map', key: string | number, guard: Guard, value: Value, place: Place): Member {
  const label = typeof key === 'number' ? `[${key}]` : `[${JSON.stringify(key)}]`;
  return { label, key, guard, symbolic: false, bindings: bindingsOf(shape, literalOf(key, place), value, place) };
}

function literalOf(key: string | number, { origin }: Place): Value {
  return { kind: 'literal', value: key, origin };
}

function bindingsOf(
  shape: 'list' | 'map',
  key: Value,
  value: Value,
  { origin }: Place,
): Readonly<Record<string, Value>> {
  if (shape === 'list') return { count: { kind: 'map', entries: new Map([['index', key]]), origin } };
  const entries = new Map([
    ['key', key],
    ['value', value],
  ]);
  return { each: { kind: 'map', entries, origin } };
}

/** One member that stands for all whose number or names are not known. It exists when there is at least one. */
function symbolicMember(
  shape: 'list' | 'map',
  drafts: readonly { readonly guard: Guard; readonly draft: Draft }[],
  place: Place,
): Member | undefined {
  const openDrafts = drafts.filter(({ draft }) => draft.open !== undefined);
  const [first] = openDrafts;
  const hole = first?.draft.open;
  if (first === undefined || hole === undefined) return undefined;
  const { deployment } = place.scope.run.source;
  const word = shape === 'list' ? 'count.index' : 'each.key';
  const index = expression(`${word} of ${deployment}/${place.address}`, hole.settledBy);
  const key: Value = { kind: 'unknown', hole: index, origin: place.origin };
  const question = is(`condition:${deployment}/any ${place.address.replaceAll('/', '|')}`, 'true');
  const value = first.draft.symbolicValue ?? key;
  return {
    label: '[*]',
    guard: and(or(...openDrafts.map((one) => one.guard)), question),
    symbolic: true,
    bindings: bindingsOf(shape, key, value, place),
  };
}

function countDraft(value: Value, place: Place): Draft {
  const count = numberOf(value);
  if (count === undefined) return unclearDraft(value, place, 'count', 'a number');
  if (count < 0 || !Number.isInteger(count)) {
    tell(place, 'wrong-type', `count of ${place.address} is ${count}; it must be a whole number`);
    return { keys: [], values: new Map() };
  }
  const keys = Array.from({ length: limited(count, place) }, (_, at) => at);
  return { keys, values: new Map(keys.map((key) => [key, literalOf(key, place)])) };
}

function limited(count: number, place: Place): number {
  if (count <= MOST_MEMBERS) return count;
  tell(place, 'too-many-instances', `${place.address} has ${count} instances; the first ${MOST_MEMBERS} are modelled`);
  return MOST_MEMBERS;
}

function unclearDraft(value: Value, place: Place, word: string, what: string): Draft {
  const known = value.kind === 'literal' || isCollection(value);
  if (isFailure(value)) tell(place, value.failure.code, `${word} of ${place.address}: ${value.failure.message}`);
  else if (known) tell(place, 'wrong-type', `${word} of ${place.address} must be ${what}`);
  else {
    const settledBy = firstHole(value)?.settledBy ?? 'the value';
    const message = `${word} of ${place.address} is not known; one instance stands for all. It hangs on ${settledBy}`;
    report(place.scope.run, 'info', 'unknown-instances', message, place.origin);
  }
  const open = firstHole(value) ?? expression(`${word} of ${place.address}`, 'the source');
  return { keys: [], values: new Map(), open };
}

function tell(place: Place, code: string, message: string): void {
  report(place.scope.run, 'error', code, message, place.origin);
}

function eachDraft(value: Value, place: Place): Draft {
  if (!isCollection(value)) {
    const draft = unclearDraft(value, place, 'for_each', 'a map or a set of strings');
    if (draft.open === undefined || value.kind !== 'unknown') return draft;
    return { ...draft, symbolicValue: { ...value, hole: { ...value.hole, symbol: `${value.hole.symbol}[*]` } } };
  }
  const values = new Map<string, Value>();
  let open = value.open;
  let symbolicValue: Value | undefined = symbolicOf(value);
  if (value.kind === 'map') {
    for (const [key, entry] of value.entries) {
      const read = isResource(value)
        ? referredTo(entry, { resource: value.resource.id, attribute: value.resource.path + key })
        : entry;
      values.set(key, read);
    }
  } else {
    for (const item of value.items) {
      const key = plainString(item, place.scope.run, place.origin);
      if (key !== undefined) values.set(key, item);
      else {
        open ??= firstHole(item) ?? expression(`for_each of ${place.address}`, 'the source');
        symbolicValue ??= item;
      }
    }
  }
  const keys = [...values.keys()].sort().slice(0, limited(values.size, place));
  if (open === undefined) return { keys, values };
  report(
    place.scope.run,
    'info',
    'unknown-instances',
    `not all instances of ${place.address} are known; one stands for the others. It hangs on ${open.settledBy}`,
    place.origin,
  );
  return { keys, values, open, ...(symbolicValue !== undefined && { symbolicValue }) };
}

/** The scope inside a member. */
export function memberScope(scope: Scope, member: Member): Scope {
  return bind(scope, member.bindings);
}
