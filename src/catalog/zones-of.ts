import type { Recovery } from '../model/dimension.ts';
import { bindFact, type Fact, given, unknown } from '../model/fact.ts';
import type { System } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';

/**
 * Does it go on when one zone fails? What hangs on its placement is told by its subnets: a single one lies in one zone.
 * Several are taken for several zones; a list that is not known leaves it open.
 */
export function zonesOf(
  system: Pick<System, 'fact' | 'resolve'>,
  resource: Resource,
): Fact<Exclude<Recovery['zones'], 'by-placement'>> {
  return bindFact(system.fact(resource.id, 'recovery'), ({ zones }) => {
    if (zones !== 'by-placement') return given(zones);
    return bindFact(system.fact(resource.id, 'placement'), ({ subnets }): Fact<'one' | 'many' | 'unsupported'> => {
      const [only] = subnets;
      if (only === undefined) return given('unsupported');
      if (subnets.length > 1) return given('many');
      const single = system.resolve(only, resource.id).every(({ kind }) => kind === 'resource');
      return single ? given('one') : unknown('its subnets are not known', `the subnets of ${resource.address}`);
    });
  });
}
