import type { PublicAccessGate } from '../../../model/data-keeping.ts';
import { byDefault } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { onlyWhile } from '../../combine-facts.ts';
import { noAnswers } from '../../no-answers.ts';
import { publicAccessSwitches } from './public-access-gate.ts';

/**
 * Block Public Access of a whole account. CloudFormation has no such type; Terraform (aws_s3_account_public_access_block) and
 * GetPublicAccessBlock of S3 Control give it, with the parameters of PutPublicAccessBlock as properties.
 */
export default defineService({
  type: 'AWS::S3::AccountPublicAccessBlock',
  title: 'S3 public access block of an account',
  element: 'control',
  service: 'control',
  documentation: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html',
  facts: noAnswers('it is a setting of the account; its buckets and access points answer'),
  contributes: (view) => [
    {
      to: {
        kind: 'all-of-account',
        types: ['AWS::S3::Bucket', 'AWS::S3::AccessPoint', 'AWS::S3::MultiRegionAccessPoint'],
      },
      dimension: 'publicAccessGate',
      fact: onlyWhile(view.resource.guard, publicAccessSwitches(view), byDefault(blocksNothing)),
    },
  ],
  ignored: {},
});

/** What an account blocks that has no such setting. */
const blocksNothing: PublicAccessGate = { blocksPublicPolicies: false, blocksPublicAcls: false };
