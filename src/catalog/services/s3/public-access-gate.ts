import type { PublicAccessGate } from '../../../model/dimension.ts';
import { allFacts, bindFact, byDefault, type Fact, given, mapFact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { flag, present, word } from '../../answer.ts';
import { anyTrue } from '../../combine-facts.ts';

const BLOCK = 'PublicAccessBlockConfiguration';

/**
 * Block Public Access of the bucket, and a canned ACL that is in force. New buckets block everything unless the property
 * is given; then a switch that is not named is off. The account's own setting can only block more.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function publicAccessGate(view: ResourceView): Fact<PublicAccessGate> {
  const blocks = bindFact(present(view, BLOCK), (isGiven) => {
    if (!isGiven) return byDefault({ blocksPublicPolicies: true, blocksPublicAcls: true });
    // Either of two switches is enough: one refuses the public grant, the other makes it count for nothing.
    return allFacts({
      blocksPublicPolicies: anyTrue([
        flag(view, `${BLOCK}.BlockPublicPolicy`, false),
        flag(view, `${BLOCK}.RestrictPublicBuckets`, false),
      ]),
      blocksPublicAcls: anyTrue([
        flag(view, `${BLOCK}.BlockPublicAcls`, false),
        flag(view, `${BLOCK}.IgnorePublicAcls`, false),
      ]),
    });
  });
  return bindFact(blocks, (gate) =>
    mapFact(cannedAcl(view), (publicAcl): PublicAccessGate => ({ ...gate, ...(publicAcl && { publicAcl }) })),
  );
}

const publicAcls: Readonly<Record<string, PublicAccessGate['publicAcl']>> = {
  PublicRead: 'read',
  PublicReadWrite: 'read-write',
  AuthenticatedRead: 'authenticated-read',
};

/** ACLs count only where the bucket's owner does not own every object, which he does by default. */
function cannedAcl(view: ResourceView): Fact<PublicAccessGate['publicAcl']> {
  return bindFact(word(view, 'AccessControl', 'Private'), (acl): Fact<PublicAccessGate['publicAcl']> => {
    const open = Object.hasOwn(publicAcls, acl) ? publicAcls[acl] : undefined;
    if (open === undefined) return given(undefined);
    return mapFact(word(view, 'OwnershipControls.Rules.0.ObjectOwnership', 'BucketOwnerEnforced'), (ownership) =>
      ownership === 'BucketOwnerEnforced' ? undefined : open,
    );
  });
}
