/**
 * Where types that are not known in depth take their code or instructions from: the property that names a bucket, by name,
 * ARN or address. The properties are those of the CloudFormation schemas.
 */
export const codeLocations: Readonly<Record<string, readonly string[]>> = {
  'AWS::CloudFormation::Stack': ['TemplateURL'],
  'AWS::Glue::Job': ['Command.ScriptLocation'],
  'AWS::KinesisAnalyticsV2::Application': [
    'ApplicationConfiguration.ApplicationCodeConfiguration.CodeContent.S3ContentLocation.BucketARN',
  ],
  'AWS::MWAA::Environment': ['SourceBucketArn'],
  'AWS::Synthetics::Canary': ['Code.S3Bucket'],
};
