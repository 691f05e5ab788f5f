import type { DocumentRightsReview, DocumentTighterPolicy } from '../document/rights-review.ts';
import { type NeedlessKind, needlessKinds } from '../model/least-privilege.ts';
import { patchLines } from '../report/choke-point-words.ts';
import { grouped } from '../report/grouped.ts';
import { visibleLine } from '../report/visible.ts';
import { placeText, plural } from '../report/words.ts';

/** Principals or refused changes told by name. */
const mostNamed = 5;

/** The tighter policies for a terminal, the surest first, and what the model says with all of them. */
export function leastPrivilegeText(review: DocumentRightsReview): string {
  return `${[...summary(review), ...findingLines(review)].map(visibleLine).join('\n')}\n`;
}

/** Proposals, refused ones and what stays open. */
export function findingLines(review: DocumentRightsReview): readonly string[] {
  return [
    ...needlessKinds.flatMap((kind) => {
      const those = review.proposals.filter((one) => surest(one) === kind);
      const twins = grouped(those, (one) => [twinKey(one)]);
      const lines = [...twins.values()].flatMap(([first, ...others]) => proposalLines(first, others));
      return those.length === 0 ? [] : ['', `${headings[kind]} (${those.length})`, ...lines];
    }),
    ...refusedLines(review),
    ...openLines(review),
  ];
}

const headings: Readonly<Record<NeedlessKind, string>> = {
  'never-effective': 'Rights that can never be used',
  'not-used': 'Rights that were not used, by AWS’s own records',
  'wider-than-referred':
    'Rights that are wider than anything the system refers to: look at what the code calls before you take them',
};

function summary({ principals, proposals, proof }: DocumentRightsReview): readonly string[] {
  if (proposals.length === 0)
    return [
      `Nothing that the rights of ${plural(principals, 'role or user', 'roles and users')} allow is seen to be needless.`,
    ];
  const whose = new Set(proposals.flatMap((one) => one.principals));
  const { threats, needs } = proof;
  return [
    `${plural(proposals.length, 'tighter policy', 'tighter policies')} for ${whose.size} of ${plural(principals, 'role or user', 'roles and users')}.`,
    `The model was run again with all of them: ${plural(needs, 'use')} that the system is known to make of itself ${needs === 1 ? 'is' : 'are'} still possible, ${pathsText(proof)}, ${plural(threats.closes.length, 'threat')} close${threats.closes.length === 1 ? 's' : ''}${threats.opens.length === 0 ? '' : `, ${threats.opens.length} would be new`}.`,
  ];
}

/** Without an administrator's path, lesser ones are told that it stood for. */
function pathsText({ paths }: DocumentRightsReview['proof']): string {
  const added = paths.after - (paths.before - paths.removes.length);
  const gone = `${paths.removes.length} of ${plural(paths.before, 'attack path')} go`;
  return added === 0 ? gone : `${gone}, ${added} lesser ones are told instead`;
}

/** The surest reason of a proposal. */
function surest({ needless }: DocumentTighterPolicy): NeedlessKind | undefined {
  return needlessKinds.find((kind) => needless.some((one) => one.kind === kind));
}

/** Equal for proposals that take the same out of the same text, wherever it stands: they are told once. */
function twinKey({ needless, patches }: DocumentTighterPolicy): string {
  return JSON.stringify([needless.map(({ what }) => what), patches.map(({ before, after }) => [before, after])]);
}

function proposalLines(one: DocumentTighterPolicy, twins: readonly DocumentTighterPolicy[]): readonly string[] {
  const place = one.source === undefined ? one.resource : placeText(one.source);
  return [
    '',
    `  ${one.title}`,
    `    ${place} · rights of ${named(one.principals)}`,
    ...(twins.length === 0 ? [] : [`    and the same: ${named(twins.map(({ title }) => title))}`]),
    ...one.needless.map(({ what, because }) => `    ${named(what)}: ${because}`),
    ...one.patches.flatMap((patch) => [
      `    ${one.resource} ${patch.property}`,
      ...patchLines(patch).map(({ sign, text }) => `      ${sign} ${text}`),
    ]),
  ];
}

function refusedLines({ refused }: DocumentRightsReview): readonly string[] {
  if (refused.length === 0) return [];
  return [
    '',
    `Not proposed, since something that the system does would stop (${refused.length})`,
    ...refused.slice(0, mostNamed).map(({ title, breaks }) => `  ${title}: ${named(breaks)}`),
  ];
}

function openLines({ open }: DocumentRightsReview): readonly string[] {
  if (open.length === 0) return [];
  const byReason = grouped(open, ({ because }) => [because]);
  return [
    '',
    `Wide statements of which nothing can be said (${open.length}); --last-accessed adds what AWS has recorded`,
    ...[...byReason].map(
      ([because, those]) => `  ${because}: ${named([...new Set(those.flatMap(({ principals }) => principals))])}`,
    ),
  ];
}

function named(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return `${names.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
