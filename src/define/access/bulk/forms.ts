import type { KeyValue } from '../../../model/caller.ts';
import { guardKey, isAlways } from '../../../model/guard.ts';
import type { Statement } from '../../../model/policy.ts';
import type { OpenCondition } from '../../../model/questions.ts';
import { textKey } from '../../../model/text.ts';
import { type ActionName, matchActions } from '../compile/action-matcher.ts';
import type { PolicyCode, StatementCode } from '../compile/policy-code.ts';
import type { PrincipalMatcher } from '../compile/principal-matcher.ts';
import { MAYBE } from '../compile/three-valued.ts';
import { keysIn } from '../compile/variables.ts';
import type { KeyScope } from '../decide/key-rule.ts';
import { createInterner, type Interner, remember } from './numbers.ts';

/** What a statement says, apart from its actions and its place: equal for equal statements, wherever they stand. */
export interface StatementForm {
  readonly content: number;
  /** The same without what it says of resources: for one that is known to speak of its own. */
  readonly aside: number;
  readonly principals: number;
  /** Keys in conditions and variables that tell principals of one account apart, and those that tell resources apart. */
  readonly principalKeys: readonly string[];
  /** Keys that tell standings apart. */
  readonly standingKeys: readonly string[];
  /** Both. */
  readonly callerKeys: readonly string[];
  readonly resourceKeys: readonly string[];
  /** A variable that only the resource tells stands in the Resource element. */
  readonly isCircular: boolean;
}

export interface StatementForms {
  of(code: StatementCode): StatementForm;
  /** The number of a text. */
  readonly intern: Interner;
}

/** Forms of statements; keys that the question itself gives tell nobody apart. */
export function createForms(scopeOf: (name: string) => KeyScope): StatementForms {
  const intern = createInterner();
  const known = new Map<StatementCode, StatementForm>();
  return { of: (code) => remember(known, code, () => formOf(code, intern, scopeOf)), intern };
}

function formOf(code: StatementCode, intern: Interner, scopeOf: (name: string) => KeyScope): StatementForm {
  const patterns = code.resources ?? code.notResources ?? [];
  const numbers = {
    content: intern(contentKey(code, true)),
    aside: intern(contentKey(code, false)),
    principals: intern(
      `principals ${principalsKey(code.principals)} ${principalsKey(code.notPrincipals)} ${code.effect}`,
    ),
  };
  if (code.conditions.length === 0 && patterns.every(({ template }) => template === undefined))
    return { ...numbers, ...asksForNothing };
  const inResource = patterns.flatMap(({ template }) => (template === undefined ? [] : keysIn(template)));
  const asked = code.conditions.flatMap(({ name, templates = [] }) => [
    name,
    ...templates.flatMap((template) => (template === undefined ? [] : keysIn(template))),
  ]);
  const names = [...new Set([...asked, ...inResource].map((name) => name.toLowerCase()))].sort();
  const of = (scope: KeyScope) => names.filter((name) => scopeOf(name) === scope);
  return {
    ...numbers,
    principalKeys: of('principal'),
    standingKeys: of('standing'),
    callerKeys: [...of('principal'), ...of('standing')],
    resourceKeys: of('resource'),
    isCircular: inResource.some((name) => scopeOf(name.toLowerCase()) === 'resource'),
  };
}

const asksForNothing = {
  principalKeys: [],
  standingKeys: [],
  callerKeys: [],
  resourceKeys: [],
  isCircular: false,
} as const;

function contentKey(
  { effect, guard, resources, notResources, conditions, statement }: StatementCode,
  withResources: boolean,
): string {
  const patterns = withResources
    ? (resources ?? notResources)?.map(({ pattern, template }) => `${template === undefined}${pattern.key}`)
    : undefined;
  const said = patterns === undefined ? '' : JSON.stringify(patterns.length > 1 ? patterns.sort() : patterns);
  const manner = withResources ? `${resources === undefined}` : 'its own';
  const start = `${effect} ${isAlways(guard) ? '' : guardKey(guard)}\n${manner}\n${said}`;
  if (conditions.length === 0 && statement.open === undefined) return start;
  return JSON.stringify([
    start,
    conditions.map(({ condition: { operator, key, values }, templates }) => [
      operator,
      key,
      values.map(textKey),
      templates !== undefined,
    ]),
    statement.open?.symbol,
  ]);
}

function principalsKey(matcher: PrincipalMatcher | undefined): string {
  if (matcher === undefined) return '-';
  return JSON.stringify([matcher.everybody, matcher.aws.map(({ key }) => key).sort()]);
}

/** A statement of a policy as it speaks of one action. */
export interface Speech {
  readonly code: StatementCode;
  readonly policy: PolicyCode;
  readonly form: StatementForm;
  /** Equal for what says the same: statement, guard of its policy, and how its actions fit. */
  readonly number: number;
  /** The same without what it says of resources. */
  readonly aside: number;
}

/** What a policy's statements of one effect say of an action. */
export function speeches(
  policy: PolicyCode,
  action: ActionName,
  effect: Statement['effect'],
  forms: StatementForms,
): readonly Speech[] {
  return policy.document.about(action, effect).map((code) => {
    const form = forms.of(code);
    const { guard } = policy.source.document;
    const matcher = code.actions ?? code.notActions;
    const doubtful = matcher !== undefined && matcher.open.length > 0 && matchActions(matcher, action) === MAYBE;
    if (!doubtful && guard.length === 1 && guard[0]?.length === 0)
      return { code, policy, form, number: form.content, aside: form.aside };
    const doubt = doubtful
      ? `${action.given} ${matcher.open.map(textKey).join(' ')} ${code.actions === undefined}`
      : '';
    const manner = `${guardKey(guard)} ${doubt}`;
    const numberOf = (content: number) => forms.intern(`speech ${content} ${manner}`);
    return { code, policy, form, number: numberOf(form.content), aside: numberOf(form.aside) };
  });
}

/** Equal for equal values. */
export function valueKey(value: KeyValue): string {
  if (value.kind === 'absent') return '-';
  if (value.kind === 'values') return JSON.stringify(value.values.map(textKey));
  const { present, control, shape, fromInternet } = value;
  return `? ${present} ${control} ${shape === undefined ? '' : textKey(shape)} ${fromInternet === true}`;
}

/** Equal for equal lists of conditions. */
export function conditionsKey(conditions: readonly OpenCondition[]): string {
  if (conditions.length === 0) return '';
  return JSON.stringify(
    conditions.map(({ key, operator, values, control }) => [key, operator, values.map(textKey), control]),
  );
}
