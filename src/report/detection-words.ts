import type { DocumentDetection, DocumentSight, DocumentVisibility } from '../model/detection-document.ts';
import type { ThreatModelDocument } from '../model/document.ts';
import { plural } from './words.ts';

/** How something is seen, for people. */
export const visibilityTexts: Readonly<Record<DocumentVisibility, string>> = {
  alert: 'Alert',
  anomaly: 'Alert if unusual',
  record: 'Record only',
  unknown: 'Not known',
  unseen: 'Unseen',
};

export const sightStateTexts: Readonly<Record<DocumentSight['state'], string>> = {
  on: 'on',
  attested: 'attested',
  off: 'off',
  unknown: 'not in the input',
};

/** Best first. */
const order: readonly DocumentVisibility[] = ['alert', 'anomaly', 'record', 'unknown', 'unseen'];

/** One thing to switch on, or to tell us of, with what it would show. */
export interface DetectionGap {
  readonly enable: string;
  readonly title: string;
  readonly as: DocumentSight['as'];
  /** `off` where the input says so. */
  readonly state: DocumentSight['state'];
  /** Paths a step of which it would show better than it is shown now, and all such steps. */
  readonly paths: number;
  readonly steps: number;
  readonly what: readonly string[];
}

/** What would show more of the attack paths, the most first. */
export function detectionGaps({ sights, paths }: DocumentDetection): readonly DetectionGap[] {
  const byId = new Map(sights.map((sight) => [sight.id, sight]));
  const found = new Map<string, { first: DocumentSight; paths: Set<string>; steps: number; what: Set<string> }>();
  for (const { path, steps } of paths) {
    for (const { gaps, visibility } of steps) {
      const better = gaps.flatMap((id) => byId.get(id) ?? []).filter(({ as }) => isBetter(as, visibility));
      const counted = new Set<string>();
      for (const sight of better) {
        const key = `${sight.enable ?? sight.title} ${sight.as}`;
        const gap = found.get(key) ?? { first: sight, paths: new Set(), steps: 0, what: new Set() };
        gap.paths.add(path);
        gap.what.add(sight.what);
        if (!counted.has(key)) gap.steps += 1;
        counted.add(key);
        found.set(key, gap);
      }
    }
  }
  return [...found.values()]
    .map(({ first, paths: on, steps, what }) => ({
      enable: first.enable ?? first.title,
      title: first.title,
      as: first.as,
      state: first.state,
      paths: on.size,
      steps,
      what: [...what],
    }))
    .sort((a, b) => b.paths - a.paths || b.steps - a.steps || (a.enable < b.enable ? -1 : 1));
}

/** Would it show more than is shown? What is not known may be shown already. */
function isBetter(as: DocumentSight['as'], now: DocumentVisibility): boolean {
  return order.indexOf(as) < order.indexOf(now);
}

/** How many paths are seen how, in a sentence. */
export function detectionSummary({ detection }: ThreatModelDocument): string {
  const paths = detection?.paths ?? [];
  if (paths.length === 0) return 'No attack path was found, so only techniques of threats are told.';
  const said = order.flatMap((one) => {
    const count = paths.filter(({ visibility }) => visibility === one).length;
    return count === 0 ? [] : [`${count} ${pathWords[one]}`];
  });
  return `Of ${plural(paths.length, 'attack path')}: ${said.join(', ')}.`;
}

const pathWords: Readonly<Record<DocumentVisibility, string>> = {
  alert: 'with a step that always raises a finding or alarm',
  anomaly: 'with a step that raises a finding when it is unusual',
  record: 'only in records that nobody is told of',
  unknown: 'of which nothing in the input sees any step',
  unseen: 'that nothing sees',
};

/** Titles of what sees something: `GuardDuty, CloudTrail trail`. */
export function titlesOf(ids: readonly string[], { sights }: DocumentDetection): readonly string[] {
  const wanted = new Set(ids);
  return [...new Set(sights.filter(({ id }) => wanted.has(id)).map(({ title }) => title))];
}

/** Uses of a technique by how they are seen: `2 record only, 1 unseen`. */
export function usesText(uses: Readonly<Record<DocumentVisibility, number>>): string {
  return order
    .flatMap((one) => (uses[one] === 0 ? [] : [`${uses[one]} ${visibilityTexts[one].toLowerCase()}`]))
    .join(', ');
}
