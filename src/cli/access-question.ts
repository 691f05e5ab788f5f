import { readFileSync } from 'node:fs';
import { outsidersClaims } from '../catalog/data/identity-providers.ts';
import { readPolicies } from '../catalog/read-policy.ts';
import { rolesOf } from '../catalog/roles-of.ts';
import type { AccessRequest } from '../model/access.ts';
import type { Caller, RequestPlace, ServiceSource, Session, SessionOrigin } from '../model/caller.ts';
import type { PolicySource } from '../model/policy.ts';
import type { DefinedSystem } from '../model/questions.ts';
import { text } from '../model/text.ts';
import { findNamed } from './find-named.ts';
import type { InputOptions } from './input-options.ts';
import { UsageError } from './usage-error.ts';

/** What may be said of a request on the command line besides who, action and what. */
export interface RequestOptions extends InputOptions {
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly session?: SessionOrigin['kind'];
  readonly sessionName?: string;
  readonly sessionPolicy?: readonly string[];
  readonly sessionTag?: readonly string[];
  readonly mfa?: boolean;
  readonly from?: string;
  readonly through?: string;
  readonly onBehalfOf?: string;
}

/** One who asks, with the words for him. */
export interface NamedCaller {
  readonly caller: Caller;
  readonly title: string;
}

/**
 * Who is meant: a kind of stranger, an account, a service, a provider, or identities of the input. A workload acts as each of
 * its roles, the ARN of a session as its role.
 */
export function callersOf(defined: DefinedSystem, who: string, options: RequestOptions): readonly NamedCaller[] {
  const outside = outsideCaller(who, options);
  if (outside !== undefined) return [{ caller: outside, title: who }];
  const [, role, name] = /^arn:[a-z-]+:sts::\d*:assumed-role\/([^/]+)\/(.+)$/.exec(who) ?? [];
  const session = sessionOf(defined, options, name);
  const withSession = session === undefined ? {} : { session };
  const resource = findNamed(defined, role ?? who);
  const { system, access } = defined.ask;
  if (access.principals().some(({ id }) => id === resource.id)) {
    return [{ caller: { kind: 'resource', resource: resource.id, ...withSession }, title: resource.id }];
  }
  const roles = [...new Map(rolesOf(system, resource.id).map((each) => [each.role.id, each.role])).values()];
  if (roles.length === 0) {
    throw new UsageError(
      `${resource.id} (${resource.type}) is neither a role nor a user, and runs as no role of the input`,
    );
  }
  return roles.map(({ id }) => ({
    caller: { kind: 'resource', resource: id, ...withSession },
    title: `${resource.id} as ${id}`,
  }));
}

function outsideCaller(who: string, { onBehalfOf }: RequestOptions): Caller | undefined {
  if (who === 'anonymous' || who === 'any-aws-account') return { kind: who };
  const [, kind, name = ''] = /^(account|service|federated|outsider):(.+)$/.exec(who) ?? [];
  switch (kind) {
    case 'account':
      return { kind, account: text(name) };
    case 'service':
      return { kind, service: name, ...(onBehalfOf !== undefined && { onBehalfOf: sourceOf(onBehalfOf) }) };
    case 'federated':
      return { kind, provider: text(name) };
    case 'outsider': {
      const claims = outsidersClaims(name);
      if (claims === undefined)
        throw new UsageError(
          `${name} is not known as an issuer that is open to everybody; ask about federated:${name}`,
        );
      return { kind: 'federated', provider: text(name), claims };
    }
    default:
      return undefined;
  }
}

function sourceOf(source: string): ServiceSource {
  return /^\d{12}$/.test(source) ? { account: text(source) } : { arn: text(source) };
}

/** Undefined when nothing is said of a session: then it is open how the caller came to his credentials. */
function sessionOf(defined: DefinedSystem, options: RequestOptions, named: string | undefined): Session | undefined {
  const { session, sessionPolicy, sessionTag, mfa } = options;
  const name = named ?? options.sessionName;
  if ([session, name, sessionPolicy, sessionTag, mfa].every((said) => said === undefined)) return undefined;
  const kind = session ?? 'assume-role';
  const obtained: SessionOrigin =
    kind === 'web-identity' || kind === 'saml' ? { kind, provider: [unknownProvider] } : { kind };
  return {
    obtained,
    ...(name !== undefined && { name: text(name) }),
    ...(sessionPolicy !== undefined && { policies: sessionPolicy.flatMap((said) => sessionPolicies(defined, said)) }),
    ...(sessionTag !== undefined && {
      tags: new Map(sessionTag.map(pair).map(([key, value]) => [key, { value: text(value), transitive: false }])),
    }),
    ...(mfa !== undefined && { multiFactor: mfa }),
  };
}

const unknownProvider = {
  symbol: 'expression:provider',
  kind: 'expression',
  settledBy: 'the provider of the session',
} as const;

/** A managed policy of the input, or a file with a policy document. */
function sessionPolicies(defined: DefinedSystem, said: string): readonly PolicySource[] {
  if (said.startsWith('arn:')) {
    const { id, address } = findNamed(defined, said);
    const [document] = readPolicies(defined.ask.system.resource(id)?.properties.entries.get('PolicyDocument'));
    if (document === undefined) throw new UsageError(`${address} is no policy`);
    return [{ name: address, kind: 'session', statedBy: id, document }];
  }
  const [document] = readPolicies({
    kind: 'literal',
    value: contentOf(said),
    origin: defined.ask.system.model.origins.source(said, 1, 1, 1),
  });
  if (document === undefined || document.open !== undefined)
    throw new UsageError(`${said} holds no policy document; give a file with one as JSON`);
  return [{ name: said, kind: 'session', document }];
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`${path} cannot be read; give a file with a policy document, or the ARN of a policy`);
  }
}

/** What the options say of the request itself. */
export function requestParts(
  defined: DefinedSystem,
  options: RequestOptions,
): Pick<AccessRequest, 'from' | 'through' | 'context'> {
  const { from, through } = options;
  const context = contextOf(options);
  return {
    ...(from !== undefined && { from: placeOf(defined, from) }),
    ...(through !== undefined && { through: findNamed(defined, through).id }),
    ...(context.size > 0 && { context }),
  };
}

function contextOf({ with: given = [], without = [] }: RequestOptions): Map<string, readonly string[] | 'absent'> {
  const context = new Map<string, readonly string[] | 'absent'>(without.map((key) => [key, 'absent']));
  for (const [key, value] of given.map(pair)) {
    const before = context.get(key);
    context.set(key, before === undefined || before === 'absent' ? [value] : [...before, value]);
  }
  return context;
}

/** `internet`, an address range, a VPC, or a VPC endpoint of the input. */
function placeOf(defined: DefinedSystem, from: string): RequestPlace {
  if (from === 'internet') return { kind: 'internet' };
  if (/^[\da-fA-F.:]+(\/\d+)?$/.test(from)) return { kind: 'internet', addresses: from };
  const place = findNamed(defined, from);
  if (place.type === 'AWS::EC2::VPC') return { kind: 'vpc', vpc: place.id };
  const vpc = place.properties.entries.get('VpcId');
  const [end] = vpc === undefined ? [] : defined.ask.system.resolve(vpc, place.id, ['AWS::EC2::VPC']);
  if (place.type !== 'AWS::EC2::VPCEndpoint' || end?.kind !== 'resource')
    throw new UsageError(`${place.id} is no VPC and no VPC endpoint whose VPC is in the input`);
  return { kind: 'vpc', vpc: end.resource.id, endpoint: place.id };
}

function pair(source: string): readonly [string, string] {
  const at = source.indexOf('=');
  if (at < 1) throw new UsageError(`${source} is no key=value`);
  return [source.slice(0, at), source.slice(at + 1)];
}
