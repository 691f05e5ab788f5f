/**
 * The two documents that everything outside the core reads: reports, comparison, the web application, other tools. Their
 * JSON Schemas are generated from these types. Within a major version fields are only added.
 */

import type { DocumentDetection } from './detection-document.ts';
import type { DocumentTest } from './test-plan.ts';

export interface DocumentSource {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
}

export interface ToolInfo {
  readonly name: 'bartizan';
  readonly version: string;
  /** Version of the catalogue: a digest of the ids and texts of its rules, moves, controls and services. */
  readonly catalog: string;
  /** Version of MITRE ATT&CK that technique ids refer to. */
  readonly attack: string;
  /** Version of CWE that weakness ids refer to. */
  readonly cwe?: string;
}

export interface DocumentScope {
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  /** Values that parameters were taken to have; secret ones are left out. */
  readonly parameters: readonly DocumentParameter[];
  readonly context: readonly string[];
  /** What was not looked at, and why. */
  readonly notAssessed: readonly string[];
}

export interface DocumentParameter {
  readonly deployment: string;
  readonly name: string;
  readonly given: 'explicit' | 'default' | 'missing';
  readonly value?: string;
  /** System documents only: the template hides its value (`NoEcho`), and so does the document. */
  readonly secret?: boolean;
  /** System documents only: where it is declared. */
  readonly source?: DocumentSource;
}

/** The threat model: what `bartizan model --format json` prints. */
export interface ThreatModelDocument {
  readonly kind: 'threat-model';
  readonly schemaVersion: string;
  readonly tool: ToolInfo;
  /** The day for which the model is true, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly scope: DocumentScope;
  readonly system: DocumentSystem;
  readonly threats: readonly DocumentThreat[];
  readonly attackPaths: readonly DocumentPath[];
  readonly mitigations: readonly DocumentMitigation[];
  /** The fewest changes that cut the attack paths; absent when the model was not run again for them. */
  readonly chokePoints?: DocumentChokePoints;
  /** Which services would see what; absent in documents of earlier versions. */
  readonly detection?: DocumentDetection;
  /** What to try and to look at, what tries the highest risk first; absent in documents of earlier versions. */
  readonly tests?: readonly DocumentTest[];
  /** The frameworks that were asked for. */
  readonly frameworks?: readonly DocumentFramework[];
  /** What it costs when something happens, where `bartizan.yaml` says what assets are worth or what is accepted. */
  readonly impact?: DocumentImpact;
  readonly coverage: DocumentCoverage;
}

/** From the least to the most. */
export type DocumentRange = readonly [low: number, high: number];

/** Impact in the terms of the business. Ranges have two figures at most: they are no measurements. */
export interface DocumentImpact {
  /** How likelihood, 1 to 5, becomes events a year. */
  readonly eventsPerYear: readonly { readonly likelihood: number; readonly range: DocumentRange }[];
  readonly appetite?: {
    readonly level: DocumentLevel;
    readonly lossPerYear?: number;
    readonly owner: string;
    readonly because: string;
    readonly source?: DocumentSource;
  };
  readonly assets: readonly DocumentAssetImpact[];
  /** Sums over assets of one currency for a year: each kind of loss once, by what makes it likeliest. */
  readonly totals: readonly {
    readonly currency: string;
    readonly inherent: DocumentRange;
    readonly residual: DocumentRange;
  }[];
  /** Ids of open and unknown threats, and of paths, over the appetite; the worst first. */
  readonly overAppetite: { readonly threats: readonly string[]; readonly paths: readonly string[] };
  /** Cost of one event, by the id of the threat or path that leads to it. */
  readonly losses: readonly { readonly id: string; readonly currency: string; readonly loss: DocumentRange }[];
}

/** What it costs when something happens to an asset. */
export interface DocumentAssetImpact {
  readonly asset: string;
  readonly name: string;
  /** Id of the element that holds it. */
  readonly heldBy: string;
  readonly currency: string;
  readonly kinds: readonly {
    readonly kind: 'disclosure' | 'corruption' | 'downtime';
    readonly loss: DocumentRange;
    readonly because: string;
    readonly inherent?: DocumentRange;
    readonly residual?: DocumentRange;
    /** Id of the threat or path that makes it likeliest. */
    readonly likeliest?: string;
  }[];
  /** Expected for a year; it is over the appetite when the most is. */
  readonly residual: DocumentRange;
  readonly isOverAppetite: boolean;
}

/** What the threats say of the requirements of a framework. */
export interface DocumentFramework {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly requirements: readonly DocumentRequirement[];
}

export interface DocumentRequirement {
  readonly id: string;
  readonly title?: string;
  /**
   * `open`: a threat is open against it; `unknown`: none is, and one may be; `accepted`: what there is was accepted; `met`:
   * controls are in force wherever it arises; `not-raised`: nothing in the input raises it, which is no proof that it is met.
   */
  readonly state: 'open' | 'unknown' | 'accepted' | 'met' | 'not-raised';
  /** Ids of the threats that bear on it, the worst first. */
  readonly threats: readonly string[];
}

export interface DocumentSystem {
  readonly elements: readonly DocumentElement[];
  readonly boundaries: readonly DocumentBoundary[];
  readonly flows: readonly DocumentFlow[];
  readonly assets: readonly DocumentAsset[];
  readonly assumptions: readonly DocumentAssumption[];
}

export interface DocumentElement {
  readonly id: string;
  readonly address: string;
  readonly type: string;
  readonly arn?: string;
  readonly kind: 'process' | 'data-store' | 'external-entity' | 'identity' | 'network' | 'control';
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly boundary: string;
  readonly placements: readonly string[];
  /** Addresses of all resources that the element stands for, its own first. */
  readonly resources: readonly string[];
  readonly exposure: DocumentExposure;
  readonly facts: Readonly<Record<string, DocumentFact>>;
  readonly responsibility: DocumentResponsibility;
  /** Other names that it is known by: former ids, CDK construct path, given physical name. */
  readonly aliases: readonly string[];
  readonly guard?: string;
  /** `context`: given for resolution only, threats are not reported on it. */
  readonly role: 'subject' | 'context';
  readonly source?: DocumentSource;
}

/** From where the element can be reached or used. */
export interface DocumentExposure {
  readonly level: 'internet' | 'any-aws-account' | 'partner' | 'internal' | 'none' | 'unknown';
  readonly because: readonly string[];
}

export interface DocumentFact {
  readonly state: 'explicit' | 'default' | 'alternatives' | 'unknown' | 'not-applicable';
  /** The answer for people; for unknown and not-applicable the reason. */
  readonly text: string;
  readonly settledBy?: string;
  readonly source?: DocumentSource;
}

export interface DocumentResponsibility {
  readonly model: 'infrastructure' | 'container' | 'managed' | 'serverless' | 'identity' | 'control' | 'external';
  readonly customer: readonly string[];
  readonly aws: readonly string[];
}

export interface DocumentBoundary {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly parent?: string;
  readonly exposure?: 'public' | 'private' | 'unknown';
}

export interface DocumentFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly protocol: string;
  readonly ports: readonly string[];
  readonly encrypted: boolean | 'unknown';
  readonly authenticated: string;
  readonly crosses: readonly string[];
  readonly because: string;
  readonly guard?: string;
  readonly source?: DocumentSource;
}

export interface DocumentAsset {
  readonly id: string;
  readonly name: string;
  readonly heldBy: string;
  readonly confidentiality: number;
  readonly integrity: number;
  readonly availability: number;
  readonly because: string;
  /** What people say that it costs when something happens to it, in one currency. */
  readonly loss?: {
    readonly currency: string;
    readonly records?: DocumentRange;
    readonly perRecord?: DocumentRange;
    readonly perHourDown?: DocumentRange;
    readonly whenLost?: DocumentRange;
  };
  /** The most that may be lost of it, and the longest that it may be away: `15m`, `4h`, `7d`. */
  readonly recoveryPoint?: string;
  readonly recoveryTime?: string;
}

export interface DocumentAssumption {
  readonly id: string;
  readonly text: string;
  readonly settledBy: string;
  readonly source?: DocumentSource;
}

export interface DocumentRisk {
  readonly inherent: DocumentLevel;
  readonly residual: DocumentLevel;
  readonly score: number;
  readonly level: DocumentLevel;
  readonly factors: readonly {
    readonly name: string;
    readonly on: 'likelihood' | 'impact';
    readonly effect: number;
    readonly because: string;
  }[];
}

export type DocumentLevel = 'critical' | 'high' | 'medium' | 'low' | 'info';

export interface DocumentEvidence {
  readonly note: string;
  readonly source?: DocumentSource;
}

export interface DocumentThreat {
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly statement: string;
  readonly element: string;
  readonly address: string;
  readonly status: 'open' | 'mitigated' | 'accepted' | 'unknown';
  readonly stride: readonly string[];
  readonly techniques: readonly string[];
  readonly weaknesses: readonly string[];
  readonly likelihood: number;
  readonly impact: number;
  readonly risk: DocumentRisk;
  readonly guard?: string;
  /** For unknown ones: the input that would settle it. */
  readonly settledBy?: string;
  readonly controls: readonly {
    readonly id: string;
    readonly state: 'in-force' | 'not-in-force' | 'unknown' | 'attested';
    readonly evidence: DocumentEvidence;
  }[];
  readonly mitigations: readonly string[];
  /** The first is the primary place. */
  readonly evidence: readonly DocumentEvidence[];
  readonly acceptance?: {
    readonly reason: string;
    readonly owner: string;
    readonly expires: string;
    readonly lapsed?: string;
    readonly source?: DocumentSource;
  };
}

export interface DocumentPath {
  readonly id: string;
  readonly attacker: string;
  readonly entry: string;
  readonly target: string;
  readonly gains: string;
  readonly certainty: 'certain' | 'conditional' | 'weakness';
  readonly guard?: string;
  readonly likelihood: number;
  readonly impact: number;
  readonly risk: DocumentRisk;
  /** What must hold besides, for people. */
  readonly conditions: readonly string[];
  /** The proof checker's word on it. A path that it refuses is never in a document. */
  readonly proof: 'checked';
  /** Element ids of others that nothing tells apart from the target: the same way leads to each of them. */
  readonly alike?: readonly string[];
  readonly steps: readonly DocumentStep[];
}

export interface DocumentStep {
  readonly id: string;
  readonly move: string;
  readonly title: string;
  readonly technique: string;
  readonly from: string;
  readonly to: string;
  /** Ids of earlier steps, or keys of facts that the attacker has from the start. */
  readonly needs: readonly string[];
  readonly gives: string;
  /** For an identity that is gained, how the session was got, where a further step hangs on it. */
  readonly session?: string;
  readonly certainty: 'certain' | 'conditional' | 'weakness';
  readonly actions: readonly string[];
  readonly guard?: string;
  readonly evidence: readonly DocumentEvidence[];
}

export interface DocumentMitigation {
  readonly id: string;
  readonly control: string;
  readonly title: string;
  /** Element ids. */
  readonly addresses: readonly string[];
  /** `proved`: the model was run with this change alone; only then do `paths` say what it removes. */
  readonly removes: {
    readonly threats: readonly string[];
    readonly paths: readonly string[];
    readonly risk: number;
    readonly proved?: true;
    /** The model was run again with this change, and these threats were gone; elsewhere they are what the rules say. */
    readonly threatsProved?: true;
  };
  /** 1 (one property) to 5 (a project). */
  readonly effort: number;
  readonly change: {
    readonly resource: string;
    readonly type: string;
    readonly property: string;
    readonly value: string;
  };
  /** What the change makes of parts of the resource, as JSON in the words of the user's own file. */
  readonly patches?: readonly DocumentPatch[];
  readonly source?: DocumentSource;
}

export interface DocumentPatch {
  /** Path of the property, with numbers for members of lists; empty for the resource as a whole. */
  readonly property: string;
  /** Empty when there was none. */
  readonly before: string;
  /** Empty when it goes. */
  readonly after: string;
}

/** The smallest set of changes that takes away every attack path which changes can take away. */
export interface DocumentChokePoints {
  /** In the order in which they are best made. */
  readonly changes: readonly {
    /** Id of a mitigation. */
    readonly mitigation: string;
    /** Paths that go when it is made after those before it: by a run when `proved`, else by what is known of the paths. */
    readonly paths: readonly string[];
    /** Sum of the scores of the paths that are left then. */
    readonly riskLeft: number;
    /** Was the model run at this point? */
    readonly proved: boolean;
  }[];
  /** No smaller set does the same; `exact`: the set has no more changes than this. */
  readonly atLeast: number;
  readonly exact: boolean;
  readonly before: { readonly paths: number; readonly risk: number };
  readonly after: { readonly paths: number; readonly risk: number };
  /** Paths that are left with all changes made, told or not in `attackPaths`, and why. */
  readonly remaining: readonly { readonly path: string; readonly risk: number; readonly because: string }[];
  /** Changes that would take paths away and something with it that the system needs. */
  readonly refused: readonly { readonly title: string; readonly breaks: readonly string[] }[];
  /** Ids of threats that the set closes, and of those that it opens. */
  readonly closes: readonly string[];
  readonly opens: readonly string[];
  /** How many uses that the system needs of itself were looked at: all are possible afterwards. */
  readonly kept: number;
  readonly runs: { readonly made: number; readonly most: number; readonly complete: boolean };
}

export interface DocumentCoverage {
  readonly resources: number;
  readonly types: Readonly<
    Record<
      string,
      {
        readonly count: number;
        readonly depth: 'in-depth' | 'schema' | 'none';
        readonly dimensions: Readonly<Record<string, DocumentDimensionCoverage>>;
      }
    >
  >;
  readonly unknowns: readonly { readonly question: string; readonly settledBy: string; readonly count: number }[];
  readonly diagnostics: readonly DocumentDiagnostic[];
}

/** How many answers of a dimension are known, unknown, not applicable. */
export interface DocumentDimensionCoverage {
  readonly known: number;
  readonly unknown: number;
  readonly notApplicable: number;
}

export interface DocumentDiagnostic {
  readonly level: 'error' | 'warning' | 'info';
  readonly code: string;
  readonly message: string;
  readonly source: DocumentSource;
}
