import type { Diagnostic } from '../model/diagnostic.ts';
import { everyTypeAnswers } from '../model/dimension.ts';
import type { DocumentCoverage, DocumentDimensionCoverage } from '../model/document.ts';
import { casesOf } from '../model/fact.ts';
import type { System } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import type { Threat } from '../model/threat.ts';

/** How much was answered, what was not, and the inputs that would settle the rest. */
export function documentCoverage(
  system: System,
  threats: readonly Threat[],
  diagnostics: readonly Diagnostic[],
): DocumentCoverage {
  const types = new Map<string, TypeCount>();
  const unknowns = new Map<string, { readonly question: string; readonly settledBy: string; count: number }>();
  const ask = (question: string, settledBy: string) => {
    const key = `${settledBy}\n${question}`;
    const before = unknowns.get(key);
    if (before === undefined) unknowns.set(key, { question, settledBy, count: 1 });
    else before.count += 1;
  };
  for (const resource of system.model.resources) countType(resource, system, types, ask);
  for (const threat of threats) {
    if (threat.status === 'unknown') ask(threat.rule.title, threat.match.settledBy ?? 'more input');
  }
  return {
    resources: system.model.resources.length,
    types: Object.fromEntries([...types].sort(([a], [b]) => (a < b ? -1 : 1))),
    unknowns: [...unknowns.values()].sort(
      (a, b) => b.count - a.count || compare(a.settledBy, b.settledBy) || compare(a.question, b.question),
    ),
    diagnostics,
  };
}

type TypeCount = { count: number; depth: 'in-depth' | 'none'; dimensions: Record<string, DocumentDimensionCoverage> };

function countType(
  resource: Resource,
  system: System,
  types: Map<string, TypeCount>,
  ask: (question: string, settledBy: string) => void,
): void {
  const depth = system.service(resource.type) === undefined ? 'none' : 'in-depth';
  const entry = types.get(resource.type) ?? { count: 0, depth, dimensions: {} };
  types.set(resource.type, entry);
  entry.count += 1;
  if (depth === 'none') {
    ask(`everything but the relations of ${resource.type}`, `knowledge of ${resource.type} in the catalogue`);
    return;
  }
  for (const dimension of everyTypeAnswers) {
    const fact = system.fact(resource.id, dimension);
    const cases = casesOf(fact);
    const open = cases.find(({ fact: option }) => option.kind === 'unknown')?.fact;
    const before = entry.dimensions[dimension] ?? { known: 0, unknown: 0, notApplicable: 0 };
    entry.dimensions[dimension] = {
      known: before.known + (open === undefined && cases.length > 0 ? 1 : 0),
      unknown: before.unknown + (open === undefined ? 0 : 1),
      notApplicable: before.notApplicable + (cases.length === 0 ? 1 : 0),
    };
    if (open?.kind === 'unknown') ask(`${dimension} of ${resource.type}`, open.settledBy);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
