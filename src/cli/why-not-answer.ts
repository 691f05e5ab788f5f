import type { Analysis } from '../document/threat-model-document.ts';
import type { MissingPermission, WhyNot } from '../identify/paths/why-not.ts';
import { plainFactKey } from '../model/attack.ts';
import type { ThreatModelDocument } from '../model/document.ts';
import { indexDocument, nameOf } from '../report/document-index.ts';
import { visibleLine } from '../report/visible.ts';
import { attackerText, factText, placeText } from '../report/words.ts';
import { whyNoPath } from '../threat-model.ts';
import type { PathsAnswer } from './paths.ts';
import { UsageError } from './usage-error.ts';

interface Built {
  readonly document: ThreatModelDocument;
  readonly analysis: Analysis;
}

/** `bartizan paths --why-not`: for each way that would lead there, what is missing, and what stands against it. */
export function whyNotAnswer(
  { document, analysis }: Built,
  ends: { readonly from: string; readonly to: string },
): PathsAnswer {
  const found = whyNoPath(analysis, ends);
  if (found.length === 0)
    throw new UsageError(`nobody starts at ${ends.from}; give an attacker, or the address or id of an element`);
  const index = indexDocument(document);
  const named = (element: string) => nameOf(index, element);
  const answers = found.map((one) => answerOf(one, analysis));
  const lines = answers.flatMap(({ attacker, held, ways, network }) => [
    `${attackerText(attacker)} → ${ends.to}`,
    ...held.map((fact) => `  is reached: ${factText(fact, named)}`),
    ...(network === undefined ? [] : [`  the network stops requests: ${network}`]),
    ...(ways.length === 0 ? ['  no move would lead there, whatever were allowed'] : []),
    ...ways.flatMap(({ steps, missing, provided }, at) => [
      `  ${at + 1}. ${steps.map(({ title, gives }) => `${title}: ${factText(gives, named)}`).join('; ')}`,
      ...missing.flatMap((one) => [
        `     missing: ${one.action} on ${named(one.on)} by ${named(one.by)}`,
        ...one.blockedBy.map(
          ({ because, source }) => `       ${because}${source === undefined ? '' : ` (${placeText(source)})`}`,
        ),
        ...one.nearly.map(
          ({ statement, because, source }) =>
            `       nearly: ${statement}, but ${because}${source === undefined ? '' : ` (${placeText(source)})`}`,
        ),
      ]),
      ...provided.map((words) => `     must hold besides: ${words}`),
    ]),
  ]);
  return { value: { whyNot: answers }, text: `${lines.map(visibleLine).join('\n')}\n` };
}

function answerOf({ attacker, held, ways, network }: WhyNot, analysis: Analysis) {
  return {
    attacker: attacker.id,
    held: held.map(plainFactKey),
    ways: ways.map(({ steps, missing, provided }) => ({
      steps: steps.map(({ move, gives }) => ({ move: move.id, title: move.title, gives: plainFactKey(gives) })),
      missing: missing.map((one) => missingOf(one, analysis)),
      provided,
    })),
    ...(network !== undefined && { network }),
  };
}

function missingOf({ request, decision, nearly }: MissingPermission, { defined }: Analysis) {
  const { caller, action, on } = request;
  const { origins } = defined.ask.system.model;
  const source = (origin: Parameters<typeof origins.span>[0] | undefined) => {
    const span = origin === undefined ? undefined : origins.span(origin);
    return span === undefined ? {} : { source: span };
  };
  return {
    by: caller.kind === 'resource' ? caller.resource : caller.kind === 'service' ? caller.service : caller.kind,
    action,
    on: on ?? 'something new',
    blockedBy: decision.blockedBy.map(({ kind, because, statement }) => ({
      kind,
      because,
      ...source(statement?.statement.origin),
    })),
    nearly: nearly.map(({ cited: { policy, statement }, because }) => ({
      statement: `${policy.name}, statement ${statement.sid ?? statement.index + 1}`,
      because,
      ...source(statement.origin),
    })),
  };
}
