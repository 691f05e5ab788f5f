import { absentAt, membersOf, partAt, statedIn, withPart } from '../../src/mitigate/choke/stated.ts';
import type { Change } from '../../src/model/choke-points.ts';
import { id } from '../../src/model/id.ts';
import type { Resource } from '../../src/model/resource.ts';

/** A change that takes the first of several actions out of the first statement that has such, for a system in which there is one. */
export function firstRightGone(resources: readonly Resource[]): Change | undefined {
  for (const resource of resources)
    for (const { place, map } of statedIn(resource)) {
      const list = map.entries.get('Action');
      if (list?.kind !== 'list' || membersOf(list).length < 2) continue;
      const at = [...place, 'Action', list.items.findIndex(({ kind }) => kind !== 'absent')];
      return {
        id: id(`right@${resource.id}`),
        title: 'one right less',
        resource: resource.id,
        fix: {
          control: 'least-privilege',
          title: '',
          resource: resource.address,
          type: resource.type,
          property: '',
          value: '',
        },
        patches: [{ property: at.join('.'), before: '', after: '' }],
        effort: 1,
        loss: 1,
        origin: partAt(resource.properties, at)?.origin ?? resource.origin,
        hits: () => false,
        apply: (one) => ({ ...one, properties: withPart(one.properties, at, absentAt) }),
      };
    }
  return undefined;
}
