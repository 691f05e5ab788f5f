import { expect, it } from 'vitest';
import { modelOfTemplate } from '../support/model-of-texts.ts';

it('what anyone on the internet can do is not told again of the owner of an AWS account', async () => {
  const { document } = await modelOfTemplate(`
Resources:
  Open:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration: { BlockPublicPolicy: false, RestrictPublicBuckets: false }
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Open
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - { Effect: Allow, Principal: '*', Action: s3:GetObject, Resource: !Sub '\${Open.Arn}/*' }
`);
  expect(document.attackPaths.map(({ attacker, gains }) => [attacker, gains])).toEqual([['internet', 'read data']]);
});
