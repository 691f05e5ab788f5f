import type { PublicAccessGate } from '../../../model/data-keeping.ts';
import { type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { word } from '../../answer.ts';
import { noAnswers } from '../../no-answers.ts';

/** One setting for all snapshots of disks in a region: whether they may be shared with everybody. */
export default defineService({
  type: 'AWS::EC2::SnapshotBlockPublicAccess',
  title: 'block of public snapshots',
  element: 'control',
  service: 'control',
  documentation: 'https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html',
  facts: noAnswers('it is a setting of the account and region'),
  structure: { publicAccessGate: gateOf },
  ignored: {},
});

/** `block-all-sharing` also makes void what is shared already; `block-new-sharing` does not; `unblocked` is AWS's default. */
function gateOf(view: ResourceView): Fact<PublicAccessGate> {
  if (view.read('State') === undefined) return notApplicable('it says nothing');
  return mapFact(word(view, 'State', ''), (state): PublicAccessGate => {
    const blocks = state !== 'unblocked';
    return {
      blocksPublicPolicies: blocks,
      blocksPublicAcls: blocks,
      ...(!blocks && { off: ['sharing of snapshots'] }),
    };
  });
}
