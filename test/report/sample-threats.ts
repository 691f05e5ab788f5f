import type { DocumentThreat } from '../../src/model/document.ts';
import type { DocumentLevel, DocumentRisk } from '../../src/model/document-evidence.ts';
import type { DocumentMitigation } from '../../src/model/document-paths.ts';
import type { DocumentElement } from '../../src/model/document-system.ts';

type Status = DocumentThreat['status'];
type Row = readonly [
  rule: string,
  title: string,
  address: string,
  status: Status,
  likelihood: number,
  impact: number,
  change: readonly [property: string, value: string],
];

const rows: readonly Row[] = [
  [
    'data/public-read',
    'Data store readable by anyone',
    'ImagesBucket',
    'open',
    5,
    5,
    ['PublicAccessBlockConfiguration.BlockPublicPolicy', 'true'],
  ],
  ['network/plaintext', 'Traffic without encryption', 'LoadBalancer', 'open', 4, 4, ['Listeners.Protocol', 'HTTPS']],
  [
    'identity/wildcard',
    'Role may do everything',
    'DeployRole',
    'open',
    4,
    5,
    ['Policies.PolicyDocument', 'only the actions that the pipeline uses'],
  ],
  [
    'logging/no-access-log',
    'Requests leave no trace',
    'Cdn',
    'open',
    3,
    2,
    ['DistributionConfig.Logging', 'a bucket for access logs'],
  ],
  [
    'logging/no-access-log',
    'Requests leave no trace',
    'HttpApi',
    'open',
    3,
    2,
    ['DistributionConfig.Logging', 'a bucket for access logs'],
  ],
  [
    'data/no-backup',
    'Data cannot be brought back',
    'CartTable',
    'open',
    2,
    4,
    ['PointInTimeRecoverySpecification', 'true'],
  ],
  [
    'data/cross-account-write',
    'Queue open to every AWS account',
    'OrdersQueue',
    'open',
    4,
    3,
    ['QueuePolicy', 'a condition on aws:SourceArn'],
  ],
  ['edge/no-web-filter', 'No filter for web attacks', 'Cdn', 'mitigated', 1, 3, ['WebACLId', 'a web ACL']],
  [
    'data/unencrypted',
    'Data at rest without encryption',
    'OrdersDatabase',
    'mitigated',
    1,
    4,
    ['StorageEncrypted', 'true'],
  ],
  [
    'network/nat-egress',
    'Anything inside can reach anything outside',
    'NatGateway',
    'accepted',
    2,
    2,
    ['Routes', 'a firewall endpoint'],
  ],
  [
    'data/unknown-key-policy',
    'Key may be open to other accounts',
    'DataKey',
    'unknown',
    3,
    4,
    ['KeyPolicy', 'principals of this account'],
  ],
  ['compute/old-runtime', 'Software out of support', 'CheckoutFunction', 'open', 2, 1, ['Runtime', 'nodejs22.x']],
];

const levelOf = (score: number): DocumentLevel =>
  score >= 20 ? 'critical' : score >= 12 ? 'high' : score >= 6 ? 'medium' : score >= 3 ? 'low' : 'info';

/** Factors whose sums are the likelihood and the impact. */
export function riskOf(likelihood: number, impact: number, inherent: number): DocumentRisk {
  const factor = (name: string, on: 'likelihood' | 'impact', effect: number, because: string) => ({
    name,
    on,
    effect,
    because,
  });
  return {
    inherent: levelOf(inherent),
    residual: levelOf(likelihood * impact),
    score: likelihood * impact,
    level: levelOf(likelihood * impact),
    factors: [
      factor('rule', 'likelihood', 2, 'how easy this is as a rule'),
      factor(
        'exposure',
        'likelihood',
        likelihood - 2,
        likelihood > 2 ? 'reachable from the internet' : 'control in force',
      ),
      factor('rule', 'impact', 3, 'what it does as a rule'),
      factor('asset', 'impact', impact - 3, impact > 3 ? 'customer data' : 'no data of its own'),
    ],
  };
}

/** Twelve kinds of threat on every shop of the system, of all levels and statuses. */
export function sampleThreats(
  elements: readonly DocumentElement[],
  names: readonly string[],
): readonly DocumentThreat[] {
  const named = new Map(rows.map((row) => [row[2], rows.filter((other) => other[2] === row[2])]));
  return elements.flatMap((element) =>
    (named.get(element.id.slice(element.id.indexOf('/') + 1)) ?? []).map((row) => threatOn(element, row, names)),
  );
}

function threatOn(element: DocumentElement, row: Row, names: readonly string[]): DocumentThreat {
  const [rule, title, , status, likelihood, impact] = row;
  const note = names[0] ?? `${row[6][0]} is not set`;
  return {
    id: `${rule}@${element.id}#`,
    rule,
    title,
    statement: `A stranger on the internet with a browser can use ${element.address}, which leads to loss of its data, negatively impacting customers`,
    element: element.id,
    address: element.address,
    status,
    stride: ['information-disclosure', 'tampering'],
    techniques: ['T1530', 'T1078.004'],
    weaknesses: ['CWE-732'],
    likelihood,
    impact,
    risk: riskOf(likelihood, impact, status === 'mitigated' ? 20 : likelihood * impact),
    ...(rule === 'identity/wildcard' && { guard: names[1] ?? 'Stage = prod' }),
    ...(status === 'unknown' && { settledBy: 'parameter KeyPolicy of shop' }),
    ...(status === 'accepted' && {
      acceptance: {
        reason: names[2] ?? 'Outgoing traffic is watched by the network team',
        owner: 'network@shop.example',
        expires: '2027-03-31',
        ...(element.source && { source: element.source }),
      },
    }),
    controls: [
      {
        id: status === 'mitigated' ? 'web-acl' : 'block-public-access',
        state: status === 'mitigated' ? 'in-force' : 'not-in-force',
        evidence: { note: 'as the property says', ...(element.source && { source: element.source }) },
      },
    ],
    mitigations: [`fix:${rule}@${element.id}`],
    evidence: [
      { note, ...(element.source && { source: element.source }) },
      { note: 'AWS grants access when no statement denies it' },
    ],
  };
}

export function sampleMitigations(threats: readonly DocumentThreat[]): readonly DocumentMitigation[] {
  return threats.map((threat): DocumentMitigation => {
    const change = rows.find((row) => row[0] === threat.rule)?.[6] ?? ['', ''];
    const source = threat.evidence[0]?.source;
    return {
      id: `fix:${threat.rule}@${threat.element}`,
      control: 'block-public-access',
      title: `Close: ${threat.title}`,
      addresses: [threat.element],
      removes: { threats: [threat.id], paths: [], risk: threat.status === 'open' ? threat.risk.score : 0 },
      effort: 1 + (threat.risk.score % 4),
      change: { resource: threat.address, type: 'AWS::S3::Bucket', property: change[0], value: change[1] },
      ...(source && { source }),
    };
  });
}
