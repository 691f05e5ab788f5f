import type { RatedPath } from '../../model/attack.ts';
import type { Change, ChokePoints } from '../../model/choke-points.ts';
import type { ElementId, MitigationId, PathId, ResourceId } from '../../model/id.ts';
import type { Mitigation } from '../../model/mitigation.ts';

/** The mitigations of threats and the chosen changes as one list. */
export interface Joined {
  readonly mitigations: readonly Mitigation[];
  readonly chokePoints: ChokePoints;
}

/**
 * Joins the chosen changes with the mitigations of threats: a change that puts the same control on the same resource is
 * the same entry, and every entry has the paths that it was proved to take away.
 */
export function withChokePoints(
  mitigations: readonly Mitigation[],
  chokePoints: ChokePoints,
  paths: readonly RatedPath[],
  elementOf: (resource: ResourceId) => ElementId,
): Joined {
  const scores = new Map(paths.map(({ path, risk }) => [path.id, risk.score]));
  const names = namesFor(chokePoints, mitigations);
  const changes = new Map(chokePoints.changes.map(({ change }) => [names.get(change.id) ?? change.id, change]));
  const known = new Set(mitigations.map((one) => one.id));
  const own = [...changes].flatMap(([name, change]) =>
    known.has(name) ? [] : [fromChange(change, elementOf(change.resource))],
  );
  const proved = new Map([...chokePoints.alone].map(([change, removed]) => [names.get(change) ?? change, removed]));
  return {
    mitigations: [...mitigations, ...own].map((one) => completed(one, changes.get(one.id), { proved, scores })),
    chokePoints: {
      ...chokePoints,
      changes: chokePoints.changes.map((one) => ({
        ...one,
        change: { ...one.change, id: names.get(one.change.id) ?? one.change.id },
      })),
    },
  };
}

/** The mitigation of a threat that a change is; each is the first change's that fits. */
function namesFor(
  { changes }: ChokePoints,
  mitigations: readonly Mitigation[],
): ReadonlyMap<MitigationId, MitigationId> {
  const names = new Map<MitigationId, MitigationId>();
  const taken = new Set<MitigationId>();
  for (const { change } of changes) {
    const same = mitigations.find((one) => !taken.has(one.id) && isSame(change, one));
    if (same === undefined) continue;
    taken.add(same.id);
    names.set(change.id, same.id);
  }
  return names;
}

/** Does the change put the control of the mitigation on its resource? */
export function isSame({ fix, resource }: Change, mitigation: Mitigation): boolean {
  const [place] = mitigation.id.split('#');
  return place === `${fix.control}@${resource}`;
}

function fromChange(change: Change, element: ElementId): Mitigation {
  return {
    id: change.id,
    control: change.fix.control,
    title: change.title,
    addresses: [element],
    threats: [],
    risk: 0,
    effort: change.effort,
    change: change.fix,
    origin: change.origin,
  };
}

function completed(
  mitigation: Mitigation,
  change: Change | undefined,
  {
    proved,
    scores,
  }: {
    readonly proved: ReadonlyMap<MitigationId, readonly PathId[]>;
    readonly scores: ReadonlyMap<PathId, number>;
  },
): Mitigation {
  const paths = proved.get(mitigation.id);
  const risk = (paths ?? []).reduce((sum, path) => sum + (scores.get(path) ?? 0), mitigation.risk);
  return {
    ...mitigation,
    ...(change !== undefined && {
      title: change.title,
      change: change.fix,
      patches: change.patches,
      origin: change.origin,
    }),
    ...(paths !== undefined && { paths, risk }),
  };
}
