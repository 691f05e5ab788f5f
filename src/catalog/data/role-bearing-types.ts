import type { RunsAs } from '../../model/workload.ts';

/** A property that holds the role, or the instance profile, that the type works with. */
export type RoleProperty = Omit<RunsAs, 'role'> & { readonly path: string };

const code = (path: string, service: string): readonly RoleProperty[] => [{ path, service, purpose: 'workload' }];

/**
 * Types that run code of the customer, or hand out credentials, as a role and that are not known in depth, by CloudFormation
 * name. The properties are those of the CloudFormation schemas, the services those that AWS's pages about the roles name.
 */
export const roleProperties: Readonly<Record<string, readonly RoleProperty[]>> = {
  'AWS::Amplify::App': code('IAMServiceRole', 'amplify.amazonaws.com'),
  'AWS::Batch::JobDefinition': code('ContainerProperties.JobRoleArn', 'ecs-tasks.amazonaws.com'),
  'AWS::BedrockAgentCore::BrowserCustom': code('ExecutionRoleArn', 'bedrock-agentcore.amazonaws.com'),
  'AWS::BedrockAgentCore::CodeInterpreterCustom': code('ExecutionRoleArn', 'bedrock-agentcore.amazonaws.com'),
  'AWS::BedrockAgentCore::Harness': code('ExecutionRoleArn', 'bedrock-agentcore.amazonaws.com'),
  'AWS::BedrockAgentCore::Runtime': code('RoleArn', 'bedrock-agentcore.amazonaws.com'),
  'AWS::EKS::PodIdentityAssociation': code('RoleArn', 'pods.eks.amazonaws.com'),
  'AWS::Glue::DevEndpoint': code('RoleArn', 'glue.amazonaws.com'),
  'AWS::Glue::Job': code('Role', 'glue.amazonaws.com'),
  'AWS::ImageBuilder::InfrastructureConfiguration': code('InstanceProfileName', 'ec2.amazonaws.com'),
  'AWS::KinesisAnalyticsV2::Application': code('ServiceExecutionRole', 'kinesisanalytics.amazonaws.com'),
  'AWS::MWAA::Environment': code('ExecutionRoleArn', 'airflow-env.amazonaws.com'),
  'AWS::SageMaker::NotebookInstance': code('RoleArn', 'sagemaker.amazonaws.com'),
  'AWS::SageMaker::UserProfile': code('UserSettings.ExecutionRole', 'sagemaker.amazonaws.com'),
  'AWS::Scheduler::Schedule': [{ path: 'Target.RoleArn', service: 'scheduler.amazonaws.com', purpose: 'service' }],
  'AWS::Synthetics::Canary': code('ExecutionRoleArn', 'lambda.amazonaws.com'),
};
