import type { CitedStatement } from '../../../model/access.ts';
import { and, type Guard, isAlways, isPossible } from '../../../model/guard.ts';
import type { PolicyDocument, PolicySource, Statement } from '../../../model/policy.ts';
import type { Text } from '../../../model/text.ts';
import { type ActionMatcher, type ActionName, compileActions, matchActions } from './action-matcher.ts';
import { type ConditionCode, compileCondition } from './condition-code.ts';
import { compilePattern, type Pattern } from './pattern.ts';
import { compilePrincipals, type PrincipalMatcher } from './principal-matcher.ts';
import { NO, YES } from './three-valued.ts';
import { type Template, templateOf } from './variables.ts';

/** A pattern of the Resource element: as it stands, or with variables that each request fills. */
export interface ResourceCode {
  readonly source: Text;
  readonly pattern: Pattern;
  readonly template: Template | undefined;
}

/** A statement made ready. One for all policies that share it. */
export interface StatementCode {
  readonly statement: Statement;
  readonly effect: Statement['effect'];
  readonly actions: ActionMatcher | undefined;
  readonly notActions: ActionMatcher | undefined;
  readonly resources: readonly ResourceCode[] | undefined;
  readonly notResources: readonly ResourceCode[] | undefined;
  readonly conditions: readonly ConditionCode[];
  readonly principals: PrincipalMatcher | undefined;
  readonly notPrincipals: PrincipalMatcher | undefined;
  readonly guard: Guard;
}

/** The statements of a document by effect. */
export interface DocumentCode {
  readonly all: readonly StatementCode[];
  /** Statements that may speak of an action, in their order. */
  about(action: ActionName, effect: Statement['effect']): readonly StatementCode[];
}

/** A policy with its compiled document. */
export interface PolicyCode {
  readonly source: PolicySource;
  /** It is always attached, and all of it could be read. */
  readonly isPlain: boolean;
  readonly document: DocumentCode;
  cite(code: StatementCode): CitedStatement;
  guardOf(code: StatementCode): Guard;
}

const documents = new WeakMap<readonly Statement[], DocumentCode>();

/** Policies that are attached to many have one list of statements, which is compiled once. */
export function compilePolicy(source: PolicySource): PolicyCode {
  const { guard } = source.document;
  const plain = isAlways(guard);
  let cited: Map<StatementCode, CitedStatement> | undefined;
  return {
    source,
    isPlain: plain && source.document.open === undefined,
    document: documentOf(source.document),
    cite(code) {
      const before = cited?.get(code);
      if (before !== undefined) return before;
      const made = { policy: source, statement: code.statement };
      cited ??= new Map();
      cited.set(code, made);
      return made;
    },
    guardOf: (code) => (plain ? code.guard : and(guard, code.guard)),
  };
}

function documentOf({ statements, version }: PolicyDocument): DocumentCode {
  const before = documents.get(statements);
  if (before !== undefined) return before;
  const all = statements.map((statement) => compileStatement(statement, version === '2012-10-17'));
  let known: Map<string, readonly StatementCode[]> | undefined;
  const made: DocumentCode = {
    all,
    about(action, effect) {
      // Of a short document nothing needs to be remembered.
      if (all.length < SHORT) return all.filter((code) => code.effect === effect && speaksOf(code, action));
      const key = `${effect}${action.lower}`;
      const found = known?.get(key) ?? all.filter((code) => code.effect === effect && speaksOf(code, action));
      known ??= new Map();
      known.set(key, found);
      return found;
    },
  };
  documents.set(statements, made);
  return made;
}

const SHORT = 8;

/** Version 2008-10-17, which is also what a document without one has, knows no policy variables. */
function compileStatement(statement: Statement, variables: boolean): StatementCode {
  const { effect, guard, actions, notActions, resources, notResources, principals, notPrincipals } = statement;
  const matcher = actions === undefined ? undefined : compileActions(actions);
  return {
    statement,
    effect,
    guard,
    actions: matcher,
    notActions: matcher === undefined && notActions !== undefined ? compileActions(notActions) : undefined,
    resources: resources?.map((source) => resourceCode(source, variables)),
    notResources: resources === undefined ? notResources?.map((source) => resourceCode(source, variables)) : undefined,
    conditions: statement.conditions.map((condition) => compileCondition(condition, variables)),
    principals: principals === undefined ? undefined : compilePrincipals(principals),
    notPrincipals:
      principals !== undefined || notPrincipals === undefined ? undefined : compilePrincipals(notPrincipals),
  };
}

function resourceCode(source: Text, variables: boolean): ResourceCode {
  return { source, pattern: compilePattern(source), template: variables ? templateOf(source) : undefined };
}

/** May the statement speak of the action? */
export function speaksOf(code: StatementCode, action: ActionName): boolean {
  const { actions } = code;
  if (actions?.services !== undefined && !actions.services.has(action.service)) return false;
  if (!isPossible(code.guard)) return false;
  if (actions !== undefined) return matchActions(actions, action) !== NO;
  // NotAction leaves out what surely matches.
  return code.notActions !== undefined && matchActions(code.notActions, action) !== YES;
}
