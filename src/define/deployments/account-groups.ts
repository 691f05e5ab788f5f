import type { Hole, Text } from '../../model/text.ts';
import type { PlannedDeployment } from './planned-deployment.ts';

/** Where a deployment stands, as texts: given ones are literals, others are holes that equal ones share. */
export interface Standing {
  readonly account: Text;
  readonly region: Text;
  readonly partition: Text;
}

/** Two deployments, by their position, of which one names the other. */
export type Link = readonly [importer: number, exporter: number];

/**
 * Accounts and regions. Deployments that name each other are in one account and region, since that is how far exports
 * go; those deployed side by side share the account. What nobody gives is a hole named after the group's smallest
 * deployment, so that unrelated deployments never share one.
 */
export function settleAccounts(deployments: readonly PlannedDeployment[], links: readonly Link[]): readonly Standing[] {
  const accounts = createGroups(deployments.map((deployment) => deployment.account));
  const regions = createGroups(deployments.map((deployment) => deployment.region));
  for (const [at, leader] of sideBySide(deployments)) {
    accounts.join(at, leader);
    if (deployments[at]?.oneRegion === true) regions.join(at, leader);
  }
  for (const [importer, exporter] of links) {
    accounts.join(importer, exporter);
    regions.join(importer, exporter);
  }
  const names = groupNames(deployments, accounts);
  return deployments.map((deployment, at) => {
    const group = names.get(accounts.find(at)) ?? deployment.id;
    const account = accounts.given(at);
    const region = regions.given(at);
    return {
      account: accountText(account, group),
      region: region === undefined ? [regionHole(group)] : [region],
      partition: [partitionOf(region)],
    };
  });
}

/** Where a deployment stands that has no company: what it is not given is a hole of its own. */
export function openStanding({ id, account, region }: Pick<PlannedDeployment, 'id' | 'account' | 'region'>): Standing {
  return {
    account: accountText(account, id),
    region: region === undefined ? [regionHole(id)] : [region],
    partition: [partitionOf(region)],
  };
}

/** May a deployment import what the other one exports? Exports are known within one account and region only. */
export function mayMeet(left: PlannedDeployment, right: PlannedDeployment): boolean {
  const agree = (a: string | undefined, b: string | undefined) => a === undefined || b === undefined || a === b;
  return (
    agree(left.side, right.side) &&
    agree(left.stage, right.stage) &&
    agree(left.account, right.account) &&
    agree(left.region, right.region)
  );
}

/**
 * The partition that a region lies in; `aws` for a region that nobody gives.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
function partitionOf(region: string | undefined): string {
  if (region?.startsWith('cn-')) return 'aws-cn';
  return region?.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** Pairs each deployment that has company with the first of its company. */
function sideBySide(deployments: readonly PlannedDeployment[]): readonly (readonly [at: number, leader: number])[] {
  const leaders = new Map<string, number>();
  const pairs: (readonly [number, number])[] = [];
  deployments.forEach(({ together, side, role }, at) => {
    if (together === undefined) return;
    const key = [together, side ?? '', role].join('\0');
    const leader = leaders.get(key);
    if (leader === undefined) leaders.set(key, at);
    else pairs.push([at, leader]);
  });
  return pairs;
}

/** Disjoint sets of positions, each with at most one given value. */
interface Groups {
  find(at: number): number;
  /** Does nothing when the two sets were given different values. */
  join(left: number, right: number): void;
  given(at: number): string | undefined;
}

function createGroups(values: readonly (string | undefined)[]): Groups {
  const parents = values.map((_, at) => at);
  const given = [...values];
  const groups: Groups = {
    find(at) {
      let here = at;
      while (parents[here] !== here) {
        const above = parents[here] ?? here;
        parents[here] = parents[above] ?? above;
        here = above;
      }
      return here;
    },
    join(left, right) {
      const [a, b] = [groups.find(left), groups.find(right)];
      const [ofA, ofB] = [given[a], given[b]];
      if (a === b || (ofA !== undefined && ofB !== undefined && ofA !== ofB)) return;
      parents[b] = a;
      given[a] = ofA ?? ofB;
    },
    given(at) {
      return given[groups.find(at)];
    },
  };
  return groups;
}

/** The smallest name of each group. */
function groupNames(deployments: readonly PlannedDeployment[], groups: Groups): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  deployments.forEach((deployment, at) => {
    const group = groups.find(at);
    const known = names.get(group);
    if (known === undefined || deployment.id < known) names.set(group, deployment.id);
  });
  return names;
}

/** A name of the user's cannot be taken for that of a group. */
function accountText(given: string | undefined, group: string): Text {
  if (given !== undefined && /^[0-9]{12}$/.test(given)) return [given];
  const symbol = given === undefined ? `account:${group}` : `named-account:${given}`;
  const hole: Hole = { symbol, kind: 'account', settledBy: `the account of ${given ?? group} in bartizan.yaml` };
  return [hole];
}

function regionHole(group: string): Hole {
  return { symbol: `region:${group}`, kind: 'region', settledBy: `the region of ${group} in bartizan.yaml` };
}
