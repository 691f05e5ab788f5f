import type { Baseline } from '../model/difference.ts';
import type { ThreatModelDocument } from '../model/document.ts';
import type { DocumentLevel } from '../model/document-evidence.ts';
import { riskLevels } from '../model/risk.ts';
import { exposureRose } from './exposure-rose.ts';

export interface GateOptions {
  /** Fails at this level or over it. */
  readonly level: DocumentLevel;
  /** `count`: an unknown threat fails like an open one. `ignore`: it is told, and does not fail. */
  readonly unknowns: 'count' | 'ignore';
  /** Only what is not in it, or worse than in it, fails. */
  readonly baseline?: Baseline;
}

export interface GateResult {
  readonly fails: boolean;
  /** Ids of threats and paths at or over the level. */
  readonly threats: readonly string[];
  readonly unknown: readonly string[];
  readonly attackPaths: readonly string[];
}

/** Which threats and attack paths stop a change. */
export function gate(document: ThreatModelDocument, options: GateOptions): GateResult {
  const over = new Set<DocumentLevel>(riskLevels.slice(0, riskLevels.indexOf(options.level) + 1));
  const isNew = newness(document, options.baseline);
  const threats = document.threats.filter((threat) => over.has(threat.risk.level) && isNew.threat(threat));
  const idsOf = (status: string) => threats.filter((threat) => threat.status === status).map(({ id }) => id);
  const paths = document.attackPaths.filter((path) => over.has(path.risk.level) && isNew.path(path));
  const [open, unknown] = [idsOf('open'), idsOf('unknown')];
  const counted = open.length + paths.length + (options.unknowns === 'count' ? unknown.length : 0);
  return { fails: counted > 0, threats: open, unknown, attackPaths: paths.map(({ id }) => id) };
}

/** What a baseline does not cover: unknown ids, and known ones whose status, risk or exposure is worse now. */
function newness(document: ThreatModelDocument, baseline: Baseline | undefined) {
  if (baseline === undefined) return { threat: () => true, path: () => true };
  const exposures = new Map(document.system.elements.map(({ id, exposure }) => [id, exposure.level]));
  const threats = new Map(baseline.threats.map((threat) => [threat.id, threat]));
  const paths = new Map(baseline.attackPaths.map((path) => [path.id, path]));
  return {
    threat: ({ id, status, element, risk }: ThreatModelDocument['threats'][number]) => {
      const known = threats.get(id);
      if (known === undefined) return true;
      const exposure = exposures.get(element) ?? 'none';
      const reopened = status === 'open' ? known.status !== 'open' : known.status !== 'open' && known.status !== status;
      return reopened || risk.score > known.score || exposureRose(known.exposure, exposure);
    },
    path: ({ id, risk }: ThreatModelDocument['attackPaths'][number]) => {
      const known = paths.get(id);
      return known === undefined || risk.score > known.score;
    },
  };
}
