/** Rights that a service uses through the role of what it runs, whatever the code does. */
export interface UpkeepRight {
  readonly actions: readonly string[];
  /** The resource that a statement for it names. */
  readonly resource: '*' | 'arn:aws:logs:*:*:*';
}

const logs: UpkeepRight = {
  actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  resource: 'arn:aws:logs:*:*:*',
};
const networkInterfaces: UpkeepRight = {
  actions: ['ec2:CreateNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:DeleteNetworkInterface'],
  resource: '*',
};
const images: UpkeepRight = { actions: ['ecr:GetAuthorizationToken'], resource: '*' };
const management: UpkeepRight = { actions: ['ssm:UpdateInstanceInformation'], resource: '*' };

const table: Readonly<Record<string, readonly UpkeepRight[]>> = {
  // https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
  // https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
  'AWS::Lambda::Function': [logs, networkInterfaces],
  // https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html
  'AWS::CodeBuild::Project': [logs, networkInterfaces, images],
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
  'AWS::ECS::TaskDefinition': [logs, images],
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html
  'AWS::EC2::Instance': [management],
  'AWS::EC2::LaunchTemplate': [management],
  'AWS::AutoScaling::LaunchConfiguration': [management],
};

/** What a service needs of the role of something of this type, as far as it is known. */
export function upkeepRights(type: string): readonly UpkeepRight[] {
  return Object.hasOwn(table, type) ? (table[type] ?? []) : [];
}
