import { readTextFile } from '../define/read/text-file.ts';
import type { ThreatModelDocument } from '../model/document.ts';
import { UsageError } from './usage-error.ts';

/** The JSON value in a file; says what is wrong with it when there is none. */
export function readDocument(file: string): unknown {
  const read = readTextFile(file);
  if (read.kind === 'missing') throw new UsageError(`${file} is not there; check its spelling`);
  if (read.kind === 'refused') throw new UsageError(`${file} cannot be read: ${read.message}`);
  try {
    return JSON.parse(read.text);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown error';
    throw new UsageError(`${file} is not JSON: ${why.replaceAll(/\s+/g, ' ')}`);
  }
}

/** Is it the start of a threat model document? A cheap look; reading decides. */
export function looksLikeThreatModel(text: string): boolean {
  return /^\s*\{\s*"kind"\s*:\s*"threat-model"/.test(text);
}

/** The threat model document in a file. */
export function readThreatModel(file: string): ThreatModelDocument {
  return asThreatModel(readDocument(file), file);
}

/** Checks the outline of a document; what is inside was written by `bartizan model --format json`. */
export function asThreatModel(value: unknown, file: string): ThreatModelDocument {
  const problem = problemOf(value);
  if (problem !== undefined) {
    throw new UsageError(
      `${file} is no threat model document (${problem}). Write one with: bartizan model PATH --format json`,
    );
  }
  return value as ThreatModelDocument;
}

function problemOf(value: unknown): string | undefined {
  if (!isRecord(value) || value.kind !== 'threat-model') return 'its kind is not threat-model';
  const { schemaVersion, tool, scope, system } = value;
  if (typeof schemaVersion !== 'string' || !schemaVersion.startsWith('1.'))
    return 'this bartizan reads schema version 1.x';
  if (!isRecord(tool) || typeof tool.version !== 'string') return 'tool is missing';
  if (!isRecord(scope) || !['inputs', 'parameters', 'context'].every((key) => Array.isArray(scope[key]))) {
    return 'scope is incomplete';
  }
  const lists = ['elements', 'boundaries', 'flows', 'assets'];
  if (!isRecord(system) || !lists.every((key) => isListOfThings(system[key]))) return 'system is incomplete';
  if (!isListOfThings(value.threats) || !isListOfThings(value.attackPaths)) {
    return 'threats or attackPaths are missing';
  }
  return undefined;
}

function isListOfThings(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => isRecord(each) && typeof each.id === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
