import type { ChokePoints } from '../model/choke-points.ts';
import type { DocumentChokePoints } from '../model/document-paths.ts';

export function documentChokePoints(found: ChokePoints): DocumentChokePoints {
  const { atLeast, exact, before, after, closes, opens, kept, runs } = found;
  return {
    changes: found.changes.map(({ change, paths, riskLeft, proved }) => ({
      mitigation: change.id,
      paths,
      riskLeft,
      proved,
    })),
    atLeast,
    exact,
    ...(found.sparing && { sparing: true }),
    before,
    after,
    remaining: found.remaining.map(({ path, because }) => ({
      path: path.path.id,
      risk: path.risk.score,
      because,
    })),
    refused: found.refused.map(({ change, breaks }) => ({ title: change.title, breaks })),
    closes,
    opens,
    kept,
    runs,
  };
}
