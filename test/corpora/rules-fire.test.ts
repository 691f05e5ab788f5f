import { describe, expect, it } from 'vitest';
import { threatRules } from '../../src/catalog/catalog.generated.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';
import { corporaAreHere, foreignSystem } from './foreign-systems.ts';
import { silentRules } from './silent-rules.ts';
import places from './where-rules-fire.json' with { type: 'json' };

/**
 * Each threat rule reports something on a system that nobody of this project wrote, or says why none of those at hand can
 * show it. The systems are not part of the project: without them the runs skip.
 */
const placeOf = new Map<string, string>(Object.entries(places));
const systems = [...new Set(placeOf.values())].map(
  (place) => [place, [...placeOf].flatMap(([rule, where]) => (where === place ? [rule] : []))] as const,
);

describe('every threat rule', () => {
  it('fires on a foreign system, or says why it cannot', () => {
    const undecided = threatRules.filter(({ id }) => !placeOf.has(id) && silentRules[id] === undefined);
    expect(
      undecided.map(
        ({ id }) => `${id}: run npx tsx scripts/where-rules-fire.ts, or give the reason in silent-rules.ts`,
      ),
    ).toEqual([]);
  });

  it('is told once: no rule that fires gives a reason, and no reason is about a rule that is gone', () => {
    const ids = new Set(threatRules.map(({ id }) => id));
    expect(Object.keys(silentRules).filter((id) => placeOf.has(id) || !ids.has(id))).toEqual([]);
    for (const reason of Object.values(silentRules)) expect(reason.length).toBeGreaterThan(40);
  });
});

describe.skipIf(!corporaAreHere)(`foreign systems${corporaAreHere ? '' : ' (skipped: ../shared is not here)'}`, () => {
  it.each(systems)('%s shows what it is listed for', async (name, listed) => {
    const { document } = await modelOfTexts(foreignSystem(name).files);
    const open = new Set(document.threats.filter(({ status }) => status === 'open').map(({ rule }) => rule));
    expect(listed.filter((rule) => !open.has(rule))).toEqual([]);
  });
});
