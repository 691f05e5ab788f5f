import type { Cell, Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { dataActions } from '../data-actions.ts';
import { dataArn } from '../data-arn.ts';
import { leaveOut } from './left-out.ts';
import { type Permission, permissionBlocks } from './permissions.ts';

/** More pairs than these are not looked at for one action: it would be each with each. */
const mostPairs = 2_000;

/**
 * Who may do the action to which store, without those who surely read and write it already: they gain nothing. Blocks that lie
 * within what is read and written are left out as a whole.
 */
export function* notYetUsers(
  ask: Questions,
  { action, stores }: { readonly action: string; readonly stores: readonly Resource[] },
): Generator<Permission> {
  const used = usesOf(ask, stores);
  let pairs = 0;
  for (const { by, on, permission } of permissionBlocks(ask, { action, targets: stores })) {
    const rest = used.map((cells) => outside(by, on, cells));
    const done = new Set<string>();
    for (const { people, things } of rest)
      for (const who of people)
        for (const what of things) {
          if (done.has(`${who} ${what}`)) continue;
          done.add(`${who} ${what}`);
          pairs += 1;
          if (pairs > mostPairs) {
            leaveOut(ask, `who else may do ${action} to a store, beyond ${mostPairs} pairs`);
            return;
          }
          yield permission(who, what);
        }
  }
}

/** Sure cells of reading, and those of writing. */
function usesOf(ask: Questions, stores: readonly Resource[]): readonly (readonly Cell[])[] {
  const [first] = stores;
  if (first === undefined) return [];
  const { read, write } = dataActions(first.type);
  return [read, write]
    .filter((actions) => actions.length > 0)
    .map((actions) =>
      actions
        .flatMap((action) => ask.access.whoMay({ action, on: stores, arn: dataArn }))
        .filter(({ verdict }) => verdict === 'allow'),
    );
}

/** What of a block no cell covers for all of its principals or all of its stores. */
function outside(by: Uint32Array, on: Uint32Array, cells: readonly Cell[]) {
  let [people, things] = [by, on];
  for (const cell of cells) {
    if (people.length === 0 || things.length === 0) break;
    const [who, what] = [new Set(cell.principals), new Set(cell.resources)];
    if (things.every((at) => what.has(at))) people = people.filter((at) => !who.has(at));
    else if (people.every((at) => who.has(at))) things = things.filter((at) => !what.has(at));
  }
  return { people, things };
}
