import type { ConditionControl } from '../../model/caller.ts';

/**
 * Who decides about the value of a condition key that is open. The global keys are those of
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * `attacker`: a part of the request that whoever sends it writes. `environment`: where, when and how the caller signed in.
 * `topology`: tags and organizations, which another input would tell.
 */
const controls: Readonly<Record<string, ConditionControl>> = {
  'aws:securetransport': 'attacker',
  'aws:useragent': 'attacker',
  'aws:referer': 'attacker',
  'aws:requestedregion': 'attacker',
  'aws:tagkeys': 'attacker',
  'aws:sourceip': 'environment',
  'aws:vpcsourceip': 'environment',
  'aws:sourcevpc': 'environment',
  'aws:sourcevpcarn': 'environment',
  'aws:sourcevpce': 'environment',
  'aws:vpceaccount': 'environment',
  'aws:vpceorgid': 'environment',
  'aws:vpceorgpaths': 'environment',
  'aws:multifactorauthpresent': 'environment',
  'aws:multifactorauthage': 'environment',
  'aws:tokenissuetime': 'environment',
  'aws:currenttime': 'environment',
  'aws:epochtime': 'environment',
  'aws:calledvia': 'environment',
  'aws:calledviafirst': 'environment',
  'aws:calledvialast': 'environment',
  'aws:viaawsservice': 'environment',
  'aws:federatedprovider': 'environment',
  'aws:sourceidentity': 'environment',
  'aws:userid': 'environment',
  'aws:ec2instancesourcevpc': 'environment',
  'aws:ec2instancesourceprivateipv4': 'environment',
  'aws:assumedroot': 'environment',
  'aws:signinsessionarn': 'environment',
  'ec2:sourceinstancearn': 'environment',
  'ec2:roledelivery': 'environment',
  'lambda:sourcefunctionarn': 'environment',
  'aws:sourcearn': 'topology',
  'aws:sourceaccount': 'topology',
  'aws:sourceowner': 'topology',
  'aws:sourceorgid': 'topology',
  'aws:sourceorgpaths': 'topology',
  'aws:principalorgid': 'topology',
  'aws:principalorgpaths': 'topology',
  'aws:resourceorgid': 'topology',
  'aws:resourceorgpaths': 'topology',
  'aws:resourceaccount': 'topology',
  // The external id is agreed with the third party; whoever else asks does not know it.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html
  'sts:externalid': 'environment',
  'sts:rolesessionname': 'attacker',
  'sts:sourceidentity': 'attacker',
  'sts:transitivetagkeys': 'attacker',
  // Which branch a push, commit or merge changes.
  'codecommit:references': 'attacker',
  'iam:passedtoservice': 'attacker',
  'iam:associatedresourcearn': 'attacker',
  'iam:policyarn': 'attacker',
  'iam:permissionsboundary': 'attacker',
  'iam:awsservicename': 'attacker',
  'kms:viaservice': 'environment',
  'kms:grantisforawsresource': 'environment',
  'kms:calleraccount': 'topology',
  'kms:resourcealiases': 'topology',
  'kms:requestalias': 'topology',
  'kms:keyorigin': 'topology',
  'kms:keyspec': 'topology',
  'kms:keyusage': 'topology',
  'kms:multiregion': 'topology',
  'kms:multiregionkeytype': 'topology',
  // Facts about the access point or the owner, not parameters of the request.
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
  's3:dataaccesspointarn': 'topology',
  's3:dataaccesspointaccount': 'topology',
  's3:accesspointnetworkorigin': 'topology',
  's3:resourceaccount': 'topology',
  'lambda:functionurlauthtype': 'topology',
  'lambda:invokedviafunctionurl': 'attacker',
};

/** Services whose own keys mirror parameters of the request, so that the sender writes them. */
const ofTheRequest: ReadonlySet<string> = new Set(['s3', 'dynamodb', 'kms', 'sns', 'sqs', 'logs', 'ssm', 'lambda']);

/** Keys are compared without regard to case; those with a `/` end in a name of the policy's author. */
export function controlOf(key: string): ConditionControl {
  const name = key.toLowerCase();
  const known = Object.hasOwn(controls, name) ? controls[name] : undefined;
  if (known !== undefined) return known;
  const [family = '', rest = ''] = name.split(':', 2);
  if (rest.startsWith('requesttag/')) return 'attacker';
  if (/(^|\/)(resource|principal)tag\//.test(rest) || rest.startsWith('existingobjecttag/')) return 'topology';
  if (isTokenClaim(family)) return 'environment';
  return ofTheRequest.has(family) ? 'attacker' : 'unknown';
}

/** Claims of identity providers are keys with the issuer's host name in front: `token.actions.githubusercontent.com:sub`. */
export function isTokenClaim(family: string): boolean {
  return family.includes('.') || family === 'saml';
}

/**
 * Keys that, with a fixed value, keep a grant to everybody from being public. "The meaning of public",
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export const narrowingKeys: ReadonlySet<string> = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalarn',
  'aws:principalaccount',
  'aws:sourcearn',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceowner',
  'aws:sourceaccount',
  'aws:userid',
  's3:dataaccesspointarn',
  's3:dataaccesspointaccount',
]);
