import type { AttackPath, ProofItem, RatedPath } from './attack.ts';
import type { MitigationId, PathId, ResourceId, ThreatId } from './id.ts';
import type { Patch } from './mitigation.ts';
import type { Origin } from './origin.ts';
import type { PolicySource } from './policy.ts';
import type { Questions } from './questions.ts';
import type { Resource } from './resource.ts';
import type { Fix, Threat } from './threat.ts';

/** What a change makes of one resource. */
export interface ChangedResource {
  readonly resource: ResourceId;
  /** The resource with the change made; undefined when it goes as a whole. */
  apply(resource: Resource): Resource | undefined;
}

/** One change, as a pure function and in the user's own terms: of one resource, or of some that only together do something. */
export interface Change extends ChangedResource {
  readonly id: MitigationId;
  readonly title: string;
  /** The others that it changes. */
  readonly also?: readonly ChangedResource[];
  readonly fix: Fix;
  readonly patches: readonly [Patch, ...Patch[]];
  readonly effort: number;
  /** How much more than the attack it takes away: of changes that do the same, the least is chosen. 0 to 9. */
  readonly loss: number;
  /** It shuts out callers who may be meant: chosen only where nothing else closes a way. */
  readonly lastResort?: true;
  readonly origin: Origin;
  /** The least form of it that still cuts these paths, for changes that take out several things at once. */
  readonly lesser?: (paths: readonly AttackPath[]) => Change;
  /** A policy of the organization over one account, where the change is none of a resource: `resource` is then whom it stops. */
  readonly guardrail?: Guardrail;
  /** May it take this premise away? Never no when it does. */
  hits(item: ProofItem): boolean;
}

/** Accounts that policies of the organization could guard, by the key of their text. */
export interface GuardedAccounts {
  /** By service control policies. */
  readonly service: ReadonlySet<string>;
  /** By resource control policies, which are switched on. */
  readonly resource: ReadonlySet<string>;
  /** `o-…`, when it is known. */
  readonly organization?: string;
}

/** A policy of the organization, of either kind, that an account gets besides those that it has. */
export interface Guardrail {
  /** Key of the account's text. */
  readonly account: string;
  readonly policy: PolicySource;
}

/** The model of a system with changes made. */
export interface Trial {
  readonly ask: Questions;
  readonly resources: readonly Resource[];
  /** The paths that are left; found when first asked for. */
  paths(): readonly RatedPath[];
  /** Threats that are open, with their scores; found when first asked for. */
  openThreats(): ReadonlyMap<ThreatId, number>;
  /** Those of these threats that are open or not known to be closed; each rule is asked about its own element alone. */
  stillThere(threats: readonly Threat[]): ReadonlySet<ThreatId>;
}

/** Runs the model on changed resources, under further guardrails: the same steps as for the original ones. */
export type TryOut = (resources: readonly Resource[], guardrails?: readonly Guardrail[]) => Trial;

/** A change of the chosen set, in the order in which they are best made. */
export interface ChosenChange {
  readonly change: Change;
  /** Paths that go when it is made after those before it; by what is known of the paths unless `proved` by a run. */
  readonly paths: readonly PathId[];
  /** Sum of the scores of the paths that are left then. */
  readonly riskLeft: number;
  readonly proved: boolean;
}

/** A path that no change of those tried takes away, and why. */
export interface RemainingPath {
  readonly path: RatedPath;
  readonly because: string;
}

/** A change that would take paths away and something with it that the system itself needs. */
export interface RefusedChange {
  readonly change: Change;
  readonly breaks: readonly string[];
}

/** The smallest set of changes that takes away all paths which changes can take away. */
export interface ChokePoints {
  readonly changes: readonly ChosenChange[];
  /** No set of fewer changes does as much. `exact`: it has as many changes as this, and nothing more can be cut. */
  readonly atLeast: number;
  readonly exact: boolean;
  /** Changes of last resort were known: `atLeast` and `exact` are of sets that use them only for paths which nothing else cuts. */
  readonly sparing?: true;
  readonly before: { readonly paths: number; readonly risk: number };
  /** Of what was there before and what is worth a change. */
  readonly after: { readonly paths: number; readonly risk: number };
  readonly remaining: readonly RemainingPath[];
  readonly refused: readonly RefusedChange[];
  /** Threats that the set closes, and that it opens. */
  readonly closes: readonly ThreatId[];
  readonly opens: readonly ThreatId[];
  /** Uses that the system itself needs: all of them are still possible after the changes. */
  readonly kept: number;
  /**
   * Runs of the model that were made, and how many whole ones were allowed: those that end since a need is broken may come on
   * top. `complete`: the set is settled.
   */
  readonly runs: { readonly made: number; readonly most: number; readonly complete: boolean };
  /** Paths that each change takes away by itself, and the changes of threats, as far as they were tried. */
  readonly alone: ReadonlyMap<MitigationId, readonly PathId[]>;
}
