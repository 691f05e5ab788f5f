import type { DocumentThreat } from '../model/document.ts';
import type { DocumentPath } from '../model/document-paths.ts';
import type { DocumentAsset, DocumentBoundary, DocumentElement, DocumentFlow } from '../model/document-system.ts';

/** What of a thing counts when two versions of it are compared, in words. Never a place in a file. */
export type Fields<T> = (thing: T) => Readonly<Record<string, string>>;

export const threatFields: Fields<DocumentThreat> = (threat) => ({
  status: threat.status,
  level: threat.risk.level,
  score: String(threat.risk.score),
  inherent: threat.risk.inherent,
  ...optional('only if', threat.guard),
  ...optional('settled by', threat.settledBy),
  ...optional('acceptance', threat.acceptance === undefined ? undefined : acceptanceText(threat.acceptance)),
  ...Object.fromEntries(threat.controls.map(({ id, state }) => [`control ${id}`, state])),
  evidence: threat.evidence.map(({ note }) => note).join('; '),
});

export const pathFields: Fields<DocumentPath> = (path) => ({
  level: path.risk.level,
  score: String(path.risk.score),
  certainty: path.certainty,
  ...optional('only if', path.guard),
  conditions: path.conditions.join('; '),
  steps: path.steps.map(({ title, from, to }) => `${title}: ${from} → ${to}`).join('; '),
});

export const elementFields: Fields<DocumentElement> = (element) => ({
  type: element.type,
  kind: element.kind,
  name: element.name,
  account: element.account,
  region: element.region,
  boundary: element.boundary,
  placements: element.placements.join(', '),
  resources: element.resources.join(', '),
  exposure: element.exposure.level,
  role: element.role,
  ...optional('only if', element.guard),
  ...Object.fromEntries(
    Object.entries(element.facts).map(([dimension, { state, text }]) => [dimension, `${text} (${state})`]),
  ),
});

export const flowFields: Fields<DocumentFlow> = (flow) => ({
  from: flow.from,
  to: flow.to,
  kind: flow.kind,
  protocol: flow.protocol,
  ports: flow.ports.join(', '),
  encrypted: String(flow.encrypted),
  authenticated: flow.authenticated,
  crosses: flow.crosses.join(', '),
  ...optional('only if', flow.guard),
});

export const boundaryFields: Fields<DocumentBoundary> = (boundary) => ({
  kind: boundary.kind,
  name: boundary.name,
  ...optional('parent', boundary.parent),
  ...optional('exposure', boundary.exposure),
});

export const assetFields: Fields<DocumentAsset> = (asset) => ({
  name: asset.name,
  'held by': asset.heldBy,
  confidentiality: String(asset.confidentiality),
  integrity: String(asset.integrity),
  availability: String(asset.availability),
});

function acceptanceText({ owner, expires, reason, lapsed }: NonNullable<DocumentThreat['acceptance']>): string {
  return `by ${owner} until ${expires}: ${reason}${lapsed === undefined ? '' : ` (lapsed: ${lapsed})`}`;
}

function optional(field: string, value: string | undefined): Readonly<Record<string, string>> {
  return value === undefined ? {} : { [field]: value };
}
