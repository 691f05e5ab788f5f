import { defineDetection, type WatchedPlace, type WatchedUse } from '../../model/detection.ts';
import type { ResourceId } from '../../model/id.ts';
import { logSight } from '../log-sight.ts';

/** Connections of what stands in a network: addresses, ports and amounts, not what was said. */
export default defineDetection({
  title: 'VPC flow logs',
  service: 'Amazon VPC',
  control: 'flow-logs',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html'],
  sights(use, place) {
    if (!shownByConnections.test(use.technique)) return [];
    const sights = networksOf(use, place).flatMap((resource) =>
      logSight(use, place, { resource, kinds: ['flow'], what: 'flow log' }),
    );
    // Any one of subnet and VPC is enough.
    const [best] = sights.toSorted((left, right) => order.indexOf(left.state) - order.indexOf(right.state));
    return best === undefined ? [] : [best];
  },
});

const order = ['on', 'attested', 'unknown', 'off'];
const shownByConnections =
  /^T(1021(\.\d+)?|1040|1046|1048|1071(\.\d+)?|1098\.004|1110(\.\d+)?|1133|1190|1213\.006|1496(\.\d+)?|1498(\.\d+)?|1499(\.\d+)?|1567|1090|1571|1020\.001)$/;

/** The VPCs and subnets that it stands in. */
function networksOf({ element }: WatchedUse, { system }: WatchedPlace): readonly ResourceId[] {
  if (element === undefined) return [];
  const inside = [...element.placements, ...element.placements.flatMap((one) => system.enclosing(one))];
  const boundaries = new Set(inside);
  return system.model.boundaries.flatMap(({ id, kind, resource }) =>
    (kind === 'vpc' || kind === 'subnet') && resource !== undefined && boundaries.has(id) ? [resource] : [],
  );
}
