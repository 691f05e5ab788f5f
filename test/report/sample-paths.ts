import type { DocumentPath, DocumentStep } from '../../src/model/document-paths.ts';
import type { DocumentElement } from '../../src/model/document-system.ts';
import { riskOf } from './sample-threats.ts';

type Move = readonly [move: string, title: string, from: string, to: string, gives: string, actions: readonly string[]];

type Plan = readonly [
  attacker: string,
  gains: string,
  certainty: DocumentPath['certainty'],
  score: number,
  moves: readonly Move[],
];

const internet = 'external/internet';

const plans: readonly Plan[] = [
  [
    'internet',
    'read data',
    'certain',
    20,
    [
      [
        'network/call',
        'Send requests to the load balancer',
        internet,
        'shop/LoadBalancer',
        'can-call:shop/LoadBalancer',
        [],
      ],
      [
        'network/foothold',
        'Run code through a flaw of the web service',
        'shop/LoadBalancer',
        'shop/WebService',
        'runs-code:shop/WebService',
        [],
      ],
      [
        'workload/credentials',
        'Take the credentials of the task',
        'shop/WebService',
        'shop/WebTaskRole',
        'acts-as:shop/WebTaskRole',
        [],
      ],
      [
        'data/read',
        'Read the images',
        'shop/WebTaskRole',
        'shop/ImagesBucket',
        'reads:shop/ImagesBucket',
        ['s3:GetObject', 's3:ListBucket'],
      ],
    ],
  ],
  [
    'any-aws-account',
    'write data',
    'conditional',
    12,
    [
      [
        'queue/send',
        'Send forged orders',
        internet,
        'shop/OrdersQueue',
        'writes:shop/OrdersQueue',
        ['sqs:SendMessage'],
      ],
      [
        'event/poison',
        'Feed the function',
        'shop/OrdersQueue',
        'shop/CheckoutFunction',
        'runs-code:shop/CheckoutFunction',
        [],
      ],
      [
        'workload/credentials',
        'Take the credentials of the function',
        'shop/CheckoutFunction',
        'shop/CheckoutRole',
        'acts-as:shop/CheckoutRole',
        [],
      ],
      [
        'data/write',
        'Change carts',
        'shop/CheckoutRole',
        'shop/CartTable',
        'writes:shop/CartTable',
        ['dynamodb:PutItem'],
      ],
      ['data/read', 'Read carts', 'shop/CheckoutRole', 'shop/CartTable', 'reads:shop/CartTable', ['dynamodb:Scan']],
    ],
  ],
  [
    'identity-provider:github',
    'administrator',
    'weakness',
    16,
    [
      [
        'federation/assume',
        'Assume the deployment role from any repository',
        internet,
        'shop/DeployRole',
        'acts-as:shop/DeployRole',
        ['sts:AssumeRoleWithWebIdentity'],
      ],
      [
        'identity/put-policy',
        'Write own policies',
        'shop/DeployRole',
        'shop/DeployRole',
        'administrates:shop-prod',
        ['iam:PutRolePolicy'],
      ],
      [
        'data/read',
        'Read every order',
        'shop/DeployRole',
        'shop/OrdersDatabase',
        'reads:shop/OrdersDatabase',
        ['rds:CopyDBSnapshot'],
      ],
    ],
  ],
];

/** Three attack paths of three to five steps in the first shop, as far as its elements exist. */
export function samplePaths(elements: readonly DocumentElement[]): readonly DocumentPath[] {
  const present = new Set(elements.map((element) => element.id));
  return plans.map(pathOf).filter((path) => path.steps.every((step) => present.has(step.from) && present.has(step.to)));
}

function pathOf([attacker, gains, certainty, score, moves]: Plan): DocumentPath {
  const steps = moves.map(
    ([move, title, from, to, gives, actions], at): DocumentStep => ({
      id: `s${at + 1}`,
      move,
      title,
      technique: 'T1078.004',
      from,
      to,
      needs: [at === 0 ? 'network:internet' : `s${at}`],
      gives,
      certainty: at === 1 ? certainty : 'certain',
      actions,
      ...(at === 2 && { guard: 'Stage = prod' }),
      evidence: [
        {
          note: 'statement AllowAll',
          source: { file: 'shop/template.yaml', line: 120 + at, column: 11, endLine: 131 + at },
        },
      ],
    }),
  );
  const target = moves.at(-1)?.[3] ?? '';
  return {
    id: `${attacker}>${target}:${moves.map(([move]) => move).join('+')}`,
    attacker,
    entry: moves[0]?.[2] ?? '',
    target,
    gains,
    certainty,
    ...(certainty === 'conditional' && { guard: 'Stage = prod' }),
    likelihood: 4,
    impact: score / 4,
    risk: riskOf(4, score / 4, score),
    conditions: certainty === 'conditional' ? ['the message is parsed as code'] : [],
    proof: 'checked',
    steps,
  };
}
