/** A prefix list that AWS keeps: the addresses of one of its services. What it holds changes and is in no input. */
export interface ManagedPrefixList {
  /** `com.amazonaws.global.cloudfront.origin-facing`. */
  readonly name: string;
  /** The service whose addresses it holds: `cloudfront`, `s3`, `dynamodb` … */
  readonly service: string;
}

const cloudFront: ManagedPrefixList = {
  name: 'com.amazonaws.global.cloudfront.origin-facing',
  service: 'cloudfront',
};

/**
 * Ids of the list of CloudFront's servers that call origins, one for each region, and of no other list.
 * https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
 */
const cloudFrontIds: ReadonlySet<string> = new Set([
  'pl-22a6434b',
  'pl-31a34658',
  'pl-38a64351',
  'pl-3b927c52',
  'pl-4ea04527',
  'pl-4fa04526',
  'pl-58a04531',
  'pl-5da64334',
  'pl-75b1541c',
  'pl-82a045eb',
  'pl-93a247fa',
  'pl-9aa247f3',
  'pl-a3a144ca',
  'pl-b6a144df',
  'pl-b8a742d1',
  'pl-fab65393',
]);

/**
 * Ids of the lists of the services with gateway endpoints, as `aws ec2 describe-prefix-lists` gives them. One id may be
 * S3's in one region and DynamoDB's in another.
 */
const gatewayServiceIds: Readonly<Record<string, readonly (readonly [region: string, service: string])[]>> = {
  'pl-02cd2c6b': [['us-east-1', 'dynamodb']],
  'pl-61a54008': [['ap-northeast-1', 's3']],
  'pl-63a5400a': [['us-east-1', 's3']],
  'pl-68a54001': [['us-west-2', 's3']],
  'pl-6aa54003': [['sa-east-1', 's3']],
  'pl-6ba54002': [['us-west-1', 's3']],
  'pl-6ca54005': [['ap-southeast-2', 's3']],
  'pl-6da54004': [['eu-west-1', 's3']],
  'pl-6ea54007': [['eu-central-1', 's3']],
  'pl-6fa54006': [
    ['ap-southeast-1', 's3'],
    ['eu-west-1', 'dynamodb'],
  ],
  'pl-78a54011': [
    ['ap-south-1', 's3'],
    ['ap-northeast-2', 's3'],
  ],
  'pl-7ba54012': [['us-east-2', 's3']],
};

/**
 * The list of AWS that an id or name stands for in a region; undefined for lists of customers and ids that are not known
 * here. Without a region an id counts when all its regions agree on the service.
 */
export function managedPrefixList(word: string, region: string | undefined): ManagedPrefixList | undefined {
  if (cloudFrontIds.has(word)) return cloudFront;
  const named = /^com\.amazonaws\.[a-z0-9-]+\.([a-z0-9]+)/.exec(word)?.[1];
  if (named !== undefined) return { name: word, service: named };
  const known = Object.hasOwn(gatewayServiceIds, word) ? (gatewayServiceIds[word] ?? []) : [];
  const here = region === undefined ? known : known.filter(([where]) => where === region);
  const [first] = here;
  if (first === undefined || here.some(([, service]) => service !== first[1])) return undefined;
  return { name: `com.amazonaws.${region ?? first[0]}.${first[1]}`, service: first[1] };
}
