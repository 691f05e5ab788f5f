/** Exposures from the least to the most. */
const order: readonly string[] = ['none', 'internal', 'partner', 'unknown', 'any-aws-account', 'internet'];

/** Higher is more exposed; a word that is not one of them ranks highest, so that it is never taken for safe. */
export function exposureRank(level: string): number {
  const rank = order.indexOf(level);
  return rank < 0 ? order.length : rank;
}
