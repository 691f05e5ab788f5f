import type { Origin } from '../../../model/origin.ts';
import type { Value } from '../../../model/value.ts';
import type { TerraformProvider } from '../instance.ts';
import { type JsonObject, listOf, objectOf, textOfKey } from '../json/entries.ts';

/** The provider configurations of a plan by their key, as resources name them. */
export function planProviders(
  configuration: unknown,
  variables: unknown,
  origin: Origin,
): ReadonlyMap<string, TerraformProvider> {
  const given = objectOf(variables) ?? {};
  const providers = new Map<string, TerraformProvider>();
  for (const [key, data] of Object.entries(objectOf(objectOf(configuration)?.['provider_config']) ?? {})) {
    const entry = objectOf(data);
    if (entry === undefined) continue;
    const expressions = objectOf(entry['expressions']) ?? {};
    const name = textOfKey(entry, 'name') ?? key;
    const alias = textOfKey(entry, 'alias');
    const region = constantText(expressions['region'], given, origin);
    const assumedRole = constantText(objectOf(listOf(expressions['assume_role'])[0])?.['role_arn'], given, origin);
    const [account] = listOf(constant(expressions['allowed_account_ids'], given));
    providers.set(key, {
      name: alias === undefined ? name : `${name}.${alias}`,
      ...(region !== undefined && { region }),
      ...(assumedRole !== undefined && { assumedRole }),
      ...(typeof account === 'string' && { account: { kind: 'literal', value: account, origin } }),
    });
  }
  return providers;
}

function constantText(expression: unknown, variables: JsonObject, origin: Origin): Value | undefined {
  const value = constant(expression, variables);
  return typeof value === 'string' && value !== '' ? { kind: 'literal', value, origin } : undefined;
}

/** A constant, or a variable of the root module as it is; what is computed of them is not known. */
function constant(expression: unknown, variables: JsonObject): unknown {
  const object = objectOf(expression);
  if (object === undefined) return undefined;
  if ('constant_value' in object) return object['constant_value'];
  const [only, ...more] = listOf(object['references']);
  if (typeof only !== 'string' || more.length > 0 || !/^var\.\w+$/.test(only)) return undefined;
  return objectOf(variables[only.slice('var.'.length)])?.['value'];
}
