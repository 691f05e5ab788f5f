import { describe, expect, it } from 'vitest';
import {
  judgeFlows,
  judgePaths,
  loudThreats,
  missedThreats,
  missingBoundaries,
  modelOfKey,
  readAnswerKeys,
} from '../support/answer-key.ts';
import { rulesOfTopic } from '../support/answer-topics.ts';

/**
 * Keys of our own for templates of others, written line by line before the tool ran on them. The templates lie beside the
 * project; without them nothing is tested here.
 */
const keys = readAnswerKeys(new URL('.', import.meta.url));

describe.skipIf(keys.length === 0)('our own answer keys for templates of others (needs ../shared)', () => {
  describe.each(keys.map((key) => [key.name, key] as const))('%s', (_, key) => {
    const document = modelOfKey(key);

    it('finds four fifths of its ranked threats among the first', async () => {
      const missed = missedThreats(key, await document);
      expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(Math.floor(key.topThreats.length / 5));
    });

    it('says nothing of what is in order', async () => {
      expect(loudThreats(key, await document)).toEqual([]);
    });

    it('says of no flow that it is encrypted when it is not', async () => {
      expect(judgeFlows(key, await document).wrong).toEqual([]);
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
