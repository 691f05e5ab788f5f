import { tokenParties } from '../../catalog/moves/token-parties.ts';
import type { AttackFact } from '../../model/attack.ts';
import { id, type ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { Element } from '../../model/system.ts';
import { textKey } from '../../model/text.ts';
import { isCalled } from './attackers.ts';

/** What somebody wrote in words, or what is wrong with the words. A repository may be a source of code and get tokens as well. */
export type Assumed = { readonly facts: readonly AttackFact[] } | { readonly wrong: string };

/** What may be assumed of a resource, and who or what it is said of, for messages. */
const ofResource = {
  'acts-as': 'a user or role',
  'runs-code': 'a workload',
  reads: 'a resource',
  writes: 'a resource',
  knows: 'an access key, user, database or key pair',
  'can-call': 'a resource',
} as const;

const words = [
  ...Object.keys(ofResource).map((kind) => `${kind} NAME`),
  'controls PARTY',
  'administrates ACCOUNT',
  'internet',
  'any-aws-account',
].join(', ');

/**
 * Reads a fact: `acts-as app/Deployer`, `runs-code app/Api`, `controls github.com/acme/shop`. Names are ids, addresses or
 * names of elements; those of parts of an element (an access key) are ids or addresses of resources.
 */
export function assumedFact(text: string, ask: Questions): Assumed {
  const [kind = '', ...rest] = text.trim().split(/\s+/);
  const name = rest.join(' ');
  if (kind === 'internet' && name === '') return { facts: [{ kind: 'network', where: 'internet' }] };
  if (kind === 'any-aws-account' && name === '') return { facts: [{ kind }] };
  if (kind === 'controls') return partyNamed(name, ask);
  if (kind === 'administrates') return accountNamed(name, ask);
  if (!isOfResource(kind) || name === '') return { wrong: `${JSON.stringify(text)} is no fact: write ${words}` };
  return resourceFact(kind, name, ask);
}

function isOfResource(kind: string): kind is keyof typeof ofResource {
  return Object.hasOwn(ofResource, kind);
}

function resourceFact(kind: keyof typeof ofResource, name: string, ask: Questions): Assumed {
  const found = resourcesNamed(name, ask).filter((resource) => fits(kind, resource, ask));
  const [resource, other] = found;
  const said = `${kind} ${name}`;
  if (resource === undefined) {
    const all = ask.system.model.resources.map((one) => one.id).filter((one) => fits(kind, one, ask));
    return { wrong: `${said}: there is no ${ofResource[kind].replace(/^an? /, '')} of that name; ${listed(all)}` };
  }
  if (other !== undefined) return { wrong: `${said} may mean ${found.join(' or ')}: write the whole id` };
  return { facts: [kind === 'acts-as' ? { kind, principal: resource } : { kind, resource }] };
}

function resourcesNamed(name: string, ask: Questions): readonly ResourceId[] {
  const { elements, resources } = ask.system.model;
  const meant = elements.flatMap((one) =>
    one.resource !== undefined && namesOf(one).includes(name) ? [one.resource] : [],
  );
  if (meant.length > 0) return meant;
  return resources.flatMap((one) => (one.id === name || one.address === name ? [one.id] : []));
}

function namesOf({ id: own, address, name, aliases }: Element): readonly string[] {
  return [own, address, name, ...aliases];
}

const withCredential: ReadonlySet<string> = new Set(['AWS::IAM::AccessKey', 'AWS::EC2::KeyPair', 'AWS::IAM::User']);

function fits(kind: keyof typeof ofResource, resource: ResourceId, ask: Questions): boolean {
  const type = ask.system.resource(resource)?.type ?? '';
  if (kind === 'acts-as') return ask.access.principals().some((one) => one.id === resource);
  if (kind === 'runs-code')
    return ask.system.fact(resource, 'workload').kind !== 'not-applicable' && isWorkload(resource, ask);
  return (
    kind !== 'knows' || withCredential.has(type) || /::(DB(Instance|Cluster)|Cluster|ReplicationGroup)$/.test(type)
  );
}

function isWorkload(resource: ResourceId, ask: Questions): boolean {
  return ask.system.withAnswer('workload').some((one) => one.id === resource);
}

/** A repository is known by its name, all those at one place by their host. */
function partyNamed(name: string, ask: Questions): Assumed {
  const kind = 'controls-external' as const;
  const outside = ask.system.model.elements.filter((one) => one.kind === 'external-entity');
  const plain = name.replace(/^https?:\/\//, '').replace(/\/$/, '');
  const isMeant = (one: Element) =>
    namesOf(one).includes(name) || (plain !== '' && (isCalled([one.name], name) || one.name.startsWith(`${plain}/`)));
  const parties = outside.filter(isMeant).map(({ id: party }): AttackFact => ({ kind, party }));
  const runs = tokenParties(ask)
    .filter(({ names }) => isCalled(names, name) || names.some((one) => one.startsWith(`${plain}/`)))
    .map(({ party, tokens }): AttackFact => ({ kind, party, tokens }));
  if (parties.length + runs.length > 0) return { facts: [...parties, ...runs] };
  const provider = resourcesNamed(name, ask)[0];
  if (provider !== undefined) return { facts: [{ kind, party: provider }] };
  const all = [...outside.map((one) => one.name), ...tokenParties(ask).flatMap(({ names }) => names)];
  return { wrong: `controls ${name}: no party outside is called so; ${listed(all)}` };
}

function accountNamed(name: string, ask: Questions): Assumed {
  const accounts = new Set(ask.system.model.deployments.map(({ account }) => textKey(account)));
  const meant = accounts.has(name) ? name : byDeployment(name, ask);
  return meant === undefined
    ? { wrong: `administrates ${name}: no account and no deployment is called so; ${listed([...accounts])}` }
    : { facts: [{ kind: 'administrates', account: meant }] };
}

function byDeployment(name: string, ask: Questions): string | undefined {
  const found = ask.system.model.deployments.find((one) => one.id === id(name));
  return found === undefined ? undefined : textKey(found.account);
}

/** The first of what there is; nobody reads a longer list. */
function listed(names: readonly string[]): string {
  const shown = [...new Set(names)].sort().slice(0, 10);
  if (shown.length === 0) return 'there is none';
  return `there is ${shown.join(', ')}${names.length > shown.length ? ' and others' : ''}`;
}
