import { controls, moves, services, threatRules } from './catalog/catalog.generated.ts';
import { catalogVersion } from './catalog/catalog-version.ts';
import { loadManagedPolicies } from './define/access/managed-policies.ts';
import { define } from './define/define.ts';
import { type Imported, importInputs } from './define/import.ts';
import { today } from './define/read/today.ts';
import { type ReadOptions, readInputs } from './define/read.ts';
import { loadTerraform } from './define/terraform/load-terraform.ts';
import { systemDocument } from './document/system-document.ts';
import type { Analysis, RunInfo } from './document/threat-model-document.ts';
import { threatModelDocument } from './document/threat-model-document.ts';
import { findThreats } from './identify/find-threats.ts';
import { checkProof } from './identify/paths/check-proof.ts';
import { findPaths, type PathOptions } from './identify/paths/find-paths.ts';
import { mitigationId, recommend } from './mitigate/recommend.ts';
import type { RatedPath } from './model/attack.ts';
import type { DocumentPath, ThreatModelDocument, ToolInfo } from './model/document.ts';
import { namesOf } from './model/element-name.ts';
import type { IdentifiedFramework } from './model/framework.ts';
import type { DefinedSystem } from './model/questions.ts';
import type { Risk } from './model/risk.ts';
import type { SystemDocument } from './model/system-document.ts';
import type { Threat } from './model/threat.ts';
import { applyAcceptance } from './monitor/accept.ts';
import { type RatingContext, rateThreat } from './prioritize/rate.ts';
import { ratePath } from './prioritize/rate-path.ts';
import { ratingContext } from './prioritize/rating-context.ts';
import { attackVersion, version } from './version.ts';

/** What a run may be told. */
export interface ThreatModelOptions extends ReadOptions {
  /** Template files, folders, CDK assemblies. */
  readonly inputs: readonly string[];
  /** The day for which the model is true, `YYYY-MM-DD`; the day of the run when it is not given. */
  readonly asOf?: string;
  /** Only paths of these attackers: kinds (`pipeline`) or single ones (`user:app/Deployer`). */
  readonly attackers?: readonly string[];
  /** Ids of frameworks of requirements that the document tells of: `nist-800-53`. */
  readonly frameworks?: readonly string[];
  /** Also paths of somebody who holds all of these: `acts-as app/Deployer`, `runs-code app/Api`. */
  readonly assume?: readonly string[];
}

/** The threat model of a system, from files to document: the whole pipeline. */
export async function threatModel(options: ThreatModelOptions): Promise<ThreatModelDocument> {
  const read = await readInputs(options.inputs, options);
  const imported = importInputs(read, await loadTerraform(read));
  const frameworks = await frameworksNamed(options.frameworks ?? []);
  return (await modelOf(imported, { ...options, frameworks, asOf: options.asOf ?? today() })).document;
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
  return await systemOf(importInputs(read, await loadTerraform(read)), options.asOf ?? today());
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
}

/** What an attacker can reach, and how. */
export async function attackPaths(
  options: AttackPathsOptions,
): Promise<{ readonly attackPaths: readonly DocumentPath[] }> {
  const read = await readInputs(options.inputs, options);
  const imported = importInputs(read, await loadTerraform(read));
  const { frameworks: _, ...asked } = options;
  const { document } = await modelOf(imported, { ...asked, asOf: options.asOf ?? today() });
  return { attackPaths: pathsBetween(document, options) };
}

/** The paths of a document that start and end where asked. */
export function pathsBetween(
  document: ThreatModelDocument,
  ends: Pick<AttackPathsOptions, 'from' | 'to'>,
): readonly DocumentPath[] {
  const idsOf = (name: string) =>
    document.system.elements
      .filter(({ id, address, name: own }) => [id, address, own].includes(name))
      .map(({ id }) => id);
  const starts = ends.from === undefined ? undefined : new Set([ends.from, ...idsOf(ends.from)]);
  const targets = ends.to === undefined ? undefined : new Set([ends.to, ...idsOf(ends.to)]);
  return document.attackPaths.filter(({ attacker, entry, target }) => {
    const begins =
      starts === undefined ||
      starts.has(attacker) ||
      starts.has(entry) ||
      starts.has(attacker.slice(attacker.indexOf(':') + 1));
    return begins && (targets === undefined || targets.has(target));
  });
}

/** The pipeline from imported resources on, for callers that need the analysis itself. */
export async function modelOf(
  imported: Imported,
  options: PathOptions & { readonly asOf: string; readonly frameworks?: readonly IdentifiedFramework[] },
): Promise<{ readonly document: ThreatModelDocument; readonly analysis: Analysis }> {
  const { asOf, frameworks = [] } = options;
  const analysis = analyze(imported, await definedBy(imported, asOf), options);
  const run = { ...runInfo(imported, asOf), ...(frameworks.length > 0 && { frameworks }) };
  return { document: threatModelDocument(analysis, run), analysis };
}

/** The system alone, as a document that every command takes as input. */
export async function systemOf(imported: Imported, asOf: string): Promise<SystemDocument> {
  return systemDocument(imported, await definedBy(imported, asOf), runInfo(imported, asOf));
}

async function definedBy(imported: Imported, asOf: string): Promise<DefinedSystem> {
  return define(imported, {
    services: servicesByType,
    managedPolicies: await loadManagedPolicies(imported.resources, imported.origins, imported.managedPolicies),
    asOf,
  });
}

function runInfo({ inputs, notAssessed }: Imported, asOf: string): RunInfo {
  return { tool: tool(), asOf, inputs, notAssessed };
}

/** Identify threats, prioritize risk, mitigate, monitor: what follows once the system is defined. */
export function analyze(imported: Imported, defined: DefinedSystem, options: PathOptions): Analysis {
  const { ask } = defined;
  const rating = ratingContext(defined);
  const found = findThreats(threatRules, ask);
  const foundPaths = findPaths(moves, ask, (path) => checkProof(path, imported), options);
  const threats = found.threats.map((threat) => accepted(threat, defined, rating)).sort(byRisk);
  const paths: readonly RatedPath[] = foundPaths.paths
    .map((path) => ({ path, risk: ratePath(path, rating) }))
    .sort(byPathRisk);
  return {
    defined,
    threats: threats.map(({ threat, risk }) => ({
      threat,
      risk,
      mitigations: threat.status === 'open' ? [mitigationId(threat)] : [],
    })),
    paths,
    mitigations: recommend(threats, controls),
    diagnostics: [...ask.system.model.diagnostics, ...found.diagnostics, ...foundPaths.diagnostics],
  };
}

const servicesByType = new Map(services.map((service) => [service.type, service]));

function tool(): ToolInfo {
  return { name: 'bartizan', version, catalog: catalogVersion(), attack: attackVersion };
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
