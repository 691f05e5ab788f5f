import type { Analysis } from '../document/threat-model-document.ts';
import type { MissingPermission, WhyNot } from '../identify/paths/why-not.ts';
import { plainFactKey } from '../model/attack.ts';
import type { ThreatModelDocument } from '../model/document.ts';
import type { DocumentSource } from '../model/document-evidence.ts';
import type { Origin } from '../model/origin.ts';
import { indexDocument, nameOf } from '../report/document-index.ts';
import { visibleLine } from '../report/visible.ts';
import { attackerText, factText, placeText } from '../report/words.ts';
import { whyNoPath } from '../threat-model.ts';
import type { PathsAnswer } from './paths.ts';
import { statedText } from './stated-text.ts';
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
  const lines = answers.flatMap(({ attacker, held, ways, network, states }) => [
    `${attackerText(attacker)} → ${ends.to}`,
    ...held.map((fact) => `  is reached: ${factText(fact, named)}`),
    ...(network === undefined ? [] : [`  the network stops requests: ${network}`]),
    ...states.map(({ because, source }) => `  the state of it stands against steps: ${because}${placed(source)}`),
    ...(ways.length === 0 ? ['  no move would lead there, whatever were allowed'] : []),
    ...ways.flatMap(({ steps, missing, provided, state }, at) => [
      `  ${at + 1}. ${steps.map(({ title, gives }) => `${title}: ${factText(gives, named)}`).join('; ')}`,
      ...(state === undefined ? [] : [`     state: ${state.because}${placed(state.source)}`]),
      ...missing.flatMap((one) => [
        `     missing: ${one.action} on ${named(one.on)} by ${named(one.by)}`,
        ...one.blockedBy.map(({ because, source }) => `       ${because}${placed(source)}`),
        ...one.nearly.map(
          ({ statement, condition, because, source }) =>
            `       nearly: ${statement}, but ${condition === undefined ? '' : `it asks for ${condition}, and `}${because}${placed(source)}`,
        ),
      ]),
      ...provided.map((words) => `     must hold besides: ${words}`),
    ]),
  ]);
  return { value: { whyNot: answers }, text: `${lines.map(visibleLine).join('\n')}\n` };
}

function placed(source: DocumentSource | undefined): string {
  return source === undefined ? '' : ` (${placeText(source)})`;
}

function answerOf({ attacker, held, ways, network, states }: WhyNot, analysis: Analysis) {
  const told = ({ because, origin }: WhyNot['states'][number]) => ({ because, ...sourceAt(origin, analysis) });
  return {
    attacker: attacker.id,
    held: held.map(plainFactKey),
    ways: ways.map(({ steps, missing, provided, state }) => ({
      steps: steps.map(({ move, gives }) => ({ move: move.id, title: move.title, gives: plainFactKey(gives) })),
      missing: missing.map((one) => missingOf(one, analysis)),
      provided,
      ...(state !== undefined && { state: told(state) }),
    })),
    states: states.map(told),
    ...(network !== undefined && { network }),
  };
}

function sourceAt(origin: Origin | undefined, { defined }: Analysis): { readonly source?: DocumentSource } {
  const span = origin === undefined ? undefined : defined.ask.system.model.origins.span(origin);
  return span === undefined ? {} : { source: span };
}

function missingOf({ request, decision, nearly }: MissingPermission, analysis: Analysis) {
  const { caller, action, on } = request;
  const source = (origin: Origin | undefined) => sourceAt(origin, analysis);
  return {
    by: caller.kind === 'resource' ? caller.resource : caller.kind === 'service' ? caller.service : caller.kind,
    action,
    on: on ?? 'something new',
    blockedBy: decision.blockedBy.map(({ kind, because, statement }) => ({
      kind,
      because,
      ...source(statement?.statement.origin),
    })),
    nearly: nearly.map(({ cited: { policy, statement }, condition, because }) => ({
      statement: `${policy.name}, statement ${statement.sid ?? statement.index + 1}`,
      ...(condition !== undefined && { condition: statedText(condition) }),
      because,
      ...source(statement.origin),
    })),
  };
}
