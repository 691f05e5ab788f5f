import type { Access, AccessRequest, Decision } from '../../model/access.ts';
import type { Session } from '../../model/caller.ts';
import { casesOf } from '../../model/fact.ts';
import { and } from '../../model/guard.ts';
import type { DeploymentId, ResourceId } from '../../model/id.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { Resource } from '../../model/resource.ts';
import { type Text, textKey } from '../../model/text.ts';
import type { AccessOptions, AccessSystem, ManagedPolicies } from './access-options.ts';
import { remember } from './bulk/numbers.ts';
import { createPeople, type People } from './bulk/people.ts';
import { createBulk } from './bulk/who-may.ts';
import type { SingleRequests } from './bulk/world.ts';
import { createCandidates } from './candidates.ts';
import { type ActionName, actionName } from './compile/action-matcher.ts';
import { accountField, partitionField } from './compile/arn-fields.ts';
import { compilePolicy } from './compile/policy-code.ts';
import { bothLet, throughPoint } from './decide/access-point.ts';
import { type CallerCode, compileCaller } from './decide/caller.ts';
import type { KeySources } from './decide/key-rule.ts';
import { scopeOfKey, valueOfKey } from './decide/keys.ts';
import { nearMissesOf } from './decide/near-misses.ts';
import { compileOrganization, type OrganizationCode } from './decide/organization.ts';
import { endpointOf } from './decide/place-rules.ts';
import { type Parties, type Request, requestOf, type Written } from './decide/request.ts';
import { settle } from './decide/settle.ts';
import { createSupposing } from './decide/supposing.ts';
import {
  compileTarget,
  createBareness,
  foreignTarget,
  meansPeople,
  policiesOn,
  ruleOf,
  type TargetCode,
} from './decide/target.ts';
import { type EndpointCode, refusal, type Surroundings, verdictOf } from './decide/verdict.ts';
import { createPrincipalPolicies, type PrincipalPolicies, sourcesOf } from './principal-policies.ts';
import { accountOf, isPrincipal, subjectOf } from './subject.ts';

/** The IAM engine. Policies are compiled when they are first asked about, and once. */
export function createAccess(
  system: AccessSystem,
  managedPolicies: ManagedPolicies,
  options: AccessOptions = {},
): Access {
  const policies = createPrincipalPolicies(system, managedPolicies);
  const shelf = createShelf(system, policies, options);
  const principals = once(() => system.withAnswer('principal').filter((resource) => actsByItself(resource, system)));
  const candidates = once(() => createCandidates(principals(), system, policies));
  const bulk = createBulk(
    singleRequests(shelf),
    once(() => peopleOf(principals(), shelf)),
    scopeOfKey,
  );
  return {
    decide: (request) => decide(request, shelf),
    whoMay: bulk.whoMay,
    nearMisses(request) {
      const prepared = prepare(request, shelf);
      if (prepared === undefined) return [];
      const asked = { resource: request.resource, written: new Map() };
      return nearMissesOf(requestIn(prepared, shelf, asked), prepared.around);
    },
    principals,
    candidates: (action) => candidates().of(action),
    mayBeGuarded: (principal, action) =>
      shelf.organization.mayRefuse(system.deploymentOf(principal).account, actionName(action)),
    asksFor: (key, action) => bulk.keysAsked(actionName(action)).has(key.toLowerCase()),
    policiesOf: policies.identity,
    policyOfAws: managedPolicies,
    managedBy: (account) => managedBy(account, options),
  };
}

function managedBy(account: Text, { organization }: AccessOptions): readonly string[] | undefined {
  const own = organization?.accounts.get(textKey(account));
  if (organization === undefined || own === undefined) return undefined;
  return own.management ? [...organization.accounts.keys()].filter((key) => key !== textKey(account)) : [];
}

/** Everything compiled, by what it was compiled from. */
interface Shelf {
  readonly system: AccessSystem;
  readonly options: AccessOptions;
  readonly organization: OrganizationCode;
  caller(request: AccessRequest): CallerCode | undefined;
  target(request: AccessRequest, action: ActionName): TargetCode;
  /** For this action, the target that a resource is, when it has policies of its own that mean roles or users. */
  policied(action: ActionName): (on: Resource) => TargetCode | undefined;
  ownerOf(on: Resource): Text;
  endpoint(request: AccessRequest): EndpointCode | undefined;
}

function createShelf(system: AccessSystem, policies: PrincipalPolicies, options: AccessOptions): Shelf {
  const callers = new Map<ResourceId, CallerCode | undefined>();
  const inSessions = new WeakMap<Session, Map<ResourceId, CallerCode | undefined>>();
  const callersIn = (session: Session) => {
    const known = inSessions.get(session) ?? new Map();
    inSessions.set(session, known);
    return known;
  };
  const targets = { any: targetShelf(), key: targetShelf(), trust: targetShelf(), both: targetShelf() };
  const bareness = new Map<TargetCode['rule'], (on: Resource) => boolean>();
  const endpoints = new Map<ResourceId, EndpointCode | undefined>();
  const byArn = once(() => arnIndex(system));
  const owners = new Map<DeploymentId, Text>();
  const targetOf = (on: Resource, rule: TargetCode['rule'], sources?: readonly PolicySource[]) =>
    remember(targets[rule], on.id, () => compileTarget(on, rule, system, sources ?? policiesOn(on, rule, system)));
  const compile = (request: AccessRequest) => {
    const subject = subjectOf(request.caller, system);
    return subject === undefined ? undefined : compileCaller(subject, policies);
  };
  const supposing = createSupposing();
  return {
    system,
    options,
    organization: compileOrganization(options.organization),
    caller(request) {
      if (request.caller.kind !== 'resource') return supposing.caller(compile(request), request.supposing);
      const { resource, session } = request.caller;
      const known = session === undefined ? callers : callersIn(session);
      return supposing.caller(
        remember(known, resource, () => compile(request)),
        request.supposing,
      );
    },
    target({ on: named, resource, supposing: supposed }, action) {
      const on = named === undefined ? byArn().get(textKey(resource)) : system.resource(named);
      const rule = ruleOf(action);
      if (on === undefined) return supposing.target(foreignTarget(accountField(resource), rule), supposed);
      return supposing.target(targetOf(on, rule), supposed);
    },
    policied(action) {
      const rule = ruleOf(action);
      const isBare = remember(bareness, rule, () => createBareness(rule, system));
      return (on) => {
        const sources = isBare(on) ? nothing : policiesOn(on, rule, system);
        return sources.some(meansPeople) ? targetOf(on, rule, sources) : undefined;
      };
    },
    ownerOf: (on) => remember(owners, on.deployment, () => system.deploymentOf(on.id).account),
    endpoint({ from }) {
      const id = endpointOf(from);
      if (id === undefined) return undefined;
      if (!endpoints.has(id)) endpoints.set(id, endpointPolicies(id, system));
      return endpoints.get(id);
    },
  };
}

/** "The default endpoint policy allows full access", https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
function endpointPolicies(id: ResourceId, system: AccessSystem): EndpointCode | undefined {
  const place = system.resource(id);
  if (place === undefined) return undefined;
  const stated = sourcesOf(system.fact(id, 'resourcePolicy'), 'endpoint', place.origin);
  if (stated.length === 0) return undefined;
  const parts = casesOf(system.fact(id, 'network')).flatMap(({ fact }) => (fact.kind === 'known' ? fact.value : []));
  return {
    policies: stated.map(compilePolicy),
    isGateway: parts.some((part) => part.kind === 'endpoint' && part.gateway),
  };
}

function targetShelf(): Map<ResourceId, TargetCode> {
  return new Map();
}

const nothing: readonly never[] = [];

/** A request with everything that has a say in it. */
interface Prepared extends Parties {
  readonly around: Surroundings;
}

function prepare(given: AccessRequest, shelf: Shelf, as?: CallerCode): Prepared | undefined {
  const action = actionName(given.action);
  const caller = as ?? shelf.caller(given);
  if (caller === undefined) return undefined;
  const { subject } = caller;
  const target = shelf.target(given, action);
  const { on, ownedBy } = target;
  const own = isPrincipal(subject) ? [subject.resource.guard] : nothing;
  const isFree = given.supposing?.unguarded === true;
  const isFreed = isFree && ownedBy !== undefined && textKey(ownedBy) === textKey(accountOf(subject) ?? []);
  const around: Surroundings = {
    levels: isFree ? nothing : shelf.organization.levelsFor(subject),
    controls: isFreed
      ? nothing
      : shelf.organization.controlsFor(subject, { ownedBy, action, resource: given.resource }),
    endpoint: shelf.endpoint(given),
    exists: and(...own, ...(on === undefined ? nothing : [on.guard])),
  };
  return { given, action, caller, target, around };
}

const nothingWritten: Written = new Map();

function requestIn(
  parties: Parties,
  shelf: Shelf,
  attempt: { readonly resource: Text; readonly written: Written },
): Request {
  const { given, caller, target } = parties;
  const { resource, written } = attempt;
  const sources: KeySources = {
    request: given,
    subject: caller.subject,
    on: target.on,
    ownedBy: target.ownedBy,
    partition: partitionField(resource),
    system: shelf.system,
    options: shelf.options,
  };
  const otherwise = (name: string, key: string) => valueOfKey(name, key, sources);
  return requestOf(resource, parties, { written, otherwise });
}

interface Deciding {
  /** Who asks, instead of the one whom the request names. */
  readonly caller?: CallerCode;
  readonly isAtPoint?: boolean;
}

/** Through an access point a request is decided there as well, and both must let it pass. */
function decide(given: AccessRequest, shelf: Shelf, how: Deciding = {}): Decision {
  const prepared = prepare(given, shelf, how.caller);
  if (prepared === undefined) return refusal([{ kind: 'no-allow', because: 'it is not an identity that can ask' }]);
  const { action, caller, around } = prepared;
  if (caller.subject.kind === 'federated' && !/^sts:assumerolewith(webidentity|saml)$/.test(action.lower))
    return refusal([{ kind: 'no-allow', because: 'tokens of identity providers are only good for taking roles' }]);
  const decision = settle(given, around.exists, (resource, written) => {
    const request = requestIn(prepared, shelf, { resource, written });
    return { request, decision: verdictOf(request, around) };
  });
  const point =
    how.isAtPoint === true || given.through === undefined ? undefined : shelf.system.resource(given.through);
  if (point === undefined) return decision;
  const atPoint = { ...given, resource: throughPoint(given.resource, prepared.target.on, point), on: point.id };
  return bothLet(decide(atPoint, shelf, { ...how, isAtPoint: true }), decision);
}

function singleRequests(shelf: Shelf): SingleRequests {
  return {
    decide: (request, caller) => decide(request, shelf, caller === undefined ? {} : { caller }),
    request(given) {
      const action = actionName(given.action);
      const caller = shelf.caller(given);
      if (caller === undefined) return undefined;
      const parties = { given, action, caller, target: shelf.target(given, action) };
      return requestIn(parties, shelf, { resource: given.resource, written: nothingWritten });
    },
    valueOn: (name, { resource, on }, { code: { subject } }) =>
      valueOfKey(name, name, {
        request: { caller: { kind: 'anonymous' }, action: '', resource, on: on.id },
        subject,
        on,
        ownedBy: shelf.ownerOf(on),
        partition: partitionField(resource),
        system: shelf.system,
        options: shelf.options,
      }),
    policied: shelf.policied,
    ownerOf: shelf.ownerOf,
    levels: ({ code }) => shelf.organization.levelsFor(code.subject),
    controls: (ownedBy, action) =>
      shelf.organization.controlsFor({ kind: 'any-aws-account' }, { ownedBy, action, resource: [] }),
  };
}

function peopleOf(principals: readonly Resource[], shelf: Shelf): People {
  return createPeople(principals, ({ id }) =>
    shelf.caller({ caller: { kind: 'resource', resource: id }, action: '', resource: [] }),
  );
}

/** Groups are no principals: nobody acts as one. */
function actsByItself({ id }: Resource, system: AccessSystem): boolean {
  return casesOf(system.fact(id, 'principal')).some(({ fact }) => fact.kind === 'known' && fact.value.kind !== 'group');
}

/** Resources that have a policy, by ARN, for requests that do not say whose policy is asked. */
function arnIndex(system: AccessSystem): ReadonlyMap<string, Resource> {
  const index = new Map<string, Resource>();
  for (const dimension of ['resourcePolicy', 'trustPolicy'] as const)
    for (const resource of system.withAnswer(dimension))
      if (resource.arn !== undefined) index.set(textKey(resource.arn), resource);
  return index;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
