import type { CitedStatement } from './access.ts';
import type { Change } from './choke-points.ts';
import type { PathId, ResourceId, ThreatId } from './id.ts';
import type { PolicySource } from './policy.ts';

/**
 * Why a right is not needed, from the surest on. `never-effective`: it cannot be used at all; `not-used`: AWS has recorded no
 * use of it; `wider-than-referred`: nothing in the configuration refers to what it is wider by, which says nothing of what
 * code does: a person has to look at it.
 */
export type NeedlessKind = 'never-effective' | 'not-used' | 'wider-than-referred';

/** Kinds from the surest on. */
export const needlessKinds: readonly NeedlessKind[] = ['never-effective', 'not-used', 'wider-than-referred'];

/** Rights of one statement or attached policy that nothing in the system needs. */
export interface NeedlessRight {
  readonly kind: NeedlessKind;
  /** For people: actions or resources, as the policy names them. */
  readonly what: readonly string[];
  readonly because: string;
}

/** A statement or attachment with the tighter form of it. */
export interface TighterPolicy {
  /** Whose rights become less. */
  readonly principals: readonly ResourceId[];
  readonly policy: PolicySource;
  /** Absent where a whole policy is replaced. */
  readonly cited?: CitedStatement;
  readonly needless: readonly NeedlessRight[];
  readonly change: Change;
  /** Uses of the system that would stop; such a change is not proposed. */
  readonly breaks: readonly string[];
}

/** A statement of which nothing can be said, and why. */
export interface OpenRight {
  readonly principals: readonly ResourceId[];
  readonly policy: PolicySource;
  readonly cited?: CitedStatement;
  readonly because: string;
}

/** What was found of the rights of all principals of the subject, and what the model says with all proposals made. */
export interface RightsReview {
  /** Principals that were looked at. */
  readonly principals: number;
  readonly proposals: readonly TighterPolicy[];
  readonly refused: readonly TighterPolicy[];
  readonly open: readonly OpenRight[];
  readonly proof: RightsProof;
}

/** The model run with all proposals made; `needs` are uses of the system that are all still possible. */
export interface RightsProof {
  readonly needs: number;
  readonly runs: number;
  readonly paths: { readonly before: number; readonly after: number; readonly removes: readonly PathId[] };
  readonly threats: { readonly closes: readonly ThreatId[]; readonly opens: readonly ThreatId[] };
}

/** What AWS has recorded of the use of a principal's rights. */
export interface UseRecord {
  /** ARN, name, address or id of the principal. */
  readonly principal: string;
  /** Day of the record, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** For people: which record, and how far back it looks. */
  readonly source: string;
  /** The principal itself was not used at all. */
  readonly isUnused: boolean;
  readonly services: readonly ServiceUse[];
}

/** Use of one service, by its prefix (`dynamodb`). */
export interface ServiceUse {
  readonly service: string;
  readonly isUsed: boolean;
  /** Actions that were not used although AWS records their use; lower case, without the prefix. */
  readonly unusedActions: readonly string[];
}
