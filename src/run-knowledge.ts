import { controls, services, threatRules } from './catalog/catalog.generated.ts';
import { readManagedPolicies } from './catalog/managed-policies.ts';
import { loadManagedPolicies } from './define/access/managed-policies.ts';
import type { Knowledge } from './define/define.ts';
import type { Imported } from './define/import.ts';
import { type SoundKnowledge, soundKnowledge } from './define/knowledge/sound-knowledge.ts';
import type { PathOptions } from './identify/paths/find-paths.ts';
import { boundaryPolicy } from './mitigate/choke/boundary-changes.ts';
import type { IdentifiedControl } from './model/control.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { IdentifiedFramework } from './model/framework.ts';
import { joinKnowledge, type KnowledgeModule, noOwnKnowledge, type OwnKnowledge } from './model/knowledge.ts';
import type { IdentifiedRule } from './model/threat.ts';

/** What the pipeline may be told from imported resources on. */
export interface ModelOptions extends PathOptions {
  readonly asOf: string;
  readonly frameworks?: readonly IdentifiedFramework[];
  /** What users know from modules; what rule files say is in what was imported. */
  readonly modules?: readonly OwnKnowledge[];
  /** How often the model may be run again to find and prove the fewest changes; not at all when absent. */
  readonly mostRuns?: number;
  /** Only changes of what the input's resources say: none of the organization's policies. */
  readonly resourcesOnly?: boolean;
}

/** All that is known beyond the input: the catalogue with what users add. */
export interface RunKnowledge extends Knowledge {
  readonly rules: readonly IdentifiedRule[];
  readonly controls: readonly IdentifiedControl[];
  readonly own: OwnKnowledge;
  /** What of the users' knowledge cannot stand beside the catalogue. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a run knows besides its input. */
export interface KnowledgeOptions {
  /** What users know from modules. */
  readonly modules?: readonly OwnKnowledge[];
  /** Policies of AWS that changes attach, which the input itself need not name. */
  readonly tried?: readonly string[];
}

/** What is known beyond the input. */
export async function knowledgeFor(
  imported: Imported,
  asOf: string,
  { modules = [], tried = [boundaryPolicy] }: KnowledgeOptions = {},
): Promise<RunKnowledge> {
  const { knowledge: own, diagnostics } = soundWithCatalogue(imported, modules);
  const named = await loadManagedPolicies(imported.resources, imported.origins, imported.managedPolicies);
  const others = tried.length === 0 ? () => undefined : await readManagedPolicies(tried, imported.origins);
  const ownServices = own.services.map((service) => [service.type, service] as const);
  return {
    services: own.services.length === 0 ? servicesByType : new Map([...servicesByType, ...ownServices]),
    managedPolicies: (arn) => named(arn) ?? others(arn),
    asOf,
    assetRules: own.assets,
    rules: [...threatRules, ...own.threats],
    controls: [...controls, ...own.controls],
    own,
    diagnostics,
  };
}

const servicesByType = new Map(services.map((service) => [service.type, service]));

/** The knowledge of users that can stand beside the catalogue, and what is wrong with the rest. */
export function soundWithCatalogue(
  { own, origins }: Pick<Imported, 'own' | 'origins'>,
  modules: readonly OwnKnowledge[],
): SoundKnowledge {
  return soundKnowledge(joinKnowledge(own.knowledge, ...modules), catalogueIds, origins);
}

const catalogueIds = {
  threats: new Set(threatRules.map(({ id }) => id)),
  controls: new Set(controls.map(({ id }) => id)),
};

/** What a module of rules gives, as knowledge. Rules in it are code: only modules that somebody names are taken. */
export function knowledgeOfModule(module: KnowledgeModule): OwnKnowledge {
  return { ...noOwnKnowledge, ...module, said: [JSON.stringify(module)] };
}
