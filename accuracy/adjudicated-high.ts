/** What a reviewer says of a high or critical threat of an official template. */
export interface JudgedHigh {
  readonly rule: string;
  /** Path of the template, or its beginning: the form in JSON is the same template. */
  readonly template: string;
  /** The element; absent: whichever of the template. */
  readonly address?: string;
  /** Would a careful reviewer act on it? */
  readonly acts: boolean;
  readonly because: string;
}

const ssh = {
  rule: 'network/admin-port-open',
  acts: true,
  because: 'Who does not give the parameter opens SSH to the internet; the template should have no such default.',
};
const plainWeb = {
  rule: 'edge/viewer-http',
  acts: true,
  because: 'The only listener is plain HTTP, and nothing sends callers to TLS: a certificate and a redirect are due.',
};
const oldSystem = {
  rule: 'compute/unsupported-software',
  acts: true,
  because: 'The default image gets no updates any more; the parameter wants another default.',
};

/** Every threat that has been in a sample, judged by reading its template. */
export const judgedHigh: readonly JudgedHigh[] = [
  ...[
    'AutoScaling/AutoScalingRollingUpdates',
    'EC2/EIP_With_Association',
    'EC2/ec2_with_waitcondition_template',
    'EFS/efs_with_automount_to_ec2',
    'ElasticLoadBalancing/ELBWithLockedDownAutoScaledInstances',
    'IoT/amzn2-greengrass-cfn',
    'Solutions/AmazonCloudWatchAgent/',
    'Solutions/CloudFormationEndpointSignals/',
    'Solutions/OperatingSystems/',
    'VPC/VPC_EC2_Instance_With_Multiple_Static_IPAddresses',
  ].map((template) => ({ ...ssh, template })),
  ...['EC2/EC2InstanceWithSecurityGroupSample', 'EC2/EC2_Instance_With_Ephemeral_Drives'].map((template) => ({
    ...ssh,
    template,
    because: 'The default looks like a range of somebody’s own and ends in /0: it is the whole internet.',
  })),
  {
    ...ssh,
    template: 'Solutions/EC2DomainJoin/EC2-Domain-Join',
    because: 'Remote desktop is open to everybody in a literal rule, in a subnet that is called public.',
  },
  ...[
    'AutoScaling/',
    'ECS/EC2LaunchType/clusters/public-vpc',
    'ECS/FargateLaunchType/clusters/',
    'EFS/efs_with_automount_to_ec2',
    'ElasticLoadBalancing/',
  ].map((template) => ({ ...plainWeb, template })),
  ...['ElasticLoadBalancing/', 'IoT/amzn2-greengrass-cfn', 'Solutions/CloudFormationEndpointSignals/'].map(
    (template) => ({ ...oldSystem, template }),
  ),
  {
    ...oldSystem,
    template: 'RDS/RDS_with_DBParameterGroup',
    because: 'The engine version is written out, and its standard support has ended: an upgrade is due.',
  },
  {
    rule: 'data/no-backup',
    template: 'CloudFormation/fn-foreach-ddb',
    acts: true,
    because: 'Four tables with provisioned capacity, nothing to go back to, and one property that would give it.',
  },
  {
    rule: 'identity/wildcard-rights',
    template: 'Solutions/Gitea/Gitea',
    acts: true,
    because: 'A public server that may read every secret and use every key needs one secret at most.',
  },
  {
    rule: 'identity/wildcard-rights',
    template: 'Lambda/LambdaSample',
    acts: true,
    because: 'Full access to four services for a function that writes one table: the policies want narrowing.',
  },
  {
    rule: 'identity/wildcard-rights',
    template: 'EMR/',
    acts: true,
    because: 'AWS has withdrawn the managed policy for these very rights; its successor gives less.',
  },
  {
    rule: 'identity/administrator-role',
    template: 'Solutions/CloudFrontCustomOriginLambda@Edge/CloudFront',
    acts: true,
    because: 'Any machine that gets the role administrates the account; its comment speaks of reading a key.',
  },
  {
    rule: 'identity/privilege-escalation-rights',
    template: 'IoT/amzn2-greengrass-cfn',
    acts: true,
    because: 'The function may make a role and write any policy for it: a boundary is missing.',
  },
  {
    rule: 'identity/wide-device-policy',
    template: 'IoT/lambda-iot-topicrule',
    acts: true,
    because: 'One stolen certificate acts as every device; the policy is a star for all actions and resources.',
  },
  {
    rule: 'network/unintended-internet-exposure',
    template: 'IoT/amzn2-greengrass-cfn',
    acts: true,
    because: 'A device gateway that answers SSH from everywhere is not what the solution is for.',
  },
  {
    rule: 'network/unintended-internet-exposure',
    template: 'Solutions/CloudFormationEndpointSignals/',
    acts: true,
    because: 'A jump host is meant to be reached, and not by everybody: Session Manager or a range of one’s own.',
  },
  {
    rule: 'network/any-port-open',
    template: 'ECS/EC2LaunchType/clusters/',
    address: 'PublicLoadBalancerSG',
    acts: false,
    because: 'The load balancer answers on the port of its listener alone, which is public on purpose.',
  },
  {
    rule: 'compute/metadata-token-optional',
    template: 'Solutions/CloudFormationEndpointSignals/',
    acts: true,
    because: 'The role behind may use all of CloudFormation, and one property demands the token.',
  },
  {
    rule: 'compute/metadata-token-optional',
    template: 'ECS/EC2LaunchType/clusters/',
    acts: true,
    because: 'Containers of many applications share the host and can ask for its role.',
  },
  {
    rule: 'api/unauthenticated-endpoint',
    template: 'Solutions/WebApp/webapp',
    acts: false,
    because: 'The method exchanges the code of a sign-in for tokens: callers cannot be signed in before it.',
  },
  ...[
    'AutoScaling/',
    'EFS/',
    'ElasticLoadBalancing/',
    'Solutions/EC2DomainJoin/',
    'Solutions/TaggingRootVolumesInEC2/',
  ].map((template) => ({
    rule: 'compute/metadata-token-optional',
    template,
    acts: true,
    because: 'The machine has a role, and one property of it or of its launch template demands the token.',
  })),
  {
    rule: 'compute/metadata-token-optional',
    template: 'EKS/template',
    acts: true,
    because: 'The launch template says optional in so many words; pods of the node can take the role of the node.',
  },
  ...['CloudFormation/MacrosExamples/S3Objects/', 'CloudFormation/MacrosExamples/Boto3/'].map((template) => ({
    rule: 'identity/wildcard-rights',
    template,
    acts: true,
    because:
      'A macro that whoever changes a stack can steer should not have rights over all buckets, or over all but IAM.',
  })),
  {
    rule: 'identity/wildcard-rights',
    template: 'Solutions/VSCode/',
    acts: true,
    because: 'A public server that may read every secret needs the one that holds its password.',
  },
  {
    rule: 'network/unintended-internet-exposure',
    template: 'ElasticLoadBalancing/ELBWithLockedDownAutoScaledInstances',
    acts: true,
    because: 'The machines are said to be locked down behind the load balancer, and answer SSH from everywhere.',
  },
  {
    rule: 'identity/no-mfa',
    template: 'RainModules/cognito',
    acts: true,
    because: 'A password is all that stands between a stranger and an account of the application.',
  },
  {
    rule: 'network/database-port-open',
    template: 'DMS/DMSAuroraToS3FullLoadAndOngoingReplication',
    acts: true,
    because: 'The database admits every address by the default of a parameter; a private subnet is all that holds.',
  },
  {
    rule: 'edge/viewer-http',
    template: 'Solutions/Gitea/',
    acts: true,
    because: 'The distribution serves sign-ins over plain HTTP although its own certificate is there for free.',
  },
  {
    rule: 'edge/plaintext-to-origin',
    template: 'Solutions/Gitea/',
    acts: true,
    because: 'Passwords and code cross the internet in plain text from the edge to the server.',
  },
  {
    rule: 'api/unauthenticated-endpoint',
    template: 'AppRunner/AppRunnerServiceFromECR',
    acts: false,
    because: 'The service is a web application whose image is a parameter: being public is what it is for.',
  },
  {
    rule: 'supply-chain/code-from-foreign-place',
    template: 'Solutions/WebApp/webapp',
    acts: true,
    because:
      'Whoever deploys the template runs code from a bucket of somebody else’s account, named in it by a number.',
  },
  {
    rule: 'compute/unsupported-software',
    template: 'Solutions/CloudFrontCustomOriginLambda@Edge/CloudFront',
    acts: true,
    because: 'The runtime gets no updates any more; a newer one is a word.',
  },
  {
    rule: 'api/unauthenticated-endpoint',
    template: 'APIGateway/apigateway_lambda_integration',
    acts: true,
    because: 'Any method is passed on to the function, and nothing but the default of a parameter makes it public.',
  },
  ...['Solutions/VSCode/', 'Solutions/GitLab/'].map((template) => ({
    rule: 'supply-chain/script-from-internet',
    template,
    acts: true,
    because: 'A script from the web runs as root at first start; it can be fetched, checked and kept beforehand.',
  })),
  {
    rule: 'edge/origin-bypass',
    template: 'Solutions/CloudFrontCustomOriginLambda@Edge/CloudFront',
    acts: true,
    because: 'The load balancer lets in the whole internet on 443 and looks for no header of the distribution.',
  },
  {
    rule: 'edge/plaintext-to-origin',
    template: 'Solutions/GitLab/',
    acts: true,
    because: 'Passwords and code cross the internet in plain text from the edge to the server.',
  },
  {
    rule: 'edge/plaintext-to-origin',
    template: 'Solutions/CloudFrontCustomOriginLambda@Edge/CloudFront',
    acts: true,
    because: 'http-only is the default of the parameter although the origin has an HTTPS listener.',
  },
];
