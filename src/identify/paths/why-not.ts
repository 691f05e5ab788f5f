import type { NearMiss } from '../../model/access.ts';
import {
  type Attacker,
  type AttackFact,
  type IdentifiedMove,
  plainFactKey,
  resourceOfFact,
} from '../../model/attack.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import { attackersOf, footholds } from './attackers.ts';
import { bestWays } from './best-ways.ts';
import { createGraph } from './graph.ts';
import { compareLabels, type Label, onTheWay } from './label.ts';
import { liftedStates, type StandingState, standingStates } from './lifted-states.ts';
import { search } from './search.ts';
import { type Missing, type Supposition, suppose } from './supposed-access.ts';

/** Why no path leads from somebody to something: what would have to be allowed, the least first. */
export interface WhyNot {
  readonly attacker: Attacker;
  /** Facts about the target that he does come to: not everything is refused. */
  readonly held: readonly AttackFact[];
  readonly ways: readonly MissingWay[];
  /** The network between the two, where that is what stops requests. */
  readonly network?: string;
  /** What else of the target stands against steps, and could not be looked past. */
  readonly states: readonly StandingState[];
}

/** Steps that would lead there, if what is missing were allowed. */
export interface MissingWay {
  readonly steps: readonly { readonly move: IdentifiedMove; readonly gives: AttackFact }[];
  readonly missing: readonly MissingPermission[];
  /** The state of the system that keeps a step from being made, whatever is allowed: as many keys as there may be. */
  readonly state?: StandingState;
  /** What the steps hang on besides, which the input does not show. */
  readonly provided: readonly string[];
}

export interface MissingPermission extends Missing {
  /** Statements that nearly allow it, each with what keeps it from doing so. */
  readonly nearly: readonly NearMiss[];
}

/** Nobody reads more ways that are not there. */
const mostWays = 8;
/** Identities within reach beyond these are not supposed to be allowed more. */
const mostPrincipals = 25;
const kinds = ['acts-as', 'runs-code', 'reads', 'writes', 'knows', 'can-call'] as const;

/** For each attacker of that name. `to` names an element by id, address or name. */
export function whyNot(
  moves: readonly IdentifiedMove[],
  ask: Questions,
  { from, to }: { readonly from: string; readonly to: string },
): readonly WhyNot[] {
  const graph = createGraph(moves, ask);
  const element = ask.system.model.elements.find(({ id, address, name }) => [id, address, name].includes(to));
  const targets = new Set(element?.resources ?? []);
  const named = footholds(ask, graph, from);
  const attackers = named.length > 0 ? named : attackersOf(ask, graph).filter(({ id }) => id === from);
  return attackers.map((attacker): WhyNot => {
    const settled = search(graph, attacker.holds);
    const facts = settled.facts().flatMap((number) => graph.facts[number] ?? []);
    const held = facts.filter((fact) => isAbout(fact, targets));
    const principals = new Set(
      [...attacker.holds, ...facts]
        .flatMap((fact) => (fact.kind === 'acts-as' ? [fact.principal] : []))
        .slice(0, mostPrincipals),
    );
    const waysIn = (asked: Questions) =>
      missingWays(moves, suppose(asked, { principals, targets }), { attacker, targets });
    const ways = waysIn(ask).filter(({ missing }) => missing.length > 0);
    const known = new Set(ways.map(wayKey));
    const lifted = liftedStates(ask, targets).flatMap((state) =>
      waysIn(state.ask)
        .filter((way) => !known.has(wayKey(way)) && !isHeld(way, held))
        .map((way) => ({ ...way, state: { because: state.because, origin: state.origin } })),
    );
    const network = networkBetween(ask, attacker, targets);
    return {
      attacker,
      held,
      ways: [...ways, ...lifted].toSorted((one, other) => one.missing.length - other.missing.length).slice(0, mostWays),
      states: standingStates(ask, targets),
      ...(network !== undefined && { network }),
    };
  });
}

function isAbout(fact: AttackFact, targets: ReadonlySet<ResourceId>): boolean {
  const resource = resourceOfFact(fact);
  return resource !== undefined && targets.has(resource);
}

function missingWays(
  moves: readonly IdentifiedMove[],
  supposition: Supposition,
  { attacker, targets }: { readonly attacker: Attacker; readonly targets: ReadonlySet<ResourceId> },
): readonly MissingWay[] {
  const { ask, missingIn } = supposition;
  const graph = createGraph(moves, ask);
  const settled = search(graph, attacker.holds);
  const labels = [...targets].flatMap((target) =>
    kinds.flatMap((kind) => {
      const fact: AttackFact = kind === 'acts-as' ? { kind, principal: target } : { kind, resource: target };
      const number = graph.numberOf(fact);
      const [label] = number === undefined ? [] : settled.ways(number);
      if (number === undefined || label?.edge === undefined) return [];
      return bestWays(graph, attacker.holds, { goal: { fact: number, label }, count: 2 * mostWays });
    }),
  );
  const ways = labels
    .map((label) => ({ label, ...wayOf(label, { ask, missingIn }, graph.facts) }))
    .sort((left, right) => left.missing.length - right.missing.length || compareLabels(left.label, right.label));
  const told = new Map<string, MissingWay>();
  for (const { steps, missing, provided } of ways) {
    const way = { steps, missing, provided };
    if (!told.has(wayKey(way))) told.set(wayKey(way), way);
  }
  return [...told.values()];
}

/** Ways that lack the same are told once; one that lacks nothing is known by its steps. */
function wayKey({ steps, missing }: MissingWay): string {
  const lacks = missing.map(({ request: { action, on } }) => `${action} ${on}`).sort();
  return lacks.length > 0
    ? lacks.join('\n')
    : steps.map(({ move, gives }) => `${move.id} ${plainFactKey(gives)}`).join('\n');
}

/** Does it lead to what the attacker comes to anyhow? */
function isHeld({ steps }: MissingWay, held: readonly AttackFact[]): boolean {
  const gives = steps.at(-1)?.gives;
  return gives !== undefined && held.some((fact) => plainFactKey(fact) === plainFactKey(gives));
}

function wayOf(goal: Label, { ask, missingIn }: Supposition, facts: readonly (AttackFact | undefined)[]): MissingWay {
  const labels = [...onTheWay(goal)].reverse().filter(({ edge }) => edge !== undefined);
  const items = labels.flatMap(({ edge }) => edge?.instance.proof ?? []);
  const missing = new Set(items.flatMap((item) => ('decision' in item ? missingIn(item.decision.conditions) : [])));
  return {
    steps: labels.flatMap(({ edge, fact }) => {
      const gives = facts[fact];
      return edge === undefined || gives === undefined ? [] : [{ move: edge.move, gives }];
    }),
    missing: [...missing].map((one) => ({ ...one, nearly: ask.access.nearMisses(one.request) })),
    provided: [...new Set(labels.flatMap(({ edge }) => edge?.instance.provided ?? []))],
  };
}

function networkBetween(ask: Questions, { holds }: Attacker, targets: ReadonlySet<ResourceId>): string | undefined {
  for (const to of targets)
    for (const fact of holds) {
      const from =
        fact.kind === 'runs-code'
          ? ({ kind: 'resource', resource: fact.resource } as const)
          : fact.kind === 'network'
            ? ({ kind: 'internet' } as const)
            : undefined;
      const connection = from && ask.reach.connect(from, { kind: 'resource', resource: to });
      if (connection?.verdict === 'blocked' && connection.blockedBy !== undefined) return connection.blockedBy.because;
    }
  return undefined;
}
