import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';
import type { GeneratedFile } from './generated-file.ts';

const source = fileURLToPath(new URL('../../src/model/document.ts', import.meta.url));
const tsconfig = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));

/** JSON Schemas (draft 7) of both documents, from their types. */
export function schemaFiles(): readonly GeneratedFile[] {
  return [
    { path: 'schema/threat-model.schema.json', text: schemaOf('ThreatModelDocument') },
    { path: 'schema/system.schema.json', text: schemaOf('SystemDocument') },
  ];
}

function schemaOf(type: string): string {
  const schema = createGenerator({
    path: source,
    tsconfig,
    type,
    skipTypeCheck: true,
    additionalProperties: true,
  }).createSchema(type);
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
