import type { AttackerKindName } from '../../catalog/data/attacker-kinds.ts';
import { withParts } from '../../catalog/moves/needed-parts.ts';
import { byLongTermKey } from '../../catalog/moves/sessions.ts';
import { providersOfPipelines, tokenParties } from '../../catalog/moves/token-parties.ts';
import { type Attacker, type AttackFact, plainFactKey } from '../../model/attack.ts';
import { casesOf } from '../../model/fact.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import { describeText, matchPattern } from '../../model/text.ts';
import type { AttackGraph } from './graph.ts';

const onInternet: AttackFact = { kind: 'network', where: 'internet' };

/** Somebody on the internet without any account of ours. */
export const internet: Attacker = { id: 'internet', title: 'anyone on the internet', holds: [onInternet] };

/** Whoever opened an AWS account; can also do what anyone on the internet can. */
export const anyAccount: Attacker = {
  id: 'any-aws-account',
  title: 'the owner of any AWS account',
  holds: [{ kind: 'any-aws-account' }, onInternet],
};

/**
 * Who attacks: strangers, whoever controls a party that the system trusts or a repository that code comes from, whoever has a
 * user's key, employees who are signed in, and whoever has code running in a workload or build. Only those that some move
 * starts from are listed.
 */
export function attackersOf(ask: Questions, graph: AttackGraph): readonly Attacker[] {
  const outside = outsidersIn(ask, graph);
  const inside = new Map(
    graph.facts
      .flatMap((fact) => (fact === undefined ? [] : insidersBy(ask, fact)))
      .map((attacker) => [attacker.id, attacker] as const),
  );
  const byId = (left: Attacker, right: Attacker) => (left.id < right.id ? -1 : 1);
  return [internet, anyAccount, ...[...outside].sort(byId), ...[...inside.values()].sort(byId)];
}

/** Whoever controls a repository that code comes from may also have its pipelines ask for tokens. */
function outsidersIn(ask: Questions, graph: AttackGraph): readonly Attacker[] {
  const found = new Map<string, Attacker>();
  for (const fact of graph.facts) {
    if (fact?.kind !== 'controls-external' || isToldByPart(ask, fact)) continue;
    const attacker = outsider(ask, fact);
    const before = found.get(attacker.id);
    found.set(attacker.id, before === undefined ? attacker : joined(before, attacker));
  }
  return [...found.values()];
}

function joined(one: Attacker, other: Attacker): Attacker {
  const keys = new Set(one.holds.map(plainFactKey));
  return { ...one, holds: [...one.holds, ...other.holds.filter((fact) => !keys.has(plainFactKey(fact)))] };
}

/** Nobody is a whole host of repositories: each of them is somebody of its own. */
function isToldByPart(ask: Questions, { party, tokens }: OutsideControl): boolean {
  return tokens === undefined && providersOfPipelines(ask).has(party);
}

type OutsideControl = Extract<AttackFact, { kind: 'controls-external' }>;

/** Who holds just this from the start, among those who have a foothold. */
function insidersBy(ask: Questions, fact: AttackFact): readonly Attacker[] {
  if (fact.kind === 'runs-code') return [intruder(ask, fact.resource)];
  if (fact.kind === 'writes') return isRepository(ask, fact.resource) ? [committer(ask, fact.resource)] : [];
  if (fact.kind !== 'acts-as') return [];
  const isUser = principalKind(ask, fact.principal) === 'user';
  return isUser || isOfEmployees(ask, fact.principal) ? [holder(ask, fact.principal)] : [];
}

/**
 * Footholds that somebody asks about by name: the id, address or name of an identity or workload, or of something that
 * others are made from and that somebody changes (a template, layer, image, stack set, store). Unlike the attackers above they
 * are asked about on purpose, so everything that they lead to counts.
 */
export function footholds(ask: Questions, graph: AttackGraph, name: string): readonly Attacker[] {
  const repositories = outsidersIn(ask, graph).filter((one) => isCalled(one.names ?? [], name));
  if (repositories.length > 0) return repositories;
  const wanted = ask.system.model.elements.filter(({ id, address, name: own }) => [id, address, own].includes(name));
  const found = wanted.flatMap(({ resource }): readonly Attacker[] => {
    if (resource === undefined) return [];
    if (principalKind(ask, resource) !== undefined) return [holder(ask, resource)];
    const code: AttackFact = { kind: 'runs-code', resource };
    if (graph.numberOf(code) !== undefined) return [intruder(ask, resource)];
    return isRepository(ask, resource) ? [committer(ask, resource)] : changers(ask, graph, [resource]);
  });
  if (found.length > 0) return found;
  // Templates and the like are parts of what is made from them, and no elements.
  const parts = ask.system.model.resources.filter(({ id, address }) => id === name || address === name);
  return changers(
    ask,
    graph,
    parts.map(({ id }) => id),
  );
}

function changers(ask: Questions, graph: AttackGraph, resources: readonly ResourceId[]): readonly Attacker[] {
  return resources
    .filter((resource) => graph.numberOf({ kind: 'writes', resource }) !== undefined)
    .map((resource) => changer(ask, resource));
}

/** Strangers come from outside; the others have been given a foothold. */
export function isStranger({ holds }: Attacker): boolean {
  return holds.every(({ kind }) => kind === 'network' || kind === 'any-aws-account' || kind === 'controls-external');
}

function named(kind: AttackerKindName, of: string): string {
  return `${kind}:${of}`;
}

function outsider(ask: Questions, fact: OutsideControl): Attacker {
  const { party, tokens } = fact;
  if (tokens !== undefined) return pipelineRun(ask, fact);
  const vouches = !party.startsWith('external/') || party.startsWith('external/identity-provider/');
  const name = ask.system.model.elements.find(({ id }) => id === party)?.name ?? party;
  if (!vouches && isSource(ask, party))
    return {
      id: named('repository', name),
      title: `whoever controls the code at ${name}`,
      names: [name],
      holds: [fact, onInternet],
    };
  const isAccount = party.startsWith('external/aws-account/');
  return {
    id: named(vouches ? 'identity-provider' : 'third-party', party),
    title: vouches ? `whoever ${name} vouches for` : `whoever controls ${name}`,
    holds: [fact, ...(isAccount ? anyAccount.holds : internet.holds)],
  };
}

/** Somebody who has a run of the pipeline do what he likes: he controls the repository, or the part of it that a policy names. */
function pipelineRun(ask: Questions, fact: OutsideControl): Attacker {
  const key = plainFactKey(fact);
  const names = tokenParties(ask).find((one) => plainFactKey({ kind: fact.kind, ...one }) === key)?.names ?? [];
  const [name = fact.party, ...others] = names;
  const more = others.length === 0 ? '' : ` or ${others.length === 1 ? others[0] : `one of ${others.length} others`}`;
  const title = `whoever runs a pipeline of ${name}${more}`;
  return { id: named('repository', name), title, names, holds: [fact, onInternet] };
}

/**
 * Does one call the attacker so: `github.com/acme/shop`, `acme/shop` or with a branch after it? A repository is also among all those
 * of its organization.
 */
export function isCalled(names: readonly string[], wanted: string): boolean {
  const plain = wanted
    .replace(/^https?:\/\//, '')
    .replace(/\.git$/, '')
    .replace(/^repo:/, '');
  return names.some((name) => {
    const path = name.replace(/^[^/]*\//, '');
    return [name, path].some((one) => one === plain || one.startsWith(`${plain}:`) || fitsPattern(one, plain));
  });
}

function fitsPattern(pattern: string, name: string): boolean {
  return pattern.includes('*') && matchPattern([pattern], [name]) === 'yes';
}

/** Do builds take code from there? */
function isSource(ask: Questions, party: string): boolean {
  return ask.system.model.flows.some(
    ({ kind, from, to }) => kind === 'deployment' && from === party && builds.has(ask.system.element(to)?.type ?? ''),
  );
}

function holder(ask: Questions, principal: ResourceId): Attacker {
  const kind = principalKind(ask, principal) ?? 'role';
  const session = kind === 'user' ? { session: byLongTermKey } : {};
  const holds: readonly AttackFact[] = [{ kind: 'acts-as', principal, ...session }];
  return isOfEmployees(ask, principal)
    ? { id: named('insider', principal), title: `an employee signed in as ${principal}`, holds }
    : { id: named(kind, principal), title: `whoever holds credentials of ${kind} ${principal}`, holds };
}

/** Builds are a foothold of their own: what they fetch runs there. */
const builds: ReadonlySet<string> = new Set(['AWS::CodeBuild::Project', 'AWS::CodePipeline::Pipeline']);

function intruder(ask: Questions, resource: ResourceId): Attacker {
  const holds: readonly AttackFact[] = [{ kind: 'runs-code', resource }];
  return builds.has(ask.system.resource(resource)?.type ?? '')
    ? { id: named('pipeline', resource), title: `whoever runs code in builds of ${resource}`, holds }
    : { id: named('workload', resource), title: `whoever runs code in ${resource}`, holds };
}

function committer(ask: Questions, resource: ResourceId): Attacker {
  const name = ask.system.elementOf(resource)?.name ?? resource;
  return {
    id: named('repository', resource),
    title: `whoever commits to ${name}`,
    holds: withParts(ask, { kind: 'writes', resource }),
  };
}

function changer(ask: Questions, resource: ResourceId): Attacker {
  const name = ask.system.resource(resource)?.address ?? resource;
  const holds = withParts(ask, { kind: 'writes', resource });
  return { id: named('change', resource), title: `whoever changes ${name}`, holds };
}

function isRepository(ask: Questions, resource: ResourceId): boolean {
  return ask.system.resource(resource)?.type === 'AWS::CodeCommit::Repository';
}

/**
 * Is it a role that people sign in to by IAM Identity Center?
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
function isOfEmployees(ask: Questions, principal: ResourceId): boolean {
  const role = ask.system.resource(principal);
  return role !== undefined && describeText(role.name).startsWith('AWSReservedSSO_');
}

/** Groups are nobody: no one acts as a group. */
function principalKind(ask: Questions, principal: ResourceId): 'user' | 'role' | undefined {
  for (const { fact } of casesOf(ask.system.fact(principal, 'principal')))
    if (fact.kind === 'known' && fact.value.kind !== 'group') return fact.value.kind;
  return undefined;
}

/** Does the attacker hold the fact from the start? */
export function isGiven(fact: AttackFact, { holds }: Attacker): boolean {
  const key = plainFactKey(fact);
  return holds.some((held) => plainFactKey(held) === key);
}
