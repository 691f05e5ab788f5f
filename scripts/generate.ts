import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogFiles } from './generate/catalog.ts';
import type { GeneratedFile } from './generate/generated-file.ts';
import { grantingActionFiles } from './generate/granting-actions.ts';
import { managedPolicyFiles } from './generate/managed-policies.ts';
import { resourceTypeFiles } from './generate/resource-types.ts';
import { serviceActionFiles } from './generate/service-actions.ts';

/**
 * Writes every generated file of the project: `npm run generate`, or `npm run generate -- catalog` for one kind.
 * With `--check` nothing is written, and a file that would change fails the run.
 */
const kinds: Readonly<Record<string, () => Promise<readonly GeneratedFile[]> | readonly GeneratedFile[]>> = {
  catalog: catalogFiles,
  'resource-types': resourceTypeFiles,
  'managed-policies': managedPolicyFiles,
  'granting-actions': grantingActionFiles,
  'service-actions': serviceActionFiles,
  // These read the catalogue, so they are loaded after it has been written.
  docs: async () => (await import('./generate/docs.ts')).docFiles(),
  'provider-attributes': async () => (await import('./generate/provider-attributes.ts')).providerAttributeFiles(),
  schemas: async () => (await import('./generate/schemas.ts')).schemaFiles(),
};

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const chosen = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const stale: string[] = [];

for (const [kind, files] of Object.entries(kinds)) {
  if (chosen.length > 0 && !chosen.includes(kind)) continue;
  for (const { path, text } of await files()) {
    const target = join(root, path);
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
    if (check) stale.push(path);
    else {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
  }
}
if (stale.length > 0) {
  console.error(`${stale.join('\n')}\nstale: run \`npm run generate\``);
  process.exit(1);
}
