import { attackerKinds } from '../../catalog/data/attacker-kinds.ts';
import { withParts } from '../../catalog/moves/needed-parts.ts';
import type { Attacker } from '../../model/attack.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Questions } from '../../model/questions.ts';
import type { DeclaredAssumption } from '../../model/system.ts';
import { assumedFact } from './assumed-fact.ts';
import { attackersOf, footholds, internet, isCalled } from './attackers.ts';
import type { AttackGraph } from './graph.ts';

/** Where paths may begin. */
export interface StartOptions {
  /** Only these attackers: kinds (`internet`, `user`), whole ids (`user:app/Deployer`), or a kind with a name (`user:Deployer`). */
  readonly attackers?: readonly string[];
  /** Also from here: the id, address or name of an identity or workload that somebody is taken to hold. */
  readonly from?: string;
  /** Also by somebody who holds all of these: `acts-as app/Deployer`, `runs-code app/Api`, `controls github.com/acme/shop`. */
  readonly assume?: readonly string[];
}

/** One whose paths are searched. */
export interface Start {
  readonly attacker: Attacker;
  /** Asked about by name: everything that he comes to counts. */
  readonly asked: boolean;
}

/** Everybody to search for, each once, and what was asked for and is not there. */
export function whoAttacks(
  ask: Questions,
  graph: AttackGraph,
  { attackers, from, assume = [] }: StartOptions,
): { readonly starts: readonly Start[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const named = from === undefined ? [] : footholds(ask, graph, from);
  const assumed = assume.length === 0 ? [] : assumption(ask, { name: assume.join(', '), facts: assume }, diagnostics);
  const everybody = [
    ...attackersOf(ask, graph),
    ...ask.system.model.declared.assumptions.flatMap((one) => assumption(ask, one, diagnostics)),
  ];
  const onPurpose = [...named, ...assumed];
  const ids = new Set(onPurpose.map(({ id }) => id));
  for (const wanted of attackers ?? [])
    if (!everybody.some((one) => isWanted(one, wanted, ask))) diagnostics.push(unknownAttacker(wanted, everybody));
  const others = everybody.filter(
    (one) => !ids.has(one.id) && (attackers?.some((wanted) => isWanted(one, wanted, ask)) ?? true),
  );
  return {
    starts: [
      ...others.map((attacker) => ({ attacker, asked: false })),
      ...onPurpose.map((attacker) => ({ attacker, asked: true })),
    ],
    diagnostics,
  };
}

/** By kind, by id, or by kind and a name that the element has. */
function isWanted(attacker: Attacker, wanted: string, ask: Questions): boolean {
  const { id } = attacker;
  if (id === wanted) return true;
  const [kind = '', own = ''] = apart(id);
  const [wantedKind, name] = apart(wanted);
  if (kind !== wantedKind) return false;
  if (name === undefined) return attackerKinds.some((one) => one.kind === wanted);
  if (isCalled(attacker.names ?? [], name)) return true;
  const element = ask.system.model.elements.find((one) => one.id === own);
  return element !== undefined && [element.address, element.name, ...element.aliases].includes(name);
}

function apart(id: string): readonly [string, string?] {
  const at = id.indexOf(':');
  return at < 0 ? [id] : [id.slice(0, at), id.slice(at + 1)];
}

type Assumption = Pick<DeclaredAssumption, 'name' | 'facts'> & Partial<DeclaredAssumption>;

/** Whoever holds all that is assumed; nobody when a fact of it is none. */
function assumption(
  ask: Questions,
  { name, facts, expires, origin, likelihood, because }: Assumption,
  diagnostics: Diagnostic[],
): readonly Attacker[] {
  if (expires !== undefined && expires < ask.system.asOf) return [];
  const read = facts.map((words) => assumedFact(words, ask));
  const wrong = read.flatMap((one) => ('wrong' in one ? [one.wrong] : []));
  for (const what of wrong) diagnostics.push({ ...problem('unknown-assumption', what), ...sourceOf(origin, ask) });
  if (wrong.length > 0) return [];
  const holds = read.flatMap((one) => ('facts' in one ? one.facts.flatMap((fact) => withParts(ask, fact)) : []));
  return [
    {
      id: `assumption:${name}`,
      title: `whoever ${facts.map(inWords).join(' and ')}`,
      holds: [...holds, ...internet.holds],
      ...(likelihood !== undefined && because !== undefined && { presence: { likelihood, because } }),
    },
  ];
}

/** `acts-as app/Deployer` as people say it. */
function inWords(fact: string): string {
  return fact.trim().replace(/^(acts|runs|can)-/, '$1 ');
}

function sourceOf(origin: DeclaredAssumption['origin'] | undefined, ask: Questions): Partial<Diagnostic> {
  const source = origin === undefined ? undefined : ask.system.model.origins.span(origin);
  return source === undefined ? {} : { source };
}

function unknownAttacker(wanted: string, everybody: readonly Attacker[]): Diagnostic {
  const kinds = attackerKinds.map(({ kind }) => kind).filter((kind) => kind !== 'role');
  const ids = everybody.map(({ id }) => id).slice(0, 10);
  const more = everybody.length > ids.length ? ' and others' : '';
  return problem(
    'unknown-attacker',
    `no attacker ${wanted} starts in this system. Kinds are ${kinds.join(', ')}; here there are ${ids.join(', ')}${more}`,
  );
}

/** About what the caller asked for, which stands in no file. */
function problem(code: string, message: string): Diagnostic {
  return { level: 'error', code, message, source: { file: 'options', line: 1, column: 1, endLine: 1 } };
}
