import type { ThreatModelDocument } from '../model/document.ts';
import type { DocumentChokePoints, DocumentMitigation, DocumentPatch } from '../model/document-paths.ts';
import { type DocumentIndex, nameOf } from './document-index.ts';
import { attackerText, factText, plural } from './words.ts';

type Step = DocumentChokePoints['changes'][number];

/** A change of the chosen set with the mitigation that describes it. */
export interface ChosenStep extends Step {
  readonly change: DocumentMitigation;
}

/** The chosen changes in their order. */
export function chosenSteps({ document, mitigations }: DocumentIndex): readonly ChosenStep[] {
  return (document.chokePoints?.changes ?? []).flatMap((step) => {
    const change = mitigations.get(step.mitigation);
    return change === undefined ? [] : [{ ...step, change }];
  });
}

/** In a sentence or two: how many changes cut how much, whether fewer could, and how that was proved. */
export function chokePointSummary(found: DocumentChokePoints, { attackPaths }: ThreatModelDocument): string {
  const { changes, before, after, kept } = found;
  const stays = new Set(found.remaining.map(({ path }) => path));
  const closed = attackPaths.filter(({ id }) => !stays.has(id)).length;
  if (changes.length === 0) {
    return found.runs.complete
      ? 'No change that keeps what the system needs of itself takes an attack path away.'
      : `No set of changes was proved yet. ${budgetText(found)}`;
  }
  const [closes, takes] = changes.length === 1 ? ['closes', 'takes'] : ['close', 'take'];
  const gone = `${plural(changes.length, 'change')} ${closes} ${closed} of ${plural(before.paths, 'attack path')} and ${takes} the risk of all of them from ${before.risk} to ${after.risk}.`;
  return [
    gone,
    boundText(found),
    `The model was run again with them: ${plural(kept, 'use')} that the system needs of itself ${kept === 1 ? 'is' : 'are'} still possible.`,
    sideEffects(found),
    budgetText(found),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

function boundText({ atLeast, exact, sparing, changes }: DocumentChokePoints): string {
  const among = sparing ? ' that asks callers for more only where nothing else closes a path' : '';
  if (exact || atLeast === changes.length) return `No smaller set${among} does as much.`;
  return `What they do may take fewer changes, but no fewer than ${atLeast}.`;
}

function sideEffects({ closes, opens }: DocumentChokePoints): string {
  const closed = closes.length === 0 ? '' : `They close ${plural(closes.length, 'threat')} as well.`;
  return opens.length === 0 ? closed : `${closed} ${plural(opens.length, 'threat')} would be new.`.trim();
}

function budgetText({ runs }: DocumentChokePoints): string {
  if (runs.complete) return '';
  return `The ${plural(runs.most, 'run')} of the model that ${runs.most === 1 ? 'was' : 'were'} allowed did not settle everything: others may cut more; \`bartizan fix\` allows more runs.`;
}

/** What a change does when it is made after those before it. */
export function effectText({ paths, riskLeft, proved }: Step): string {
  const left = `risk left ${riskLeft}`;
  const effect = paths.length === 0 ? 'makes paths less likely' : `removes ${plural(paths.length, 'path')}`;
  return proved ? `${effect}, ${left}` : `${effect}, ${left}, by what is known of the paths`;
}

/** Paths that stay, grouped by why, the worst first. */
export function remainingByReason(
  found: DocumentChokePoints,
): readonly { readonly because: string; readonly paths: readonly DocumentChokePoints['remaining'][number][] }[] {
  const groups = new Map<string, DocumentChokePoints['remaining'][number][]>();
  for (const one of found.remaining) {
    const group = groups.get(one.because);
    if (group === undefined) groups.set(one.because, [one]);
    else group.push(one);
  }
  return [...groups].map(([because, paths]) => ({ because, paths }));
}

/** Who attacks, and what he comes to: also of a path that came to light with the changes and is in no list of paths. */
export function leftPathText(id: string, index: DocumentIndex): string {
  const named = (element: string) => nameOf(index, element);
  const known = index.document.attackPaths.find((path) => path.id === id);
  if (known !== undefined) return `${attackerText(known.attacker)} → ${known.gains}: ${named(known.target)}`;
  const [attacker = '', ...gain] = id.split('>');
  return `${attackerText(attacker)} → ${factText(gain.join('>'), named)}`;
}

/** A threat that the changes open, by its rule and element: `reliability/dead-letter-queue on Orders`. */
export function openedThreatText(id: string, index: DocumentIndex): string {
  const [rule = '', ...where] = id.split('@');
  const [element = '', ...key] = where.join('@').split('#');
  return `${rule} on ${nameOf(index, element)}${key.length === 0 || key[0] === '' ? '' : ` (${key.join('#')})`}`;
}

/** `- …` and `+ …` lines of a patch. */
export function patchLines({
  before,
  after,
}: DocumentPatch): readonly { readonly sign: '-' | '+'; readonly text: string }[] {
  return [
    ...(before === '' ? [] : [{ sign: '-' as const, text: before }]),
    ...(after === '' ? [] : [{ sign: '+' as const, text: after }]),
  ];
}
