import type { WatchedPlace } from '../model/detection.ts';
import { underAssumptions } from '../model/guard.ts';
import type { Resource } from '../model/resource.ts';
import { settledFlag } from './settled-value.ts';
import type { TrailEvent } from './trail-event.ts';
import { isSelected } from './trail-selectors.ts';

/** Trails and event data stores of the account, which may record what is done in this place. */
export function trailsOf(place: WatchedPlace): readonly Resource[] {
  return [...place.inAccount('AWS::CloudTrail::Trail'), ...place.inAccount('AWS::CloudTrail::EventDataStore')];
}

/** Does the trail or event data store record this event, made here on this resource? */
export function recordsEvent(
  trail: Resource,
  place: WatchedPlace,
  { event, on }: { readonly event: TrailEvent; readonly on?: Resource },
): boolean | 'unknown' {
  const { assumed } = place.system.model;
  if (underAssumptions(trail.guard, assumed) === 'fails') return false;
  const isTrail = trail.type === 'AWS::CloudTrail::Trail';
  const flag = (path: string, whenAbsent: boolean) => settledFlag(trail, path, { assumed, whenAbsent });
  const logs = isTrail ? flag('IsLogging', false) : flag('IngestionEnabled', true);
  if (logs === false) return false;
  const answers = [
    logs,
    isHere(trail, place, event),
    isSelected(trail, { event, assumed, ...(on !== undefined && { on }) }),
  ];
  if (answers.includes(false)) return false;
  return answers.includes('unknown') ? 'unknown' : true;
}

/** A trail of one region sees that region, and calls to services that are the same everywhere unless it leaves them out. */
function isHere(trail: Resource, place: WatchedPlace, event: TrailEvent): boolean | 'unknown' {
  const { assumed } = place.system.model;
  const isTrail = trail.type === 'AWS::CloudTrail::Trail';
  const everywhere = isTrail
    ? settledFlag(trail, 'IsMultiRegionTrail', { assumed, whenAbsent: false })
    : settledFlag(trail, 'MultiRegionEnabled', { assumed, whenAbsent: true });
  if (everywhere === true || (!event.isGlobal && place.inRegion(trail.type).includes(trail))) return true;
  if (event.isGlobal && isTrail)
    return settledFlag(trail, 'IncludeGlobalServiceEvents', { assumed, whenAbsent: false });
  return everywhere;
}
