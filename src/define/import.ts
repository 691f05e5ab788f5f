import { namedScalars } from '../catalog/named-scalars.ts';
import { isSecretHole } from '../catalog/shown-secrets.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Assumed } from '../model/guard.ts';
import type { DeploymentId, ResourceId } from '../model/id.ts';
import { createOrigins, type OriginTable } from '../model/origin.ts';
import type { Deployment, Resource } from '../model/resource.ts';
import type { Assumption, Declared } from '../model/system.ts';
import { holesOf } from '../model/text.ts';
import { textOf, type Value } from '../model/value.ts';
import type { OrganizationPolicies } from './access/access-options.ts';
import { importAccounts } from './account/import-accounts.ts';
import type { TranslatedTemplate } from './cloudformation/unit.ts';
import { joinDeclared } from './declared/parse-declarations.ts';
import type { Standing } from './deployments/account-groups.ts';
import { type Linked, linkDeployments, provisional } from './deployments/link-deployments.ts';
import { planDeployments } from './deployments/plan-deployments.ts';
import type { PlannedDeployment } from './deployments/planned-deployment.ts';
import { reservedRoles } from './identity-center/reserved-roles.ts';
import type { InputFile, ReadResult, SkippedInput } from './input.ts';
import { createInputFiles } from './input-files.ts';
import type { ReadKnowledge } from './knowledge/read-own-knowledge.ts';
import { importOrganization } from './organization/import-organization.ts';
import { importSystems } from './system-document/import-systems.ts';
import type { TerraformContext, TerraformImporter, TerraformReading } from './terraform/import-terraform.ts';
import { tellUnreadGrants } from './unread-grants.ts';

/** What the inputs describe, as resources: the same whatever kind of input they came from. */
export interface Imported {
  /** Subjects first, then by id. */
  readonly deployments: readonly Deployment[];
  /** By deployment, then in order of declaration. */
  readonly resources: readonly Resource[];
  readonly declared: Declared;
  /** What users know beyond the catalogue, with the rule files that say so. */
  readonly own: Pick<ReadKnowledge, 'knowledge' | 'ruleFiles'>;
  /** Values that guard symbols have unless the user gives others. */
  readonly assumed: Assumed;
  /** Taken for true besides parameter defaults. */
  readonly assumptions: readonly Assumption[];
  /** Documents of policies that AWS manages, as accounts of the input have them, by what follows `policy/` in their ARN. */
  readonly managedPolicies: ReadonlyMap<string, Value>;
  /** What the organization of the input lays on its accounts. */
  readonly organization?: OrganizationPolicies;
  readonly origins: OriginTable;
  /** Sorted by file, line and column. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file whose content counts, with the SHA-256 of its bytes. */
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  /** The same files with their text, by their name in origins: what patches are made to. */
  readonly files: ReadonlyMap<string, InputFile>;
  /** Files that were left alone, and why, for those who ask. */
  readonly skipped: readonly SkippedInput[];
  /** Inputs that should have counted and could not be read, for the document. */
  readonly notAssessed: readonly string[];
  /** Nothing could be modelled at all: exit code 2. */
  readonly nothingRead: boolean;
}

/**
 * Turns what was read into resources: names the deployments, links them, and resolves every template and root module.
 * `terraform` is what `loadTerraform` gave for the same inputs.
 */
export function importInputs(read: ReadResult, terraform?: TerraformImporter): Imported {
  const origins = createOrigins();
  const files = createInputFiles(origins);
  const plan = planDeployments(read, files, origins);
  const readings = readTerraform(plan.deployments, terraform, { files, origins });
  const planned = plan.deployments.map((each) => placed(each, readings.get(each.id)));
  const linked = linkDeployments(planned, files, origins);
  const translated = planned.map((each, at) =>
    translateOne(each, { linked, at, reading: readings.get(each.id), terraform, origins }),
  );
  const { resources, doubles } = withoutDoubles(
    translated.flatMap((each) => each.resources),
    origins,
  );
  const code = translated.flatMap((each) => each.deployments);
  const accounts = importAccounts(read, { deployments: code, resources }, { files, origins });
  const { organization, ...organized } = importOrganization(read, { files, origins });
  const saved = importSystems(read, new Set([...code, ...accounts.deployments].map(({ id }) => id)), origins);
  const deployments = [...code, ...accounts.deployments, ...saved.deployments].sort(subjectsFirst);
  const resourcesGiven = [...resources, ...accounts.resources, ...saved.resources];
  const reserved = reservedRoles({ deployments, resources: resourcesGiven, origins });
  const diagnostics = [
    ...read.diagnostics,
    ...plan.diagnostics,
    ...linked.diagnostics,
    ...translated.flatMap((each) => each.diagnostics),
    ...doubles,
    ...accounts.diagnostics,
    ...saved.diagnostics,
    ...organized.diagnostics,
    ...reserved.diagnostics,
    ...tellUnreadGrants(resourcesGiven, origins),
    ...files.diagnostics,
  ];
  return {
    deployments,
    resources: [...resourcesGiven, ...reserved.resources],
    declared: [plan.declared, ...saved.declared].reduce(joinDeclared),
    own: plan.own,
    assumed: new Map([...translated.flatMap((each) => [...each.assumed]), ...saved.assumed]),
    assumptions: [...partitionAssumption(planned), ...accounts.assumptions, ...saved.assumptions],
    managedPolicies: new Map([...saved.managedPolicies, ...accounts.managedPolicies]),
    ...(organization !== undefined && { organization }),
    origins,
    diagnostics: sorted(diagnostics),
    inputs: [...files.hashes(), ...saved.inputs].sort((a, b) => (a.path < b.path ? -1 : 1)),
    files: files.used,
    skipped: [...read.skipped, ...plan.skipped].sort((a, b) => (a.path < b.path ? -1 : 1)),
    notAssessed: [...new Set([...notAssessed(diagnostics), ...saved.notAssessed])].sort(),
    nothingRead: !deployments.some((each) => each.role === 'subject'),
  };
}

/** Subjects, then context; each by id. */
function subjectsFirst(left: Deployment, right: Deployment): number {
  const rank = ({ role }: Deployment) => (role === 'subject' ? 0 : 1);
  return rank(left) - rank(right) || (left.id < right.id ? -1 : 1);
}

function deploymentOf(
  planned: PlannedDeployment,
  standing: Standing | undefined,
  translated: TranslatedTemplate | undefined,
): Deployment {
  const { account, region, partition } = standing ?? provisional(planned);
  return {
    id: planned.id,
    account,
    region,
    partition,
    ...(planned.stage !== undefined && { stage: planned.stage }),
    origin: planned.origin,
    role: planned.role,
    parameters: (translated?.parameters ?? []).filter((parameter) => !isBootstrapVersion(planned, parameter.name)),
    ...(translated !== undefined && { record: { kind: 'stack', outputs: secretOutputs(translated.outputs) } }),
  };
}

/** The outputs that something secret goes into. */
function secretOutputs(outputs: TranslatedTemplate['outputs']): TranslatedTemplate['outputs'] {
  return new Map(
    [...outputs].filter(([name, value]) =>
      [...namedScalars(value, name)].some((one) => holesOf(textOf(one.value) ?? []).some(isSecretHole)),
    ),
  );
}

/** What one deployment became. */
interface Translated {
  readonly deployments: readonly Deployment[];
  readonly resources: readonly Resource[];
  readonly assumed: Assumed;
  readonly diagnostics: readonly Diagnostic[];
}

interface Translating {
  readonly linked: Linked;
  readonly at: number;
  readonly reading: TerraformReading | undefined;
  readonly terraform: TerraformImporter | undefined;
  readonly origins: OriginTable;
}

function translateOne(
  planned: PlannedDeployment,
  { linked, at, reading, terraform, origins }: Translating,
): Translated {
  const standing = linked.standings[at] ?? provisional(planned);
  const template = linked.prepared[at]?.translate();
  if (template !== undefined) return { ...template, deployments: [deploymentOf(planned, standing, template)] };
  if (terraform === undefined || reading === undefined) return nothingTranslated;
  const result = terraform.translate(reading, standing, origins);
  return { ...result, assumed: reading.assumed, diagnostics: [...reading.diagnostics, ...result.diagnostics] };
}

const nothingTranslated: Translated = { deployments: [], resources: [], assumed: new Map(), diagnostics: [] };

/** What each root module, plan and state tells. */
function readTerraform(
  planned: readonly PlannedDeployment[],
  terraform: TerraformImporter | undefined,
  context: TerraformContext,
): ReadonlyMap<DeploymentId, TerraformReading> {
  const readings = new Map<DeploymentId, TerraformReading>();
  for (const each of planned) {
    if (each.content.kind !== 'terraform') continue;
    if (terraform === undefined) throw new Error('inputs with Terraform are imported with what loadTerraform gives');
    readings.set(each.id, terraform.read(each, each.content.terraform, context));
  }
  return readings;
}

/** What nobody declares of account and region, the provider may tell. */
function placed(planned: PlannedDeployment, reading: TerraformReading | undefined): PlannedDeployment {
  return reading === undefined ? planned : { ...reading.place, ...planned };
}

/** CDK's own version check: no statement about the system hangs on it. */
function isBootstrapVersion(planned: PlannedDeployment, parameter: string): boolean {
  return planned.constructPaths !== undefined && parameter === 'BootstrapVersion';
}

/** A nested stack may claim the name that a template in a folder of that name has; then the first one counts. */
function withoutDoubles(
  all: readonly Resource[],
  origins: OriginTable,
): { readonly resources: readonly Resource[]; readonly doubles: readonly Diagnostic[] } {
  const known = new Set<ResourceId>();
  const doubles: Diagnostic[] = [];
  const resources = all.filter((resource) => {
    const fresh = !known.has(resource.id);
    known.add(resource.id);
    const source = origins.span(resource.origin);
    if (!fresh && source !== undefined) {
      const message = `another resource is called ${resource.id} too and this one is left out; name the deployments in a bartizan.yaml`;
      doubles.push({ level: 'error', code: 'duplicate-id', message, source });
    }
    return fresh;
  });
  return { resources, doubles };
}

function partitionAssumption(planned: readonly PlannedDeployment[]): readonly Assumption[] {
  const open = planned.find((each) => each.region === undefined);
  if (open === undefined) return [];
  const text = 'Deployments whose region is not given are taken to be in the partition aws, not in China or GovCloud.';
  return [{ id: 'partition', text, settledBy: 'the region of each deployment in bartizan.yaml', origin: open.origin }];
}

const unreadable = new Set([
  'input-missing',
  'input-unreadable',
  'input-too-large',
  'not-utf-8',
  'path-escape',
  'not-a-template',
  'cdk-manifest',
  'cdk-file-missing',
  'declared-file-missing',
  'system-document',
  'account-document',
  'organization-document',
]);

function notAssessed(diagnostics: readonly Diagnostic[]): readonly string[] {
  const texts = diagnostics
    .filter(({ code }) => unreadable.has(code))
    .map(({ source, message }) => `${source.file}: ${message}`);
  return [...new Set(texts)].sort();
}

function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unique = new Map(diagnostics.map((each) => [JSON.stringify([each.source, each.code, each.message]), each]));
  const place = ({ source, code, message }: Diagnostic) =>
    [source.file, source.line, source.column, code, message] as const;
  return [...unique.values()].sort((a, b) => {
    const [left, right] = [place(a), place(b)];
    const at = left.findIndex((part, index) => part !== right[index]);
    return at < 0 ? 0 : (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
  });
}
