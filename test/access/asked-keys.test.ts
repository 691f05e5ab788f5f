import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allow, deny } from './case.ts';
import { type Scene, worldOfScene } from './scene.ts';

const key = 'iam:PermissionsBoundary';
const bounded = { Condition: { StringEquals: { [key]: 'arn:aws:iam::111111111111:policy/limit' } } };

describe(`policies ask for ${key} where`, () => {
  test.each([
    ['a policy of the caller has it in a condition', { identity: [allow('iam:CreateRole', bounded)] }, true],
    ['the condition writes it in other letters', { identity: [deny('*', lowerCase())] }, true],
    ['a service control policy does', { scp: [[allow('*'), deny('iam:*', bounded)]] }, true],
    ['a resource names it as a variable', { identity: [allow('iam:*', inResource())] }, true],
    ['not where the statement is about other actions', { identity: [allow('iam:CreateUser', bounded)] }, false],
    ['not where conditions ask for other keys', { identity: [allow('iam:*', ofTags())] }, false],
    ['not where nothing is said', {}, false],
  ] satisfies [string, Scene, boolean][])('%s', (_, scene, expected) => {
    const { access } = worldOfScene(scene, 'iam:CreateRole');
    expect(access.asksFor(key, 'iam:CreateRole')).toBe(expected);
  });

  test('the value makes no difference elsewhere', () => {
    const condition = fc.constantFrom({}, bounded, ofTags());
    const action = fc.constantFrom('*', 'iam:*', 'iam:CreateRole', 'iam:CreateUser', 's3:*');
    const statement = fc.tuple(fc.constantFrom(allow, deny), action, condition);
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 4 }), (statements) => {
        const identity = statements.map(([make, named, also]) => make(named, also));
        const world = worldOfScene({ identity }, 'iam:CreateRole');
        fc.pre(!world.access.asksFor(key, 'iam:CreateRole'));
        const asked = {
          caller: { kind: 'resource', resource: world.idOf('Caller') },
          action: 'iam:CreateRole',
          resource: ['arn:aws:iam::111111111111:role/made'],
        } as const;
        const decisions = [undefined, 'absent', [['arn:aws:iam::111111111111:policy/limit']]] as const;
        const [first, ...others] = decisions.map((value) =>
          world.access.decide(value === undefined ? asked : { ...asked, context: new Map([[key, value]]) }),
        );
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 60, seed: 11 },
    );
  });
});

function lowerCase() {
  return { Condition: { StringLike: { [key.toLowerCase()]: '*' } } };
}

function inResource() {
  return { Resource: `arn:aws:iam::*:role/\${${key}}` };
}

function ofTags() {
  return { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a' } } };
}
