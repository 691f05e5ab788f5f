import type { ResourceView } from '../model/service.ts';
import { describeText } from '../model/text.ts';
import type { Value } from '../model/value.ts';
import { optionsOf } from './answer.ts';
import { guardedMembers } from './guarded-members.ts';

/**
 * The subnets of a subnet group that a property names: those that the group lists, or one unknown subnet when the group
 * is not in the input.
 */
export function subnetsOfGroup(
  view: ResourceView,
  path: string,
  group: { readonly type: string; readonly subnets: string },
): readonly Value[] {
  return optionsOf(view.read(path)).flatMap(({ value }) => {
    if (value === undefined || value.kind === 'absent') return [];
    return view.follow(value, [group.type]).flatMap((end): readonly Value[] => {
      if (end.kind === 'resource') return guardedMembers(end.view, group.subnets);
      const settledBy = end.kind === 'unknown' ? end.settledBy : `the subnets of group ${describeText(end.text)}`;
      const symbol = `lookup:${view.resource.id}/${path}`;
      return [{ kind: 'unknown', hole: { symbol, kind: 'lookup', settledBy }, origin: value.origin }];
    });
  });
}
