import { changesWhatIsDeployed, isSeen, skillOf } from '../catalog/step-use.ts';
import type { AttackPath, AttackStep } from '../model/attack.ts';
import type { RiskFactor } from '../model/risk.ts';

type UseFactor = Pick<RiskFactor, 'name' | 'effect' | 'because'>;

/** Changes that people and detectors still overlook; a path that needs more of them is loud. */
const quiet = 2;

/**
 * What attackers are known to do, what it takes, how loud it is and on how much it hangs, each as a factor of likelihood. A
 * flaw in software is not counted again: that a step needs one is a factor of its own.
 */
export function useFactors({ steps, certainty }: AttackPath): readonly UseFactor[] {
  const moves = steps.filter(({ instance }) => instance.certainty !== 'weakness');
  return [
    ...seenFactor(moves, certainty === 'certain'),
    ...skillFactor(moves),
    ...noiseFactor(moves),
    ...doubtFactor(moves),
  ];
}

/** Every step was seen: what attackers do anyway. None was: nobody is known to. */
function seenFactor(moves: readonly AttackStep[], isCertain: boolean): readonly UseFactor[] {
  const name = 'seen in attacks';
  const [first] = moves;
  if (first === undefined) return [];
  if (isCertain && moves.every(({ move }) => isSeen(move)))
    return [{ name, effect: 1, because: 'AWS has seen each of the techniques in attacks on accounts' }];
  if (moves.some(({ move }) => isSeen(move))) return [];
  const because = `none of the techniques was seen in attacks on accounts (${[...new Set(moves.map(({ move }) => move.technique))].join(', ')})`;
  return [{ name, effect: -1, because }];
}

function skillFactor(moves: readonly AttackStep[]): readonly UseFactor[] {
  const hard = moves.find(({ move, instance }) => skillOf(move, instance.actions) === 'own work');
  if (hard === undefined) return [];
  return [{ name: 'skill', effect: -1, because: `no public tool or description makes the step “${hard.move.title}”` }];
}

function noiseFactor(moves: readonly AttackStep[]): readonly UseFactor[] {
  const changes = moves.filter(({ instance }) => instance.actions.some(changesWhatIsDeployed));
  if (changes.length <= quiet) return [];
  return [
    {
      name: 'noise',
      effect: -1,
      because: `${changes.length} steps change what is deployed, which CloudTrail records and people notice`,
    },
  ];
}

/** One open condition is what makes the whole path conditional; each further one is another thing that must be so. */
function doubtFactor(moves: readonly AttackStep[]): readonly UseFactor[] {
  const open = moves.filter(({ instance }) => instance.certainty === 'conditional').length;
  return open < 2 ? [] : [{ name: 'preconditions', effect: -1, because: `${open} steps hang on something open` }];
}
