import { type DeploymentId, id } from '../../model/id.ts';
import { literalOf, type Text } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import type { TerraformInstance, TerraformProvider } from './instance.ts';
import type { TerraformPlace } from './translate/draft.ts';

/** Account and region where they are told: literal texts. */
export interface ToldPlace {
  readonly account?: string;
  readonly region?: string;
}

/** Where each provider configuration works, by its name, as far as it says or as the ARNs of what it made tell. */
export function toldPlaces(instances: readonly TerraformInstance[]): ReadonlyMap<string, ToldPlace> {
  const polls = new Map<string, Poll>();
  for (const instance of instances) {
    const { provider } = instance;
    const poll = polls.get(provider.name) ?? { provider, accounts: new Map(), regions: new Map() };
    polls.set(provider.name, poll);
    if (instance.mode === 'data') askData(instance, poll);
    else askArn(instance, poll);
  }
  return new Map(
    [...polls].map(([name, { provider, accounts, regions }]) => {
      const account = accountOf(provider) ?? winner(accounts);
      const region = literal(provider.region) ?? winner(regions);
      return [name, { ...(account !== undefined && { account }), ...(region !== undefined && { region }) }];
    }),
  );
}

/** What instances of one provider say of where it works. */
interface Poll {
  readonly provider: TerraformProvider;
  readonly accounts: Votes;
  readonly regions: Votes;
}

function askData({ type, attributes: { entries } }: TerraformInstance, { accounts, regions }: Poll): void {
  if (type === 'aws_caller_identity') vote(accounts, literal(entries.get('account_id')), CERTAIN);
  if (type === 'aws_region') vote(regions, literal(entries.get('region')) ?? literal(entries.get('name')), CERTAIN);
}

function askArn({ attributes }: TerraformInstance, { accounts, regions }: Poll): void {
  const arn = literal(attributes.entries.get('arn')) ?? '';
  const [, region, account] = /^arn:[\w-]+:[\w-]+:([a-z0-9-]*):(\d{12})?:/.exec(arn) ?? [];
  vote(regions, region, 1);
  vote(accounts, account, 1);
}

type Votes = Map<string, number>;

/** A data source tells where the provider is; ARNs of what it made may be of other regions too. */
const CERTAIN = 1_000_000;

function vote(votes: Votes, value: string | undefined, weight: number): void {
  if (value === undefined || value === '') return;
  votes.set(value, (votes.get(value) ?? 0) + weight);
}

function winner(votes: Votes): string | undefined {
  return [...votes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}

/** An account id, or that of the role that the provider assumes. */
function accountOf({ account, assumedRole }: TerraformProvider): string | undefined {
  const given = literal(account);
  if (given !== undefined && /^\d{12}$/.test(given)) return given;
  return /^arn:[\w-]+:iam::(\d{12}):role\//.exec(literal(assumedRole) ?? '')?.[1];
}

function literal(value: Value | undefined): string | undefined {
  const content = value === undefined ? undefined : textOf(value);
  const word = content === undefined ? undefined : literalOf(content);
  return word === '' ? undefined : word;
}

/** The name of the provider configuration that stands for the root module: the one without an alias. */
export function mainProvider(names: Iterable<string>): string {
  const aws = [...names].filter((name) => /^aws(\.|$)/.test(name)).sort();
  return aws.includes('aws') ? 'aws' : (aws[0] ?? 'aws');
}

/** Where instances go: to the deployment of the root module, or to one of their own in another region or account. */
export interface Places {
  placeOf(instance: TerraformInstance): TerraformPlace;
  /** Every place that was given out, the root module's first. */
  readonly used: ReadonlyMap<DeploymentId, TerraformPlace>;
}

/**
 * Providers of other regions and accounts than the main one have a deployment each, `infra@west`, as has a resource that
 * names another region itself (`region`, version 6 of the provider): `infra@us-west-2`.
 */
export function createPlaces(main: TerraformPlace, told: ReadonlyMap<string, ToldPlace>): Places {
  const used = new Map<DeploymentId, TerraformPlace>([[main.deployment, main]]);
  const byProvider = new Map<string, TerraformPlace>();
  const mainName = mainProvider(told.keys());

  const other = (suffix: string, account: Text, region: Text): TerraformPlace => {
    const deployment = id<DeploymentId>(`${main.deployment}@${suffix}`);
    const place = used.get(deployment) ?? { deployment, account, region, partition: main.partition };
    used.set(deployment, place);
    return place;
  };
  const ofProvider = (provider: TerraformProvider): TerraformPlace => {
    if (provider.name === mainName || !/^aws\./.test(provider.name)) return main;
    const { account, region } = told.get(provider.name) ?? {};
    const unknownAccount = account === undefined && provider.assumedRole !== undefined;
    const sameAccount = !unknownAccount && (account === undefined || literalOf(main.account) === account);
    const unknownRegion = region === undefined && provider.region !== undefined;
    if (sameAccount && !unknownRegion && (region === undefined || literalOf(main.region) === region)) return main;
    const alias = provider.name.slice('aws.'.length);
    return other(
      alias,
      sameAccount ? main.account : accountText(account, `${main.deployment}@${alias}`),
      regionText(region, provider, main),
    );
  };
  return {
    used,
    placeOf({ provider, attributes, mode }) {
      const place = byProvider.get(provider.name) ?? ofProvider(provider);
      byProvider.set(provider.name, place);
      const own = mode === 'managed' ? literal(attributes.entries.get('region')) : undefined;
      const here = literalOf(place.region);
      if (own === undefined || here === undefined || own === here || !/^[a-z]{2,4}(-[a-z]+)+-\d$/.test(own))
        return place;
      return other(own, place.account, [own]);
    },
  };
}

function accountText(account: string | undefined, name: string): Text {
  if (account !== undefined) return [account];
  return [{ symbol: `account:${name}`, kind: 'account', settledBy: `the account of ${name}` }];
}

function regionText(region: string | undefined, provider: TerraformProvider, main: TerraformPlace): Text {
  if (region !== undefined) return [region];
  if (provider.region === undefined) return main.region;
  const name = `${main.deployment}@${provider.name}`;
  return [{ symbol: `region:${name}`, kind: 'region', settledBy: `the region of provider ${provider.name}` }];
}
