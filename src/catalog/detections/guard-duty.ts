import { defineDetection, type WatchedPlace, type WatchedUse } from '../../model/detection.ts';
import type { Assumed } from '../../model/guard.ts';
import type { Resource } from '../../model/resource.ts';
import {
  dataSourceOf,
  type FindingFamily,
  type GuardDutyFeature,
  guardDutyFindings,
  offByDefault,
} from '../data/guard-duty-findings.ts';
import { settledFlag, settledItems, settledText, settledValue } from '../settled-value.ts';
import { isTold } from '../told-findings.ts';
import { trailEventOf } from '../trail-event.ts';
import { sightOf, watchOf } from '../watch-state.ts';

export default defineDetection({
  title: 'GuardDuty',
  service: 'Amazon GuardDuty',
  control: 'threat-detection',
  references: [
    'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_finding-types-active.html',
    'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html',
  ],
  sights: (use, place) =>
    guardDutyFindings
      .filter((family) => isAbout(family, use))
      .map((family) => {
        const { feature, types, always } = family;
        const watch = watchOf(use, place, {
          resources: detectors(use, place),
          control: 'threat-detection',
          name: 'detector',
          does: feature === 'foundation' ? 'is on' : `is on with ${feature}`,
          single: true,
          judge: (detector) => isOn(detector, feature, place.system.model.assumed),
        });
        return sightOf(watch, {
          as: always === true ? 'alert' : 'anomaly',
          ...(isTold(place, 'aws.guardduty') && { told: true as const }),
          what: types.join(', '),
          enable: `GuardDuty in ${place.name}${feature === 'foundation' ? '' : ` with ${feature}`}`,
        });
      }),
});

function isAbout({ actions, techniques, on }: FindingFamily, use: WatchedUse): boolean {
  if (actions !== undefined && !use.actions.some((action) => actions.includes(action))) return false;
  if (techniques !== undefined && !techniques.includes(use.technique)) return false;
  return on === undefined || [use.resource, use.from].some((one) => one !== undefined && on.includes(one.type));
}

/** Calls to services that are the same everywhere are seen by the detectors of all regions. */
function detectors(use: WatchedUse, place: WatchedPlace): readonly Resource[] {
  const type = 'AWS::GuardDuty::Detector';
  const isGlobal = use.actions.some((action) => trailEventOf(action)?.isGlobal === true);
  const here = place.inRegion(type);
  return isGlobal && here.length === 0 ? place.inAccount(type) : here;
}

function isOn(detector: Resource, feature: GuardDutyFeature, assumed: Assumed): boolean | 'unknown' {
  const enabled = settledFlag(detector, 'Enable', { assumed, whenAbsent: false });
  if (enabled !== true || feature === 'foundation') return enabled;
  const stated = settledItems(settledValue(detector, 'Features', assumed), assumed);
  if (stated === 'unknown') return stated;
  const named = stated.find((one) => one.kind === 'map' && wordOf(one, detector, 'Name', assumed) === feature);
  if (named?.kind === 'map') {
    const status = wordOf(named, detector, 'Status', assumed);
    return status === 'unknown' ? status : status === 'ENABLED';
  }
  const older = dataSourceOf[feature];
  if (older !== undefined) return settledFlag(detector, older, { assumed, whenAbsent: true });
  return !offByDefault.has(feature);
}

function wordOf(part: Resource['properties'], detector: Resource, name: string, assumed: Assumed): string | undefined {
  return settledText({ ...detector, properties: part }, name, assumed);
}
