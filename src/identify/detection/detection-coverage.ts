import { callsOf } from '../../catalog/calls-of-use.ts';
import type { AttackPath, AttackStep } from '../../model/attack.ts';
import {
  type DetectionCoverage,
  type IdentifiedSource,
  type SeenTechnique,
  type SeenUse,
  type SourcedSight,
  type Visibility,
  visibilities,
  type WatchedUse,
} from '../../model/detection.ts';
import type { ElementId } from '../../model/id.ts';
import type { System } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Threat } from '../../model/threat.ts';
import { createPlaces } from './watched-place.ts';

/** What coverage is asked about. */
export interface WatchedSystem {
  readonly system: System;
  readonly threats: readonly Threat[];
  readonly paths: readonly AttackPath[];
}

/** Looks at one use after the other; equal ones are looked at once. */
export type Look = (use: WatchedUse) => SeenUse;

/** For each step of each path and each technique of an open threat: which source sees it, and which could. Linear in these. */
export function detectionCoverage(look: Look, { system, threats, paths }: WatchedSystem): DetectionCoverage {
  const watched = paths.map((path) => ({
    path,
    steps: path.steps.map((step) => ({ step, seen: look(useOfStep(step, system)) })),
  }));
  const uses: (readonly [technique: string, seen: SeenUse])[] = [
    ...watched.flatMap(({ steps }) => steps.map(({ step, seen }) => [step.move.technique, seen] as const)),
    ...threats
      .filter(({ status }) => status === 'open')
      .flatMap(({ rule, element }) =>
        rule.techniques.map((technique) => [technique, look(useOn(technique, element, system))] as const),
      ),
  ];
  return {
    techniques: techniquesOf(uses),
    paths: watched.map(({ path, steps }) => ({
      path: path.id,
      steps: steps.map(({ step, seen }) => ({ step: step.id, ...seen })),
    })),
  };
}

/** Remembers what is seen of a use by all that tells it apart from others. */
export function createLook(sources: readonly IdentifiedSource[], system: System): Look {
  const placeOf = createPlaces(system);
  const known = new Map<string, SeenUse>();
  return (use) => {
    const key = [use.technique, use.element?.id, use.resource?.id, use.from?.id, ...use.actions].join(' ');
    const before = known.get(key);
    if (before !== undefined) return before;
    const resource = use.resource ?? use.from;
    const sights =
      resource === undefined
        ? []
        : sources.flatMap((source) => source.sights(use, placeOf(resource)).map((sight) => ({ ...sight, source })));
    const seen = { visibility: visibilityOf(sights), sights };
    known.set(key, seen);
    return seen;
  };
}

/** What is seen of each step of a path, in their order. */
export function seenSteps({ steps }: AttackPath, look: Look, system: System): readonly SeenUse[] {
  return steps.map((step) => look(useOfStep(step, system)));
}

function useOfStep({ move, instance, from, to }: AttackStep, system: System): WatchedUse {
  const source = resourceOf(from, system);
  const use = useOn(move.technique, to, system);
  return {
    ...use,
    ...(instance.actions.length > 0 && { actions: instance.actions }),
    ...(source !== undefined && { from: source }),
  };
}

function useOn(technique: string, on: ElementId, system: System): WatchedUse {
  const element = system.element(on);
  const resource = resourceOf(on, system);
  return {
    technique,
    actions: callsOf(technique, resource?.type),
    ...(element !== undefined && { element }),
    ...(resource !== undefined && { resource }),
  };
}

function resourceOf(element: ElementId, system: System): Resource | undefined {
  const main = system.element(element)?.resource;
  return main === undefined ? undefined : system.resource(main);
}

/** The best that is on; unknown when nothing is and something may be. */
export function visibilityOf(sights: readonly Pick<SourcedSight, 'as' | 'state'>[]): Visibility {
  const on = sights.filter(({ state }) => state === 'on' || state === 'attested');
  const best = visibilities.find((one) => on.some((sight) => sight.as === one));
  if (best !== undefined) return best;
  return sights.some(({ state }) => state === 'unknown') ? 'unknown' : 'unseen';
}

function techniquesOf(uses: readonly (readonly [technique: string, seen: SeenUse])[]): readonly SeenTechnique[] {
  const byTechnique = new Map<string, SeenUse[]>();
  for (const [technique, seen] of uses) {
    const before = byTechnique.get(technique);
    if (before === undefined) byTechnique.set(technique, [seen]);
    else before.push(seen);
  }
  const sorted = [...byTechnique].sort(([left], [right]) => (left < right ? -1 : 1));
  return sorted.map(([technique, seen]) => {
    const counts = Object.fromEntries(
      visibilities.map((one) => [one, seen.filter(({ visibility }) => visibility === one).length]),
    ) as Record<Visibility, number>;
    const sights = new Map(
      [...new Set(seen)]
        .flatMap((one) => one.sights)
        .map((sight) => [`${sight.source.id} ${sight.state} ${sight.what}`, sight]),
    );
    return { technique, uses: counts, sights: [...sights.values()] };
  });
}
