import type { Analysis } from '../document/threat-model-document.ts';
import type { BlastRadius, Reached } from '../identify/paths/blast-radius.ts';
import type { ThreatModelDocument } from '../model/document.ts';
import { indexDocument, nameOf } from '../report/document-index.ts';
import { visibleLine } from '../report/visible.ts';
import { accountText, attackerText, plural } from '../report/words.ts';
import { reachedFrom } from '../threat-model.ts';
import type { PathsAnswer } from './paths.ts';
import { UsageError } from './usage-error.ts';

interface Built {
  readonly document: ThreatModelDocument;
  readonly analysis: Analysis;
}

/** `bartizan paths --blast-radius`: identities, workloads, data and accounts within reach, in numbers and by name. */
export function blastRadiusAnswer({ document, analysis }: Built, from: string): PathsAnswer {
  const found = reachedFrom(analysis, from);
  if (found.length === 0)
    throw new UsageError(`nobody starts at ${from}; give an attacker, or the address or id of an element`);
  const index = indexDocument(document);
  const answers = found.map(answerOf);
  const lines = answers.flatMap(({ attacker, counts, administered, ...lists }) => [
    `${attackerText(attacker)} reaches ${plural(counts.identities, 'identity', 'identities')}, ${plural(counts.workloads, 'workload')}, reads ${plural(counts.readable, 'store')} and writes ${plural(counts.writable, 'store')}, in ${plural(counts.accounts, 'account')}`,
    ...administered.map(({ account, certainty }) => `  administers ${accountText(account)}: ${certainty}`),
    ...(['identities', 'workloads', 'readable', 'writable'] as const).flatMap((list) =>
      lists[list].map(({ element, certainty }) => `  ${words[list]} ${nameOf(index, element)}: ${certainty}`),
    ),
  ]);
  return { value: { blastRadius: answers }, text: `${lines.map(visibleLine).join('\n')}\n` };
}

const words = { identities: 'acts as', workloads: 'runs code on', readable: 'reads', writable: 'writes' } as const;

function answerOf({ attacker, identities, workloads, readable, writable, administered, accounts }: BlastRadius) {
  const counted = (list: readonly Reached[]) => list.length;
  return {
    attacker: attacker.id,
    counts: {
      identities: counted(identities),
      workloads: counted(workloads),
      readable: counted(readable),
      writable: counted(writable),
      administered: administered.length,
      accounts: accounts.length,
    },
    accounts,
    administered,
    identities,
    workloads,
    readable,
    writable,
  };
}
