import { describeGuard, isAlways } from '../model/guard.ts';
import type { Connection, DefinedSystem, Hop, NetworkEnd } from '../model/questions.ts';
import { placeText } from '../report/words.ts';
import { buildModel } from './build-model.ts';
import type { ExplainOptions, Explanation } from './explain.ts';
import { findNamed } from './find-named.ts';

/** A question to the network engine, in the words of the command line; without a port: on any. */
export interface ReachQuestion {
  readonly from: string;
  readonly to: string;
  readonly port: number | undefined;
}

/** Can a connection be opened, and what lets it pass or stops it? */
export async function explainReach(
  question: ReachQuestion,
  paths: readonly string[],
  options: ExplainOptions,
): Promise<Explanation> {
  const { analysis } = await buildModel(paths, options);
  const { defined } = analysis;
  const [from, to] = [endOf(defined, question.from), endOf(defined, question.to)];
  const connection = defined.ask.reach.connect(from, to, question.port);
  const handed = handedOn(defined, from, to);
  const lines = [
    ...connectionLines(defined, connection, `${question.from} → ${question.to}, ${portText(question.port)}`),
    ...handed.flatMap(({ connection: over, title }) => connectionLines(defined, over, title)),
  ];
  return {
    lines,
    value: {
      question: { from: question.from, to: question.to, port: question.port ?? 'any' },
      ...connectionValue(defined, connection),
      handedOn: handed.map(({ connection: over }) => connectionValue(defined, over)),
    },
  };
}

function endOf(defined: DefinedSystem, word: string): NetworkEnd {
  if (word === 'internet') return { kind: 'internet' };
  if (/^[0-9a-fA-F:.]+\/\d+$/.test(word)) return { kind: 'cidr', cidr: word };
  return { kind: 'resource', resource: findNamed(defined, word).id };
}

/** Requests from the internet that reach the target through a front door or load balancer. */
function handedOn(
  defined: DefinedSystem,
  from: NetworkEnd,
  to: NetworkEnd,
): readonly { readonly connection: Connection; readonly title: string }[] {
  if (from.kind !== 'internet' || to.kind !== 'resource') return [];
  return defined.ask.reach
    .fromInternet()
    .flatMap(({ resource, connection }) =>
      resource.id === to.resource && connection.via !== undefined
        ? [{ connection, title: `internet → ${resource.id}, handed on by ${connection.via}` }]
        : [],
    );
}

function portText(port: number | undefined): string {
  return port === undefined ? 'any port' : `port ${port}`;
}

function connectionLines(defined: DefinedSystem, connection: Connection, title: string): readonly string[] {
  const verdicts = { open: 'yes', blocked: 'no', unknown: 'cannot be told' } as const;
  const ports = connection.ports.map(({ protocol, from, to }) => `${protocol} ${from === to ? from : `${from}-${to}`}`);
  return [
    `${title}: ${verdicts[connection.verdict]}`,
    ...(ports.length === 0 ? [] : [`  open: ${ports.join(', ')}`]),
    ...(isAlways(connection.guard) || connection.verdict === 'blocked'
      ? []
      : [`  only if ${describeGuard(connection.guard)}`]),
    ...(connection.settledBy === undefined ? [] : [`  settled by: ${connection.settledBy}`]),
    ...connection.through.map((hop) => `  ${hopText(defined, hop)}`),
    ...(connection.blockedBy === undefined ? [] : [`  stopped by ${hopText(defined, connection.blockedBy)}`]),
  ];
}

function hopText(defined: DefinedSystem, { component, because, origin }: Hop): string {
  const span = origin === undefined ? undefined : defined.ask.system.model.origins.span(origin);
  return `${component}: ${because}${span === undefined ? '' : ` (${placeText(span)})`}`;
}

function connectionValue(defined: DefinedSystem, connection: Connection): object {
  const hop = ({ component, resource, because, origin }: Hop) => {
    const source = origin === undefined ? undefined : defined.ask.system.model.origins.span(origin);
    return {
      component,
      ...(resource !== undefined && { resource }),
      because,
      ...(source !== undefined && { source }),
    };
  };
  return {
    verdict: connection.verdict,
    ports: connection.ports,
    ...(isAlways(connection.guard) ? {} : { guard: describeGuard(connection.guard) }),
    ...(connection.settledBy !== undefined && { settledBy: connection.settledBy }),
    ...(connection.via !== undefined && { via: connection.via }),
    through: connection.through.map(hop),
    ...(connection.blockedBy !== undefined && { blockedBy: hop(connection.blockedBy) }),
  };
}
