import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';
import type { GeneratedFile } from './generated-file.ts';

const model = (file: string) => fileURLToPath(new URL(`../../src/model/${file}`, import.meta.url));
const tsconfig = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));

/** JSON Schemas (draft 7) of both documents, from their types. */
export function schemaFiles(): readonly GeneratedFile[] {
  return [
    { path: 'schema/threat-model.schema.json', text: schemaOf('document.ts', 'ThreatModelDocument') },
    { path: 'schema/system.schema.json', text: schemaOf('system-document.ts', 'SystemDocument') },
  ];
}

function schemaOf(file: string, type: string): string {
  const schema = createGenerator({
    path: model(file),
    tsconfig,
    type,
    skipTypeCheck: true,
    additionalProperties: true,
  }).createSchema(type);
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
