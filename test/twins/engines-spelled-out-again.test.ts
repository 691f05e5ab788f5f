import { test } from 'vitest';
import { compareEngines } from './compare-engines.ts';

/** The first half is in `engines-spelled-out.test.ts`. */
test('both engines decide spelled-out requests the same in other worlds as well', () => {
  compareEngines({ seed: 20_261_130, manner: 'spelled-out', worlds: 98, requests: 500, every: 4 });
}, 600_000);
