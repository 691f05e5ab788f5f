import type { LocalFiles, SourceContext, TerraformSource } from '../source.ts';
import { evaluate } from './evaluate.ts';
import type { Run } from './scope.ts';

/** A fresh evaluation; `files` are those of the context, or what notes which of them are read. */
export function createRun(source: TerraformSource, context: SourceContext, files: LocalFiles): Run {
  return {
    source,
    context,
    files,
    diagnostics: [],
    reported: new Set(),
    assumed: new Map(),
    domains: new Map(),
    questions: new Map(),
    questionNames: new Map(),
    evaluate,
    depth: 0,
    steps: 0,
    fresh: 0,
  };
}
