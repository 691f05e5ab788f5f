/** Where a thing takes code or instructions from a bucket. Properties are those of the CloudFormation schemas. */
export interface CodeLocation {
  /** The property that names the bucket, or the whole address where there is no `key`; `*` is every member of a list. */
  readonly at: string;
  readonly key?: string;
  /** Where one of these is given, a version or a signature fixes what runs. */
  readonly fixedBy?: readonly string[];
  /** The key names a folder, everything in which is taken. */
  readonly folder?: true;
  /** Several addresses stand in one text, with commas between them. */
  readonly several?: true;
  /** Only what is named like a script or a library is code; the rest is data. */
  readonly scripts?: true;
  /**
   * Fetched with the role that the thing works with, each time that it runs. Else whoever deploys it fetches it, or has
   * CloudFormation do so, with rights of his own.
   */
  readonly byRole?: true;
  /** What runs it, where that is not the thing itself: resources of these types that name the thing, or that it names. */
  readonly runsIn?: readonly string[];
}

const flinkCode = 'ApplicationConfiguration.ApplicationCodeConfiguration.CodeContent.S3ContentLocation';

/**
 * By type. Which role fetches is told in:
 * https://docs.aws.amazon.com/glue/latest/dg/create-an-iam-role.html,
 * https://docs.aws.amazon.com/managed-flink/latest/java/get-started-exercise.html,
 * https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-create-role.html,
 * https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-bootstrap.html,
 * https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html; and that the caller's rights count, in:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_Roles.html,
 * https://docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html
 */
export const codeLocations: Readonly<Record<string, readonly CodeLocation[]>> = {
  'AWS::CloudFormation::Stack': [{ at: 'TemplateURL' }],
  'AWS::CodeBuild::Project': [
    { at: 'Source.Location', byRole: true },
    { at: 'SecondarySources.*.Location', byRole: true },
  ],
  'AWS::EMR::Cluster': [
    { at: 'BootstrapActions.*.ScriptBootstrapAction.Path', byRole: true },
    { at: 'Steps.*.HadoopJarStep.Jar', byRole: true },
    { at: 'Steps.*.HadoopJarStep.Args.*', scripts: true, byRole: true },
  ],
  'AWS::EMR::Step': [
    { at: 'HadoopJarStep.Jar', byRole: true, runsIn: ['AWS::EMR::Cluster'] },
    { at: 'HadoopJarStep.Args.*', scripts: true, byRole: true, runsIn: ['AWS::EMR::Cluster'] },
  ],
  'AWS::ElasticBeanstalk::ApplicationVersion': [
    { at: 'SourceBundle.S3Bucket', key: 'SourceBundle.S3Key', runsIn: ['AWS::ElasticBeanstalk::Environment'] },
  ],
  'AWS::Glue::Job': [
    { at: 'Command.ScriptLocation', byRole: true },
    { at: 'DefaultArguments.--extra-py-files', several: true, byRole: true },
    { at: 'DefaultArguments.--extra-jars', several: true, byRole: true },
    { at: 'DefaultArguments.--additional-python-modules', several: true, byRole: true },
  ],
  'AWS::KinesisAnalyticsV2::Application': [
    {
      at: `${flinkCode}.BucketARN`,
      key: `${flinkCode}.FileKey`,
      fixedBy: [`${flinkCode}.ObjectVersion`],
      byRole: true,
    },
  ],
  'AWS::Lambda::Function': [
    { at: 'Code.S3Bucket', key: 'Code.S3Key', fixedBy: ['Code.S3ObjectVersion', 'CodeSigningConfigArn'] },
  ],
  'AWS::Lambda::LayerVersion': [{ at: 'Content.S3Bucket', key: 'Content.S3Key', fixedBy: ['Content.S3ObjectVersion'] }],
  'AWS::MWAA::Environment': [
    { at: 'SourceBucketArn', key: 'DagS3Path', folder: true, byRole: true },
    { at: 'SourceBucketArn', key: 'RequirementsS3Path', fixedBy: ['RequirementsS3ObjectVersion'], byRole: true },
    { at: 'SourceBucketArn', key: 'PluginsS3Path', fixedBy: ['PluginsS3ObjectVersion'], byRole: true },
    { at: 'SourceBucketArn', key: 'StartupScriptS3Path', fixedBy: ['StartupScriptS3ObjectVersion'], byRole: true },
  ],
  'AWS::SageMaker::Model': [
    { at: 'PrimaryContainer.ModelDataUrl', byRole: true },
    { at: 'Containers.*.ModelDataUrl', byRole: true },
  ],
  'AWS::StepFunctions::StateMachine': [
    {
      at: 'DefinitionS3Location.Bucket',
      key: 'DefinitionS3Location.Key',
      fixedBy: ['DefinitionS3Location.Version'],
    },
  ],
  'AWS::Synthetics::Canary': [{ at: 'Code.S3Bucket', key: 'Code.S3Key', fixedBy: ['Code.S3ObjectVersion'] }],
};
