/** A bucket that anyone can read, or nobody, by one line. */
export function bucketTemplate(principal: string): string {
  return `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: false, IgnorePublicAcls: true, RestrictPublicBuckets: false }
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Files
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: ${principal}
            Action: s3:GetObject
            Resource: '*'
`;
}

export const openBucket = bucketTemplate("'*'");
export const closedBucket = bucketTemplate("{ AWS: !Ref 'AWS::AccountId' }");
