import { detectionSources, moves } from './catalog/catalog.generated.ts';
import { catalogVersion } from './catalog/catalog-version.ts';
import { define } from './define/define.ts';
import { type Imported, importInputs } from './define/import.ts';
import { today } from './define/read/today.ts';
import { type ReadOptions, readInputs } from './define/read.ts';
import { loadTerraform } from './define/terraform/load-terraform.ts';
import { pathsBetween } from './document/paths-between.ts';
import { systemDocument } from './document/system-document.ts';
import type { Analysis, RunInfo } from './document/threat-model-document.ts';
import { threatModelDocument } from './document/threat-model-document.ts';
import { createLook, detectionCoverage } from './identify/detection/detection-coverage.ts';
import { findThreats } from './identify/find-threats.ts';
import { type BlastRadius, blastRadius } from './identify/paths/blast-radius.ts';
import { checkProof } from './identify/paths/check-proof.ts';
import { findPaths, type PathOptions } from './identify/paths/find-paths.ts';
import { type WhyNot, whyNot } from './identify/paths/why-not.ts';
import { boundaryPolicy } from './mitigate/choke/boundary-changes.ts';
import { mitigationId, recommend } from './mitigate/recommend.ts';
import type { ThreatModelDocument, ToolInfo } from './model/document.ts';
import type { DocumentPath } from './model/document-paths.ts';
import type { IdentifiedFramework } from './model/framework.ts';
import type { KnowledgeModule, OwnKnowledge } from './model/knowledge.ts';
import type { DefinedSystem } from './model/questions.ts';
import type { SystemDocument } from './model/system-document.ts';
import type { RatedThreat } from './model/threat.ts';
import { businessImpact } from './prioritize/business-impact.ts';
import { ratingContext } from './prioritize/rating-context.ts';
import { accepted, byRisk, rated } from './rate-found.ts';
import { proveChanges } from './run-again.ts';
import { knowledgeFor, knowledgeOfModule, type ModelOptions, type RunKnowledge } from './run-knowledge.ts';
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
  /** With `from`: of an account that is administrated in the end nothing else is told, since all of it follows. */
  readonly folded?: boolean;
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
  const ratedThreats = threats.map(
    ({ threat, risk }): RatedThreat => ({
      threat,
      risk,
      mitigations: threat.status === 'open' ? [mitigationId(threat)] : [],
    }),
  );
  const look = createLook(detectionSources, defined.ask.system);
  const paths = rated(foundPaths.paths, { rating, look, system: defined.ask.system });
  const detection = detectionCoverage(look, {
    system: defined.ask.system,
    threats: threats.map(({ threat }) => threat),
    paths: paths.map(({ path }) => path),
  });
  const impact = businessImpact(defined.ask.system, ratedThreats, paths);
  return {
    defined,
    detection,
    look,
    threats: ratedThreats,
    paths,
    mitigations: recommend(threats, knowledge.controls),
    ...(impact !== undefined && { impact }),
    diagnostics: [
      ...defined.ask.system.model.diagnostics,
      ...knowledge.diagnostics,
      ...found.diagnostics,
      ...foundPaths.diagnostics,
    ],
  };
}

function tool(own: OwnKnowledge): ToolInfo {
  return { name: 'bartizan', version, catalog: catalogVersion(own.said), attack: attackVersion };
}
