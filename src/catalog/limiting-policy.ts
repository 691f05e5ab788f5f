import { casesOf } from '../model/fact.ts';
import type { PolicyCondition, PolicySource, Statement } from '../model/policy.ts';
import type { System } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import { literalOf } from '../model/text.ts';

/** Condition keys that tell callers from strangers by where they come from or whom they belong to. */
const limiting: ReadonlySet<string> = new Set([
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpcsourceip',
  'aws:principalorgid',
  'aws:principalaccount',
]);

/** A statement of a resource's own policy that keeps strangers out, whatever its endpoints ask. */
export interface LimitingStatement {
  readonly source: PolicySource;
  readonly statement: Statement;
  /** The condition key that it goes by. */
  readonly key: string;
}

/**
 * The statement that limits who may call: a denial for all who are not of certain networks or accounts, or an allowance
 * for those alone. Undefined where the policy lets everybody in or says nothing.
 */
export function limitingStatement(resource: Resource, system: System): LimitingStatement | undefined {
  const statements = casesOf(system.fact(resource.id, 'resourcePolicy')).flatMap(({ fact }) =>
    fact.kind === 'unknown'
      ? []
      : fact.value.flatMap((source) => source.document.statements.map((statement) => ({ source, statement }))),
  );
  const told = statements.map((each) => ({ ...each, key: keyOf(each.statement.conditions) }));
  const limited = (each: (typeof told)[number]): each is LimitingStatement => each.key !== undefined;
  const denial = told.find((each) => each.statement.effect === 'Deny' && isForAll(each.statement) && limited(each));
  if (denial !== undefined && limited(denial)) return denial;
  const allowed = told.filter(({ statement }) => statement.effect === 'Allow' && isForAll(statement));
  const [first] = allowed;
  return first !== undefined && allowed.every(limited) && limited(first) ? first : undefined;
}

function keyOf(conditions: readonly PolicyCondition[]): string | undefined {
  return conditions.find(({ key }) => limiting.has(key.toLowerCase()))?.key;
}

function isForAll({ principals = [] }: Statement): boolean {
  return principals.some(({ value }) => literalOf(value) === '*');
}
