import { casesOf } from '../../model/fact.ts';
import { and } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Access, AccessRequest, Decision } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Text, textKey } from '../../model/text.ts';
import type { AccessOptions, AccessSystem, ManagedPolicies } from './access-options.ts';
import { createCandidates } from './candidates.ts';
import { type ActionName, actionName } from './compile/action-matcher.ts';
import { accountField, partitionField } from './compile/arn-fields.ts';
import { compilePolicy } from './compile/policy-code.ts';
import { type CallerCode, compileCaller } from './decide/caller.ts';
import { valueOfKey } from './decide/keys.ts';
import { compileOrganization, type OrganizationCode } from './decide/organization.ts';
import { requestOf } from './decide/request.ts';
import { type Attempting, settle } from './decide/settle.ts';
import { compileTarget, foreignTarget, ruleOf, type TargetCode } from './decide/target.ts';
import { refusal, type Surroundings, verdictOf } from './decide/verdict.ts';
import { createPrincipalPolicies, type PrincipalPolicies } from './principal-policies.ts';
import { subjectOf } from './subject.ts';

/** The IAM engine. Policies are compiled when they are first asked about, and once. */
export function createAccess(
  system: AccessSystem,
  managedPolicies: ManagedPolicies,
  options: AccessOptions = {},
): Access {
  const policies = createPrincipalPolicies(system, managedPolicies);
  const shelf = createShelf(system, policies, options);
  const principals = once(() => system.withAnswer('principal').filter((resource) => isPrincipal(resource, system)));
  const candidates = once(() => createCandidates(principals(), system, policies));
  return {
    decide: (request) => decide(request, shelf),
    principals,
    candidates: (action) => candidates().of(action),
    policiesOf: policies.identity,
  };
}

/** Everything compiled, by what it was compiled from. */
interface Shelf {
  readonly system: AccessSystem;
  readonly options: AccessOptions;
  readonly organization: OrganizationCode;
  caller(request: AccessRequest): CallerCode | undefined;
  target(request: AccessRequest, action: ActionName): TargetCode;
}

function createShelf(system: AccessSystem, policies: PrincipalPolicies, options: AccessOptions): Shelf {
  const callers = new Map<ResourceId, CallerCode | undefined>();
  const targets = { any: targetShelf(), key: targetShelf(), trust: targetShelf() };
  const byArn = once(() => arnIndex(system));
  const compile = (request: AccessRequest) => {
    const subject = subjectOf(request.caller, system);
    return subject === undefined ? undefined : compileCaller(subject, policies);
  };
  return {
    system,
    options,
    organization: compileOrganization(options.organization),
    caller(request) {
      if (request.caller.kind !== 'resource') return compile(request);
      const { resource } = request.caller;
      if (!callers.has(resource)) callers.set(resource, compile(request));
      return callers.get(resource);
    },
    target({ on: named, resource }, { service }) {
      const on = named === undefined ? byArn().get(textKey(resource)) : system.resource(named);
      const rule = ruleOf(service);
      if (on === undefined) return foreignTarget(accountField(resource), rule);
      const known = targets[rule].get(on.id) ?? compileTarget(on, rule, system);
      targets[rule].set(on.id, known);
      return known;
    },
  };
}

function targetShelf(): Map<ResourceId, TargetCode> {
  return new Map();
}

const noControls: readonly never[] = [];

function decide(given: AccessRequest, shelf: Shelf): Decision {
  const action = actionName(given.action);
  const caller = shelf.caller(given);
  if (caller === undefined) return refusal([{ kind: 'no-allow', because: 'it is not an identity that can ask' }]);
  const { subject } = caller;
  if (subject.kind === 'federated' && !/^sts:assumerolewith(webidentity|saml)$/.test(action.lower))
    return refusal([{ kind: 'no-allow', because: 'tokens of identity providers are only good for taking roles' }]);
  const target = shelf.target(given, action);
  const { on, ownedBy } = target;
  const { organization, options, system } = shelf;
  const own = subject.kind === 'role' || subject.kind === 'user' ? [subject.resource.guard] : noControls;
  const around: Surroundings = {
    session: given.session?.map(compilePolicy),
    levels: organization.levelsFor(subject),
    controls: organization.controlsFor(subject, ownedBy, action),
    exists: and(...own, ...(on === undefined ? noControls : [on.guard])),
  };
  const parties = { caller, action, target };
  const attempt: Attempting = (resource: Text, written) => {
    const sources = { subject, on, ownedBy, partition: partitionField(resource), asOf: system.asOf, options };
    const otherwise = (name: string, key: string) => valueOfKey(name, key, sources);
    const request = requestOf({ ...given, resource }, parties, { written, otherwise });
    return { request, decision: verdictOf(request, around) };
  };
  return settle(given, around.exists, attempt);
}

/** Groups are no principals: nobody acts as one. */
function isPrincipal({ id }: Resource, system: AccessSystem): boolean {
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
