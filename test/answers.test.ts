import { describe, expect, it } from 'vitest';
import {
  judgeFlows,
  judgePaths,
  loudThreats,
  missedThreats,
  missingBoundaries,
  modelOfKey,
  readAnswerKeys,
  shared,
} from './support/answer-key.ts';
import { rulesOfTopic } from './support/answer-topics.ts';

/**
 * What a careful reader found in three templates of others, against what the tool finds: at least four fifths of the
 * ranked threats among its first fifteen, nothing open that must stay silent, flows and boundaries drawn. The answer keys
 * and templates lie beside the project; without them nothing is tested here.
 */
const keys = readAnswerKeys(new URL('answers/', shared));

describe.skipIf(keys.length === 0)('answer keys for templates of others (needs ../shared)', () => {
  describe.each(keys.map((key) => [key.name, key] as const))('%s', (_, key) => {
    const document = modelOfKey(key);

    it('finds four fifths of its ranked threats among the first', async () => {
      const missed = missedThreats(key, await document);
      expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(Math.floor(key.topThreats.length / 5));
    });

    it('says nothing of what is in order', async () => {
      expect(loudThreats(key, await document)).toEqual([]);
    });

    it('draws four fifths of its flows, and says of none that it is encrypted when it is not', async () => {
      const { missing, wrong } = judgeFlows(key, await document);
      const asked = key.flows.filter(({ from, to }) => from !== 'operator' && to !== 'operator').length;
      expect(missing.length, missing.join(', ')).toBeLessThanOrEqual(Math.floor(asked / 5));
      expect(wrong.filter((what) => !what.endsWith('unknown'))).toEqual([]);
    });

    it('takes no path for certain that is not', async () => {
      expect(judgePaths(key, await document).overstated).toEqual([]);
    });

    it('draws its boundaries', async () => {
      expect(missingBoundaries(key, await document)).toEqual([]);
    });
  });

  it('knows every topic of the keys', () => {
    const topics = keys.flatMap(({ topThreats, mustStaySilent }) =>
      [...topThreats, ...mustStaySilent].map(({ topic }) => topic),
    );
    expect(topics.filter((topic) => !Object.hasOwn(rulesOfTopic, topic))).toEqual([]);
  });
});
