import { type Imported, importInputs } from '../define/import.ts';
import { readInputs } from '../define/read.ts';
import type { OwnKnowledge } from '../model/knowledge.ts';
import { printDiagnostics } from './print.ts';

/** Options of commands that look at rules without any system. */
export interface OwnRulesOptions {
  readonly rules?: readonly string[];
  readonly rulesModule?: readonly string[];
}

/** The users' knowledge that options name, with what is wrong in it told on standard error. */
export async function readOwnRules({ rules = [], rulesModule = [] }: OwnRulesOptions): Promise<{
  readonly knowledge: OwnKnowledge;
  readonly imported: Imported;
  /** Nothing was wrong. */
  readonly isSound: boolean;
}> {
  const { soundWithCatalogue } = await import('../run-knowledge.ts');
  const { loadRulesModules } = await import('./rules-module.ts');
  const imported = importInputs(await readInputs([], { rules }));
  const { knowledge, diagnostics } = soundWithCatalogue(imported, await loadRulesModules(rulesModule));
  const told = [...imported.diagnostics, ...diagnostics];
  printDiagnostics(told);
  return { knowledge, imported, isSound: told.every(({ level }) => level !== 'error') };
}
