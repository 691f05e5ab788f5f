import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Element, internetElement } from '../../model/system.ts';
import { literalText, partAt } from './stated.ts';

/** Words of declared flows for callers whom an authorizer would know. */
const tokens: ReadonlySet<string> = new Set(['cognito', 'custom', 'jwt', 'oauth', 'oauth2', 'oidc', 'saml', 'token']);
const signatures: ReadonlySet<string> = new Set(['aws-iam', 'iam', 'signed', 'sigv4']);

/**
 * Who has to get in at a front door without being asked more than now: somebody whom people declare, a part of the system that
 * shows nothing of itself, browsers that show the pages of a website. Undefined where the input names nobody. `by`: what would be
 * asked for, a token or a signature.
 */
export function whoNeedsEntry(ask: Questions, front: Resource, by: 'token' | 'signature'): string | undefined {
  const element = ask.system.elementOf(front.id);
  if (element === undefined) return undefined;
  const shown = by === 'token' ? tokens : signatures;
  const from = (id: string) => ask.system.model.elements.find((one) => one.id === id);
  for (const flow of ask.system.model.flows) {
    if (flow.to !== element.id || flow.kind === 'log' || shown.has(flow.authenticated.toLowerCase())) continue;
    const sender = from(flow.from);
    const isStranger = flow.from === internetElement && flow.kind === 'connection';
    if (sender !== undefined && !isStranger && sender.kind !== 'identity')
      return `the flow from ${sender.address} to ${element.address} (${flow.because})`;
  }
  return by === 'signature' && servesPages(ask, element)
    ? `pages in browsers call ${element.address}: it answers those of other websites (CORS)`
    : undefined;
}

const corsProperties = ['CorsConfiguration', 'Cors'];

/** A configuration of CORS, or a method of its own that answers what browsers ask before. */
function servesPages(ask: Questions, { resources }: Element): boolean {
  return resources
    .flatMap((id) => ask.system.resource(id) ?? [])
    .some(({ properties }) => {
      const has = (name: string) => properties.entries.get(name)?.kind === 'map';
      if (corsProperties.some(has)) return true;
      const method = literalText(properties.entries.get('HttpMethod'));
      const route = literalText(properties.entries.get('RouteKey'));
      if (method === 'OPTIONS' || route?.startsWith('OPTIONS ') === true) return true;
      const paths = partAt(properties, ['Body', 'paths']);
      return (
        paths?.kind === 'map' &&
        [...paths.entries.values()].some((item) => item.kind === 'map' && item.entries.has('options'))
      );
    });
}
