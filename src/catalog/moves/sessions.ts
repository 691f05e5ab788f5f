import type { Session } from '../../model/caller.ts';
import type { ResourceId } from '../../model/id.ts';

/** Sessions as moves give them: what a move does not say of its session is open, and decisions on it are conditional. */

/** An access key of a user: no second factor, no tags of the session. */
export const byLongTermKey: Session = { obtained: { kind: 'user-key' }, sourceIdentity: 'absent', tags: new Map() };

/** A user's own temporary credentials, got with a second factor. */
export const bySecondFactor: Session = {
  obtained: { kind: 'session-token' },
  multiFactor: true,
  sourceIdentity: 'absent',
  tags: new Map(),
};

/** Signed in to the console with a password alone. */
export const byPassword: Session = {
  obtained: { kind: 'session-token' },
  multiFactor: false,
  sourceIdentity: 'absent',
  tags: new Map(),
};

/**
 * A role taken with AssumeRole by another identity. The search works out from that identity's own session what is handed
 * down: tags, source identity, and whether a second factor was shown.
 */
export const byRoleTaking: Session = { obtained: { kind: 'assume-role' } };

/** Credentials that a service hands to code of this workload; without one, to code that the attacker brought. */
export function byWorkload(workload?: ResourceId): Session {
  return {
    obtained: { kind: 'workload', ...(workload !== undefined && { workload }) },
    sourceIdentity: 'absent',
    tags: new Map(),
  };
}
