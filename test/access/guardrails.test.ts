import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allow, deny } from './case.ts';
import { type Scene, worldOfScene } from './scene.ts';

const full = [allow('*')];
const mayBeGuarded = (scene: Scene, action: string): boolean => {
  const world = worldOfScene(scene, action);
  return world.access.mayBeGuarded(world.idOf('Caller'), action);
};

describe('a policy of the organization may refuse', () => {
  test.each([
    ['nothing, where every level allows everything', { scp: [full, full] }, 's3:GetObject', false],
    ['what a level denies', { scp: [full, [allow('*'), deny('s3:*')]] }, 's3:GetObject', true],
    ['not what the Deny is not about', { scp: [full, [allow('*'), deny('cloudtrail:*')]] }, 's3:GetObject', false],
    ['what a level does not allow', { scp: [full, [allow('ec2:*')]] }, 's3:GetObject', true],
    [
      'what a level allows on some things alone',
      { scp: [[allow('s3:*', { Resource: 'arn:aws:s3:::data/*' })]] },
      's3:GetObject',
      true,
    ],
    [
      'what a level allows under a condition',
      { scp: [[allow('*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } })]] },
      's3:GetObject',
      true,
    ],
    ['nothing in the management account', { scp: [[deny('*')]], management: true }, 's3:GetObject', false],
    [
      'what a resource control policy denies',
      { scp: [full], rcp: [deny('s3:*', { Principal: '*' })] },
      's3:GetObject',
      true,
    ],
    ['nothing without an organization', {}, 's3:GetObject', false],
  ] satisfies [string, Scene, string, boolean][])('%s', (_, scene, action, expected) => {
    expect(mayBeGuarded(scene, action)).toBe(expected);
  });

  test('where none may, a request is decided as if there were none', () => {
    const statement = fc.record({
      Effect: fc.constantFrom('Allow', 'Deny'),
      Action: fc.constantFrom('*', 's3:*', 's3:GetObject', 'sqs:*'),
      Resource: fc.constantFrom('*', 'arn:aws:s3:::data/*', 'arn:aws:s3:::other/*'),
    });
    const level = fc.array(statement, { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(level, { minLength: 1, maxLength: 3 }), (scp) => {
        const scene: Scene = { scp, identity: [allow('s3:GetObject')], resource: [] };
        const world = worldOfScene(scene, 's3:GetObject');
        const caller = { kind: 'resource', resource: world.idOf('Caller') } as const;
        const asked = { caller, action: 's3:GetObject', resource: ['arn:aws:s3:::data/one'] } as const;
        fc.pre(!world.access.mayBeGuarded(caller.resource, asked.action));
        expect(world.access.decide(asked)).toEqual(world.access.decide({ ...asked, supposing: { unguarded: true } }));
      }),
      { numRuns: 30, seed: 5 },
    );
  });
});
