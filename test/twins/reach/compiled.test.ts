import { describe, expect, test } from 'vitest';
import { createReach } from '../../../src/define/reach/create-reach.ts';
import { reachOf } from '../../../src/define/reach/reach-of.ts';
import { guardKey } from '../../../src/model/guard.ts';
import { id, type ResourceId } from '../../../src/model/id.ts';
import type { Connection, ConnectionProtocol, NetworkEnd, Reach } from '../../../src/model/reach.ts';
import { deploy } from '../../reach/deploy.ts';
import { createDice, type Dice } from './dice.ts';
import { features, featuresOf } from './features.ts';
import { literalFinder } from './literal-finder.ts';
import { type RandomNetwork, randomNetwork } from './random-network.ts';

const seed = Number(process.env.REACH_SEED ?? 20261128);
const networks = Number(process.env.REACH_NETWORKS ?? 18);
const slices = 6;

interface Question {
  readonly from: NetworkEnd;
  readonly to: NetworkEnd;
  readonly port?: number;
  readonly protocol?: ConnectionProtocol;
}

/** Every pair of ends and each end with the internet and some blocks, on any port and on one, some of them for ping. */
function questionsOf({ ends, blocks }: RandomNetwork, dice: Dice): readonly Question[] {
  const resources = ends.map((name): NetworkEnd => ({ kind: 'resource', resource: id<ResourceId>(`net/${name}`) }));
  const unplaced = new Set(resources.filter((_, at) => /^(Queue|Bucket|Url|Offer|Fast)$/.test(ends[at] ?? '')));
  const named = (name: string) => resources.filter((_, at) => ends[at] === name);
  const asking = resources.filter((_, at) => ends[at] !== 'Offer' && ends[at] !== 'Fast');
  const outside: readonly NetworkEnd[] = [
    { kind: 'internet' },
    ...blocks.map((cidr) => ({ kind: 'cidr', cidr }) as const),
  ];
  const pairs = [
    // Two ends that are in no VPC are all alike; what accelerators hand on is listed.
    ...asking.flatMap((from) =>
      [...asking, ...named('Offer')].flatMap((to) => (unplaced.has(from) && unplaced.has(to) ? [] : [{ from, to }])),
    ),
    ...outside.flatMap((one) =>
      asking.flatMap((end) => [
        { from: one, to: end },
        { from: end, to: one },
      ]),
    ),
  ];
  return pairs.flatMap((pair): readonly Question[] => [
    pair,
    { ...pair, port: dice.pick([22, 443, 5432]) },
    ...(dice.chance(0.1) ? [{ ...pair, protocol: dice.pick(['icmp', 'udp'] as const) }] : []),
  ]);
}

const told = ({ guard, ...rest }: Connection) => ({ ...rest, guard: guardKey(guard) });

/** What an engine says without being asked about a pair. */
function listed(reach: Omit<Reach, 'connections'>, ends: readonly string[]) {
  const ids = ends.map((name) => id<ResourceId>(`net/${name}`));
  return {
    fromInternet: reach.fromInternet().map(({ resource, connection }) => ({ id: resource.id, ...told(connection) })),
    handedOn: ids.map((one) => reach.handedOn(one)),
    controlPlane: ids.map((one) => reach.controlPlane(one)),
  };
}

const counts = new Map(Object.keys(features).map((name) => [name, 0]));
let asked = 0;

function compare(at: number): void {
  const dice = createDice(seed + at);
  const network = randomNetwork(dice);
  const { base } = deploy(network.template);
  const [literal, compiled] = [reachOf(literalFinder(base)), createReach(base)];
  for (const question of questionsOf(network, dice)) {
    const { from, to, port, protocol } = question;
    asked += 1;
    const expected = literal.connect(from, to, port, protocol);
    const found = compiled.connect(from, to, port, protocol);
    for (const name of featuresOf(expected)) counts.set(name, (counts.get(name) ?? 0) + 1);
    if (JSON.stringify(told(found)) !== JSON.stringify(told(expected)))
      expect({ seed: seed + at, question, ...told(found) }).toEqual({ seed: seed + at, question, ...told(expected) });
  }
  expect(listed(compiled, network.ends)).toEqual(listed(literal, network.ends));
}

/** Parts that decide: what is asked of a network must be answered differently somewhere without them. */
const decisive = [
  'AWS::EC2::NetworkAclEntry',
  'AWS::EC2::SubnetNetworkAclAssociation',
  'AWS::EC2::VPCGatewayAttachment',
  'AWS::EC2::VPCPeeringConnection',
  'AWS::EC2::TransitGatewayAttachment',
  'AWS::EC2::NatGateway',
  'AWS::EC2::EIP',
  'AWS::EC2::GatewayRouteTableAssociation',
  'AWS::EC2::VPCEndpoint',
  'AWS::NetworkFirewall::Firewall',
  'AWS::ElasticLoadBalancingV2::Listener',
] as const;

/** How many answers differ once all resources of a type, and what refers to them, are gone. */
function changedWithout(type: string, at: number): number {
  const dice = createDice(seed + at);
  const network = randomNetwork(dice);
  const questions = questionsOf(network, dice);
  const answers = (template: object) => {
    const { base } = deploy(template);
    const reach = createReach(base);
    return questions.map(({ from, to, port, protocol }) =>
      JSON.stringify(told(reach.connect(from, to, port, protocol))),
    );
  };
  const { Resources, ...sections } = network.template;
  const gone = new Set(Object.entries(Resources).flatMap(([name, { Type }]) => (Type === type ? [name] : [])));
  const names = [...gone].flatMap((name) => [`{"Ref":"${name}"}`, `["${name}",`]);
  const left = Object.entries(Resources).filter(
    ([name, one]) => !gone.has(name) && !names.some((text) => JSON.stringify(one).includes(text)),
  );
  const [before, after] = [answers(network.template), answers({ ...sections, Resources: Object.fromEntries(left) })];
  return before.filter((answer, index) => answer !== after[index]).length;
}

describe('the compiled engine', () => {
  test.each(Array.from({ length: slices }, (_, slice) => slice))(
    'answers as the literal one, part %i',
    (slice) => {
      for (let at = slice; at < networks; at += slices) compare(at);
    },
    120_000,
  );

  test.each(decisive)('is asked what %s decides', (type) => {
    const tried = [0, 1, 2, 3, 4, 5].find((at) => changedWithout(type, at) > 0);
    expect(tried).toBeDefined();
  });

  test('was asked about everything that decides', () => {
    const shares = [...counts].map(([name, count]) => `${name} ${((100 * count) / asked).toFixed(1)} %`);
    console.log(`seed ${seed}, ${asked} questions: ${shares.join(', ')}`);
    expect([...counts].filter(([, count]) => count < asked / 100)).toEqual([]);
  });
});
