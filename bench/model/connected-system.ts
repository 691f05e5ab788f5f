/** A system of stacks in one account that import from each other, without any way in from outside. */
const unitsPerStack = 40;
const resourcesPerUnit = 10;

/**
 * Template texts by path with about `resources` resources. Every unit is a small service: a function with its role, queue,
 * table, bucket and log group; it reads the queue of the unit before it, and each stack imports from the one before it.
 */
export function connectedSystem(resources: number): Readonly<Record<string, string>> {
  const stacks = Math.max(1, Math.round(resources / (unitsPerStack * resourcesPerUnit)));
  const texts: Record<string, string> = {};
  for (let stack = 0; stack < stacks; stack += 1)
    texts[`stack-${String(stack).padStart(4, '0')}.json`] = JSON.stringify(stackOf(stack));
  return texts;
}

function stackOf(stack: number): object {
  const resources: Record<string, object> = {};
  for (let unit = 0; unit < unitsPerStack; unit += 1) Object.assign(resources, unitOf(stack, unit));
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: resources,
    Outputs: {
      Queue: { Value: { 'Fn::GetAtt': [`Queue${unitsPerStack - 1}`, 'Arn'] }, Export: { Name: `queue-${stack}` } },
    },
  };
}

function unitOf(stack: number, unit: number): Readonly<Record<string, object>> {
  const before =
    unit > 0
      ? { 'Fn::GetAtt': [`Queue${unit - 1}`, 'Arn'] }
      : stack > 0
        ? { 'Fn::ImportValue': `queue-${stack - 1}` }
        : { 'Fn::GetAtt': [`Queue${unit}`, 'Arn'] };
  const own = (name: string) => ({ 'Fn::GetAtt': [`${name}${unit}`, 'Arn'] });
  return {
    [`Role${unit}`]: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        },
        Policies: [
          {
            PolicyName: 'work',
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                { Effect: 'Allow', Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'], Resource: before },
                { Effect: 'Allow', Action: ['dynamodb:PutItem', 'dynamodb:Query'], Resource: own('Table') },
                { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: own('Queue') },
              ],
            },
          },
        ],
      },
    },
    [`Function${unit}`]: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Role: own('Role'),
        Code: { S3Bucket: { Ref: `Bucket${unit}` }, S3Key: 'code.zip' },
        Environment: { Variables: { TABLE: { Ref: `Table${unit}` } } },
      },
    },
    [`Mapping${unit}`]: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { EventSourceArn: before, FunctionName: { Ref: `Function${unit}` } },
    },
    [`Logs${unit}`]: {
      Type: 'AWS::Logs::LogGroup',
      Properties: { RetentionInDays: 30, LogGroupName: { 'Fn::Sub': `/aws/lambda/\${Function${unit}}` } },
    },
    [`Queue${unit}`]: {
      Type: 'AWS::SQS::Queue',
      Properties: { RedrivePolicy: { deadLetterTargetArn: own('DeadLetters'), maxReceiveCount: 3 } },
    },
    [`DeadLetters${unit}`]: { Type: 'AWS::SQS::Queue' },
    [`Table${unit}`]: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
    },
    [`Bucket${unit}`]: { Type: 'AWS::S3::Bucket', Properties: { VersioningConfiguration: { Status: 'Enabled' } } },
    [`Alarm${unit}`]: {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: {
        Namespace: 'AWS/SQS',
        MetricName: 'ApproximateNumberOfMessagesVisible',
        Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [`DeadLetters${unit}`, 'QueueName'] } }],
        Statistic: 'Sum',
        Period: 300,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        AlarmActions: [{ Ref: `Topic${unit}` }],
      },
    },
    [`Topic${unit}`]: { Type: 'AWS::SNS::Topic' },
  };
}
