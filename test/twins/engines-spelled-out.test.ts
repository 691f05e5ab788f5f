import { test } from 'vitest';
import { compareEngines } from './compare-engines.ts';

/** The second half is a file of its own so that two workers share the work. */
test('both engines decide spelled-out requests the same, and every feature decides some', () => {
  compareEngines({ seed: 20_261_129, manner: 'spelled-out', worlds: 98, requests: 500, every: 4 });
}, 600_000);
