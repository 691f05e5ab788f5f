import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controls } from '../../src/catalog/catalog.generated.ts';
import { changeContext } from '../../src/mitigate/choke/change-context.ts';
import { changesFor, withChanges } from '../../src/mitigate/choke/changes-for.ts';
import { type Chosen, chooseChanges, createRuns } from '../../src/mitigate/choke/choose-changes.ts';
import { fewestNeeded } from '../../src/mitigate/choke/fewest-needed.ts';
import { brokenNeeds, type Need, needsOf } from '../../src/mitigate/choke/needs.ts';
import type { Change, Trial } from '../../src/model/choke-points.ts';
import type { ThreatModelDocument } from '../../src/model/document.ts';
import type { DocumentMitigation } from '../../src/model/document-paths.ts';
import { trialsOf } from '../../src/run-again.ts';
import { knowledgeFor } from '../../src/run-knowledge.ts';
import { modelOfTexts, testDay } from '../support/model-of-texts.ts';
import { patchedTemplate } from '../support/patched-template.ts';
import { randomSystem } from '../support/random-system.ts';
import { filesOf, templateOf } from '../support/random-template.ts';

const brief = ({ attackPaths }: ThreatModelDocument) => attackPaths.map(({ id, risk }) => `${id} ${risk.score}`).sort();

/** The chosen set for a random system, with what a judge needs to try others. */
async function chosenFor(text: string, runs = 200) {
  const { imported, analysis } = await modelOfTexts(filesOf(text));
  const tryOut = trialsOf(imported, await knowledgeFor(imported, testDay), {});
  const first = tryOut(imported.resources);
  const needs = needsOf(analysis.defined.ask);
  const context = changeContext(first.ask, needs, new Map(controls.map(({ id, effort }) => [id, effort])));
  const chosen = chooseChanges(first, createRuns(imported.resources, first, tryOut, runs), context);
  const atLeast = fewestNeeded(chosen.knowledge, context, chosen.trial);
  const found = chosen.knowledge.ways.map(({ rated, trial }) => ({ path: rated.path, trial }));
  // What shuts callers out counts only where nothing else does, which single sets do not tell.
  const all = changesFor(found, context).filter(
    ({ id, lastResort }) => lastResort !== true && !chosen.knowledge.refused.has(id),
  );
  const trialOf = (changes: readonly Change[]) => tryOut(withChanges(imported.resources, changes));
  return { chosen, needs, all, atLeast, trialOf };
}

/** Does the model say no worse than with the chosen set, of all that was worth cutting, and is every need met? */
function doesAsMuch(trial: Trial, needs: readonly Need[], { trial: best, knowledge }: Chosen): boolean {
  const scores = new Map(best.paths().map(({ path, risk }) => [path.id, risk.score]));
  const worse = trial.paths().some(({ path, risk }) => {
    const counts = knowledge.goals.has(path.id) || (path.gains !== 'act as' && path.gains !== 'run code');
    return counts && risk.score > (scores.get(path.id) ?? 0);
  });
  return !worse && brokenNeeds(needs, trial.ask).length === 0;
}

function* smaller(all: readonly Change[], count: number, from = 0): Generator<readonly Change[]> {
  if (count === 0) yield [];
  else
    for (let at = from; at <= all.length - count; at += 1)
      for (const rest of smaller(all, count - 1, at + 1)) yield [all[at] as Change, ...rest];
}

describe('on random systems', () => {
  it('the patches, made in the template by hand, leave exactly the paths that the document says', async () => {
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(randomSystem(), async (system) => {
        const text = templateOf(system);
        const { document } = await modelOfTexts(filesOf(text), { mostRuns: 60 });
        const found = document.chokePoints;
        if (found === undefined) return;
        const chosen = found.changes.flatMap(
          ({ mitigation }) => document.mitigations.find(({ id }) => id === mitigation) as DocumentMitigation,
        );
        changed += chosen.length;
        const after = (await modelOfTexts(filesOf(patchedTemplate(text, chosen)))).document;
        expect(brief(after)).toEqual(found.remaining.map(({ path, risk }) => `${path} ${risk}`).sort());
        const before = new Set(document.attackPaths.map(({ id }) => id));
        const counted = after.attackPaths.filter(
          ({ id, gains }) => before.has(id) || !/^(act as|run code)$/.test(gains),
        );
        expect(found.after).toEqual({
          paths: counted.length,
          risk: counted.reduce((sum, { risk }) => sum + risk.score, 0),
        });
        expect(found.after.risk).toBeLessThanOrEqual(found.before.risk);
        // What a change says it removes by itself goes when it alone is made.
        const [one] = chosen;
        if (one === undefined || one.removes.proved !== true) return;
        const alone = brief((await modelOfTexts(filesOf(patchedTemplate(text, [one])))).document);
        expect(alone.filter((path) => one.removes.paths.includes(path.replace(/ \d+$/, '')))).toEqual([]);
      }),
      { numRuns: 6, seed: 20_261_128 },
    );
    expect(changed).toBeGreaterThan(5);
  }, 300_000);

  it('no smaller set of the known changes does as much when the set is called exact', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(randomSystem(), async (system) => {
        const { chosen, needs, all, atLeast, trialOf } = await chosenFor(templateOf(system));
        const count = chosen.changes.length;
        expect(doesAsMuch(trialOf(chosen.changes), needs, chosen)).toBe(true);
        if (!chosen.complete || atLeast < count || count === 0 || chosen.changes.some((one) => one.lastResort)) return;
        // All sets of one member less, as far as they can be counted: those with fewer do no more.
        const sets = [...smaller(all, count - 1)];
        if (sets.length > 40) return;
        tried += sets.length;
        for (const set of sets)
          expect(doesAsMuch(trialOf(set), needs, chosen), set.map(({ title }) => title).join('; ')).toBe(false);
      }),
      { numRuns: 6, seed: 20_261_130 },
    );
    expect(tried).toBeGreaterThan(5);
  }, 300_000);

  it('no set of fewer changes than the bound does as much, however early the budget ended', async () => {
    let [tried, ended] = [0, 0];
    await fc.assert(
      fc.asyncProperty(randomSystem(), fc.integer({ min: 1, max: 3 }), async (system, runs) => {
        const text = templateOf(system);
        const { chosen, needs, atLeast, trialOf } = await chosenFor(text, runs);
        if (!chosen.complete) ended += 1;
        if (atLeast === 0) return;
        // Tried are all changes that a search to the end knows, not those alone that the short one came to know.
        const { all } = await chosenFor(text);
        const sets = [...smaller(all, atLeast - 1)];
        if (sets.length > 40) return;
        tried += sets.length;
        for (const set of sets)
          expect(doesAsMuch(trialOf(set), needs, chosen), set.map(({ title }) => title).join('; ')).toBe(false);
      }),
      { numRuns: 5, seed: 20_261_201 },
    );
    expect(tried).toBeGreaterThan(5);
    expect(ended).toBeGreaterThanOrEqual(0);
  }, 300_000);
});
