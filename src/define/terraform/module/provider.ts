import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { casesOfValue } from '../../cloudformation/value-case.ts';
import type { Scope } from '../expression/scope.ts';
import type { Block, Expression } from '../hcl/syntax.ts';
import type { TerraformProvider } from '../instance.ts';
import { bodyValue } from './body-value.ts';
import { settled } from './settle.ts';

/** The account and region that a provider configuration stands for. */
export function providerOf(name: string, block: Block | undefined, scope: Scope): TerraformProvider {
  if (block === undefined) return { name };
  const body = bodyValue(block.body, scope, block.origin);
  const read = (value: Value | undefined) =>
    value === undefined || isNull(value) ? undefined : settled(value, [[]], `provider ${name}`, scope.run);
  const region = read(body.entries.get('region'));
  const assumedRole = read(inner(body, 'assume_role', 'role_arn'));
  const allowed = body.entries.get('allowed_account_ids');
  const [onlyAccount, more] = allowed?.kind === 'list' ? allowed.items : [];
  const account = read(more === undefined ? onlyAccount : undefined) ?? accountOfRole(assumedRole);
  const defaultTags = read(inner(body, 'default_tags', 'tags'));
  return {
    name,
    ...(region !== undefined && { region }),
    ...(account !== undefined && { account }),
    ...(assumedRole !== undefined && { assumedRole }),
    ...(defaultTags !== undefined && { defaultTags }),
  };
}

function isNull(value: Value): boolean {
  return value.kind === 'literal' && value.value === null;
}

function inner(body: Value, block: string, attribute: string): Value | undefined {
  const list = body.kind === 'map' ? body.entries.get(block) : undefined;
  if (list === undefined) return undefined;
  for (const { value } of casesOfValue(list)) {
    const map = value.kind === 'list' ? value.items[0] : value;
    const found = map?.kind === 'map' ? map.entries.get(attribute) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The account in `arn:aws:iam::123456789012:role/name`. */
function accountOfRole(role: Value | undefined): Value | undefined {
  const text = role === undefined ? undefined : textOf(role);
  if (role === undefined || text === undefined) return undefined;
  const account = /^arn:[^:]*:iam::(\d{12}):/.exec(String(literalOf(text.slice(0, 1)) ?? ''))?.[1];
  return account === undefined ? undefined : { kind: 'literal', value: account, origin: role.origin };
}

/** `aws.west` of an expression that names a provider. */
export function providerName(expression: Expression | undefined): string | undefined {
  if (expression === undefined) return undefined;
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'literal') return typeof expression.value === 'string' ? expression.value : undefined;
  if (expression.kind !== 'access' || expression.of.kind !== 'name') return undefined;
  const [step] = expression.steps;
  return step?.kind === 'attribute' ? `${expression.of.name}.${step.name}` : expression.of.name;
}
