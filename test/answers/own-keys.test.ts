import { expect } from 'vitest';
import { judgeFlows, readAnswerKeys } from '../support/answer-key.ts';
import { describeAnswerKeys } from '../support/answer-key-suite.ts';

/**
 * Keys of our own for templates of others, written line by line before the tool ran on them. The templates lie beside the
 * project; without them nothing is tested here.
 */
describeAnswerKeys(
  'our own answer keys for templates of others (needs ../shared)',
  readAnswerKeys(new URL('.', import.meta.url)),
  {
    says: 'says of no flow that it is encrypted when it is not',
    judge(key, document) {
      expect(judgeFlows(key, document).wrong).toEqual([]);
    },
  },
);
