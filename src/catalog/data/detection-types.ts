/**
 * Types that see or record what is done in an account, with the calls any of which ends that. Source: Service Authorization
 * Reference; https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html and its like.
 */
export const blindingActions: Readonly<Record<string, readonly string[]>> = {
  'AWS::CloudTrail::Trail': [
    'cloudtrail:StopLogging',
    'cloudtrail:DeleteTrail',
    'cloudtrail:UpdateTrail',
    'cloudtrail:PutEventSelectors',
  ],
  'AWS::CloudTrail::EventDataStore': ['cloudtrail:StopEventDataStoreIngestion', 'cloudtrail:DeleteEventDataStore'],
  'AWS::GuardDuty::Detector': ['guardduty:DeleteDetector', 'guardduty:UpdateDetector'],
  'AWS::EC2::FlowLog': ['ec2:DeleteFlowLogs'],
  'AWS::Config::ConfigurationRecorder': ['config:StopConfigurationRecorder', 'config:DeleteConfigurationRecorder'],
  'AWS::Config::DeliveryChannel': ['config:DeleteDeliveryChannel'],
  'AWS::SecurityHub::Hub': ['securityhub:DisableSecurityHub'],
  'AWS::AccessAnalyzer::Analyzer': ['access-analyzer:DeleteAnalyzer'],
  'AWS::Macie::Session': ['macie2:DisableMacie'],
  'AWS::Detective::Graph': ['detective:DeleteGraph'],
  'AWS::Route53Resolver::ResolverQueryLoggingConfig': ['route53resolver:DeleteResolverQueryLogConfig'],
  'AWS::CloudWatch::Alarm': ['cloudwatch:DeleteAlarms', 'cloudwatch:DisableAlarmActions'],
};
