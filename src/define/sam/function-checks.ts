import type { Node } from '../cloudformation/node.ts';
import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { entryOf, fieldOf, isCall, textAt, textOf } from './fields.ts';

type Fault = readonly [property: string, fault: string];

/** Reports what a function's properties say that does not go together. */
export function checkFunction(cause: SamResource, expansion: Expansion) {
  const { properties } = cause;
  const faults = [
    ...aliasFaults(properties),
    ...packageFaults(properties),
    ...kindFaults(properties),
    ...tenantFaults(properties),
  ];
  for (const [property, fault] of faults) {
    const at = entryOf(properties, property)?.keyOrigin ?? cause.entry.keyOrigin;
    diagnose(expansion, 'sam-invalid-property', `function ${cause.id} ${fault}; correct it`, at);
  }
}

function aliasFaults(properties: Node): readonly Fault[] {
  if (entryOf(properties, 'AutoPublishAlias') !== undefined) return [];
  return ['ProvisionedConcurrencyConfig', 'VersionDeletionPolicy'].flatMap((name): readonly Fault[] =>
    entryOf(properties, name) === undefined ? [] : [[name, `needs AutoPublishAlias for ${name}`]],
  );
}

/** Code in an archive needs a handler and a runtime; an image has them inside. */
function packageFaults(properties: Node): readonly Fault[] {
  const type = fieldOf(properties, 'PackageType');
  const given = (name: string) => entryOf(properties, name) !== undefined;
  if (textOf(type) === 'Image') {
    return ['Runtime', 'Handler', 'Layers'].flatMap((name): readonly Fault[] =>
      given(name) ? [[name, `cannot have ${name} with PackageType Image`]] : [],
    );
  }
  if (isCall(type) || given('ImageUri')) return [];
  return ['Handler', 'Runtime'].flatMap((name): readonly Fault[] => (given(name) ? [] : [[name, `needs ${name}`]]));
}

function kindFaults(properties: Node): readonly Fault[] {
  const role = fieldOf(properties, 'Role');
  const flag = fieldOf(properties, 'AutoPublishAliasAllProperties');
  const alarms = fieldOf(properties, 'DeploymentPreference', 'Alarms');
  const faults: Fault[] = [];
  if (role !== undefined && !isCall(role) && !isScalar(role, 'string')) faults.push(['Role', 'needs text as Role']);
  if (flag !== undefined && !isScalar(flag, 'boolean'))
    faults.push(['AutoPublishAliasAllProperties', 'takes true or false as AutoPublishAliasAllProperties']);
  if (alarms !== undefined && alarms.kind !== 'sequence' && !isCall(alarms))
    faults.push(['DeploymentPreference', 'needs a list of Alarms']);
  return faults;
}

function isScalar(node: Node, type: 'string' | 'boolean'): boolean {
  return node.kind === 'scalar' && typeof node.value === type;
}

/** Properties that functions with tenants cannot have. */
const notForTenants: Readonly<Record<string, string>> = {
  FunctionUrlConfig: 'a function URL',
  ProvisionedConcurrencyConfig: 'provisioned concurrency',
  SnapStart: 'SnapStart',
};

function tenantFaults(properties: Node): readonly Fault[] {
  if (entryOf(properties, 'TenancyConfig') === undefined) return [];
  return Object.entries(notForTenants).flatMap(([name, what]): readonly Fault[] => {
    const none = name === 'SnapStart' && textAt(properties, name, 'ApplyOn') === 'None';
    return entryOf(properties, name) === undefined || none ? [] : [[name, `cannot have ${what} with TenancyConfig`]];
  });
}
