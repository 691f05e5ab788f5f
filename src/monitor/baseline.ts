import type { Baseline, BaselinePath, BaselineThreat } from '../model/difference.ts';
import type { ThreatModelDocument } from '../model/document.ts';

/** What a later run is held against: every threat that is not mitigated, and every path, with risk and exposure. */
export function baselineOf(document: ThreatModelDocument): Baseline {
  const exposures = new Map(document.system.elements.map(({ id, exposure }) => [id, exposure.level]));
  return {
    kind: 'baseline',
    schemaVersion: document.schemaVersion,
    threats: document.threats
      .filter(({ status }) => status !== 'mitigated')
      .map(({ id, status, risk, element }) => ({
        id,
        status,
        score: risk.score,
        exposure: exposures.get(element) ?? 'none',
      }))
      .sort(byId),
    attackPaths: document.attackPaths
      .map(({ id, risk, certainty }) => ({ id, score: risk.score, certainty }))
      .sort(byId),
  };
}

/** Reads what `baselineOf` wrote; a string says what is wrong with it. */
export function readBaseline(value: unknown): Baseline | string {
  if (!isRecord(value) || value.kind !== 'baseline') return 'it is not a baseline';
  const { schemaVersion, threats, attackPaths } = value;
  if (typeof schemaVersion !== 'string' || !schemaVersion.startsWith('1.')) {
    return `its schema version is ${JSON.stringify(schemaVersion)}, and this bartizan reads 1.x`;
  }
  if (!Array.isArray(threats) || !threats.every(isThreat))
    return 'its threats are not a list of {id, status, score, exposure}';
  if (!Array.isArray(attackPaths) || !attackPaths.every(isPath)) {
    return 'its attackPaths are not a list of {id, score, certainty}';
  }
  return { kind: 'baseline', schemaVersion, threats, attackPaths };
}

function isThreat(value: unknown): value is BaselineThreat {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.status === 'string' &&
    typeof value.score === 'number' &&
    typeof value.exposure === 'string'
  );
}

function isPath(value: unknown): value is BaselinePath {
  return isRecord(value) && typeof value.id === 'string' && typeof value.score === 'number';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function byId(left: { readonly id: string }, right: { readonly id: string }): number {
  return left.id < right.id ? -1 : 1;
}
