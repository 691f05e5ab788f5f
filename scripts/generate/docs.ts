import type { GeneratedFile } from './generated-file.ts';

export function docFiles(): readonly GeneratedFile[] {
  return [];
}
