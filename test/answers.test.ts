import { expect } from 'vitest';
import { judgeFlows, readAnswerKeys, shared } from './support/answer-key.ts';
import { describeAnswerKeys } from './support/answer-key-suite.ts';

/**
 * What a careful reader found in three templates of others, against what the tool finds: at least four fifths of the
 * ranked threats among its first fifteen, nothing open that must stay silent, flows and boundaries drawn. The answer keys
 * and templates lie beside the project; without them nothing is tested here.
 */
const keys = readAnswerKeys(new URL('answers/', shared));

describeAnswerKeys('answer keys for templates of others (needs ../shared)', keys, {
  says: 'draws four fifths of its flows, and says of none that it is encrypted when it is not',
  judge(key, document) {
    const { missing, wrong } = judgeFlows(key, document);
    const asked = key.flows.filter(({ from, to }) => from !== 'operator' && to !== 'operator').length;
    expect(missing.length, missing.join(', ')).toBeLessThanOrEqual(Math.floor(asked / 5));
    expect(wrong.filter((what) => !what.endsWith('unknown'))).toEqual([]);
  },
});
