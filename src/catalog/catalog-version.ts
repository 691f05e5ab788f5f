import { controls, moves, services, threatRules } from './catalog.generated.ts';
import { digestOf } from './digest.ts';

/**
 * A digest of what the catalogue says, so that a difference between two runs can be told from a difference between two
 * systems. Functions do not count, their texts and ratings do, and what users know counts by its texts.
 */
export function catalogVersion(own: readonly string[] = []): string {
  const said = JSON.stringify([
    services.map(({ type, element, service, ignored }) => [type, element, service, ignored]),
    threatRules,
    moves,
    controls,
    ...own,
  ]);
  return digestOf(said);
}
