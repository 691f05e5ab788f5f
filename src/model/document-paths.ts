import type { DocumentEvidence, DocumentRisk, DocumentSource } from './document-evidence.ts';

export interface DocumentPath {
  readonly id: string;
  readonly attacker: string;
  readonly entry: string;
  readonly target: string;
  readonly gains: string;
  /** Where only some objects of a bucket are read, changed or destroyed: patterns of their keys. All of them when absent. */
  readonly covers?: readonly string[];
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
  /** Address of the resource, where the change is one of several. */
  readonly resource?: string;
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
  /** No set of fewer changes does as much; `exact`: it has as many as this, and nothing more can be cut. */
  readonly atLeast: number;
  readonly exact: boolean;
  /** Both are of sets that ask callers for more than now only where nothing else cuts a path. */
  readonly sparing?: true;
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
