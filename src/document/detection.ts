import techniques from '../catalog/frameworks/attack-techniques.json' with { type: 'json' };
import { type DetectionCoverage, type SeenPath, type SourcedSight, visibilities } from '../model/detection.ts';
import type { DocumentDetection, DocumentSeen, DocumentSeenPath, DocumentSight } from '../model/detection-document.ts';
import type { OriginTable } from '../model/origin.ts';
import { sourceOf } from './places.ts';

/** What is seen, for a document: each sight once, by number. */
export function documentDetection(coverage: DetectionCoverage, origins: OriginTable): DocumentDetection {
  const sights = new Map<string, DocumentSight>();
  const idOf = (sight: SourcedSight): string => {
    const { source, as, state, what, because, enable, origin, told } = sight;
    const key = [source.id, as, state, what, because, enable ?? ''].join('\n');
    const known = sights.get(key) ?? {
      id: `sight-${sights.size + 1}`,
      by: source.id,
      title: source.title,
      as,
      state,
      what,
      because,
      ...(told === true && { told }),
      ...(enable !== undefined && { enable }),
      ...(origin !== undefined && sourceOf(origins, origin)),
    };
    sights.set(key, known);
    return known.id;
  };
  const seen = (all: readonly SourcedSight[]) => documentSeen(all, idOf);
  const told = {
    techniques: coverage.techniques.map(({ technique, uses, sights: all }) => ({
      technique,
      name: names.get(technique) ?? technique,
      uses,
      ...seen(all),
    })),
    paths: coverage.paths.map((path) => documentSeenPath(path, seen)),
  };
  return { sights: [...sights.values()], ...told };
}

const names = new Map(techniques.techniques.map(({ id, name }) => [id, name]));

function documentSeen(sights: readonly SourcedSight[], idOf: (sight: SourcedSight) => string): DocumentSeen {
  const isOn = ({ state }: SourcedSight) => state === 'on' || state === 'attested';
  return {
    seenBy: [...new Set(sights.filter(isOn).map(idOf))],
    gaps: [...new Set(sights.filter((sight) => !isOn(sight)).map(idOf))],
  };
}

function documentSeenPath(
  { path, steps }: SeenPath,
  seen: (sights: readonly SourcedSight[]) => DocumentSeen,
): DocumentSeenPath {
  const first = steps.find(({ visibility }) => visibility === 'alert' || visibility === 'anomaly');
  return {
    path,
    visibility: visibilities.find((one) => steps.some(({ visibility }) => visibility === one)) ?? 'unseen',
    ...(first !== undefined && { firstAlert: first.step }),
    steps: steps.map(({ step, visibility, sights }) => ({ step, visibility, ...seen(sights) })),
  };
}
