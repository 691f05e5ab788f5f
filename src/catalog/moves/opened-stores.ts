import type { Cell } from '../../model/access.ts';
import type { MoveBlock, MoveInstance } from '../../model/attack.ts';
import { and, isPossible } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Portion } from '../../model/store-part.ts';
import { isForOwnAccountOnly } from '../data/own-account-actions.ts';
import { dataArn } from '../data-arn.ts';
import { accountKey } from './administrators.ts';
import { factAbout } from './block.ts';
import { usesOf } from './data-stores.ts';
import { locksOf, unlocked } from './data-uses.ts';
import { instance } from './instance.ts';
import { leaveOut } from './left-out.ts';
import { usesOnceOpened } from './opened.ts';
import { mayBeUsable } from './permission.ts';
import { type Permission, type PermissionBlock, permissionBlocks, permissions } from './permissions.ts';
import { supposed } from './policy-change.ts';
import { groupedBy, inBoth, type Positions, without } from './positions.ts';
import { remembered } from './remembered.ts';

/** Pair by pair, what takes several rights. */
function* onceRewritten(
  ask: Questions,
  { action, stores, ways = ['read', 'write'] }: Opening,
): Generator<MoveInstance> {
  for (const { principal, target, item } of permissions(ask, { action, targets: stores }))
    for (const { kind, proof, ...how } of usesOnceOpened(ask, principal, { store: target, opened: target, ways }))
      yield* instance({
        needs: [{ kind: 'acts-as', principal: principal.id }],
        gives: factAbout(kind, target),
        proof: [item, ...proof],
        ...how,
      });
}

interface Opening {
  /** Writes the policy of a store. */
  readonly action: string;
  /** All of one type, or parts of such. */
  readonly stores: readonly Portion[];
  readonly ways?: readonly ('read' | 'write')[];
}

/**
 * Where somebody reads or writes a store once he has written its policy, and does not surely do so already. Blocks of who may
 * write it are cut along who could then use it.
 */
export function* usesOnceRewritten(ask: Questions, opening: Opening): Generator<MoveBlock | MoveInstance> {
  const { action, stores, ways = ['read', 'write'] } = opening;
  if (stores[0]?.part?.kind === 'image') {
    yield* onceRewritten(ask, opening);
    return;
  }
  const writing = permissionBlocks(ask, { action, targets: stores });
  if (writing.length === 0) return;
  for (const way of ways) {
    const uses = knownUses(ask, stores, way);
    const [kind, locks] = [way === 'read' ? 'reads' : 'writes', locksOf(ask, stores)] as const;
    for (const block of writing)
      for (const { part, wished } of newUses(block, uses)) {
        const proof = (permission: Permission) => [permission.item, ...onceOpened(ask, permission, wished)];
        yield* unlocked(ask, { stores, block: part, locks, kind, proof });
      }
  }
  if (!isForOwnAccountOnly(action)) yield* fromElsewhere(ask, opening, writing);
}

/** Who may use stores: surely as they are, and once their policies let him in, action by action. */
interface Uses {
  readonly sure: Index;
  readonly opened: readonly { readonly action: string; readonly index: Index }[];
}

/** Cells, and for each principal the numbers of those that he is in. */
interface Index {
  readonly cells: readonly Cell[];
  readonly of: ReadonlyMap<number, readonly number[]>;
}

const known = remembered(() => new Map<string, Uses>());

function knownUses(ask: Questions, stores: readonly Portion[], way: 'read' | 'write'): Uses {
  const [first] = stores;
  const key = `${way} ${first?.part !== undefined} ${first?.type}`;
  const before = known(ask).get(key);
  if (before !== undefined) return before;
  const actions = first === undefined ? [] : usesOf(first, way).flatMap((use) => use.actions);
  const cells = (action: string, opened?: true) =>
    ask.access
      .whoMay({ action, on: stores, arn: dataArn, ...(opened !== undefined && { opened }) })
      .filter(mayBeUsable);
  const made: Uses = {
    sure: indexOf(actions.flatMap((action) => cells(action)).filter(({ verdict }) => verdict === 'allow')),
    opened: actions.map((action) => ({ action, index: indexOf(cells(action, true)) })),
  };
  known(ask).set(key, made);
  return made;
}

function indexOf(cells: readonly Cell[]): Index {
  const of = new Map<number, number[]>();
  cells.forEach(({ principals }, number) => {
    for (const who of principals) {
      const there = of.get(who);
      if (there === undefined) of.set(who, [number]);
      else there.push(number);
    }
  });
  return { cells, of };
}

/** Parts of a block in which everybody gains the same use of all of the stores, with the action that uses them. */
function* newUses(
  block: PermissionBlock,
  { sure, opened }: Uses,
): Generator<{ readonly part: PermissionBlock; readonly wished: string }> {
  const none: readonly number[] = [];
  const keyOf = (who: number) =>
    [sure, ...opened.map(({ index }) => index)].map(({ of }) => (of.get(who) ?? none).join()).join(';');
  for (const by of groupedBy(block.by, keyOf)) {
    const first = by[0] ?? -1;
    const left = (sure.of.get(first) ?? none).reduce(
      (rest, number) => without(rest, sure.cells[number]?.resources ?? rest),
      block.on,
    );
    if (left.length === 0) continue;
    for (const { action, index } of opened)
      for (const number of index.of.get(first) ?? none) {
        const part = partIn(block, { by, on: left, cell: index.cells[number] });
        if (part !== undefined) yield { part, wished: action };
      }
  }
}

function partIn(
  block: PermissionBlock,
  { by, on, cell }: { readonly by: Positions; readonly on: Positions; readonly cell: Cell | undefined },
): PermissionBlock | undefined {
  if (cell === undefined) return undefined;
  const [rest, guard] = [inBoth(on, cell.resources), and(block.guard, cell.guard)];
  if (rest.length === 0 || !isPossible(guard)) return undefined;
  const verdict = block.verdict === 'allow' ? cell.verdict : block.verdict;
  return { ...block, by, on: rest, verdict, guard, conditions: [...block.conditions, ...cell.conditions] };
}

function onceOpened(ask: Questions, { principal, target }: Permission, action: string) {
  const wish = { action, on: target, resource: dataArn(target) };
  const item = supposed(ask, principal, { wish, change: { opened: target.id } });
  return item === undefined ? [] : [item];
}

/** More pairs than these are not looked at for one action. */
const mostPairs = 2_000;

/** Whoever writes the policy of a store in another account needs the consent of his own for its use: pair by pair. */
function* fromElsewhere(
  ask: Questions,
  { action, stores, ways }: Opening,
  writing: readonly PermissionBlock[],
): Generator<MoveInstance> {
  let pairs = 0;
  const principals = ask.access.principals();
  const accounts = stores.map((store) => accountKey(ask, store));
  for (const { by, on, permission } of writing)
    for (const who of by) {
      const account = principals[who] && accountKey(ask, principals[who]);
      for (const what of on) {
        if (account === accounts[what]) continue;
        const { principal, target, item } = permission(who, what);
        pairs += 1;
        if (pairs > mostPairs) {
          leaveOut(ask, `who of other accounts may do ${action} to a store, beyond ${mostPairs} pairs`);
          return;
        }
        for (const { kind, proof, ...how } of usesOnceOpened(ask, principal, {
          store: target,
          opened: target,
          ...(ways && { ways }),
        }))
          yield* instance({
            needs: [{ kind: 'acts-as', principal: principal.id }],
            gives: factAbout(kind, target),
            proof: [item, ...proof],
            ...how,
          });
      }
    }
}
