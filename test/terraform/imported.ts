import { type Imported, importInputs } from '../../src/define/import.ts';
import { inputsFromTexts, type TextOptions } from '../../src/define/inputs-from-texts.ts';
import { loadTerraform } from '../../src/define/terraform/load-terraform.ts';
import type { Resource } from '../../src/model/resource.ts';
import { describeText } from '../../src/model/text.ts';
import { plainOf } from './translated.ts';

/** Files as the whole importer takes them, with what tests ask about. */
export interface ImportedTexts extends Imported {
  readonly ids: readonly string[];
  resource(id: string): Resource;
  properties(id: string): unknown;
  /** `app 111122223333 eu-west-1`, by deployment. */
  readonly places: readonly string[];
}

export async function imported(
  texts: Readonly<Record<string, string>>,
  options: TextOptions = {},
): Promise<ImportedTexts> {
  const read = inputsFromTexts(texts, options);
  const result = importInputs(read, await loadTerraform(read));
  const resource = (id: string) => {
    const found = result.resources.find((each) => each.id === id);
    if (found === undefined) throw new Error(`no ${id} among ${result.resources.map((each) => each.id).join(', ')}`);
    return found;
  };
  return {
    ...result,
    ids: result.resources.map(({ id }) => id),
    resource,
    properties: (id) => plainOf(resource(id).properties),
    places: result.deployments.map(
      ({ id, account, region }) => `${id} ${describeText(account)} ${describeText(region)}`,
    ),
  };
}

/** A plan with these changes, as `terraform show -json` prints it. */
export function planText(
  changes: readonly Readonly<Record<string, unknown>>[],
  rest: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: { root_module: {} },
    resource_changes: changes,
    configuration: { root_module: {} },
    ...rest,
  });
}

/** One resource of a plan that is to be made. */
export function created(
  address: string,
  after: Readonly<Record<string, unknown>>,
  rest: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const [type = '', name = ''] = address.replace(/^(module\.\w+(\[[^\]]*\])?\.)*/, '').split('.');
  const change = { actions: ['create'], before: null, after, after_unknown: {}, after_sensitive: {}, ...rest };
  return { address, mode: 'managed', type, name, provider_name: 'registry.terraform.io/hashicorp/aws', change };
}

/** A state with these resources. */
export function stateText(resources: readonly Readonly<Record<string, unknown>>[]): string {
  return JSON.stringify({ version: 4, terraform_version: '1.11.4', serial: 1, lineage: 'x', outputs: {}, resources });
}

/** One resource of a state. */
export function stated(
  address: string,
  attributes: Readonly<Record<string, unknown>>,
  rest: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const [type = '', name = ''] = address.split('.');
  return {
    mode: 'managed',
    type,
    name,
    provider: 'provider["registry.terraform.io/hashicorp/aws"]',
    instances: [{ schema_version: 0, attributes, ...rest }],
  };
}
