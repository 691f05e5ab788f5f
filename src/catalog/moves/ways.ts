import type { ProofItem } from '../../model/attack.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { accountKey } from './administrators.ts';
import { makesNew } from './new-things.ts';
import { isSure } from './permission.ts';
import { type Permission, permissions, type Question } from './permissions.ts';

/**
 * An action, the kind of ARN that it names (`job/`, or `*` for none), and, where it is done to something that has to be
 * there already, the type of that. Actions on one kind of ARN are about the same thing.
 */
export type Right = readonly [action: string, kind: string, existing?: string];

/** What must be allowed together, and be there, to bring something about. */
export interface Way {
  readonly rights: readonly Right[];
  /** A resource of one of these types must be there; without one in the input the way hangs on it: `an ECS cluster`. */
  readonly there?: { readonly types: readonly string[]; readonly what: string };
  /** What the input never shows. */
  readonly provided?: string;
  /** What else must hold of the role that is passed: an instance profile carries it. */
  readonly fits?: (ask: Questions, role: Resource, principal: Resource) => Going | undefined;
}

/** Premises of a way that a principal may go, and what it hangs on besides. */
export interface Going {
  readonly proof: readonly ProofItem[];
  readonly provided?: string;
}

/** The actions of each way, as the proof checker holds a step to them. */
export function actionsOf(ways: readonly Way[], more: readonly string[] = []): readonly (readonly string[])[] {
  return ways.map(({ rights }) => [...more, ...rights.map(([action]) => action)]);
}

/**
 * Answers how a principal may go one of the ways, with the role that he passes if any: the first that hangs on nothing
 * before the others. What does not depend on the role is worked out once for each principal.
 */
export function goingBy(
  ask: Questions,
  ways: readonly Way[],
): (principal: Resource, role?: Resource) => Going | undefined {
  const known = new Map<Resource, readonly (readonly [Way, Going])[]>();
  let each: readonly (readonly [Way, (principal: Resource) => Going | undefined])[] | undefined;
  const open = (principal: Resource) => {
    // Indexes are built for the first who asks: in most systems nobody does.
    each ??= ways.map((way) => [way, goingOneWay(ask, way)] as const);
    return each.flatMap(([way, goes]) => {
      const going = goes(principal);
      return going === undefined ? [] : [[way, going] as const];
    });
  };
  return (principal, role) => {
    const there = known.get(principal) ?? open(principal);
    known.set(principal, there);
    return surest(
      there.map(([{ fits }, going]) => () => {
        if (fits === undefined || role === undefined) return going;
        const fitting = fits(ask, role, principal);
        return fitting === undefined ? undefined : together(going, fitting);
      }),
    );
  };
}

/** Premises of all of them. */
export function together(...all: readonly Going[]): Going {
  const provided = all.flatMap((going) => going.provided ?? []);
  return {
    proof: all.flatMap(({ proof }) => proof),
    ...(provided.length > 0 && { provided: provided.join(', and ') }),
  };
}

/** The first that hangs on nothing, else the first. */
export function surest(candidates: Iterable<() => Going | undefined>): Going | undefined {
  let open: Going | undefined;
  for (const candidate of candidates) {
    const going = candidate();
    if (going !== undefined && isCertain(going)) return going;
    open ??= going;
  }
  return open;
}

export function isCertain({ proof, provided }: Going): boolean {
  return (
    provided === undefined && proof.every((item) => item.kind !== 'assumed' && (!('decision' in item) || isSure(item)))
  );
}

function goingOneWay(ask: Questions, way: Way): (principal: Resource) => Going | undefined {
  const fresh = byKind(way.rights.filter(([, , existing]) => existing === undefined));
  const onExisting = existingRights(ask, way);
  const others = [...onExisting, ...(way.there === undefined ? [] : [presence(ask, way.there)])];
  const always: Going = { proof: [], ...(way.provided !== undefined && { provided: way.provided }) };
  return (principal) => {
    const all = [always];
    for (const rights of fresh) {
      const proof = makesNew(ask, principal, [rights.map(([action, kind]) => [action, kind] as const)]);
      if (proof === undefined) return undefined;
      all.push({ proof });
    }
    for (const may of others) {
      const going = may(principal);
      if (going === undefined) return undefined;
      all.push(going);
    }
    return together(...all);
  };
}

function byKind(rights: readonly Right[]): readonly (readonly Right[])[] {
  const groups = new Map<string, Right[]>();
  for (const right of rights) groups.set(right[1], [...(groups.get(right[1]) ?? []), right]);
  return [...groups.values()];
}

/** Rights on things that are there: the same thing for all of one type; without one in the input, one that it does not show. */
function existingRights(ask: Questions, { rights }: Way): readonly ((principal: Resource) => Going | undefined)[] {
  const types = new Set(rights.flatMap(([, , existing]) => existing ?? []));
  return [...types].map((type) => {
    const wanted = rights.filter(([, , existing]) => existing === type);
    const targets = ask.system.ofType(type);
    const granted = wanted.map(([action]) => itemsByPair(ask, { action, targets }));
    const byAccount = inAccounts(ask, targets);
    return (principal: Resource) => {
      const own = byAccount.get(accountKey(ask, principal));
      if (own === undefined) return unseen(ask, principal, wanted, type);
      return surest(
        own.map((target) => () => {
          const proof = granted.map((items) => items.get(pairKey(principal, target))?.item);
          return proof.every((item) => item !== undefined) ? { proof } : undefined;
        }),
      );
    };
  });
}

function unseen(ask: Questions, principal: Resource, wanted: readonly Right[], type: string): Going | undefined {
  const proof = makesNew(ask, principal, [wanted.map(([action, kind]) => [action, kind] as const)]);
  if (proof === undefined || proof.some(({ kind }) => kind === 'assumed')) return undefined;
  return { proof, provided: `something of type ${type} that the input does not show` };
}

/** Who may do the action to which of the resources, by pair. */
export function itemsByPair(ask: Questions, question: Question): ReadonlyMap<string, Permission> {
  return new Map(permissions(ask, question).map((found) => [pairKey(found.principal, found.target), found]));
}

/** Key of a principal and what it acts on. */
export function pairKey(principal: Resource, target: Resource): string {
  return `${principal.id} ${target.id}`;
}

/** Resources by the account that they belong to. */
export function inAccounts(ask: Questions, resources: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> {
  const groups = new Map<string, Resource[]>();
  for (const resource of resources) {
    const key = accountKey(ask, resource);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [resource]);
    else group.push(resource);
  }
  return groups;
}

function presence(ask: Questions, { types, what }: NonNullable<Way['there']>) {
  const all = inAccounts(
    ask,
    types.flatMap((type) => ask.system.ofType(type)),
  );
  return (principal: Resource): Going => {
    const [one] = all.get(accountKey(ask, principal)) ?? [];
    if (one === undefined) return { proof: [], provided: what };
    const note = `${one.address} is ${what}`;
    return { proof: [{ kind: 'setting', resource: one.id, property: '', note, origin: one.origin }] };
  };
}
