import { writeFileSync } from 'node:fs';
import { threatRules } from '../src/catalog/catalog.generated.ts';
import { foreignSystems } from '../test/corpora/foreign-systems.ts';
import { modelOfTexts } from '../test/support/model-of-texts.ts';

/**
 * Finds for each threat rule a system that nobody of this project wrote on which it reports an open threat, and writes the
 * list that `test/corpora/rules-fire.test.ts` holds them to: `npx tsx scripts/where-rules-fire.ts`, some minutes.
 */
const places = new Map<string, string>();
const wanted = new Set(threatRules.map(({ id }) => id));
for (const { name, files } of foreignSystems()) {
  if (places.size === wanted.size) break;
  try {
    const { document } = await modelOfTexts(files);
    for (const { rule, status } of document.threats)
      if (status === 'open' && wanted.has(rule) && !places.has(rule)) places.set(rule, name);
  } catch (error) {
    console.error(`${name}: ${String(error)}`);
  }
}
const list = Object.fromEntries([...places].sort(([left], [right]) => (left < right ? -1 : 1)));
writeFileSync('test/corpora/where-rules-fire.json', `${JSON.stringify(list, undefined, 2)}\n`);
console.log([...wanted].filter((id) => !places.has(id)).join('\n'));
