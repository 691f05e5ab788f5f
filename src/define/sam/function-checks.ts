import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { entryOf, fieldOf, isCall, textAt, textOf } from './fields.ts';

/** Properties that functions with tenants cannot have. */
const notForTenants: Readonly<Record<string, string>> = {
  FunctionUrlConfig: 'a function URL',
  ProvisionedConcurrencyConfig: 'provisioned concurrency',
  SnapStart: 'SnapStart',
};

/** Reports what a function's properties say that does not go together. */
export function checkFunction(cause: SamResource, expansion: Expansion) {
  const { properties } = cause;
  const report = (name: string, fault: string) => {
    const at = entryOf(properties, name)?.keyOrigin ?? cause.entry.keyOrigin;
    diagnose(expansion, 'sam-invalid-property', `function ${cause.id} ${fault}; correct it`, at);
  };
  const alias = entryOf(properties, 'AutoPublishAlias');
  for (const name of ['ProvisionedConcurrencyConfig', 'VersionDeletionPolicy']) {
    if (entryOf(properties, name) !== undefined && alias === undefined)
      report(name, `needs AutoPublishAlias for ${name}`);
  }
  const type = fieldOf(properties, 'PackageType');
  if ((type === undefined || textOf(type) === 'Zip') && fieldOf(properties, 'ImageUri') === undefined) {
    for (const name of ['Handler', 'Runtime'])
      if (entryOf(properties, name) === undefined) report(name, `needs ${name}`);
  }
  if (textOf(type) === 'Image') {
    for (const name of ['Runtime', 'Handler', 'Layers']) {
      if (entryOf(properties, name) !== undefined) report(name, `cannot have ${name} with PackageType Image`);
    }
  }
  const role = fieldOf(properties, 'Role');
  if (role !== undefined && role.kind !== 'scalar' && !isCall(role)) report('Role', 'needs text as Role');
  const flag = fieldOf(properties, 'AutoPublishAliasAllProperties');
  if (flag?.kind === 'scalar' && typeof flag.value !== 'boolean')
    report('AutoPublishAliasAllProperties', 'takes true or false as AutoPublishAliasAllProperties');
  const alarms = fieldOf(properties, 'DeploymentPreference', 'Alarms');
  if (alarms !== undefined && alarms.kind !== 'sequence' && !isCall(alarms))
    report('DeploymentPreference', 'needs a list of Alarms');
  if (entryOf(properties, 'TenancyConfig') === undefined) return;
  for (const [name, what] of Object.entries(notForTenants)) {
    const none = name === 'SnapStart' && textAt(properties, name, 'ApplyOn') === 'None';
    if (entryOf(properties, name) !== undefined && !none) report(name, `cannot have ${what} with TenancyConfig`);
  }
}
