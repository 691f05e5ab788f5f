import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { presentRecord } from '../src/catalog/catalogue-record.ts';
import { attackVersion, version } from '../src/version.ts';

/**
 * Keeps what the catalogue knows at this version: `npm run keep-catalogue`, once for each release, after the version was
 * raised. A record that is kept is never written again: it says what was released.
 */
const target = fileURLToPath(new URL(`../src/catalog/history/${version}.json`, import.meta.url));
if (existsSync(target)) {
  console.error(`${version} is kept already; raise the version first`);
  process.exit(1);
}
writeFileSync(target, `${JSON.stringify(presentRecord({ version, attack: attackVersion }), undefined, 1)}\n`);
console.log(`kept ${target}; run \`npm run generate -- catalog\``);
