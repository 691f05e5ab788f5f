import { moves, services } from '../../src/catalog/catalog.generated.ts';
import { loadManagedPolicies } from '../../src/define/access/managed-policies.ts';
import { define } from '../../src/define/define.ts';
import { importInputs } from '../../src/define/import.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import { loadTerraform } from '../../src/define/terraform/load-terraform.ts';
import { type AttackGraph, createGraph } from '../../src/identify/paths/graph.ts';
import type { Label } from '../../src/identify/paths/label.ts';
import { search } from '../../src/identify/paths/search.ts';
import { type AttackFact, plainFactKey } from '../../src/model/attack.ts';
import { underAssumptions } from '../../src/model/guard.ts';
import type { Questions } from '../../src/model/questions.ts';
import { bruteForce } from './brute-force.ts';
import { testDay } from './model-of-texts.ts';
import type { RandomSystem } from './random-system.ts';
import { textsOf } from './random-template.ts';

/** The stages in one of which a random system is deployed. */
export const stages = ['prod', 'dev'] as const;
type Stage = (typeof stages)[number];

/** The facts that both sides tell; the ways between them are their own business. Copies of disks have examples of their own. */
const told = /^(acts-as|runs-code|(reads|writes)(?!:app\/I\d)|administrates):[^ ]*$/;

/** Do both sides tell this fact? */
export function isCompared(fact: AttackFact): boolean {
  return told.test(plainFactKey(fact));
}

const servicesByType = new Map(services.map((service) => [service.type, service]));

/** The system alone: most are searched without the rest of the pipeline. */
export async function definedAlone(system: RandomSystem): Promise<Questions> {
  const read = inputsFromTexts(textsOf(system));
  const imported = importInputs(read, await loadTerraform(read));
  const managedPolicies = await loadManagedPolicies(imported.resources, imported.origins, imported.managedPolicies);
  return define(imported, { services: servicesByType, managedPolicies, asOf: testDay }).ask;
}

/** The graph of all moves. */
export function graphOf(ask: Questions): AttackGraph {
  return createGraph(moves, ask);
}

/** What the search reaches in a stage beyond what is held, with the rank of the surest way. */
export function found(graph: AttackGraph, holds: readonly AttackFact[], stage: Stage): Record<string, number> {
  const world = new Map([['parameter:app/Stage', stage]]);
  const isThere = ({ guard }: Label) => underAssumptions(guard, world) === 'holds';
  const given = new Set(holds.map(plainFactKey));
  const result = new Map<string, number>();
  const settled = search(graph, holds);
  for (const number of settled.facts()) {
    const fact = graph.facts[number];
    const ranks = settled
      .ways(number)
      .filter(isThere)
      .map(({ rank }) => rank);
    const key = fact === undefined ? '' : plainFactKey(fact);
    if (ranks.length > 0) result.set(key, Math.min(result.get(key) ?? 2, ...ranks));
  }
  return Object.fromEntries([...result].filter(([key]) => told.test(key) && !given.has(key)).sort());
}

/** The same by brute force. */
export function expected(system: RandomSystem, holds: readonly AttackFact[], stage: Stage): Record<string, number> {
  const keys = holds.map(plainFactKey);
  const all = [...bruteForce(system, stage, keys)].filter(([key]) => told.test(key) && !keys.includes(key));
  return Object.fromEntries(all.sort());
}
