import type { PublicAccessGate } from '../../../model/data-keeping.ts';
import { bindFact, byDefault, type Fact, given, mapFact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { flag, present, word } from '../../answer.ts';
import { listFact } from '../../combine-facts.ts';

const BLOCK = 'PublicAccessBlockConfiguration';

/**
 * Block Public Access of the bucket, and a canned ACL that is in force. New buckets block everything unless the property
 * is given; then a switch that is not named is off. The account's own setting can only block more.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function publicAccessGate(view: ResourceView): Fact<PublicAccessGate> {
  return bindFact(publicAccessBlock(view), (gate) =>
    bindFact(present(view, BLOCK), (isGiven) =>
      mapFact(
        cannedAcl(view),
        (acl): PublicAccessGate => ({ ...gate, ...acl, ...(!isGiven && { byDefault: true as const }) }),
      ),
    ),
  );
}

/** Block Public Access alone: of buckets, and of access points, which have no lists. */
export function publicAccessBlock(view: ResourceView): Fact<PublicAccessGate> {
  return bindFact(present(view, BLOCK), (isGiven) =>
    isGiven ? publicAccessSwitches(view) : byDefault({ blocksPublicPolicies: true, blocksPublicAcls: true }),
  );
}

const switches = ['BlockPublicPolicy', 'RestrictPublicBuckets', 'BlockPublicAcls', 'IgnorePublicAcls'] as const;

/** The four switches, off unless given. Either of two is enough: one refuses the public grant, the other makes it void. */
export function publicAccessSwitches(view: ResourceView): Fact<PublicAccessGate> {
  const states = listFact(switches.map((name) => flag(view, `${BLOCK}.${name}`, false)));
  return mapFact(states, ([policy = false, restrict = false, acls = false, ignore = false]): PublicAccessGate => {
    const off = switches.filter((_, at) => ![policy, restrict, acls, ignore][at]);
    return {
      blocksPublicPolicies: policy || restrict,
      blocksPublicAcls: acls || ignore,
      ...(off.length > 0 && { off }),
    };
  });
}

/** "Canned ACL", https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html */
type CannedAcl = Pick<PublicAccessGate, 'publicAcl' | 'voidAcl' | 'grants'>;

/** "Canned ACL", https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html */

const cannedAcls: Readonly<Record<string, CannedAcl>> = {
  PublicRead: { publicAcl: 'read' },
  PublicReadWrite: { publicAcl: 'read-write' },
  AuthenticatedRead: { publicAcl: 'authenticated-read' },
  LogDeliveryWrite: {
    grants: [
      { grantee: { kind: 'log-delivery' }, permission: 'WRITE' },
      { grantee: { kind: 'log-delivery' }, permission: 'READ_ACP' },
    ],
  },
};

/** ACLs count only where the bucket's owner does not own every object, which he does by default. */
function cannedAcl(view: ResourceView): Fact<CannedAcl> {
  return bindFact(word(view, 'AccessControl', 'Private'), (acl): Fact<CannedAcl> => {
    const granted = Object.hasOwn(cannedAcls, acl) ? cannedAcls[acl] : undefined;
    if (granted === undefined) return given<CannedAcl>({});
    return mapFact(
      word(view, 'OwnershipControls.Rules.0.ObjectOwnership', 'BucketOwnerEnforced'),
      (ownership): CannedAcl => {
        if (ownership !== 'BucketOwnerEnforced') return granted;
        // New buckets refuse it as long as their owner owns every object: somebody means them to be public all the same.
        return granted.publicAcl === undefined ? {} : { voidAcl: granted.publicAcl };
      },
    );
  });
}
