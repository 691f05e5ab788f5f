import { writeFileSync } from 'node:fs';
import { threatRules } from '../src/catalog/catalog.generated.ts';
import { type ForeignSystem, foreignSystem, foreignSystems } from '../test/corpora/foreign-systems.ts';
import { modelOfTexts } from '../test/support/model-of-texts.ts';

/**
 * Finds for each threat rule a system that nobody of this project wrote on which it reports an open threat, and writes the
 * list that `test/corpora/rules-fire.test.ts` holds them to: `npx tsx scripts/where-rules-fire.ts`, some minutes.
 */
const openIn = new Map<string, ReadonlySet<string>>();
const unsure = new Map<string, string>();
const wanted = new Set(threatRules.map(({ id }) => id));

async function look({ name, files }: ForeignSystem): Promise<void> {
  const { document } = await modelOfTexts(files);
  const threats = document.threats.filter(({ rule }) => wanted.has(rule));
  openIn.set(name, new Set(threats.flatMap(({ rule, status }) => (status === 'open' ? [rule] : []))));
  for (const { rule, status } of threats) if (status === 'unknown' && !unsure.has(rule)) unsure.set(rule, name);
}

for (const system of foreignSystems()) await look(system);
const seen = () => new Set([...openIn.values()].flatMap((rules) => [...rules]));
// Whether another account is meant is told once somebody says which account is the own one.
for (const [rule, place] of unsure)
  if (!seen().has(rule) && !place.startsWith('plans/')) await look(foreignSystem(`${place} in 999988887777`));

// Few systems that show many rules each keep the test fast: always the one that shows most of those that are left.
const places = new Map<string, string>();
const left = (rules: ReadonlySet<string>) => [...rules].filter((rule) => !places.has(rule));
for (;;) {
  const [best] = [...openIn].sort(([, one], [, other]) => left(other).length - left(one).length);
  if (best === undefined || left(best[1]).length === 0) break;
  for (const rule of left(best[1])) places.set(rule, best[0]);
}

const list = Object.fromEntries([...places].sort(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync('test/corpora/where-rules-fire.json', `${JSON.stringify(list, undefined, 2)}\n`);
console.log([...wanted].filter((id) => !places.has(id)).join('\n'));
