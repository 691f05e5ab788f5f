import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Origin, OriginTable } from '../../model/origin.ts';
import type { MappingEntry, MappingNode, Node } from '../cloudformation/node.ts';
import type { ApiDraft } from './api/api-draft.ts';
import type { UsagePlanMember } from './api/usage-plan.ts';
import type { DeploymentPreference } from './deployment-preference.ts';
import { emptyMapping, type Made, type MadeObject } from './made.ts';

/** What the transform is told of the deployment. */
export interface SamSettings {
  readonly file: string;
  readonly origins: OriginTable;
  /** `aws`, `aws-cn`, …: the transform writes it into ARNs. */
  readonly partition: string;
  /** The value of a parameter, given or by default. */
  parameter(name: string): string | undefined;
  /** The value of a mapping. */
  mapped(map: string, first: string, second: string): Node | undefined;
  /** `AWS::Region` and other pseudo parameters that are known. */
  pseudo(name: string): string | undefined;
}

/** A resource of the source after Globals were merged into it. */
export interface SamResource {
  readonly id: string;
  readonly type: string;
  readonly entry: MappingEntry;
  readonly body: MappingNode;
  readonly properties: MappingNode;
}

/** A resource to write. */
export interface MadeResource {
  readonly id: string;
  readonly type: string;
  readonly properties: Made;
  /** Besides those of the resource that causes it. */
  readonly attributes?: MadeObject;
  /** The part of the source that causes it, when it is not the whole resource. */
  readonly at?: MappingEntry;
}

/** The state of one run of the transform over a template. */
export interface Expansion {
  readonly settings: SamSettings;
  /** Everything that the source declares, in order. */
  readonly resources: ReadonlyMap<string, SamResource>;
  /** What is written, by logical id, grouped by the resource that causes it. */
  readonly made: Map<string, Map<string, MappingEntry>>;
  readonly conditions: Map<string, Made>;
  /** `MyFunction.Alias` → the logical id that it stands for. */
  readonly references: Map<string, string>;
  readonly apis: Map<string, ApiDraft>;
  /** Members of the usage plan that APIs with `CreateUsagePlan: SHARED` have in common. */
  readonly sharedPlan: UsagePlanMember[];
  readonly preferences: DeploymentPreference[];
  /** By resource, the HTTP APIs all of whose requests one of its events asks for. */
  readonly openHttpApis: Map<string, ReadonlySet<string>>;
  /** Properties that are put into resources that the transform otherwise leaves alone (buckets, user pools). */
  readonly amendments: Map<string, Amendment[]>;
  /** Route 53 record sets by their group. */
  readonly recordSets: Map<string, RecordSets>;
  readonly diagnostics: Diagnostic[];
}

/** Changes the body of a resource. */
export type Amendment = (body: Map<string, Made>) => void;

export interface RecordSets {
  readonly cause: SamResource;
  readonly zone: MadeObject;
  readonly sets: Made[];
}

export function createExpansion(
  settings: SamSettings,
  resources: ReadonlyMap<string, SamResource>,
  conditions: Node | undefined,
): Expansion {
  return {
    settings,
    resources,
    made: new Map(),
    conditions: new Map<string, Made>(conditions?.kind === 'mapping' ? conditions.entries : []),
    references: new Map(),
    apis: new Map(),
    sharedPlan: [],
    preferences: [],
    openHttpApis: new Map(),
    amendments: new Map(),
    recordSets: new Map(),
    diagnostics: [],
  };
}

/** What is wrong with the source; the transform goes on without the part. */
export function diagnose(
  expansion: Pick<Expansion, 'settings' | 'diagnostics'>,
  code: string,
  message: string,
  origin: Origin,
) {
  const { origins, file } = expansion.settings;
  const source = origins.span(origin) ?? { file, line: 1, column: 1, endLine: 1 };
  expansion.diagnostics.push({ level: 'error', code, message, source });
}

/** The resource of an entry of `Resources`; undefined when it is none. */
export function samResource(entry: MappingEntry): SamResource | undefined {
  if (entry.value.kind !== 'mapping') return undefined;
  const type = entry.value.entries.get('Type')?.value;
  const properties = entry.value.entries.get('Properties')?.value;
  return {
    id: entry.key,
    type: type?.kind === 'scalar' && typeof type.value === 'string' ? type.value : '',
    entry,
    body: entry.value,
    properties: properties?.kind === 'mapping' ? properties : emptyMapping(entry.origin),
  };
}
