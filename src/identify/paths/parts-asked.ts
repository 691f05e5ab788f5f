import type { MoveInstance } from '../../model/attack.ts';
import { casesOf } from '../../model/fact.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { BlockStep, SingleStep } from './graph.ts';
import { partsAskedFor, type SessionPart } from './session-keys.ts';

/** By principal, the parts of its session that a decision of its own hangs on, or one of a role that it takes. */
export type PartsAsked = ReadonlyMap<ResourceId, ReadonlySet<SessionPart>>;

/**
 * Tags and source identity are handed down from session to session, and a user can show a second factor when he takes a
 * role: what a role's decisions hang on, those who take it are told apart by as well.
 */
export function partsByPrincipal(
  ask: Questions,
  given: {
    readonly places: readonly SingleStep[];
    readonly single: readonly SingleStep[];
    readonly blocks: readonly BlockStep[];
  },
): PartsAsked {
  const asked = new Map<ResourceId, Set<SessionPart>>();
  const add = (principal: ResourceId, parts: Iterable<SessionPart>): boolean => {
    const there = asked.get(principal) ?? new Set();
    const before = there.size;
    for (const part of parts) there.add(part);
    if (there.size > 0) asked.set(principal, there);
    return there.size > before;
  };
  for (const { place } of given.places) for (const [who, parts] of partsIn(place)) add(who, parts);
  for (let grows = asked.size > 0; grows; ) {
    grows = false;
    for (const [by, role] of takings(ask, given, asked))
      if (add(by, handedDown(ask, by, asked.get(role) ?? new Set()))) grows = true;
  }
  return asked;
}

function partsIn({ proof }: MoveInstance): readonly (readonly [ResourceId, ReadonlySet<SessionPart>])[] {
  return proof.flatMap((item) => {
    if (!('request' in item) || item.request?.caller.kind !== 'resource') return [];
    if (item.decision.verdict !== 'conditional') return [];
    return [[item.request.caller.resource, partsAskedFor(item.decision.conditions)] as const];
  });
}

/** Who takes which of the roles that are told apart. */
function* takings(
  ask: Questions,
  { places, single, blocks }: Parameters<typeof partsByPrincipal>[1],
  asked: PartsAsked,
): Generator<readonly [by: ResourceId, role: ResourceId]> {
  for (const { place } of [...places, ...single]) {
    const { needs, gives } = place;
    if (gives.kind !== 'acts-as' || gives.session?.obtained.kind !== 'assume-role' || !asked.has(gives.principal))
      continue;
    for (const need of needs) if (need.kind === 'acts-as') yield [need.principal, gives.principal];
  }
  const principals = ask.access.principals();
  for (const { place } of blocks) {
    const { by, gives } = place;
    if (gives.kind !== 'acts-as' || gives.session?.obtained.kind !== 'assume-role' || !(by instanceof Uint32Array))
      continue;
    const roles = Array.from(gives.positions).flatMap((at) => gives.list[at]?.id ?? []);
    for (const role of roles)
      if (asked.has(role))
        for (const at of by) {
          const principal = principals[at];
          if (principal !== undefined) yield [principal.id, role];
        }
  }
}

function handedDown(ask: Questions, by: ResourceId, parts: ReadonlySet<SessionPart>): readonly SessionPart[] {
  return [...parts].filter(
    (part) => part === 'tags' || part === 'source-identity' || (part === 'factor' && isUser(ask, by)),
  );
}

export function isUser(ask: Questions, principal: ResourceId): boolean {
  return casesOf(ask.system.fact(principal, 'principal')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.kind === 'user',
  );
}
