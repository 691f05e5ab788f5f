import { terraformKnowledge } from '../../catalog/terraform.generated.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Assumed } from '../../model/guard.ts';
import { type DeploymentId, id } from '../../model/id.ts';
import type { OriginTable } from '../../model/origin.ts';
import type { Deployment, ParameterUse, Resource } from '../../model/resource.ts';
import { holesOf, type Text, textKey } from '../../model/text.ts';
import { openStanding, type Standing } from '../deployments/account-groups.ts';
import type { PlannedDeployment, TerraformContent } from '../deployments/planned-deployment.ts';
import type { InputFile, TerraformFolderInput } from '../input.ts';
import type { InputFiles } from '../input-files.ts';
import { evaluateSource } from './evaluate-source.ts';
import type { TerraformInstance } from './instance.ts';
import { createPlaces, mainProvider, type ToldPlace, toldPlaces } from './places.ts';
import { readPlan } from './plan/read-plan.ts';
import type { EvaluatedSource, MissingModule } from './source.ts';
import { readState } from './state.ts';
import { type TerraformTypes, terraformTypes } from './translate/knowledge.ts';
import { translateTerraform } from './translate/translate.ts';
import { union } from './union.ts';

/** Turns what is planned of Terraform into resources; loaded only when an input needs it. */
export interface TerraformImporter {
  /** What would be made, before accounts and regions are settled. */
  read(planned: PlannedDeployment, terraform: TerraformContent, context: TerraformContext): TerraformReading;
  /** The resources of it, where it stands. */
  translate(reading: TerraformReading, standing: Standing, origins: OriginTable): TerraformResult;
}

/** What all root modules of a run share. */
export interface TerraformContext {
  readonly files: InputFiles;
  readonly origins: OriginTable;
}

/** What one root module, plan or state tells. */
export interface TerraformReading {
  readonly planned: PlannedDeployment;
  readonly instances: readonly TerraformInstance[];
  readonly missingModules: readonly MissingModule[];
  /** The bucket that the state is kept in, when the source says it. */
  readonly statePlace?: EvaluatedSource['statePlace'];
  /** Where the main provider works, as far as it is told. */
  readonly place: ToldPlace;
  readonly parameters: readonly ParameterUse[];
  readonly assumed: Assumed;
  readonly diagnostics: readonly Diagnostic[];
}

export interface TerraformResult {
  readonly deployments: readonly Deployment[];
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes the importer, with the knowledge of every mapped type. */
export function createTerraformImporter(): TerraformImporter {
  const types = terraformTypes(terraformKnowledge);
  return {
    read: readTerraform,
    translate: (reading, standing, origins) => translateReading(reading, standing, { origins, types }),
  };
}

function readTerraform(
  planned: PlannedDeployment,
  { folder, plan, state, variableFiles }: TerraformContent,
  context: TerraformContext,
): TerraformReading {
  const { files, origins } = context;
  for (const file of [...(folder?.files ?? []), plan, state, ...variableFiles]) if (file !== undefined) files.use(file);
  const source = folder === undefined ? undefined : evaluated(planned, folder, variableFiles, context);
  const told = [
    ...(plan === undefined ? [] : [readPlan(plan, planned.id, origins)]),
    ...(state === undefined ? [] : [readState(state, planned.id, origins)]),
  ];
  const recorded = told.flatMap((each) => each.instances);
  const instances =
    source === undefined ? recorded : told.length === 0 ? source.instances : union(source.instances, recorded);
  const places = toldPlaces(instances);
  return {
    planned,
    instances,
    missingModules: source?.missingModules ?? [],
    ...(source?.statePlace !== undefined && { statePlace: source.statePlace }),
    place: places.get(mainProvider(places.keys())) ?? {},
    parameters: source?.parameters ?? [],
    assumed: source?.assumed ?? new Map(),
    diagnostics: [...(source?.diagnostics ?? []), ...told.flatMap((each) => each.diagnostics)],
  };
}

/** The source as Terraform would evaluate it, where nothing but `bartizan.yaml` has told the account and region yet. */
function evaluated(
  planned: PlannedDeployment,
  folder: TerraformFolderInput,
  variableFiles: readonly InputFile[],
  { files, origins }: TerraformContext,
): EvaluatedSource {
  const standing = openStanding(planned);
  const source = evaluateSource(
    {
      deployment: planned.id,
      folder: folder.folder,
      files: folder.files,
      variableFiles,
      variableValues: planned.parameters,
      ...standing,
    },
    { origins, files: folder.input.root },
  );
  for (const file of source.filesRead) files.use(file);
  return source;
}

function translateReading(
  { planned, instances, missingModules, parameters, statePlace }: TerraformReading,
  { account, region, partition }: Standing,
  { origins, types }: { readonly origins: OriginTable; readonly types: TerraformTypes },
): TerraformResult {
  const main = { deployment: planned.id, account, region, partition };
  const places = createPlaces(main, toldPlaces(instances));
  const settled = settledHoles(openStanding(planned), { account, region });
  const unit = { deployment: planned.id, instances, placeOf: places.placeOf, settled };
  const translated = translateTerraform(unit, types, origins);
  const deployments = [...places.used.values()].map(
    (place): Deployment => ({
      id: place.deployment,
      account: place.account,
      region: place.region,
      partition: place.partition,
      ...(planned.stage !== undefined && { stage: planned.stage }),
      origin: planned.origin,
      role: planned.role,
      parameters: place === main ? parameters : [],
      ...(statePlace !== undefined && { record: { kind: 'state', ...statePlace } }),
    }),
  );
  return {
    deployments,
    resources: [...translated.resources, ...missingModules.map((module) => opaqueModule(module, planned.id))],
    diagnostics: translated.diagnostics,
  };
}

/** What the holes of an account and region that nobody had told turned out to be. */
function settledHoles(
  open: Pick<Standing, 'account' | 'region'>,
  known: Pick<Standing, 'account' | 'region'>,
): ReadonlyMap<string, Text> {
  const settled = new Map<string, Text>();
  for (const which of ['account', 'region'] as const) {
    const [hole] = holesOf(open[which]);
    if (hole !== undefined && textKey(open[which]) !== textKey(known[which])) settled.set(hole.symbol, known[which]);
  }
  return settled;
}

/** A module whose source is not on disk: something is made, and nothing is known of it. */
function opaqueModule({ address, source, guard, inputs, origin }: MissingModule, deployment: DeploymentId): Resource {
  const name: Text = [
    { symbol: `module:${deployment}/${address}`, kind: 'physical-name', settledBy: `the source of ${source}` },
  ];
  const hole = {
    symbol: `module:${deployment}/${address}`,
    kind: 'lookup',
    settledBy: `the source of module ${source}`,
  } as const;
  return {
    id: id(`${deployment}/${address}`),
    type: 'Terraform::Module',
    address,
    deployment,
    guard,
    properties: { kind: 'map', entries: inputs, origin, open: hole },
    origin,
    name,
    aliases: [],
    onDelete: 'unknown',
    onReplace: 'unknown',
    dependsOn: [],
    suppressions: [],
  };
}
