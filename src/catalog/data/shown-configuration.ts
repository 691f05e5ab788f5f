/** What of a type's configuration the AWS API shows in clear, and to whom. */
export interface ShownConfiguration {
  /** Properties that are shown, by the words of CloudFormation or Terraform; case and underscores do not count. */
  readonly properties: readonly string[];
  /** Actions that name the resource: any one of them is enough. */
  readonly actions?: readonly string[];
  /** Actions that name no resource, so that only a statement about all resources gives them. */
  readonly anywhere?: readonly string[];
  /** Code in the resource, or in what is made from it, has the values at hand as well. */
  readonly toCode?: true;
}

/**
 * Types whose configuration holds values of the customer's own that calls of the API return unmasked. Actions and the
 * resources that they name: Service Authorization Reference; what each returns: the API reference of the service.
 */
export const shownConfiguration: Readonly<Record<string, ShownConfiguration>> = {
  'AWS::Lambda::Function': {
    properties: ['Environment'],
    actions: ['lambda:GetFunctionConfiguration', 'lambda:GetFunction'],
    anywhere: ['lambda:ListFunctions'],
    toCode: true,
  },
  'AWS::EC2::Instance': { properties: ['UserData'], actions: ['ec2:DescribeInstanceAttribute'], toCode: true },
  'AWS::EC2::LaunchTemplate': {
    properties: ['LaunchTemplateData'],
    anywhere: ['ec2:DescribeLaunchTemplateVersions'],
    toCode: true,
  },
  'AWS::AutoScaling::LaunchConfiguration': {
    properties: ['UserData'],
    anywhere: ['autoscaling:DescribeLaunchConfigurations'],
    toCode: true,
  },
  'AWS::ECS::TaskDefinition': {
    properties: ['ContainerDefinitions'],
    anywhere: ['ecs:DescribeTaskDefinition'],
    toCode: true,
  },
  'AWS::CodeBuild::Project': {
    properties: ['Environment', 'Source'],
    actions: ['codebuild:BatchGetProjects'],
    toCode: true,
  },
  'AWS::AppRunner::Service': {
    properties: ['SourceConfiguration'],
    actions: ['apprunner:DescribeService'],
    toCode: true,
  },
  'AWS::Batch::JobDefinition': {
    properties: ['ContainerProperties', 'NodeProperties', 'EcsProperties', 'Parameters'],
    anywhere: ['batch:DescribeJobDefinitions'],
    toCode: true,
  },
  'AWS::ElasticBeanstalk::Environment': {
    properties: ['OptionSettings', 'setting'],
    actions: ['elasticbeanstalk:DescribeConfigurationSettings'],
    toCode: true,
  },
  'AWS::ElasticBeanstalk::ConfigurationTemplate': {
    properties: ['OptionSettings', 'setting'],
    actions: ['elasticbeanstalk:DescribeConfigurationSettings'],
  },
  'AWS::Amplify::App': {
    properties: ['EnvironmentVariables', 'BuildSpec'],
    actions: ['amplify:GetApp'],
    anywhere: ['amplify:ListApps'],
    toCode: true,
  },
  'AWS::Amplify::Branch': {
    properties: ['EnvironmentVariables', 'BuildSpec'],
    actions: ['amplify:GetBranch'],
    toCode: true,
  },
  'AWS::Glue::Job': {
    properties: ['DefaultArguments', 'NonOverridableArguments'],
    actions: ['glue:GetJob'],
    anywhere: ['glue:GetJobs'],
    toCode: true,
  },
  // https://docs.aws.amazon.com/glue/latest/webapi/API_GetConnection.html: the password, unless HidePassword is asked for.
  'AWS::Glue::Connection': {
    properties: ['ConnectionInput', 'ConnectionProperties'],
    actions: ['glue:GetConnection'],
  },
  'AWS::SageMaker::NotebookInstanceLifecycleConfig': {
    properties: ['OnCreate', 'OnStart'],
    actions: ['sagemaker:DescribeNotebookInstanceLifecycleConfig'],
    toCode: true,
  },
  'AWS::SageMaker::Model': {
    properties: ['PrimaryContainer', 'Containers'],
    actions: ['sagemaker:DescribeModel'],
    toCode: true,
  },
  'AWS::MWAA::Environment': {
    properties: ['AirflowConfigurationOptions'],
    actions: ['airflow:GetEnvironment'],
    toCode: true,
  },
  'AWS::EMR::Cluster': {
    properties: ['Configurations', 'BootstrapActions', 'Steps', 'bootstrap_action', 'step'],
    actions: ['elasticmapreduce:DescribeCluster', 'elasticmapreduce:ListBootstrapActions'],
    toCode: true,
  },
  'AWS::ImageBuilder::Component': { properties: ['Data'], actions: ['imagebuilder:GetComponent'] },
  'AWS::SSM::Document': { properties: ['Content'], actions: ['ssm:GetDocument'] },
  'AWS::AppConfig::HostedConfigurationVersion': {
    properties: ['Content'],
    actions: ['appconfig:GetHostedConfigurationVersion'],
  },
  'AWS::StepFunctions::StateMachine': {
    properties: ['Definition', 'DefinitionString', 'DefinitionSubstitutions'],
    actions: ['states:DescribeStateMachine'],
  },
  'AWS::Events::Rule': { properties: ['Targets'], actions: ['events:ListTargetsByRule'] },
  'AWS::Scheduler::Schedule': { properties: ['Target'], actions: ['scheduler:GetSchedule'] },
  'AWS::Pipes::Pipe': { properties: ['TargetParameters', 'EnrichmentParameters'], actions: ['pipes:DescribePipe'] },
  'AWS::ApiGateway::Stage': { properties: ['Variables'], actions: ['apigateway:GET'] },
  'AWS::ApiGatewayV2::Stage': { properties: ['StageVariables'], actions: ['apigateway:GET'] },
  'AWS::CloudFront::Distribution': {
    properties: ['DistributionConfig'],
    actions: ['cloudfront:GetDistributionConfig', 'cloudfront:GetDistribution'],
  },
  'AWS::CloudFront::Function': { properties: ['FunctionCode'], actions: ['cloudfront:GetFunction'] },
};

/** The entry of a type; undefined for those whose configuration shows no values of the customer's own. */
export function shownBy(type: string): ShownConfiguration | undefined {
  return Object.hasOwn(shownConfiguration, type) ? shownConfiguration[type] : undefined;
}

/** Is it the property, in CloudFormation's or Terraform's words? */
export function isShown({ properties }: ShownConfiguration, name: string): boolean {
  return properties.some((one) => plain(one) === plain(name));
}

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
