import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { KnowledgeModule, OwnKnowledge } from '../model/knowledge.ts';
import { UsageError } from './usage-error.ts';

const parts = ['threats', 'controls', 'services', 'assets', 'risk'];

/**
 * Loads modules of rules, which runs their code: that is why only the command line names them, and never a file of the
 * input, which may come with a pull request of a stranger.
 */
export async function loadRulesModules(paths: readonly string[]): Promise<readonly OwnKnowledge[]> {
  const { knowledgeOfModule } = await import('../run-knowledge.ts');
  const modules: OwnKnowledge[] = [];
  for (const path of paths) modules.push(knowledgeOfModule(await loadOne(path)));
  return modules;
}

async function loadOne(path: string): Promise<KnowledgeModule> {
  const loaded: unknown = await import(pathToFileURL(resolve(path)).href).catch((error: unknown) => {
    throw new UsageError(
      `the rules module ${path} could not be loaded: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  const found = loaded !== null && typeof loaded === 'object' && 'default' in loaded ? loaded.default : undefined;
  if (!isKnowledge(found))
    throw new UsageError(
      `the rules module ${path} has no default export of defineKnowledge({ ${parts.join(', ')} }), or a threat in it lacks id, title, controls or find`,
    );
  return found;
}

function isKnowledge(value: unknown): value is KnowledgeModule {
  if (value === null || typeof value !== 'object') return false;
  if (Object.keys(value).some((key) => !parts.includes(key))) return false;
  const lists = Object.entries(value).filter(([key]) => key !== 'risk');
  if (lists.some(([, list]) => !Array.isArray(list))) return false;
  return !('threats' in value) || (Array.isArray(value.threats) && value.threats.every(isThreat));
}

function isThreat(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  const fields = { id: 'string', title: 'string', controls: 'object', find: 'function' };
  return Object.entries(fields).every(([name, type]) => typeof (value as Record<string, unknown>)[name] === type);
}
