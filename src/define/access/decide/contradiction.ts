import type { OpenCondition } from '../../../model/access.ts';
import { literalOf, textKey } from '../../../model/text.ts';
import { type AddressBlock, addressBlock } from '../../ip-address.ts';

/** What conditions ask of the one value of a key. */
interface Wish {
  /** The only values that it may have. */
  among?: ReadonlySet<string>;
  readonly not: Set<string>;
  /** It lies in one block of each of these lists. */
  readonly within: (readonly (AddressBlock | undefined)[])[];
  isThere?: true;
  isMissing?: true;
}

/**
 * Says in words why no request meets all of the conditions: one key would have to be two things at once. Looks at keys of one
 * value and at values that are spelled out. Undefined when they may all hold.
 */
export function contradictionIn(conditions: readonly OpenCondition[]): string | undefined {
  const wishes = new Map<string, Wish>();
  for (const condition of conditions) {
    const name = condition.key.toLowerCase();
    const wish = wishes.get(name) ?? { not: new Set(), within: [] };
    wishes.set(name, wish);
    add(wish, condition);
    if (cannotBe(wish)) return `no request has ${inWords(conditions, name)}`;
  }
  return undefined;
}

function add(wish: Wish, { operator, values }: OpenCondition): void {
  const spelled = values.flatMap((value) => literalOf(value) ?? []);
  if (spelled.length < values.length) return;
  const name = operator.toLowerCase();
  if (name === 'stringequals' || name === 'bool') {
    const { among } = wish;
    wish.among = new Set(among === undefined ? spelled : spelled.filter((value) => among.has(value)));
    wish.isThere = true;
  } else if (name === 'stringnotequals') for (const value of spelled) wish.not.add(value);
  else if (name === 'ipaddress') {
    wish.within.push(spelled.map(addressBlock));
    wish.isThere = true;
  } else if (name === 'null') {
    if (spelled.every((value) => value === 'true')) wish.isMissing = true;
    if (spelled.every((value) => value === 'false')) wish.isThere = true;
  }
}

function cannotBe({ among, not, within, isThere, isMissing }: Wish): boolean {
  if (isThere === true && isMissing === true) return true;
  if (among !== undefined && [...among].every((value) => not.has(value))) return true;
  return within.some((left, at) => within.slice(at + 1).some((right) => areApart(left, right)));
}

type Blocks = readonly (AddressBlock | undefined)[];

function areApart(left: Blocks, right: Blocks): boolean {
  const meet = (one: AddressBlock | undefined, other: AddressBlock | undefined) =>
    one === undefined ||
    other === undefined ||
    (one.version === other.version && one.first <= other.last && other.first <= one.last);
  return !left.some((one) => right.some((other) => meet(one, other)));
}

function inWords(conditions: readonly OpenCondition[], name: string): string {
  const about = conditions.filter(({ key }) => key.toLowerCase() === name);
  const said = about.map(
    ({ key, operator, values }) => `${key} ${operator} ${values.map((value) => literalOf(value) ?? '…').join('|')}`,
  );
  return said.join(' and ');
}

/** Operators that ask for one of their values: with fewer values they ask for more. */
const choosing: ReadonlySet<string> = new Set([
  'StringEquals',
  'StringLike',
  'Bool',
  'IpAddress',
  'ArnEquals',
  'ArnLike',
]);

/** Every condition once, without those that another one of the same key makes needless. The later of equal ones counts. */
export function withoutNeedless(conditions: readonly OpenCondition[]): readonly OpenCondition[] {
  if (conditions.length < 2) return conditions;
  const once = new Map<string, OpenCondition>();
  for (const condition of conditions) once.set(keyOf(condition), condition);
  const all = [...once.values()];
  return all.filter((one) => !all.some((other) => other !== one && asksForMore(other, one)));
}

function keyOf({ key, operator, values }: OpenCondition): string {
  return `${key.toLowerCase()}\n${operator.toLowerCase()}\n${JSON.stringify(values.map(textKey).sort())}`;
}

function asksForMore(more: OpenCondition, less: OpenCondition): boolean {
  if (more.operator !== less.operator || !choosing.has(less.operator)) return false;
  if (more.values.length >= less.values.length || more.key.toLowerCase() !== less.key.toLowerCase()) return false;
  const wider = new Set(less.values.map(textKey));
  return more.values.every((value) => wider.has(textKey(value)));
}
