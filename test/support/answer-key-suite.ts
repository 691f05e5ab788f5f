import { describe, expect, it } from 'vitest';
import type { ThreatModelDocument } from '../../src/model/document.ts';
import { type AnswerKey, judgePaths, loudThreats, missedThreats, missingBoundaries, modelOfKey } from './answer-key.ts';
import { rulesOfTopic } from './answer-topics.ts';

/** What is asked of every answer key; how many of its flows are asked for differs, so each suite brings that itself. */
export function describeAnswerKeys(
  title: string,
  keys: readonly AnswerKey[],
  flows: { readonly says: string; readonly judge: (key: AnswerKey, document: ThreatModelDocument) => void },
): void {
  describe.skipIf(keys.length === 0)(title, () => {
    describe.each(keys.map((key) => [key.name, key] as const))('%s', (_, key) => {
      const document = modelOfKey(key);

      it('finds four fifths of its ranked threats among the first', async () => {
        const missed = missedThreats(key, await document);
        expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(Math.floor(key.topThreats.length / 5));
      });

      it('says nothing of what is in order', async () => {
        expect(loudThreats(key, await document)).toEqual([]);
      });

      it(flows.says, async () => {
        flows.judge(key, await document);
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
}
