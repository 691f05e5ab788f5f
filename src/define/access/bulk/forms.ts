import type { OpenCondition } from '../../../model/access.ts';
import type { KeyValue } from '../../../model/caller.ts';
import { guardKey, isAlways } from '../../../model/guard.ts';
import type { Statement } from '../../../model/policy.ts';
import { literalOf, textKey } from '../../../model/text.ts';
import { type ActionName, matchActions } from '../compile/action-matcher.ts';
import type { PolicyCode, StatementCode } from '../compile/policy-code.ts';
import type { PrincipalMatcher } from '../compile/principal-matcher.ts';
import { MAYBE } from '../compile/three-valued.ts';
import { keysIn } from '../compile/variables.ts';
import type { KeyScope } from '../decide/key-rule.ts';
import { createInterner, type Interner, remember } from './numbers.ts';

/** What tells a statement's callers and resources apart, besides whom and what it lists. */
export interface StatementForm {
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

/** A statement of a policy as it speaks of one action. */
export interface Speech {
  readonly code: StatementCode;
  readonly policy: PolicyCode;
  readonly form: StatementForm;
  /** The guard of its policy, who made it and how its actions fit; empty for what is always attached and fits without doubt. */
  readonly manner: string;
}

export interface StatementForms {
  of(code: StatementCode): StatementForm;
  /** Equal for what says the same: statement, guard of its policy, and how its actions fit. */
  numberOf(speech: Speech): number;
  /** The same without what it says of resources: for a statement that is known to speak of its own. */
  asideOf(speech: Speech): number;
  /** Equal for statements that list the same principals to the same effect. */
  principalsOf(code: StatementCode): number;
  /** Equal for equal values of a key. */
  valueNumber(value: KeyValue): number;
  /** The number of a text. */
  readonly intern: Interner;
}

/** Forms of statements; keys that the question itself gives tell nobody apart. */
export function createForms(scopeOf: (name: string) => KeyScope): StatementForms {
  const intern = createInterner();
  const forms = new Map<StatementCode, StatementForm>();
  const contents = new Map<StatementCode, number>();
  const asides = new Map<StatementCode, number>();
  const principals = { Allow: new Map<Listing, number>(), Deny: new Map<Listing, number>() };
  const literals = new Map<string, number>();
  const valueNumber = (value: KeyValue) => intern(`value ${valueKey(value)}`);
  const inManner = (content: number, { manner }: Speech) =>
    manner === '' ? content : intern(`speech ${content} ${manner}`);
  return {
    of: (code) => (asksForNothing(code) ? nothingAsked : remember(forms, code, () => formOf(code, scopeOf))),
    numberOf: (speech) =>
      inManner(
        remember(contents, speech.code, () => intern(contentKey(speech.code, true))),
        speech,
      ),
    asideOf: (speech) =>
      inManner(
        remember(asides, speech.code, () => intern(contentKey(speech.code, false))),
        speech,
      ),
    principalsOf: (code) =>
      code.notPrincipals === undefined
        ? remember(principals[code.effect], code.principals, () => intern(principalsKey(code)))
        : intern(principalsKey(code)),
    valueNumber(value) {
      const literal = onlyLiteral(value);
      return literal === undefined ? valueNumber(value) : remember(literals, literal, () => valueNumber(value));
    },
    intern,
  };
}

/** The Principal element; undefined where there is none. */
type Listing = PrincipalMatcher | undefined;

function asksForNothing({ conditions, resources, notResources }: StatementCode): boolean {
  return conditions.length === 0 && (resources ?? notResources ?? []).every(({ template }) => template === undefined);
}

const nothingAsked: StatementForm = {
  principalKeys: [],
  standingKeys: [],
  callerKeys: [],
  resourceKeys: [],
  isCircular: false,
};

function formOf(code: StatementCode, scopeOf: (name: string) => KeyScope): StatementForm {
  const patterns = code.resources ?? code.notResources ?? [];
  const inResource = patterns.flatMap(({ template }) => (template === undefined ? [] : keysIn(template)));
  const asked = code.conditions.flatMap(({ name, templates = [] }) => [
    name,
    ...templates.flatMap((template) => (template === undefined ? [] : keysIn(template))),
  ]);
  const names = [...new Set([...asked, ...inResource].map((name) => name.toLowerCase()))].sort();
  const of = (scope: KeyScope) => names.filter((name) => scopeOf(name) === scope);
  return {
    principalKeys: of('principal'),
    standingKeys: of('standing'),
    callerKeys: [...of('principal'), ...of('standing')],
    resourceKeys: of('resource'),
    isCircular: inResource.some((name) => scopeOf(name.toLowerCase()) === 'resource'),
  };
}

function contentKey(code: StatementCode, withResources: boolean): string {
  const { effect, guard, resources, notResources, conditions, statement } = code;
  const isSimple = conditions.length === 0 && statement.open === undefined && isAlways(guard);
  const [only] = resources ?? [];
  if (isSimple && only !== undefined && resources?.length === 1 && only.template === undefined)
    return withResources ? `on ${effect} ${only.pattern.key}` : `aside ${effect}`;
  const patterns = withResources
    ? (resources ?? notResources)?.map(({ pattern, template }) => `${template === undefined}${pattern.key}`)
    : undefined;
  const said = patterns === undefined ? '' : JSON.stringify(patterns.length > 1 ? patterns.sort() : patterns);
  const manner = withResources ? `statement ${effect} ${resources === undefined}` : `aside ${effect}`;
  if (isSimple) return withResources ? `${manner}\n${said}` : manner;
  return JSON.stringify([
    manner,
    said,
    guardKey(guard),
    conditions.map(({ condition: { operator, key, values }, templates }) => [
      operator,
      key,
      values.map(textKey),
      templates !== undefined,
    ]),
    statement.open?.symbol,
  ]);
}

function principalsKey({ principals, notPrincipals, effect }: StatementCode): string {
  return `principals ${matcherKey(principals)} ${matcherKey(notPrincipals)} ${effect}`;
}

function matcherKey(matcher: PrincipalMatcher | undefined): string {
  if (matcher === undefined) return '-';
  return JSON.stringify([matcher.everybody, matcher.aws.map(({ key }) => key).sort()]);
}

/** What a policy's statements of one effect say of an action. */
export function speeches(
  policy: PolicyCode,
  action: ActionName,
  effect: Statement['effect'],
  forms: StatementForms,
): readonly Speech[] {
  return policy.document.about(action, effect).map((code) => speechOf(code, policy, action, forms));
}

/** A statement that speaks of an action. */
export function speechOf(code: StatementCode, policy: PolicyCode, action: ActionName, forms: StatementForms): Speech {
  return { code, policy, form: forms.of(code), manner: mannerOf(code, policy, action) };
}

function mannerOf(code: StatementCode, { isPlain, source }: PolicyCode, action: ActionName): string {
  const matcher = code.actions ?? code.notActions;
  const isDoubtful = matcher !== undefined && matcher.open.length > 0 && matchActions(matcher, action) === MAYBE;
  const { guard } = source.document;
  const issuer = source.issuedBy === undefined ? '' : `issued by ${textKey(source.issuedBy)}`;
  if (!isDoubtful && (isPlain || isAlways(guard))) return issuer;
  const doubt = isDoubtful
    ? `${action.given} ${matcher.open.map(textKey).join(' ')} ${code.actions === undefined}`
    : '';
  return `${guardKey(guard)} ${doubt} ${issuer}`;
}

/** The text of a key that has one value, of which all is known: most have. */
function onlyLiteral(value: KeyValue): string | undefined {
  const [only] = value.kind === 'values' ? value.values : [];
  return only === undefined || value.kind !== 'values' || value.values.length > 1 ? undefined : literalOf(only);
}

/** Equal for equal values. */
function valueKey(value: KeyValue): string {
  if (value.kind === 'absent') return '-';
  if (value.kind === 'values') {
    const [only] = value.values;
    return only !== undefined && value.values.length === 1
      ? `= ${textKey(only)}`
      : JSON.stringify(value.values.map(textKey));
  }
  const { present, control, shape, fromInternet, range } = value;
  const limits = range === undefined ? '' : `${range.kind} ${range.least} ${range.greatest}`;
  return `? ${present} ${control} ${shape === undefined ? '' : textKey(shape)} ${fromInternet === true} ${limits}`;
}

/** Equal for equal lists of conditions. */
export function conditionsKey(conditions: readonly OpenCondition[]): string {
  if (conditions.length === 0) return '';
  return JSON.stringify(
    conditions.map(({ key, operator, values, control }) => [key, operator, values.map(textKey), control]),
  );
}
