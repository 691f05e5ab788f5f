/** A data source that finds a thing by its name or id, and what its attributes are made of then. */
export interface LookedUp {
  /** The argument that names the thing. */
  readonly by: string;
  /** Other words that the argument takes are not understood: the attributes stay unknown. */
  readonly only?: RegExp;
  /**
   * Attributes as templates: `{name}`, `{bare}` (without a leading slash), `{Partition}`, `{Region}`, `{Account}`,
   * `{Suffix}` (the domain of the partition) and `{Path}`, which nobody tells.
   */
  readonly attributes: Readonly<Record<string, string>>;
}

const ec2 = (what: string): LookedUp => ({
  by: 'id',
  attributes: { arn: `arn:{Partition}:ec2:{Region}:{Account}:${what}/{name}` },
});

/**
 * By type. The formats of the ARNs are those of the Service Authorization Reference,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html.
 * Names of roles and users are unique whatever their path, and the path is a part of the ARN
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html).
 */
export const lookedUp: Readonly<Record<string, LookedUp>> = {
  aws_dynamodb_table: {
    by: 'name',
    attributes: { id: '{name}', arn: 'arn:{Partition}:dynamodb:{Region}:{Account}:table/{name}' },
  },
  aws_ecr_repository: {
    by: 'name',
    attributes: {
      id: '{name}',
      arn: 'arn:{Partition}:ecr:{Region}:{Account}:repository/{name}',
      repository_url: '{Account}.dkr.ecr.{Region}.{Suffix}/{name}',
    },
  },
  aws_iam_instance_profile: {
    by: 'name',
    attributes: { arn: 'arn:{Partition}:iam::{Account}:instance-profile/{Path}{name}' },
  },
  aws_iam_role: {
    by: 'name',
    attributes: { id: '{name}', arn: 'arn:{Partition}:iam::{Account}:role/{Path}{name}' },
  },
  aws_iam_user: { by: 'user_name', attributes: { arn: 'arn:{Partition}:iam::{Account}:user/{Path}{name}' } },
  aws_kms_alias: { by: 'name', attributes: { arn: 'arn:{Partition}:kms:{Region}:{Account}:{name}' } },
  aws_kms_key: {
    by: 'key_id',
    only: /^(mrk-)?[0-9a-f-]{32,36}$/,
    attributes: { id: '{name}', arn: 'arn:{Partition}:kms:{Region}:{Account}:key/{name}' },
  },
  aws_lambda_function: {
    by: 'function_name',
    attributes: { arn: 'arn:{Partition}:lambda:{Region}:{Account}:function:{name}' },
  },
  aws_s3_bucket: {
    by: 'bucket',
    attributes: {
      id: '{name}',
      arn: 'arn:{Partition}:s3:::{name}',
      bucket_domain_name: '{name}.s3.{Suffix}',
      bucket_regional_domain_name: '{name}.s3.{Region}.{Suffix}',
    },
  },
  aws_security_group: ec2('security-group'),
  aws_sns_topic: {
    by: 'name',
    attributes: {
      id: 'arn:{Partition}:sns:{Region}:{Account}:{name}',
      arn: 'arn:{Partition}:sns:{Region}:{Account}:{name}',
    },
  },
  aws_sqs_queue: {
    by: 'name',
    attributes: {
      id: 'https://sqs.{Region}.{Suffix}/{Account}/{name}',
      url: 'https://sqs.{Region}.{Suffix}/{Account}/{name}',
      arn: 'arn:{Partition}:sqs:{Region}:{Account}:{name}',
    },
  },
  aws_ssm_parameter: {
    by: 'name',
    attributes: { id: '{name}', arn: 'arn:{Partition}:ssm:{Region}:{Account}:parameter/{bare}' },
  },
  aws_subnet: ec2('subnet'),
  aws_vpc: ec2('vpc'),
};

/** Data sources that find many things: lists of which nothing is known. */
export const listed: Readonly<Record<string, readonly string[]>> = {
  aws_route_tables: ['ids'],
  aws_security_groups: ['ids', 'arns', 'vpc_ids'],
  aws_subnet_ids: ['ids'],
  aws_subnets: ['ids'],
  aws_vpcs: ['ids'],
};

/**
 * The accounts from which Elastic Load Balancing writes access logs. Regions that opened later have a service principal.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export const loadBalancingAccounts: Readonly<Record<string, string>> = {
  'af-south-1': '098369216593',
  'ap-east-1': '754344448648',
  'ap-northeast-1': '582318560864',
  'ap-northeast-2': '600734575887',
  'ap-northeast-3': '383597477331',
  'ap-south-1': '718504428378',
  'ap-southeast-1': '114774131450',
  'ap-southeast-2': '783225319266',
  'ap-southeast-3': '589379963580',
  'ca-central-1': '985666609251',
  'eu-central-1': '054676820928',
  'eu-north-1': '897822967062',
  'eu-south-1': '635631232127',
  'eu-west-1': '156460612806',
  'eu-west-2': '652711504416',
  'eu-west-3': '009996457667',
  'me-south-1': '076674570225',
  'sa-east-1': '507241528517',
  'us-east-1': '127311923021',
  'us-east-2': '033677994240',
  'us-gov-east-1': '190560391635',
  'us-gov-west-1': '048591011584',
  'us-west-1': '027434742980',
  'us-west-2': '797873946194',
};
