import { detectionSources, moves } from './catalog/catalog.generated.ts';
import { catalogVersion } from './catalog/catalog-version.ts';
import { loadServiceActions } from './catalog/service-actions.ts';
import { define } from './define/define.ts';
import { type Imported, importInputs } from './define/import.ts';
import { today } from './define/read/today.ts';
import { type ReadOptions, readInputs } from './define/read.ts';
import { loadTerraform } from './define/terraform/load-terraform.ts';
import { pathsBetween } from './document/paths-between.ts';
import { systemDocument } from './document/system-document.ts';
import type { Analysis, RunInfo } from './document/threat-model-document.ts';
import { threatModelDocument } from './document/threat-model-document.ts';
import { createLook, detectionCoverage, type Look, seenSteps } from './identify/detection/detection-coverage.ts';
import { findThreats, stillThere } from './identify/find-threats.ts';
import { type BlastRadius, blastRadius } from './identify/paths/blast-radius.ts';
import { checkProof } from './identify/paths/check-proof.ts';
import { findPaths, type PathOptions } from './identify/paths/find-paths.ts';
import { type WhyNot, whyNot } from './identify/paths/why-not.ts';
import { boundaryPolicy } from './mitigate/choke/boundary-changes.ts';
import { findChokePoints } from './mitigate/choke/choke-points.ts';
import { withChokePoints } from './mitigate/choke/with-choke-points.ts';
import { reviewRights } from './mitigate/least-privilege/review-rights.ts';
import { mitigationId, recommend } from './mitigate/recommend.ts';
import { proveSettings } from './mitigate/settings/prove-settings.ts';
import { withProvedSettings } from './mitigate/settings/with-proved-settings.ts';
import type { AttackPath, RatedPath } from './model/attack.ts';
import type { Trial, TryOut } from './model/choke-points.ts';
import type { DocumentPath, ThreatModelDocument, ToolInfo } from './model/document.ts';
import { namesOf } from './model/element-name.ts';
import type { IdentifiedFramework } from './model/framework.ts';
import { type ElementId, id, type ResourceId, type ThreatId } from './model/id.ts';
import type { KnowledgeModule, OwnKnowledge } from './model/knowledge.ts';
import type { RightsReview, UseRecord } from './model/least-privilege.ts';
import type { DefinedSystem, System } from './model/questions.ts';
import type { Risk } from './model/risk.ts';
import type { SystemDocument } from './model/system-document.ts';
import type { Threat } from './model/threat.ts';
import { applyAcceptance } from './monitor/accept.ts';
import { type RatingContext, rateThreat } from './prioritize/rate.ts';
import { ratePath } from './prioritize/rate-path.ts';
import { ratingContext } from './prioritize/rating-context.ts';
import { knowledgeFor, knowledgeOfModule, type RunKnowledge } from './run-knowledge.ts';
import { attackVersion, version } from './version.ts';

/** What a run may be told. */
export interface ThreatModelOptions extends ReadOptions {
  /** Template files, folders, CDK assemblies. */
  readonly inputs: readonly string[];
  /** The day for which the model is true, `YYYY-MM-DD`; the day of the run when it is not given. */
  readonly asOf?: string;
  /** Only paths of these attackers: kinds (`pipeline`) or single ones (`user:app/Deployer`). */
  readonly attackers?: readonly string[];
  /** How often the model may be run again to find and prove the fewest changes that cut the paths; 0 for not at all. */
  readonly mostRuns?: number;
  /** Ids of frameworks of requirements that the document tells of: `nist-800-53`. */
  readonly frameworks?: readonly string[];
  /** Rules, controls, services and the like of your own, besides those of rule files. */
  readonly knowledge?: KnowledgeModule;
  /** Also paths of somebody who holds all of these: `acts-as app/Deployer`, `runs-code app/Api`. */
  readonly assume?: readonly string[];
}

/** The threat model of a system, from files to document: the whole pipeline. */
export async function threatModel(options: ThreatModelOptions): Promise<ThreatModelDocument> {
  const read = await readInputs(options.inputs, options);
  const imported = importInputs(read, await loadTerraform(read));
  const frameworks = await frameworksNamed(options.frameworks ?? []);
  const { asOf = today(), mostRuns = usualRuns(imported) } = options;
  const modules = modulesOf(options);
  return (await modelOf(imported, { ...options, frameworks, asOf, mostRuns, modules })).document;
}

/** Systems up to this size are run again for choke points without being asked: enough to prove most sets as a whole. */
const smallSystem = 100;

/** How often the model of a system is run again to find and prove the fewest changes, unless somebody says otherwise. */
export function usualRuns({ resources }: Pick<Imported, 'resources'>): number {
  return resources.length <= smallSystem ? 4 : 0;
}

/** The frameworks with these ids. Throws a RangeError that lists all of them when there is none of a name. */
export async function frameworksNamed(ids: readonly string[]): Promise<readonly IdentifiedFramework[]> {
  if (ids.length === 0) return [];
  const { frameworks } = await import('./catalog/frameworks.generated.ts');
  return ids.map((name) => {
    const found = frameworks.find(({ id }) => id === name);
    if (found !== undefined) return found;
    throw new RangeError(`no framework is called ${name}; there are ${frameworks.map(({ id }) => id).join(', ')}`);
  });
}

/** The system alone, from files to the document that every command takes as input. */
export async function system(options: Omit<ThreatModelOptions, 'attackers'>): Promise<SystemDocument> {
  const read = await readInputs(options.inputs, options);
  const imported = importInputs(read, await loadTerraform(read));
  return await systemOf(imported, options.asOf ?? today(), modulesOf(options));
}

function modulesOf({ knowledge }: Pick<ThreatModelOptions, 'knowledge'>): readonly OwnKnowledge[] {
  return knowledge === undefined ? [] : [knowledgeOfModule(knowledge)];
}

/** A question about paths alone. */
export interface AttackPathsOptions extends ThreatModelOptions {
  /**
   * Only paths that start here: an attacker's id, or the address or id of an element. Whoever holds that identity or has
   * code in that workload is then followed wherever it leads.
   */
  readonly from?: string;
  /** Only paths that end here: the address or id of an element. */
  readonly to?: string;
  /** With `to`: so many ways to each end, the best first. */
  readonly best?: number;
}

/** What an attacker can reach, and how. */
export async function attackPaths(
  options: AttackPathsOptions,
): Promise<{ readonly attackPaths: readonly DocumentPath[] }> {
  const read = await readInputs(options.inputs, options);
  const imported = importInputs(read, await loadTerraform(read));
  const { frameworks: _, ...asked } = options;
  const asOf = options.asOf ?? today();
  const { document } = await modelOf(imported, { ...asked, asOf, modules: modulesOf(options) });
  return { attackPaths: pathsBetween(document, options) };
}

/** What the pipeline may be told from imported resources on. */
export interface ModelOptions extends PathOptions {
  readonly asOf: string;
  readonly frameworks?: readonly IdentifiedFramework[];
  /** What users know from modules; what rule files say is in what was imported. */
  readonly modules?: readonly OwnKnowledge[];
  /** How often the model may be run again to find and prove the fewest changes; not at all when absent. */
  readonly mostRuns?: number;
}

/** Why no path leads from an attacker or element to an element: what would have to be allowed. */
export function whyNoPath(
  { defined }: Pick<Analysis, 'defined'>,
  ends: { readonly from: string; readonly to: string },
): readonly WhyNot[] {
  return whyNot(moves, defined.ask, ends);
}

/** Everything that an attacker or element reaches. */
export function reachedFrom({ defined }: Pick<Analysis, 'defined'>, from: string): readonly BlastRadius[] {
  return blastRadius(moves, defined.ask, from);
}

/** The pipeline from imported resources on, for callers that need the analysis itself. */
export async function modelOf(
  imported: Imported,
  options: ModelOptions,
): Promise<{ readonly document: ThreatModelDocument; readonly analysis: Analysis }> {
  const { asOf, frameworks = [], mostRuns = 0, modules = [] } = options;
  const tried = mostRuns > 0 ? [boundaryPolicy] : [];
  const knowledge = await knowledgeFor(imported, asOf, { modules, tried });
  const analysis = analyze(imported, define(imported, knowledge), { ...options, knowledge });
  const proved = proveChanges(imported, analysis, { ...options, knowledge });
  const run = { ...runInfo(imported, asOf, knowledge), ...(frameworks.length > 0 && { frameworks }) };
  return { document: threatModelDocument(proved, run), analysis: proved };
}

/** The system alone, as a document that every command takes as input. */
export async function systemOf(
  imported: Imported,
  asOf: string,
  modules: readonly OwnKnowledge[] = [],
): Promise<SystemDocument> {
  const knowledge = await knowledgeFor(imported, asOf, { modules, tried: [] });
  return systemDocument(imported, define(imported, knowledge), runInfo(imported, asOf, knowledge));
}

function runInfo({ inputs, notAssessed }: Imported, asOf: string, { own }: RunKnowledge): RunInfo {
  return { tool: tool(own), asOf, inputs, notAssessed };
}

/** Identify threats, prioritize risk, mitigate, monitor: what follows once the system is defined. */
export function analyze(
  imported: Imported,
  defined: DefinedSystem,
  options: PathOptions & { readonly knowledge: RunKnowledge },
): Analysis {
  const { knowledge } = options;
  const rating = ratingContext(defined, knowledge.own.risk);
  const found = findThreats(knowledge.rules, defined.ask, knowledge.own.controls);
  const foundPaths = findPaths(moves, defined.ask, (path) => checkProof(path, imported), options);
  const threats = found.threats.map((threat) => accepted(threat, defined, rating)).sort(byRisk);
  const look = createLook(detectionSources, defined.ask.system);
  const paths = rated(foundPaths.paths, { rating, look, system: defined.ask.system });
  const detection = detectionCoverage(look, {
    system: defined.ask.system,
    threats: threats.map(({ threat }) => threat),
    paths: paths.map(({ path }) => path),
  });
  return {
    defined,
    detection,
    look,
    threats: threats.map(({ threat, risk }) => ({
      threat,
      risk,
      mitigations: threat.status === 'open' ? [mitigationId(threat)] : [],
    })),
    paths,
    mitigations: recommend(threats, knowledge.controls),
    diagnostics: [
      ...defined.ask.system.model.diagnostics,
      ...knowledge.diagnostics,
      ...found.diagnostics,
      ...foundPaths.diagnostics,
    ],
  };
}

/** Finds the fewest changes that cut the attack paths, and proves them by running the model on the changed resources. */
function proveChanges(
  imported: Imported,
  analysis: Analysis,
  options: ModelOptions & { readonly knowledge: RunKnowledge },
): Analysis {
  const { defined, paths } = analysis;
  const { knowledge, mostRuns = 0 } = options;
  const { controls } = knowledge;
  if (mostRuns === 0) return analysis;
  const tryOut = trialsOf(imported, knowledge, options);
  const { resources } = imported;
  const mitigations = withProvedSettings(
    analysis.mitigations,
    proveSettings({
      resources,
      tryOut,
      controls,
      ask: defined.ask,
      mitigations: analysis.mitigations,
      threats: analysis.threats.map(({ threat }) => threat),
    }),
  );
  if (paths.length === 0) return { ...analysis, mitigations };
  const first = firstTrial(imported, analysis);
  const chokePoints = findChokePoints({ resources, first, tryOut, controls, mitigations, mostRuns });
  const elementOf = (resource: ResourceId) => defined.ask.system.elementOf(resource)?.id ?? id<ElementId>(resource);
  return { ...analysis, ...withChokePoints(mitigations, chokePoints, paths, elementOf) };
}

/** What the rights of roles and users are wider by than the system needs, with every tighter policy tried on the model. */
export async function leastPrivilege(
  imported: Imported,
  analysis: Analysis,
  options: ModelOptions & { readonly records?: readonly UseRecord[] },
): Promise<RightsReview> {
  const knowledge = await knowledgeFor(imported, options.asOf, { modules: options.modules ?? [] });
  return reviewRights({
    resources: imported.resources,
    first: firstTrial(imported, analysis),
    tryOut: trialsOf(imported, knowledge, options),
    controls: knowledge.controls,
    reference: await loadServiceActions(),
    records: options.records ?? [],
  });
}

/** The model as it was found, as changes are compared with it. */
function firstTrial({ resources }: Imported, { defined, paths, threats }: Analysis): Trial {
  return {
    ask: defined.ask,
    resources,
    paths: () => paths,
    openThreats: () => openOf(threats),
    stillThere: (some) => stillThere(some, defined.ask),
  };
}

/** Runs the model on changed resources of the same input. */
export function trialsOf(imported: Imported, knowledge: RunKnowledge, options: PathOptions): TryOut {
  return (resources) => {
    const changed = { ...imported, resources };
    return trialOf(changed, define(changed, knowledge), { ...options, knowledge });
  };
}

/** The model of a system, as far as it is asked for. */
function trialOf(
  imported: Imported,
  defined: DefinedSystem,
  options: PathOptions & { readonly knowledge: RunKnowledge },
): Trial {
  const { own, rules } = options.knowledge;
  const rating = ratingContext(defined, own.risk);
  const { system } = defined.ask;
  const look = createLook(detectionSources, system);
  let paths: readonly RatedPath[] | undefined;
  return {
    ask: defined.ask,
    resources: imported.resources,
    paths() {
      const found = () => findPaths(moves, defined.ask, (path) => checkProof(path, imported), options).paths;
      paths ??= rated(found(), { rating, look, system });
      return paths;
    },
    stillThere: (threats) => stillThere(threats, defined.ask),
    openThreats() {
      const { threats } = findThreats(rules, defined.ask, own.controls);
      return openOf(threats.map((threat) => accepted(threat, defined, rating)));
    },
  };
}

function openOf(threats: readonly { readonly threat: Threat; readonly risk: Risk }[]): ReadonlyMap<ThreatId, number> {
  return new Map(threats.flatMap(({ threat, risk }) => (threat.status === 'open' ? [[threat.id, risk.score]] : [])));
}

function rated(
  paths: readonly AttackPath[],
  { rating, look, system }: { readonly rating: RatingContext; readonly look: Look; readonly system: System },
): readonly RatedPath[] {
  const context = { ...rating, system, seen: (path: AttackPath) => seenSteps(path, look, system) };
  return paths.map((path) => ({ path, risk: ratePath(path, context) })).sort(byPathRisk);
}

function tool(own: OwnKnowledge): ToolInfo {
  return { name: 'bartizan', version, catalog: catalogVersion(own.said), attack: attackVersion };
}

/** Rates a threat and applies what people accepted. */
function accepted(
  threat: Threat,
  defined: DefinedSystem,
  rating: RatingContext,
): { readonly threat: Threat; readonly risk: Risk } {
  const { system } = defined.ask;
  const risk = rateThreat(threat, rating);
  const element = system.element(threat.element);
  const applied = applyAcceptance(threat, risk, {
    asOf: system.asOf,
    acceptances: system.model.declared.acceptances,
    suppressions: () => (element?.resources ?? []).flatMap((resource) => system.resource(resource)?.suppressions ?? []),
    names: () => (element === undefined ? [threat.element] : namesOf(element)),
    exposure: () => defined.exposure(threat.element).level,
  });
  return { threat: applied, risk };
}

const statusOrder: Readonly<Record<Threat['status'], number>> = { open: 0, unknown: 1, accepted: 2, mitigated: 3 };

/** Open ones first, the highest risk first, then by id so that the order never varies. */
function byRisk(
  left: { readonly threat: Threat; readonly risk: Risk },
  right: { readonly threat: Threat; readonly risk: Risk },
): number {
  return (
    statusOrder[left.threat.status] - statusOrder[right.threat.status] ||
    right.risk.score - left.risk.score ||
    right.risk.impact - left.risk.impact ||
    (left.threat.id < right.threat.id ? -1 : 1)
  );
}

function byPathRisk(left: RatedPath, right: RatedPath): number {
  return (
    right.risk.score - left.risk.score ||
    left.path.steps.length - right.path.steps.length ||
    (left.path.id < right.path.id ? -1 : 1)
  );
}
