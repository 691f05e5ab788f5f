import { instance } from '../../catalog/moves/instance.ts';
import type { AttackFact, BlockGain, MoveBlock, MoveInstance } from '../../model/attack.ts';
import { isBlock } from '../../model/attack.ts';
import type { Session } from '../../model/caller.ts';
import type { ResourceId } from '../../model/id.ts';
import { nextSession } from '../../model/next-session.ts';
import type { Questions } from '../../model/questions.ts';
import { inSession } from './decided-anew.ts';
import type { Edges } from './edges.ts';
import type { BlockStep, SingleStep } from './graph.ts';
import type { GuardNumbers } from './guard-numbers.ts';
import type { Nodes } from './nodes.ts';
import { isUser, type PartsAsked, partsByPrincipal } from './parts-asked.ts';
import { narrowed, partsAskedFor } from './session-keys.ts';
import { sessionWithTags } from './session-with-tags.ts';

/**
 * Sessions in a graph. A principal of whom no decision hangs on the session is one node. Of the others each session that
 * arises is a node of its own, with what may be done in it, and leads to the principal's common node, which has the rest.
 */
export interface Variants {
  /** The node of a gain; for a role that is taken, of the session that somebody without a session of his own gets. */
  node(gain: AttackFact): number;
  /** Adds a step that gives a session of a role which hangs on the session of who takes it; false for all others. */
  takes(step: SingleStep): boolean;
  /** Positions that may stand together, and those whose sessions are told apart. */
  splitGain(gain: BlockGain): readonly [Uint32Array, readonly number[]];
  /** Adds what may be done in each session, until no new one arises. */
  settle(): void;
  start(fact: AttackFact): number | undefined;
  /** May edges from this node still be added? */
  mayGrow(node: number): boolean;
}

interface Given {
  readonly nodes: Nodes;
  readonly edges: Edges;
  readonly guards: GuardNumbers;
  /** Places that are decided anew for each session. */
  readonly places: readonly SingleStep[];
  /** The rest. */
  readonly single: readonly SingleStep[];
  readonly blocks: readonly BlockStep[];
}

/** More sessions of one principal are one in which nothing is known. */
const mostSessions = 16;

interface Variant {
  readonly principal: ResourceId;
  readonly session: Session | undefined;
  readonly node: number;
}

interface Held extends Given {
  readonly ask: Questions;
  readonly asked: PartsAsked;
  readonly queue: Variant[];
  readonly unknown: Map<ResourceId, number>;
  readonly known: Map<number, Variant>;
  readonly counts: Map<ResourceId, number>;
  /** By principal: places decided anew, and roles taken whose sessions are told apart. */
  readonly steps: ReadonlyMap<ResourceId, readonly SingleStep[]>;
  readonly taken: Map<ResourceId, SingleStep[]>;
}

export function createVariants(ask: Questions, given: Given): Variants {
  const asked = partsByPrincipal(ask, given);
  const held: Held = {
    ...given,
    ask,
    asked,
    queue: [],
    unknown: new Map(),
    known: new Map(),
    counts: new Map(),
    steps: byPrincipal(given.places),
    taken: new Map(),
  };
  return {
    node: (gain) =>
      gain.kind === 'acts-as' ? variantNode(held, gain.principal, gain.session) : given.nodes.intern(gain),
    takes: (step) => takes(held, step),
    splitGain: (gain) => splitGain(held, gain),
    settle: () => settle(held),
    start: (fact) => start(held, fact),
    mayGrow(node) {
      const fact = given.nodes.facts[node];
      return fact?.kind === 'acts-as' && asked.has(fact.principal);
    },
  };
}

function byPrincipal(places: readonly SingleStep[]): ReadonlyMap<ResourceId, readonly SingleStep[]> {
  const found = new Map<ResourceId, SingleStep[]>();
  for (const step of places) {
    const who = whoDecides(step.place);
    if (who === undefined) continue;
    const there = found.get(who);
    if (there === undefined) found.set(who, [step]);
    else there.push(step);
  }
  return found;
}

/** Does what is allowed here hang on the session in which the attacker acts, or on the place from which he sends? */
export function isOfSession(place: MoveInstance | MoveBlock): boolean {
  return isBlock(place)
    ? place.by instanceof Uint32Array && partsAskedFor(place.conditions).size > 0
    : whoDecides(place) !== undefined;
}

/** The principal whose session decides. */
function whoDecides({ needs, proof }: MoveInstance): ResourceId | undefined {
  for (const item of proof) {
    if (!('request' in item) || item.request?.caller.kind !== 'resource') continue;
    const who = item.request.caller.resource;
    const { verdict, conditions } = item.decision;
    if (verdict !== 'conditional' || partsAskedFor(conditions).size === 0) continue;
    if (needs.some((need) => need.kind === 'acts-as' && need.principal === who)) return who;
  }
  return undefined;
}

function variantNode(held: Held, principal: ResourceId, session: Session | undefined): number {
  const { nodes, asked } = held;
  const parts = asked.get(principal);
  const plain = { kind: 'acts-as', principal } as const;
  const limited = session?.policies !== undefined;
  if (parts === undefined && !limited) return nodes.intern(plain);
  const counted = held.counts.get(principal) ?? 0;
  if (session === undefined || (!limited && counted >= mostSessions)) {
    const before = held.unknown.get(principal);
    if (before !== undefined) return before;
    const node = nodes.inner(plain);
    held.unknown.set(principal, node);
    return added(held, { principal, session: undefined, node });
  }
  const own = narrowed(session, parts ?? new Set());
  const before = nodes.numberOf({ ...plain, session: own });
  if (before !== undefined) return before;
  held.counts.set(principal, counted + 1);
  return added(held, { principal, session: own, node: nodes.intern({ ...plain, session: own }) });
}

/** What its policies limit cannot do what the principal can, so that nothing of the common node counts for it. */
function added(held: Held, variant: Variant): number {
  const { principal, session, node } = variant;
  held.known.set(node, variant);
  held.queue.push(variant);
  if (session?.policies === undefined)
    held.edges.add({ needs: [node], gives: held.nodes.intern({ kind: 'acts-as', principal }), guard: 0 });
  return node;
}

function takes(held: Held, step: SingleStep): boolean {
  const { gives, needs } = step.place;
  if (gives.kind !== 'acts-as' || gives.session?.obtained.kind !== 'assume-role' || !held.asked.has(gives.principal))
    return false;
  const [by] = needs;
  if (by?.kind !== 'acts-as' || needs.length > 1) return false;
  const there = held.taken.get(by.principal);
  if (there === undefined) held.taken.set(by.principal, [step]);
  else there.push(step);
  if (!held.asked.has(by.principal)) {
    const session = ofNobodyInParticular(held, by.principal);
    const node = held.nodes.intern({ kind: 'acts-as', principal: by.principal });
    addEdge(held, { principal: by.principal, session, node }, step, [node]);
  }
  return true;
}

/** What is known of the session of a principal whose sessions are not told apart: a role shows no second factor. */
function ofNobodyInParticular(held: Held, principal: ResourceId): Session | undefined {
  return isUser(held.ask, principal) ? undefined : { obtained: { kind: 'assume-role' } };
}

function splitGain(held: Held, { kind, list, positions }: BlockGain): readonly [Uint32Array, readonly number[]] {
  if (kind !== 'acts-as' || held.asked.size === 0) return [positions, []];
  const isApart = (at: number) => {
    const id = list[at]?.id;
    return id !== undefined && held.asked.has(id);
  };
  const apart = positions.filter(isApart);
  return apart.length === 0 ? [positions, []] : [positions.filter((at) => !isApart(at)), [...apart]];
}

function settle(held: Held): void {
  for (let variant = held.queue.pop(); variant !== undefined; variant = held.queue.pop()) {
    for (const step of held.taken.get(variant.principal) ?? []) addEdge(held, variant, step, [variant.node]);
    const steps = variant.session?.policies === undefined ? held.steps.get(variant.principal) : ownSteps(held, variant);
    for (const step of steps ?? [])
      for (const { place, network } of inSession(held.ask, step.place, variant)) {
        const needs = step.place.needs.map((need) =>
          need.kind === 'acts-as' && need.principal === variant.principal ? variant.node : held.nodes.intern(need),
        );
        const from = network === undefined ? [] : [held.nodes.intern(network)];
        addEdge(held, variant, { move: step.move, place }, [...new Set([...needs, ...from])]);
      }
  }
}

function addEdge(held: Held, { principal, session }: Variant, step: SingleStep, needs: readonly number[]): void {
  const { place, move } = step;
  const gain = place.gives;
  const isTaken =
    gain.kind === 'acts-as' && gain.session?.obtained.kind === 'assume-role' && gain.principal !== principal;
  const next = isTaken ? nextSession(session ?? ofNobodyInParticular(held, principal), {}) : undefined;
  if (next?.kind === 'refused') return;
  if (isTaken && next !== undefined && held.asked.get(gain.principal)?.has('tags') === true)
    addTagged(held, { principal, session }, { step, needs, next: next.session });
  const gives =
    isTaken && next !== undefined
      ? variantNode(held, gain.principal, next.session)
      : gain.kind === 'acts-as'
        ? variantNode(held, gain.principal, gain.session)
        : held.nodes.intern(gain);
  held.edges.add({ needs, gives, guard: held.guards.number(place.guard), step: { move, place } });
}

/** The role taken with tags that the taker passes, where he may; as another session beside the one without. */
function addTagged(
  held: Held,
  actor: Pick<Variant, 'principal' | 'session'>,
  of: { readonly step: SingleStep; readonly needs: readonly number[]; readonly next: Session },
): void {
  const { move, place } = of.step;
  if (place.gives.kind !== 'acts-as') return;
  const tagged = sessionWithTags(held.ask, { ...actor, role: place.gives.principal, next: of.next });
  if (tagged === undefined) return;
  const { session, item } = tagged;
  const [made] = instance({ ...place, proof: [...place.proof, item] });
  if (made === undefined) return;
  const gives = variantNode(held, place.gives.principal, session);
  held.edges.add({
    needs: of.needs,
    gives,
    guard: held.guards.number(made.guard),
    step: { move, place: { ...made, needs: place.needs } },
  });
}

/** Everything that the principal may do, for a session that policies limit. */
function ownSteps({ single, blocks, steps, ask }: Held, { principal }: Variant): readonly SingleStep[] {
  const at = ask.access.principals().findIndex(({ id }) => id === principal);
  const isMeant = ({ place }: SingleStep) =>
    place.needs.some((need) => need.kind === 'acts-as' && need.principal === principal);
  const fromBlocks = blocks.flatMap(({ move, place }) => {
    const { by, gives } = place;
    if (!(by instanceof Uint32Array) || !by.includes(at)) return [];
    return Array.from(gives.positions).flatMap((on) => {
      const one = place.at(at, on);
      return one === undefined ? [] : [{ move, place: one }];
    });
  });
  return [...(steps.get(principal) ?? []), ...single.filter(isMeant), ...fromBlocks];
}

function start(held: Held, fact: AttackFact): number | undefined {
  if (fact.kind !== 'acts-as') return held.nodes.numberOf(fact);
  if (!held.asked.has(fact.principal) && fact.session?.policies === undefined)
    return held.nodes.numberOf({ kind: 'acts-as', principal: fact.principal });
  const node = variantNode(held, fact.principal, fact.session);
  settle(held);
  return node;
}
