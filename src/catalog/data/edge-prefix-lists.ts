/**
 * The managed prefix list of CloudFront's servers that call origins (com.amazonaws.global.cloudfront.origin-facing), by
 * its id in each region. https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
 */
export const edgePrefixLists: ReadonlySet<string> = new Set([
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
