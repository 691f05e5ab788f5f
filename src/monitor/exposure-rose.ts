/** Exposures from the least to the most. */
const order: readonly string[] = ['none', 'internal', 'partner', 'unknown', 'any-aws-account', 'internet'];

/** Is it more exposed now? A word that is none of them, mistyped by a person, covers nothing and counts as risen. */
export function exposureRose(before: string, now: string): boolean {
  const [was, is] = [order.indexOf(before), order.indexOf(now)];
  return was < 0 || is < 0 || is > was;
}
