import type { ElementId, MitigationId, PathId, ThreatId } from './id.ts';
import type { Origin } from './origin.ts';
import type { Fix } from './threat.ts';

/** A part of a resource before and after a change, as JSON in the words of the user's own file. */
export interface Patch {
  /** Address of the resource, where the change is one of several. */
  readonly resource?: string;
  /** Path of the property, with numbers for members of lists; empty for the resource as a whole. */
  readonly property: string;
  /** Empty when there was none. */
  readonly before: string;
  /** Empty when it goes. */
  readonly after: string;
}

/** A change to the user's own configuration, with what it takes away. */
export interface Mitigation {
  readonly id: MitigationId;
  readonly control: string;
  readonly title: string;
  readonly addresses: readonly ElementId[];
  readonly threats: readonly ThreatId[];
  /** The model was run again with the change: its threats were gone, and there without it. Says nothing when absent. */
  readonly threatsProved?: true;
  /** Paths that it takes away by itself, proved by running the model again; undefined when that was not done. */
  readonly paths?: readonly PathId[];
  /** Sum of the scores of the threats that it closes and of the paths that it was proved to take away. */
  readonly risk: number;
  /** 1 (one property) to 5 (a project). */
  readonly effort: number;
  readonly change: Fix;
  readonly patches?: readonly Patch[];
  readonly origin: Origin;
}
