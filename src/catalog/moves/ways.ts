import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { accountKey } from './administrators.ts';
import { type Going, surest, together } from './going.ts';
import { makesNew } from './new-things.ts';
import { type Permission, permissions } from './permissions.ts';

/**
 * An action, the kind of ARN that it names (`job/`, or `*` for none), and, where it is done to something that has to be
 * there already, the type of that. Actions on one kind of ARN are about the same thing.
 */
export type Right = readonly [action: string, kind: string, existing?: string];

/** What must be allowed together, and be there, to bring something about. */
export interface Way {
  readonly rights: readonly Right[];
  /** Which of the things that have to be there already, where not all. */
  readonly which?: (thing: Resource) => boolean;
  /** A resource of one of these types must be there; without one in the input the way hangs on it: `an ECS cluster`. */
  readonly there?: { readonly types: readonly string[]; readonly what: string };
  /** What the input never shows. */
  readonly provided?: string;
  /** What else must hold of who goes the way. */
  readonly besides?: (ask: Questions, principal: Resource) => Going | undefined;
}

/** The actions of each way, as the proof checker holds a step to them. */
export function actionsOf(ways: readonly Way[], more: readonly string[] = []): readonly (readonly string[])[] {
  return ways.map(({ rights }) => [...more, ...rights.map(([action]) => action)]);
}

/** Answers whether a principal may go the way, and how. Each is asked once; indexes are built for the first who asks. */
export function goingBy(ask: Questions, way: Way): (principal: Resource) => Going | undefined {
  const known = new Map<Resource, Going | undefined>();
  let going: ((principal: Resource) => Going | undefined) | undefined;
  return (principal) => {
    going ??= goingOneWay(ask, way);
    if (!known.has(principal)) known.set(principal, going(principal));
    return known.get(principal);
  };
}

function goingOneWay(ask: Questions, way: Way): (principal: Resource) => Going | undefined {
  const { rights, there, provided, besides } = way;
  const fresh = byKind(rights.filter(([, , existing]) => existing === undefined));
  const parts = [
    ...existingRights(ask, way),
    ...(there === undefined ? [] : [presence(ask, there)]),
    ...(besides === undefined ? [] : [(principal: Resource) => besides(ask, principal)]),
  ];
  return (principal) => {
    const all: Going[] = [{ proof: [], ...(provided !== undefined && { provided }) }];
    for (const some of fresh) {
      const proof = makesNew(ask, principal, [some.map(([action, kind]) => [action, kind] as const)]);
      if (proof === undefined) return undefined;
      all.push({ proof });
    }
    for (const part of parts) {
      const going = part(principal);
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
function existingRights(
  ask: Questions,
  { rights, which }: Way,
): readonly ((principal: Resource) => Going | undefined)[] {
  const types = new Set(rights.flatMap(([, , existing]) => existing ?? []));
  return [...types].map((type) => {
    const wanted = rights.filter(([, , existing]) => existing === type);
    const all = ask.system.ofType(type);
    const targets = which === undefined ? all : all.filter(which);
    const granted = wanted.map(([action]) => byPrincipal(permissions(ask, { action, targets })));
    const byAccount = inAccounts(ask, targets);
    return (principal: Resource) => {
      if (!byAccount.has(accountKey(ask, principal))) return unseen(ask, principal, wanted, type);
      const [first, ...others] = granted.map((of) => of.get(principal) ?? []);
      return surest((first ?? []).map((one) => () => onSame(one, others)));
    };
  });
}

/** The other permissions on the target of the first; undefined when one of them is missing. */
function onSame(one: Permission, others: readonly (readonly Permission[])[]): Going | undefined {
  const rest = others.map((some) => some.find(({ target }) => target === one.target)?.item);
  return rest.every((item) => item !== undefined) ? { proof: [one.item, ...rest] } : undefined;
}

/** Each principal with what it may. */
export function byPrincipal(found: readonly Permission[]): ReadonlyMap<Resource, readonly Permission[]> {
  const groups = new Map<Resource, Permission[]>();
  for (const one of found) {
    const group = groups.get(one.principal);
    if (group === undefined) groups.set(one.principal, [one]);
    else group.push(one);
  }
  return groups;
}

function unseen(ask: Questions, principal: Resource, wanted: readonly Right[], type: string): Going | undefined {
  const proof = makesNew(ask, principal, [wanted.map(([action, kind]) => [action, kind] as const)]);
  if (proof === undefined || proof.some(({ kind }) => kind === 'assumed')) return undefined;
  return { proof, provided: `something of type ${type} that the input does not show` };
}

/** Resources by the account that they belong to. */
function inAccounts(ask: Questions, resources: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> {
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
    return {
      proof: [{ kind: 'setting', resource: one.id, property: '', note, origin: one.origin }],
      guard: one.guard,
    };
  };
}
