import { detonations } from '../catalog/data/stratus-tests.ts';
import type { AttackPath } from '../model/attack.ts';
import { failedTests, isAbout } from '../model/attested-controls.ts';
import type { SeenUse } from '../model/detection.ts';
import type { System } from '../model/questions.ts';
import type { RiskFactor } from '../model/risk.ts';

type SeenFactor = Pick<RiskFactor, 'name' | 'effect' | 'because'>;

/**
 * An alert that always comes and that somebody is told of before the last step makes success less likely. The last step is
 * the loss itself: an alert on it comes too late.
 */
export function alertFactor(seen: readonly SeenUse[]): readonly SeenFactor[] {
  for (const [at, { sights }] of seen.slice(0, -1).entries()) {
    const sight = sights.find(({ as, state, told }) => as === 'alert' && state === 'on' && told === true);
    if (sight !== undefined)
      return [{ name: 'alert', effect: -1, because: `step ${at + 1} raises ${sight.what}: ${sight.because}` }];
  }
  return [];
}

/** A test that carried a step out here, and that nothing stopped or noticed. */
export function testFactor({ steps }: AttackPath, system: System): readonly SeenFactor[] {
  for (const test of failedTests(system.model.declared, system.asOf)) {
    const tried = detonations.find(({ id }) => test.test === `detonate/${id}`);
    if (tried === undefined) continue;
    const step = steps.find(
      ({ instance, to }) =>
        instance.actions.some((action) => tried.actions.includes(action)) && isAbout(test, system.element(to)),
    );
    if (step !== undefined)
      return [{ name: 'test', effect: 1, because: `test ${test.test} of ${test.date} failed: ${test.because}` }];
  }
  return [];
}
