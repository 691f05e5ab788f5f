import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  isStep,
  type TerraformForm,
  type TerraformKnowledge,
  type TerraformRule,
  type TerraformStep,
} from '../../src/model/terraform.ts';
import type { GeneratedFile } from './generated-file.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = 'test/terraform/provider-attributes.json';

/** A block of `terraform providers schema -json`. */
interface Block {
  readonly attributes?: Readonly<Record<string, { readonly type?: unknown }>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Block }>>;
}

interface ProviderSchema {
  readonly provider_schemas: Readonly<
    Record<string, { readonly resource_schemas: Readonly<Record<string, { readonly block: Block }>> }>
  >;
}

/** Terraform types with the paths of their attributes that knowledge reads and the provider's schema has. */
type ProviderAttributes = Readonly<Record<string, readonly string[]>>;

/**
 * The provider's names that knowledge relies on, as its schema has them. The schema comes from
 * `terraform providers schema -json`, whose output `BARTIZAN_TERRAFORM_SCHEMA` names; without it the file stays as it is.
 */
export async function providerAttributeFiles(): Promise<readonly GeneratedFile[]> {
  const path = process.env['BARTIZAN_TERRAFORM_SCHEMA'];
  if (path === undefined || !existsSync(path)) return [];
  const { provider_schemas } = JSON.parse(readFileSync(path, 'utf8')) as ProviderSchema;
  const types = Object.entries(provider_schemas).find(([name]) => name.endsWith('/hashicorp/aws'))?.[1]
    .resource_schemas;
  const known = Object.entries(await attributesRead()).flatMap(([type, paths]) => {
    const block = types?.[type]?.block;
    return block === undefined ? [] : [[type, paths.filter((each) => isKnown(block, each.split('.')))] as const];
  });
  const lines = known.map(([type, paths]) => `  ${JSON.stringify(type)}: ${JSON.stringify(paths.join(' '))}`);
  return [{ path: target, text: `{\n${lines.join(',\n')}\n}\n` }];
}

/** Is there an attribute or block at the path? Attributes that are maps or lists of objects have their members in their type. */
function isKnown(block: Block, [step = '', ...rest]: readonly string[]): boolean {
  if (step === '') return true;
  const attribute = block.attributes?.[step];
  if (attribute !== undefined) return rest.length === 0 || isKnownInType(attribute.type, rest);
  const inner = block.block_types?.[step]?.block;
  return inner !== undefined && (rest.length === 0 || isKnown(inner, rest));
}

function isKnownInType(type: unknown, [step = '', ...rest]: readonly string[]): boolean {
  if (step === '') return true;
  if (!Array.isArray(type)) return false;
  const [kind, inner] = type as readonly unknown[];
  if (kind === 'map') return isKnownInType(inner, rest);
  if (kind !== 'object') return isKnownInType(inner, [step, ...rest]);
  const members = inner as Readonly<Record<string, unknown>>;
  return Object.hasOwn(members, step) && isKnownInType(members[step], rest);
}

/** All that the knowledge reads, by Terraform type, sorted. */
export async function attributesRead(): Promise<ProviderAttributes> {
  const paths = new Map<string, Set<string>>();
  for (const { from } of await knowledgeFiles()) {
    for (const [type, form] of Object.entries(from)) {
      const read = paths.get(type) ?? new Set<string>();
      paths.set(type, read);
      for (const path of formReads(form)) read.add(path);
    }
  }
  return Object.fromEntries([...paths].sort().map(([type, read]) => [type, [...read].sort()]));
}

/** Every file of Terraform knowledge, read from the folders themselves, so that a stale registry hides none. */
export async function knowledgeFiles(): Promise<readonly TerraformKnowledge[]> {
  const files = readdirSync(join(root, 'src/catalog/services'), { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => file.endsWith('.ts') && readFileSync(file, 'utf8').includes('export default defineTerraform('))
    .sort();
  return Promise.all(
    files.map(
      async (file) => ((await import(pathToFileURL(file).href)) as { readonly default: TerraformKnowledge }).default,
    ),
  );
}

function formReads(form: TerraformForm): readonly string[] {
  const conditions = form.when === undefined ? [] : [form.when.attribute];
  if (form.kind === 'configures') {
    const targets = typeof form.target === 'string' ? [form.target] : Object.keys(form.target);
    return [...conditions, ...targets, ...ruleReads(form.properties, '')];
  }
  const own = [
    ...conditions,
    ...Object.keys(form.attributes ?? {}),
    ...Object.values(form.onDestroy ?? {}),
    ...(form.name === undefined ? [] : ruleReads(form.name, '')),
  ];
  if (form.each === undefined) return [...own, ...ruleReads(form.properties, '')];
  // What a rule makes up for each member has no names of the provider's.
  const members = typeof form.each === 'string' ? form.each : undefined;
  const keys = members === undefined ? [] : (form.key ?? []).map((key) => joined(members, key));
  return [...own, ...ruleReads(form.each, ''), ...keys, ...ruleReads(form.properties, members)];
}

/** The paths that a rule reads below `inside`; undefined there means a place that the provider has no names for. */
function ruleReads(rule: TerraformRule, inside: string | undefined): readonly string[] {
  if (typeof rule === 'string') return inside === undefined ? [] : [joined(inside, rule)];
  return isStep(rule) ? stepReads(rule, inside) : Object.values(rule).flatMap((each) => ruleReads(each, inside));
}

function stepReads(step: TerraformStep, inside: string | undefined): readonly string[] {
  const here = (path: string) => ruleReads(path, inside);
  switch (step.kind) {
    case 'converted':
      return ruleReads(step.rule, inside);
    case 'always':
    case 'own':
      return [];
    case 'block':
      return [
        ...here(step.path),
        ...ruleReads(step.members, inside === undefined ? undefined : joined(inside, step.path)),
      ];
    case 'each':
      return [
        ...here(step.path),
        ...ruleReads(step.rule, inside === undefined ? undefined : joined(inside, step.path)),
      ];
    case 'first':
    case 'list':
      return step.rules.flatMap((each) => ruleReads(each, inside));
    case 'name':
      return [...here(step.name), ...here(step.prefix)];
    case 'theirs':
      return here(step.of);
    case 'outer':
      return ruleReads(step.rule, '');
    case 'when':
      return [...here(step.condition.attribute), ...ruleReads(step.rule, inside)];
    case 'code':
      return step.reads.flatMap(here);
  }
}

function joined(inside: string, path: string): string {
  return inside === '' || path === '' ? `${inside}${path}` : `${inside}.${path}`;
}
