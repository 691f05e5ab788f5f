import { describe, expect, it } from 'vitest';
import { moves } from '../../src/catalog/catalog.generated.ts';
import { describedActions, scriptedActions, seenTechniques } from '../../src/catalog/data/technique-use.ts';
import techniques from '../../src/catalog/frameworks/attack-techniques.json' with { type: 'json' };
import { changesWhatIsDeployed, isSeen, skillOf } from '../../src/catalog/step-use.ts';
import type { AttackPath, AttackStep, Certainty } from '../../src/model/attack.ts';
import { useFactors } from '../../src/prioritize/use-factors.ts';

/** Only what the factors look at. */
function step(move: Partial<AttackStep['move']>, actions: readonly string[] = [], certainty: Certainty = 'certain') {
  return {
    move: { title: 'Do it', technique: 'T1078.004', cost: 1, actions, ...move },
    instance: { actions, certainty },
  } as unknown as AttackStep;
}

function path(steps: readonly AttackStep[], certainty: Certainty = 'certain'): AttackPath {
  return { steps, certainty } as unknown as AttackPath;
}

const named = (steps: readonly AttackStep[], certainty?: Certainty) =>
  useFactors(path(steps, certainty)).map(({ name, effect }) => `${name} ${effect}`);

describe('what is known of techniques', () => {
  it('is about techniques and actions that there are', () => {
    const known = new Set(techniques.techniques.map(({ id }) => id));
    expect([...seenTechniques].filter((id) => !known.has(id))).toEqual([]);
    expect([...describedActions].filter((action) => scriptedActions.has(action))).toEqual([]);
    expect([...describedActions, ...scriptedActions].filter((one) => !/^[a-z0-9-]+:[A-Z]\w+$/.test(one))).toEqual([]);
  });

  it.each(moves.map((move) => [move.id, move] as const))(
    'says of %s whether it was seen, and what it takes',
    (_, move) => {
      expect(typeof isSeen(move)).toBe('boolean');
      expect(['tool', 'instructions', 'own work']).toContain(skillOf(move));
    },
  );

  it.each([
    ['a technique that AWS lists', { technique: 'T1098.001' }, true],
    ['a part of one that AWS lists as a whole', { technique: 'T1078.004' }, true],
    ['one that nobody has reported', { technique: 'T1677' }, false],
    ['a part whose sister is listed', { technique: 'T1552.007' }, false],
  ])('%s', (_, move, expected) => {
    expect(isSeen(move)).toBe(expected);
  });

  it.each([
    [['iam:CreateAccessKey'], 1, 'tool'],
    [['iam:PassRole', 'lambda:CreateFunction'], 2, 'instructions'],
    [['iam:PassRole', 'omics:CreateWorkflow'], 2, 'instructions'],
    [['iam:PassRole', 'omics:CreateWorkflow'], 3, 'own work'],
    [[], 4, 'own work'],
  ] as const)('%j at cost %s takes: %s', (actions, cost, skill) => {
    expect(skillOf({ technique: 'T1648', cost, actions })).toBe(skill);
  });

  it.each([
    ['iam:AttachRolePolicy', true],
    ['lambda:UpdateFunctionCode', true],
    ['ec2:RunInstances', true],
    ['s3:GetObject', false],
    ['s3:PutObject', false],
    ['sts:AssumeRole', false],
  ])('%s changes what is deployed: %s', (action, expected) => {
    expect(changesWhatIsDeployed(action)).toBe(expected);
  });
});

describe('likelihood of a path', () => {
  const seen = { technique: 'T1078.004' };
  const unseen = { technique: 'T1677' };

  it('rises when every step was seen and the path is certain', () => {
    expect(named([step(seen), step(seen)])).toEqual(['seen in attacks 1']);
    expect(named([step(seen)], 'conditional')).toEqual([]);
    expect(named([step(seen), step(unseen)])).toEqual([]);
  });

  it('falls when no step was seen', () => {
    expect(named([step(unseen)])).toEqual(['seen in attacks -1']);
  });

  it('falls when a step takes work of one’s own, once, and names it', () => {
    const hard = step({ ...seen, cost: 3, title: 'Break it' }, ['omics:CreateWorkflow']);
    expect(named([step(unseen), step(seen), hard, hard])).toEqual(['skill -1']);
    expect(useFactors(path([step(unseen), hard]))[0]?.because).toContain('Break it');
  });

  it('falls when more than two steps change what is deployed', () => {
    const change = step(seen, ['iam:CreateAccessKey']);
    expect(named([change, change, step(unseen)])).toEqual([]);
    expect(named([change, change, change, step(unseen)])).toEqual(['noise -1']);
  });

  it('falls when more than one step hangs on something open', () => {
    const open = step(seen, [], 'conditional');
    expect(named([open, step(unseen)], 'conditional')).toEqual([]);
    expect(named([open, open, step(unseen)], 'conditional')).toEqual(['preconditions -1']);
  });

  it('says nothing about a flaw in software, which is a factor already', () => {
    expect(named([step({ technique: 'T1190', cost: 4 }, [], 'weakness')], 'weakness')).toEqual([]);
  });
});
