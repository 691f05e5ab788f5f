import { allow, type PolicyTemplates } from './policy-template.ts';

/**
 * Queues, topics, mail, events, workflows and functions.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html
 */
export const messagingTemplates: PolicyTemplates = {
  SQSPollerPolicy: [
    allow(
      'sqs',
      'ChangeMessageVisibility ChangeMessageVisibilityBatch DeleteMessage DeleteMessageBatch GetQueueAttributes ReceiveMessage',
      'arn:sqs:@:<queueName>',
    ),
  ],
  LambdaInvokePolicy: [allow('lambda', 'InvokeFunction', 'arn:lambda:@:function:<functionName>*')],
  SESSendBouncePolicy: [allow('ses', 'SendBounce', 'arn:ses:@:identity/<identityName>')],
  SQSSendMessagePolicy: [allow('sqs', 'SendMessage*', 'arn:sqs:@:<queueName>')],
  SNSPublishMessagePolicy: [allow('sns', 'Publish', 'arn:sns:@:<topicName>')],
  SESCrudPolicy: [
    allow(
      'ses',
      'GetIdentityVerificationAttributes SendEmail SendRawEmail VerifyEmailIdentity',
      'arn:ses:@:identity/<identityName>',
    ),
  ],
  SNSCrudPolicy: [
    allow('sns', 'ListSubscriptionsByTopic CreateTopic SetTopicAttributes Subscribe Publish', 'arn:sns:@:<topicName>*'),
  ],
  MobileAnalyticsWriteOnlyAccessPolicy: [allow('mobileanalytics', 'PutEvents', '*')],
  PinpointEndpointAccessPolicy: [
    allow(
      'mobiletargeting',
      'GetEndpoint UpdateEndpoint UpdateEndpointsBatch',
      'arn:mobiletargeting:@:apps/<pinpointApplicationId>/endpoints/*',
    ),
  ],
  SESBulkTemplatedCrudPolicy: [
    allow(
      'ses',
      'GetIdentityVerificationAttributes SendEmail SendRawEmail SendTemplatedEmail SendBulkTemplatedEmail VerifyEmailIdentity',
      'arn:ses:@:identity/<identityName>',
    ),
  ],
  SESEmailTemplateCrudPolicy: [
    allow('ses', 'CreateTemplate GetTemplate ListTemplates UpdateTemplate DeleteTemplate TestRenderTemplate', '*'),
  ],
  StepFunctionsExecutionPolicy: [allow('states', 'StartExecution', 'arn:states:@:stateMachine:<stateMachineName>')],
  EventBridgePutEventsPolicy: [allow('events', 'PutEvents', 'arn:events:@:event-bus/<eventBusName>')],
  StepFunctionsExecutionPolicy_v2: [
    allow('states', 'StartExecution StartSyncExecution', 'arn:states:@:stateMachine:<stateMachineName>'),
  ],
  SESBulkTemplatedCrudPolicy_v2: [
    allow(
      'ses',
      'SendEmail SendRawEmail SendTemplatedEmail SendBulkTemplatedEmail',
      'arn:ses:@:identity/<identityName>',
      'arn:ses:@:template/<templateName>',
    ),
    allow('ses', 'GetIdentityVerificationAttributes VerifyEmailIdentity', '*'),
  ],
  StepFunctionsCallbackPolicy: [
    allow(
      'states',
      'SendTaskFailure SendTaskHeartbeat SendTaskSuccess',
      'arn:states:@:stateMachine:<stateMachineName>',
    ),
  ],
};
