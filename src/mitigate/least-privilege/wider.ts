import { casesOf } from '../../model/fact.ts';
import type { NeedlessRight } from '../../model/least-privilege.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { matchPatternIgnoringCase, type Text, text, textKey } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { needName } from '../choke/needed-statement.ts';
import { listed } from '../choke/right-changes.ts';
import { isResource } from '../choke/rights.ts';
import { literalText, membersOf } from '../choke/stated.ts';
import type { HeldStatement } from './held-statements.ts';
import type { Purpose, PurposeRight } from './purposes.ts';

/** A statement in the form that what the system refers to needs. */
export interface Narrowed {
  readonly right: NeedlessRight;
  /** Actions on the resources that are named, and which. */
  readonly actions: readonly Value[];
  readonly resources: readonly Value[];
  /** Actions that stay on the resources that the statement names now. */
  readonly kept: readonly Value[];
}

/** What stops a judgement, for people; undefined when a statement may be judged by what workloads refer to. */
export function whyOpen(held: HeldStatement, ask: Questions, purposes: readonly Purpose[]): string | undefined {
  const { statement } = held.cited;
  const isOpen = statement.open !== undefined || statement.actions === undefined || statement.resources === undefined;
  if (isOpen) return 'it says what is not allowed, or is not known in full';
  if (statement.conditions.length > 0) return 'it holds under conditions, which may limit it to what it is for';
  const workers = new Set(purposes.flatMap(({ right }) => (right === undefined ? [] : [right.principal])));
  if (held.principals.some(({ id }) => !workers.has(id)))
    return 'nothing in the input runs as it, so nothing tells what it is for';
  if (held.principals.some((principal) => isTakenByOthers(ask, principal)))
    return 'not only services take the role: what people or other accounts do with it is not in the input';
  return undefined;
}

/** Does anybody but a service of AWS take the role? */
export function isTakenByOthers(ask: Questions, { id }: Resource): boolean {
  return casesOf(ask.system.fact(id, 'trustPolicy')).some(
    ({ fact }) =>
      fact.kind === 'unknown' ||
      fact.value.some(({ document }) =>
        document.statements.some(
          ({ effect, principals }) =>
            effect === 'Allow' && principals?.some(({ kind }) => kind !== 'Service') !== false,
        ),
      ),
  );
}

/**
 * The statement limited to what the workloads of its roles refer to: `*` and whole services become what code does with these
 * things, and resources that are any of a kind become these. Actions on which nothing in the input bears stay as they are.
 */
export function narrowed(
  { stated }: HeldStatement,
  actions: readonly Value[],
  needs: readonly Purpose[],
): Narrowed | undefined {
  const entries = membersOf(stated.map.entries.get('Resource'));
  const wide = entries.filter(isWide);
  const split = actions.map((entry) => ({ entry, ...splitOf(entry, needs, wide.length > 0) }));
  const code = split.flatMap((one) => one.code);
  const what = [
    ...split.flatMap(({ entry, isCut }) => (isCut ? [literalText(entry) ?? 'an action'] : [])),
    ...(code.length > 0 ? wide.map((entry) => `Resource ${literalText(entry) ?? 'of a whole kind'}`) : []),
  ];
  if (what.length === 0) return undefined;
  const things = [...new Map(code.map((right) => [right.on.id, right.on])).values()];
  const names = listed(things.map(needName));
  const because =
    things.length === 0
      ? 'the service that runs its workloads uses no more than these actions'
      : `of what it allows, its workloads refer to ${names} only`;
  return {
    right: { kind: 'wider-than-referred', what, because },
    actions: unique(split.flatMap((one) => one.narrowed)),
    resources: [
      ...entries.filter((entry) => !wide.includes(entry)),
      ...(wide.length > 0 ? arnsOf(code, stated.map) : []),
    ],
    kept: unique(split.flatMap((one) => one.kept)),
  };
}

interface Split {
  /** Rights of code by which the entry is limited. */
  readonly code: readonly PurposeRight[];
  readonly narrowed: readonly Value[];
  readonly kept: readonly Value[];
  /** The entry itself becomes less. */
  readonly isCut: boolean;
}

function splitOf(entry: Value, needs: readonly Purpose[], isAnywhere: boolean): Split {
  const pattern = textOf(entry);
  const name = literalText(entry);
  const nothing: Split = { code: [], narrowed: [], kept: [entry], isCut: false };
  if (pattern === undefined || name === undefined) return nothing;
  const served = needs.filter(({ right }) => right !== undefined && allows(pattern, right.action));
  const code = served.flatMap((need) => need.code ?? []);
  const literal = (value: string): Value => ({ kind: 'literal', value, origin: entry.origin });
  const names = (those: readonly { readonly action: string }[]) =>
    [...new Set(those.map(({ action }) => action))].sort().map(literal);
  const upkeep = served.flatMap(({ right }) => (right !== undefined && !isResource(right.on) ? [right] : []));
  if (name === '*' || /^[a-z0-9-]+:\*$/i.test(name)) {
    // Who may do everything and refers to nothing does something else that nobody can see here.
    if (served.length === 0 || (name === '*' && code.length === 0)) return nothing;
    return { code, narrowed: names(code), kept: names(upkeep), isCut: true };
  }
  return code.length > 0 && upkeep.length === 0 && isAnywhere
    ? { code, narrowed: [entry], kept: [], isCut: false }
    : nothing;
}

function allows(pattern: Text, action: string): boolean {
  return matchPatternIgnoringCase(pattern, [action]) !== 'no';
}

/** `*`, or any resource of a kind or account: it names nothing of its own. */
function isWide(entry: Value): boolean {
  const written =
    textOf(entry)
      ?.map((part) => (typeof part === 'string' ? part : '?'))
      .join('') ?? '';
  return /^\*+$/.test(written) || /^arn:([^:]*:){4}[a-zA-Z-]*[/:]?\*(\/\*)?$/.test(written);
}

/** What a statement names for rights: ARNs of the things, and what is behind them. */
export function arnsOf(rights: readonly PurposeRight[], { origin }: Pick<Value, 'origin'>): readonly Value[] {
  const found = new Map<string, Value>();
  for (const { on, behind } of rights) {
    const arn = text(...(on.arn ?? on.name), behind);
    found.set(textKey(arn), { kind: 'text', text: arn, refs: [{ resource: on.id, attribute: 'Arn' }], origin });
  }
  return [...found.values()];
}

function unique(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map((value) => [literalText(value) ?? value, value])).values()];
}
