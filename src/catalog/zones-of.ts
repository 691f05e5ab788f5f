import type { Recovery } from '../model/data-keeping.ts';
import { bindFact, type Fact, given, unknown } from '../model/fact.ts';
import type { System } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';

/** `one-member`: a single instance answers for data that lies in many zones. */
export type Zones = Exclude<Recovery['zones'], 'by-placement' | 'by-members'> | 'one-member';

/**
 * Does it go on when one zone fails? What hangs on its placement is told by its subnets: a single one lies in one zone.
 * Several are taken for several zones; a list that is not known leaves it open. Of a cluster its instances tell.
 */
export function zonesOf(
  system: Pick<System, 'fact' | 'resolve' | 'referrers' | 'resource'>,
  resource: Resource,
): Fact<Zones> {
  return bindFact(system.fact(resource.id, 'recovery'), ({ zones }): Fact<Zones> => {
    if (zones === 'by-members') return given(byMembers(system, resource));
    if (zones !== 'by-placement') return given(zones);
    return bindFact(system.fact(resource.id, 'placement'), ({ subnets }): Fact<Zones> => {
      const [only] = subnets;
      if (only === undefined) return given('unsupported');
      if (subnets.length > 1) return given('many');
      const single = system.resolve(only, resource.id).every(({ kind }) => kind === 'resource');
      return single ? given('one') : unknown('its subnets are not known', `the subnets of ${resource.address}`);
    });
  });
}

/** Instances that belong to a cluster name it. Where the input has none, they are made elsewhere or as they are needed. */
function byMembers(system: Pick<System, 'referrers' | 'resource' | 'resolve'>, cluster: Resource): Zones {
  const members = system.referrers(cluster.id).filter((id) => {
    const reference = system.resource(id)?.properties.entries.get('DBClusterIdentifier');
    return (
      reference !== undefined &&
      system.resolve(reference, id).some((end) => end.kind === 'resource' && end.resource.id === cluster.id)
    );
  });
  if (members.length === 0) return 'unsupported';
  return members.length === 1 ? 'one-member' : 'many';
}
