import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GeneratedFile } from './generated-file.ts';

const catalog = fileURLToPath(new URL('../../src/catalog', import.meta.url));

interface Entry {
  readonly id: string;
  readonly file: string;
  readonly name: string;
}

const shelves = [
  { folder: 'services', marker: 'export default defineService(' },
  { folder: 'threats', marker: 'export default defineThreat(' },
  { folder: 'moves', marker: 'export default defineMove(' },
  { folder: 'controls', marker: 'export default defineControl(' },
  { folder: 'detections', marker: 'export default defineDetection(' },
] as const;

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function entriesOf(shelf: { readonly folder: string; readonly marker: string }): readonly Entry[] {
  const folder = join(catalog, shelf.folder);
  return filesUnder(folder)
    .filter((file) => readFileSync(file, 'utf8').includes(shelf.marker))
    .map((file) => {
      const path = relative(folder, file).slice(0, -'.ts'.length).split('\\').join('/');
      const id = shelf.folder === 'threats' ? path.split('/').slice(0, -1).join('/') : path;
      const name = `${shelf.folder}_${id.replaceAll(/[^a-zA-Z0-9]/g, '_')}`;
      return { id, file: `./${relative(catalog, file).split('\\').join('/')}`, name };
    });
}

function render(): string {
  const all = shelves.map((shelf) => ({ shelf: shelf.folder, entries: entriesOf(shelf) }));
  const imports = all.flatMap(({ entries }) => entries.map(({ name, file }) => `import ${name} from '${file}';`));
  const list = (folder: string, item: (entry: Entry) => string) =>
    all.filter(({ shelf }) => shelf === folder).flatMap(({ entries }) => entries.map((entry) => `  ${item(entry)},`));
  const identified = ({ id, name }: Entry) => `{ ...${name}, id: '${id}' }`;
  return [
    '// Written by scripts/generate/catalog.ts. Do not edit: run `npm run generate`.',
    "import type { IdentifiedMove } from '../model/attack.ts';",
    "import type { IdentifiedControl } from '../model/control.ts';",
    "import type { IdentifiedSource } from '../model/detection.ts';",
    "import type { ServiceType } from '../model/service.ts';",
    "import type { IdentifiedRule } from '../model/threat.ts';",
    ...imports,
    '',
    '/** Every resource type that is known in depth. */',
    'export const services: readonly ServiceType[] = [',
    ...list('services', ({ name }) => name),
    '];',
    '',
    '/** Every threat rule. */',
    'export const threatRules: readonly IdentifiedRule[] = [',
    ...list('threats', identified),
    '];',
    '',
    '/** Every move of an attacker. */',
    'export const moves: readonly IdentifiedMove[] = [',
    ...list('moves', identified),
    '];',
    '',
    '/** Every control. */',
    'export const controls: readonly IdentifiedControl[] = [',
    ...list('controls', identified),
    '];',
    '',
    '/** Everything that may see what an attacker does. */',
    'export const detectionSources: readonly IdentifiedSource[] = [',
    ...list('detections', identified),
    '];',
    '',
  ].join('\n');
}

/** Knowledge of Terraform stands beside the services, and is a module of its own: only runs that need it load it. */
function renderTerraform(): string {
  const entries = entriesOf({ folder: 'services', marker: 'export default defineTerraform(' });
  return [
    '// Written by scripts/generate/catalog.ts. Do not edit: run `npm run generate`.',
    "import type { TerraformKnowledge } from '../model/terraform.ts';",
    ...entries.map(({ name, file }) => `import ${name} from '${file}';`),
    '',
    '/** What the types of the AWS provider for Terraform are in the words of CloudFormation. */',
    'export const terraformKnowledge: readonly TerraformKnowledge[] = [',
    ...entries.map(({ name }) => `  ${name},`),
    '];',
    '',
  ].join('\n');
}

/** Frameworks are asked for by name, and loaded only then. */
function renderFrameworks(): string {
  const entries = entriesOf({ folder: 'frameworks', marker: 'export default defineFramework(' });
  return [
    '// Written by scripts/generate/catalog.ts. Do not edit: run `npm run generate`.',
    "import type { IdentifiedFramework } from '../model/framework.ts';",
    ...entries.map(({ name, file }) => `import ${name} from '${file}';`),
    '',
    '/** Every framework of requirements. */',
    'export const frameworks: readonly IdentifiedFramework[] = [',
    ...entries.map(({ id, name }) => `  { ...${name}, id: '${id}' },`),
    '];',
    '',
  ].join('\n');
}

/** The lists of every service, threat, move, control, detection and framework that lies in its folder: nothing is registered by hand. */
export function catalogFiles(): readonly GeneratedFile[] {
  return [
    { path: 'src/catalog/catalog.generated.ts', text: render() },
    { path: 'src/catalog/terraform.generated.ts', text: renderTerraform() },
    { path: 'src/catalog/frameworks.generated.ts', text: renderFrameworks() },
  ];
}
