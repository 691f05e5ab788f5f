import type { Forward } from '../../../model/entry.ts';
import { given, mapFact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { literalOf, type Text, type TextPart, text, textKey } from '../../../model/text.ts';
import { refsOf, textOf, type Value } from '../../../model/value.ts';
import { optionsOf, word } from '../../answer.ts';
import { arnPart } from '../../arn-part.ts';
import { isGiven } from '../../combine-facts.ts';
import { underGuard } from '../../guarded-members.ts';
import { singleReferences } from '../../single-references.ts';
import { type StatedFlow, statedFlow } from '../../stated-flow.ts';
import { usedStores } from '../../used-stores.ts';
import { portOf } from '../elastic-load-balancing-v2/target-protocol.ts';

/** What an API does with a request: where it sends it, and what stands in templates and parameters of what it sends. */
export interface Integration {
  readonly uri: Value | undefined;
  readonly named: readonly { readonly name: string; readonly value: Value }[];
  /** The link into a VPC that the request goes through. */
  readonly link?: Value | undefined;
  readonly because: string;
}

/**
 * Where an integration sends requests: to a function, to a URL, to a load balancer behind a VPC link, or to an action of
 * an AWS service, where the thing acted on is named in the address or in what is sent.
 * https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html
 */
export function integrationFlows(view: ResourceView, { uri, named, link, because }: Integration): readonly Forward[] {
  return optionsOf(uri).flatMap(({ guard, value }) => {
    if (value === undefined) return [];
    const address = textOf(value) ?? [];
    if (isServiceAction(address)) return actsOn(view, value, { named, because });
    const to = underGuard(functionIn(value) ?? hostIn(value) ?? value, guard);
    const way = wayTo(view, value, address);
    // Without a link it calls public addresses, as anybody does.
    const how =
      link !== undefined && isGiven(link)
        ? { through: link }
        : way.kind === 'request' && { publicly: true as const, asService: 'apigateway' };
    return statedFlow(to, { ...way, ...how, because, origin: value.origin });
  });
}

/**
 * The request that goes to a load balancer by a link into its VPC: the address only tells the name that the balancer sees,
 * protocol and port ("Set up API Gateway private integrations").
 */
export function linkedFlow(view: ResourceView, { uri, link, because }: Omit<Integration, 'named'>): readonly Forward[] {
  const way = uri === undefined ? undefined : wayTo(view, uri, textOf(uri) ?? []);
  const standard = { kind: 'request', protocol: 'http', port: null } as const;
  return statedFlow(link, { ...(way?.kind === 'request' ? way : standard), authentication: 'network', because });
}

/**
 * The request that goes to the load balancer that an integration names, from a link of version 2, which has interfaces and
 * security groups of its own. https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-private-integration.html
 */
export function targetedFlow(
  view: ResourceView,
  { uri, target, link, because }: Omit<Integration, 'named'> & { readonly target: Value },
): readonly Forward[] {
  const through = link !== undefined && isGiven(link) && { through: link };
  return linkedFlow(view, { uri, link: target, because }).map((flow) => ({ ...flow, ...through }));
}

type Way = Omit<StatedFlow, 'because' | 'origin'>;

/** How a request travels, by the form of its address. A URL is called as anybody may call it. */
function wayTo(view: ResourceView, value: Value, address: Text): Way {
  const start = address[0];
  const [, scheme, port = portAfterHost(address)] =
    /^(https?):\/\/[^/:]*(?::(\d{1,5}))?/i.exec(typeof start === 'string' ? start : '') ?? [];
  if (scheme !== undefined) {
    const encrypted = scheme.toLowerCase() === 'https';
    const number = port === undefined ? (encrypted ? 443 : 80) : Number(port);
    return {
      kind: 'request',
      protocol: scheme.toLowerCase(),
      port: number,
      encrypted: given(encrypted),
      authentication: 'none',
    };
  }
  if (isFunction(view, value, address)) return { kind: 'invoke' };
  return { kind: 'request', protocol: 'http', ...listenerWay(view, value), authentication: 'network' };
}

/** The port that follows a host which is an attribute: `http://<name of the balancer>:8080/`. */
function portAfterHost([, , rest]: Text): string | undefined {
  return typeof rest === 'string' ? /^:(\d{1,5})/.exec(rest)?.[1] : undefined;
}

/** The host of a URL, when all of it is an attribute of a resource. */
function hostIn(value: Value): Value | undefined {
  const [scheme, host, rest = '/'] = textOf(value) ?? [];
  const isHost = typeof scheme === 'string' && /^https?:\/\/$/i.test(scheme) && typeof host === 'object';
  return isHost && typeof rest === 'string' && /^[:/]/.test(rest) ? singleReferences(value)[0] : undefined;
}

/** The port and protocol of the listener behind a link. */
function listenerWay(
  view: ResourceView,
  value: Value,
): Pick<Way, 'protocol' | 'encrypted'> & { readonly port: number | null } {
  const [listener] = view
    .follow(value, ['AWS::ElasticLoadBalancingV2::Listener'])
    .flatMap((end) => (end.kind === 'resource' ? [end.view] : []));
  if (listener === undefined) return { port: null };
  const protocol = word(listener, 'Protocol', 'HTTP');
  const encrypted = mapFact(protocol, (name) => name === 'HTTPS' || name === 'TLS');
  const named = protocol.kind === 'known' ? { protocol: protocol.value.toLowerCase() } : {};
  return { port: portOf(listener.read('Port')), ...named, encrypted };
}

function isFunction(view: ResourceView, value: Value, address: Text): boolean {
  if (functionIn(value) !== undefined || literalOf(arnPart(address, 2)) === 'lambda') return true;
  return view.follow(value, ['AWS::Lambda::Function', 'AWS::Lambda::Alias']).some(({ kind }) => kind === 'resource');
}

/**
 * `arn:aws:apigateway:region:lambda:path/2015-03-31/functions/<ARN>/invocations` wraps the function's ARN. Undefined for
 * any other address.
 */
export function functionIn(value: Value): Value | undefined {
  const parts = textOf(value) ?? [];
  const from = parts.findIndex((part) => typeof part === 'string' && part.includes('/functions/'));
  const first = parts[from];
  if (typeof first !== 'string') return undefined;
  const rest: readonly TextPart[] = [
    first.slice(first.indexOf('/functions/') + '/functions/'.length),
    ...parts.slice(from + 1),
  ];
  const wrapped = rest.map((part) => (typeof part === 'string' ? part.replace(/\/invocations$/, '') : part));
  return { kind: 'text', text: text(...wrapped), refs: refsOf(value), origin: value.origin };
}

/** `arn:aws:apigateway:region:dynamodb:action/GetItem`, for any service but Lambda. */
function isServiceAction(address: Text): boolean {
  if (literalOf(arnPart(address, 2)) !== 'apigateway') return false;
  return !textKey(address).includes('/functions/');
}

function actsOn(view: ResourceView, uri: Value, how: Pick<Integration, 'named' | 'because'>): readonly Forward[] {
  const flows = usedStores(view, [{ name: 'Uri', value: uri }, ...how.named]);
  return flows.map((flow) => ({ ...flow, because: how.because, origin: uri.origin }));
}
