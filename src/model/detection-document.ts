import type { DocumentSource } from './document-evidence.ts';

/** Which services of AWS would see an attack on this system, and what is missing. */
export interface DocumentDetection {
  /** Everything that sees or could see something, told once. */
  readonly sights: readonly DocumentSight[];
  readonly techniques: readonly DocumentSeenTechnique[];
  /** Of every attack path in the document, in the same order. */
  readonly paths: readonly DocumentSeenPath[];
}

/**
 * `alert`: a finding or alarm is raised whenever it happens; `anomaly`: one is raised when the behaviour is unusual or comes
 * from a known bad address; `record`: it can be read afterwards and nobody is told; `unknown`: nothing in the input sees it
 * and something set up elsewhere may; `unseen`: nothing does.
 */
export type DocumentVisibility = 'alert' | 'anomaly' | 'record' | 'unknown' | 'unseen';

export interface DocumentSight {
  readonly id: string;
  /** Id of the detection source, `guard-duty`, and its title. */
  readonly by: string;
  readonly title: string;
  readonly as: 'alert' | 'anomaly' | 'record';
  readonly state: 'on' | 'attested' | 'off' | 'unknown';
  /** Types of findings, names of events. */
  readonly what: string;
  readonly because: string;
  /** What to switch on; absent where it is on. */
  readonly enable?: string;
  /** Somebody is told: an alarm acts, or a rule passes the finding on. Absent where the input shows no such way. */
  readonly told?: true;
  readonly source?: DocumentSource;
}

/** Ids of sights that are on, and of those that are off or not known. */
export interface DocumentSeen {
  readonly seenBy: readonly string[];
  readonly gaps: readonly string[];
}

export interface DocumentSeenTechnique extends DocumentSeen {
  readonly technique: string;
  readonly name: string;
  /** How many of its uses in this system are seen how. */
  readonly uses: Readonly<Record<DocumentVisibility, number>>;
}

export interface DocumentSeenPath {
  readonly path: string;
  /** The best that any step of it is seen as. */
  readonly visibility: DocumentVisibility;
  /** The first step that raises a finding or alarm, whenever it happens or when it is unusual. */
  readonly firstAlert?: string;
  readonly steps: readonly (DocumentSeen & { readonly step: string; readonly visibility: DocumentVisibility })[];
}
