import type { ElementId, MitigationId, ThreatId } from './id.ts';
import type { Origin } from './origin.ts';
import type { Fix } from './threat.ts';

/** A change to the user's own configuration, with what it takes away. */
export interface Mitigation {
  readonly id: MitigationId;
  readonly control: string;
  readonly title: string;
  readonly addresses: readonly ElementId[];
  readonly threats: readonly ThreatId[];
  /** Sum of the scores of the threats that it closes. */
  readonly risk: number;
  /** 1 (one property) to 5 (a project). */
  readonly effort: number;
  readonly change: Fix;
  readonly origin: Origin;
}
