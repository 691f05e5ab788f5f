import { always } from '../../model/guard.ts';
import { evaluate } from './evaluate.ts';
import { readTemplate } from './read-template.ts';
import type { Run, Scope } from './scope.ts';
import type { ImportContext, TemplateUnit } from './unit.ts';

/** Reads the declarations of a template and nothing more. */
export function openTemplate(unit: TemplateUnit, context: ImportContext): Scope {
  const { document, deployment, stackName } = unit;
  const run: Run = {
    diagnostics: [...document.diagnostics],
    reported: new Set(),
    assumed: new Map(),
    domains: new Map(),
    evaluate,
    depth: 0,
    nestedStacks: 0,
    expanded: 0,
    documents: new Map([[document.file, document]]),
  };
  return readTemplate(
    {
      document,
      path: deployment,
      addressPrefix: '',
      nesting: [document.file],
      stackName:
        stackName === undefined
          ? [
              {
                kind: 'physical-name',
                symbol: `stack-name:${deployment}`,
                settledBy: `the stack name of ${deployment}`,
              },
            ]
          : [stackName],
      passed: new Map(),
    },
    { unit, context, under: always, mode: 'property', run },
  );
}
