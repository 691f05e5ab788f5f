import { expect, test } from 'vitest';
import { moves } from '../../src/catalog/catalog.generated.ts';
import { grantingActionLines } from '../../src/catalog/data/granting-actions.generated.ts';
import {
  functionOpeningActions,
  keyGivingActions,
  policyWritingActions,
  unusedGrantingActions,
} from '../../src/catalog/data/granting-actions.ts';
import { dataActions } from '../../src/catalog/data-actions.ts';
import { compared, namesIn } from './reviewed/compared.ts';
import { reviewedSharingCalls } from './reviewed/sharing-calls.ts';

/** Every call of AWS by which somebody can let somebody else in is used by a move, or is left out with a reason. */
const all = namesIn(grantingActionLines, ':');
const reviewed = namesIn(reviewedSharingCalls, ':');
const used = new Set([
  ...moves.flatMap(({ actions }) => actions),
  ...Object.values(policyWritingActions).flat(),
  ...keyGivingActions,
  ...functionOpeningActions,
]);

test('each is used by a move or left out with a reason', () => {
  expect(all.length).toBeGreaterThan(300);
  const unclassified = all.filter(
    (action) => !used.has(action) && !unusedGrantingActions.some(([pattern]) => pattern.test(action)),
  );
  expect(unclassified).toEqual([]);
});

test('a new one fails until somebody has looked at it, also in a service of which the reason is about all calls', () => {
  expect(compared(all, reviewed)).toEqual({ added: [], gone: [] });
  const planted = [...new Set(all.map((action) => action.split(':')[0]))].map(
    (service) => `${service}:PutNewPermission`,
  );
  expect(compared([...all, ...planted], reviewed).added).toEqual(planted);
});

test('each reason is about calls that exist, and about none that a move uses', () => {
  const idle = unusedGrantingActions.filter(([pattern]) => !all.some((action) => pattern.test(action)));
  expect(idle.map(([pattern]) => pattern.source)).toEqual([]);
  expect(unusedGrantingActions.filter(([, because]) => because.length < 15)).toEqual([]);
});

test('each type whose policy is written holds data that can be read or changed', () => {
  const without = Object.keys(policyWritingActions).filter(
    (type) => dataActions(type).read.length + dataActions(type).write.length === 0,
  );
  expect(without).toEqual([]);
});
