import type { DocumentBoundary, DocumentElement, DocumentFlow } from '../../src/model/document-system.ts';

/** One shop: the unit that larger sample systems repeat. `at` is its own place in the boundary tree. */
export interface Cell {
  readonly name: string;
  readonly account: string;
  readonly region: string;
}

type Kind = DocumentElement['kind'];
type Exposure = DocumentElement['exposure']['level'];
type Row = readonly [address: string, type: string, kind: Kind, place: string, exposure: Exposure];

const rows: readonly Row[] = [
  ['Cdn', 'AWS::CloudFront::Distribution', 'process', 'edge', 'internet'],
  ['LoadBalancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', 'process', 'public', 'internet'],
  ['WebService', 'AWS::ECS::Service', 'process', 'private', 'internal'],
  ['OrdersDatabase', 'AWS::RDS::DBCluster', 'data-store', 'data', 'internal'],
  ['ImagesBucket', 'AWS::S3::Bucket', 'data-store', 'region', 'internet'],
  ['HttpApi', 'AWS::ApiGatewayV2::Api', 'process', 'region', 'internet'],
  ['CheckoutFunction', 'AWS::Lambda::Function', 'process', 'region', 'internal'],
  ['OrdersQueue', 'AWS::SQS::Queue', 'data-store', 'region', 'any-aws-account'],
  ['MailerFunction', 'AWS::Lambda::Function', 'process', 'region', 'internal'],
  ['CartTable', 'AWS::DynamoDB::Table', 'data-store', 'region', 'internal'],
  ['WebTaskRole', 'AWS::IAM::Role', 'identity', 'account', 'internal'],
  ['CheckoutRole', 'AWS::IAM::Role', 'identity', 'account', 'internal'],
  ['DeployRole', 'AWS::IAM::Role', 'identity', 'account', 'partner'],
  ['DataKey', 'AWS::KMS::Key', 'control', 'region', 'internal'],
  ['DatabaseSecret', 'AWS::SecretsManager::Secret', 'data-store', 'region', 'internal'],
  ['Trail', 'AWS::CloudTrail::Trail', 'control', 'region', 'none'],
  ['Pipeline', 'AWS::CodePipeline::Pipeline', 'process', 'region', 'internal'],
  ['NatGateway', 'AWS::EC2::NatGateway', 'network', 'public', 'unknown'],
  ['WebLogs', 'AWS::Logs::LogGroup', 'data-store', 'region', 'none'],
  ['WebAcl', 'AWS::WAFv2::WebACL', 'control', 'edge', 'none'],
];

type Line = readonly [
  from: string,
  to: string,
  kind: string,
  protocol: string,
  port: string,
  encrypted: boolean | 'unknown',
];

const lines: readonly Line[] = [
  ['internet', 'Cdn', 'request', 'HTTPS', '443', true],
  ['internet', 'HttpApi', 'request', 'HTTPS', '443', true],
  ['Cdn', 'LoadBalancer', 'request', 'HTTP', '80', false],
  ['internet', 'LoadBalancer', 'request', 'HTTP', '80', false],
  ['Cdn', 'ImagesBucket', 'request', 'HTTPS', '443', true],
  ['LoadBalancer', 'WebService', 'request', 'HTTP', '8080', false],
  ['WebService', 'OrdersDatabase', 'connection', 'PostgreSQL', '5432', 'unknown'],
  ['WebService', 'OrdersQueue', 'data', 'HTTPS', '443', true],
  ['HttpApi', 'CheckoutFunction', 'invoke', 'AWS API', '443', true],
  ['CheckoutFunction', 'CartTable', 'data', 'HTTPS', '443', true],
  ['CheckoutFunction', 'OrdersQueue', 'data', 'HTTPS', '443', true],
  ['OrdersQueue', 'MailerFunction', 'event', 'AWS API', '443', true],
  ['MailerFunction', 'mail', 'request', 'SMTP', '587', 'unknown'],
  ['WebService', 'DatabaseSecret', 'secret', 'HTTPS', '443', true],
  ['WebService', 'WebLogs', 'log', 'AWS API', '443', true],
  ['Pipeline', 'WebService', 'deployment', 'AWS API', '443', true],
];

const models: Readonly<Record<string, DocumentElement['responsibility']['model']>> = {
  'AWS::ECS::Service': 'container',
  'AWS::RDS::DBCluster': 'managed',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'managed',
  'AWS::IAM::Role': 'identity',
  'AWS::EC2::NatGateway': 'managed',
};

export const elementsPerCell = rows.length;

export function cellBoundaries(cell: Cell): readonly DocumentBoundary[] {
  const account = `account:${cell.account}`;
  const region = `region:${cell.account}/${cell.region}`;
  const vpc = `vpc:${cell.name}/Vpc`;
  const subnet = (name: string, exposure: 'public' | 'private') =>
    ({ id: `subnet:${cell.name}/${name}`, kind: 'subnet', name, parent: vpc, exposure }) as const;
  return [
    { id: account, kind: 'account', name: cell.account, parent: 'internet' },
    { id: `edge:${cell.account}`, kind: 'edge', name: 'AWS edge locations', parent: account },
    { id: region, kind: 'region', name: cell.region, parent: account },
    { id: vpc, kind: 'vpc', name: `${cell.name} Vpc`, parent: region },
    subnet('PublicSubnet', 'public'),
    subnet('PrivateSubnet', 'private'),
    subnet('DataSubnet', 'private'),
  ];
}

function placeOf(place: string, cell: Cell): string {
  const subnets: Readonly<Record<string, string>> = {
    public: 'PublicSubnet',
    private: 'PrivateSubnet',
    data: 'DataSubnet',
  };
  const name = subnets[place];
  if (name !== undefined) return `subnet:${cell.name}/${name}`;
  return place === 'region' ? `region:${cell.account}/${cell.region}` : `${place}:${cell.account}`;
}

export function cellElements(cell: Cell, most: number): readonly DocumentElement[] {
  return rows.slice(0, most).map(([address, type, kind, place, exposure], at): DocumentElement => {
    const boundary = placeOf(place, cell);
    const source = { file: `${cell.name}/template.yaml`, line: 12 + at * 17, column: 3, endLine: 26 + at * 17 };
    return {
      id: `${cell.name}/${address}`,
      address,
      type,
      kind,
      name: address,
      account: cell.account,
      region: cell.region,
      boundary,
      placements: [boundary],
      resources: [address],
      aliases: [],
      exposure: { level: exposure, because: exposure === 'internet' ? ['a route from the internet leads here'] : [] },
      facts: {
        encryptionAtRest: { state: at % 3 === 0 ? 'default' : 'explicit', text: 'AWS-managed key', source },
        logging:
          at % 4 === 0
            ? { state: 'unknown', text: 'name of the log bucket', settledBy: 'parameter LogBucket' }
            : { state: 'explicit', text: 'access log on' },
        software: { state: 'not-applicable', text: 'AWS runs all of its software' },
      },
      responsibility: {
        model: models[type] ?? 'serverless',
        customer: ['who may use it', 'encryption keys', 'what it logs'],
        aws: ['hardware', 'operating system', 'availability of the service'],
      },
      role: 'subject',
      source,
    };
  });
}

export function cellFlows(cell: Cell, present: ReadonlySet<string>): readonly DocumentFlow[] {
  const idOf = (end: string) =>
    end === 'internet' ? 'external/internet' : end === 'mail' ? 'external/mail' : `${cell.name}/${end}`;
  return lines
    .filter(([from, to]) => present.has(idOf(from)) && present.has(idOf(to)))
    .map(([from, to, kind, protocol, port, encrypted]) => ({
      id: `${idOf(from)} -> ${idOf(to)} # ${protocol}/${port}`,
      from: idOf(from),
      to: idOf(to),
      kind,
      protocol,
      ports: [port],
      encrypted,
      authenticated: from === 'internet' ? 'none' : 'iam',
      crosses: from === 'internet' || to === 'mail' ? ['internet', `account:${cell.account}`] : [],
      because: `${from} names ${to}`,
      source: { file: `${cell.name}/template.yaml`, line: 40, column: 7, endLine: 44 },
    }));
}
