import type { ChangeReasons } from '../catalogue-changes.ts';

/**
 * Why entries of the catalogue went, or why what they say of risk changed, since the version before. A test asks for a
 * reason for each rule that is gone or rated otherwise; what is added says by itself what it looks for.
 */
export const changeReasons: ChangeReasons = {};
