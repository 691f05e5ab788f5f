/**
 * The two documents that everything outside the core reads: reports, comparison, the web application, other tools. Their
 * JSON Schemas are generated from these types. Within a major version fields are only added.
 */

import type { DocumentDetection } from './detection-document.ts';
import type {
  DocumentEvidence,
  DocumentLevel,
  DocumentRange,
  DocumentRisk,
  DocumentSource,
} from './document-evidence.ts';
import type { DocumentChokePoints, DocumentMitigation, DocumentPath } from './document-paths.ts';
import type { DocumentSystem } from './document-system.ts';
import type { DocumentTest } from './test-plan.ts';

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
