import type { RatedPath } from '../../model/attack.ts';
import type { Change, Trial } from '../../model/choke-points.ts';
import type { MitigationId, PathId } from '../../model/id.ts';

/** A way to a goal that must be cut: it was there when some changes had been made. */
export interface Way {
  readonly rated: RatedPath;
  readonly trial: Trial;
  /** Changes that did not cut it, by what they were at that time. */
  readonly despite: ReadonlySet<string>;
}

/** The version of a change: one that grows is another one. */
export function versionOf({ id, patches }: Change): string {
  return `${id} ${patches.map(({ after }) => after).join(' ')}`;
}

/** What is known of a problem: ways, changes that may not be made, and changes that may not be made together. */
export interface Knowledge {
  readonly ways: readonly Way[];
  /** Goals of the system as it is. */
  readonly goals: ReadonlySet<PathId>;
  readonly refused: ReadonlyMap<MitigationId, { readonly change: Change; readonly breaks: readonly string[] }>;
  readonly forbidden: readonly (readonly MitigationId[])[];
}
