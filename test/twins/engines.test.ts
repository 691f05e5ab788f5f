import { test } from 'vitest';
import { compareEngines } from './compare-engines.ts';

/** Together with `engines-spelled-out.test.ts` and its second half more than 100,000 decisions. */
test('both engines decide requests the same that leave to the caller what is up to him, and every feature decides some', () => {
  compareEngines({ seed: 20_261_128, manner: 'open', worlds: 24, requests: 125, every: 1 });
}, 600_000);
