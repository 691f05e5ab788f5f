import { addressBlock } from '../define/ip-address.ts';
import { describeGuard, isAlways } from '../model/guard.ts';
import type { DefinedSystem } from '../model/questions.ts';
import type { Connection, ConnectionProtocol, ControlPlaneWay, Hop, NetworkEnd } from '../model/reach.ts';
import { placeText } from '../report/words.ts';
import { buildModel } from './build-model.ts';
import type { ExplainOptions, Explanation } from './explain.ts';
import { findNamed } from './find-named.ts';
import { openedBy } from './opened-by.ts';

/** A question to the network engine, in the words of the command line; without a port: on any. */
export interface ReachQuestion {
  readonly from: string;
  readonly to: string;
  readonly port: number | undefined;
  /** TCP and UDP when left out. */
  readonly protocol: ConnectionProtocol | undefined;
}

/** Can a connection be opened, what lets it pass or stops it, and what would open it? */
export async function explainReach(
  question: ReachQuestion,
  paths: readonly string[],
  options: ExplainOptions,
): Promise<Explanation> {
  const { analysis } = await buildModel(paths, options);
  const { defined } = analysis;
  const [from, to] = [endOf(defined, question.from), endOf(defined, question.to)];
  const connection = defined.ask.reach.connect(from, to, question.port, question.protocol);
  const handed = handedOn(defined, from, to);
  const ways = to.kind === 'resource' ? defined.ask.reach.controlPlane(to.resource) : [];
  const advice = openedBy(connection, question);
  const wouldOpen = advice.join(', and ');
  return {
    lines: [
      ...connectionLines(defined, connection, `${question.from} → ${question.to}, ${whatText(question)}`),
      ...(advice.length === 0 ? [] : [`  would be opened by ${wouldOpen}`]),
      ...handed.flatMap(({ connection: over, title }) => connectionLines(defined, over, title)),
      ...ways.flatMap((way) => wayLines(defined, way)),
    ],
    value: {
      question: {
        from: question.from,
        to: question.to,
        port: question.port ?? 'any',
        ...(question.protocol !== undefined && { protocol: question.protocol }),
      },
      ...connectionValue(defined, connection),
      ...(advice.length > 0 && { wouldOpen }),
      handedOn: handed.map(({ connection: over }) => connectionValue(defined, over)),
      controlPlane: ways.map((way) => wayValue(defined, way)),
    },
  };
}

function endOf(defined: DefinedSystem, word: string): NetworkEnd {
  if (word === 'internet') return { kind: 'internet' };
  if (addressBlock(word) !== undefined) return { kind: 'cidr', cidr: word };
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

function whatText({ port, protocol }: ReachQuestion): string {
  if (protocol === 'icmp') return 'ping';
  const where = port === undefined ? 'any port' : `port ${port}`;
  return protocol === undefined ? where : `${protocol} ${where}`;
}

const verdicts = { open: 'yes', blocked: 'no', unknown: 'cannot be told' } as const;

function connectionLines(defined: DefinedSystem, connection: Connection, title: string): readonly string[] {
  const ports = connection.ports.map(({ protocol, from, to }) =>
    protocol === 'icmp' ? 'ping' : `${protocol} ${from === to ? from : `${from}-${to}`}`,
  );
  return [
    `${title}: ${verdicts[connection.verdict]}`,
    ...(ports.length === 0 ? [] : [`  open: ${ports.join(', ')}`]),
    ...reasonLines(defined, connection),
  ];
}

type Reasons = Pick<Connection, 'verdict' | 'guard' | 'settledBy' | 'through' | 'blockedBy' | 'alsoBlockedBy'>;

function reasonLines(defined: DefinedSystem, told: Reasons): readonly string[] {
  const { verdict, guard, settledBy, through, blockedBy, alsoBlockedBy = [] } = told;
  return [
    ...(isAlways(guard) || verdict === 'blocked' ? [] : [`  only if ${describeGuard(guard)}`]),
    ...(settledBy === undefined ? [] : [`  settled by: ${settledBy}`]),
    ...through.map((hop) => `  ${hopText(defined, hop)}`),
    ...(blockedBy === undefined ? [] : [`  stopped by ${hopText(defined, blockedBy)}`]),
    ...alsoBlockedBy.map((hop) => `  and, behind that, by ${hopText(defined, hop)}`),
  ];
}

function wayLines(defined: DefinedSystem, way: ControlPlaneWay): readonly string[] {
  const title = `over the control plane (${way.actions.join(' or ')}): ${verdicts[way.verdict]}`;
  return [title, ...reasonLines(defined, way)];
}

function hopText(defined: DefinedSystem, { component, because, origin }: Hop): string {
  const span = origin === undefined ? undefined : defined.ask.system.model.origins.span(origin);
  return `${component}: ${because}${span === undefined ? '' : ` (${placeText(span)})`}`;
}

function reasonValue(defined: DefinedSystem, told: Reasons): object {
  const { guard, settledBy, through, blockedBy, alsoBlockedBy } = told;
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
    ...(isAlways(guard) ? {} : { guard: describeGuard(guard) }),
    ...(settledBy !== undefined && { settledBy }),
    through: through.map(hop),
    ...(blockedBy !== undefined && { blockedBy: hop(blockedBy) }),
    ...(alsoBlockedBy !== undefined && { alsoBlockedBy: alsoBlockedBy.map(hop) }),
  };
}

function connectionValue(defined: DefinedSystem, connection: Connection): object {
  const { verdict, ports, via } = connection;
  return { verdict, ports, ...(via !== undefined && { via }), ...reasonValue(defined, connection) };
}

function wayValue(defined: DefinedSystem, way: ControlPlaneWay): object {
  const { kind, actions, verdict } = way;
  return { kind, actions, verdict, ...reasonValue(defined, way) };
}
