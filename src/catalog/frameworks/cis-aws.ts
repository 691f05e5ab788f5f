import { defineFramework } from '../../model/framework.ts';

/** Numbers alone: the words of the benchmark are not ours to repeat. */
export default defineFramework({
  title: 'CIS Amazon Web Services Foundations Benchmark',
  version: '3.0.0',
  reference: 'https://www.cisecurity.org/benchmark/amazon_web_services',
  requirements: [
    { id: '1.8', threats: ['identity/weak-passwords'] },
    { id: '1.10', threats: ['identity/no-mfa'], types: ['AWS::IAM::User'] },
    { id: '1.14', threats: ['identity/long-lived-keys'], types: ['AWS::IAM::User', 'AWS::IAM::AccessKey'] },
    { id: '1.16', threats: ['identity/administrator-role', 'identity/wildcard-rights'] },
    { id: '2.1.1', threats: ['data/plaintext-transport-allowed'], types: ['AWS::S3::Bucket'] },
    { id: '2.1.4', threats: ['data/public-read', 'data/public-write'], types: ['AWS::S3::Bucket'] },
    { id: '2.2.1', threats: ['data/unencrypted-at-rest'], types: ['AWS::EC2::Volume', 'AWS::EC2::Instance'] },
    { id: '2.3.1', threats: ['data/unencrypted-at-rest'], types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'] },
    {
      id: '2.3.3',
      threats: ['network/unintended-internet-exposure', 'network/database-port-open', 'data/database-in-public-subnet'],
      types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
    },
    { id: '2.4.1', threats: ['data/unencrypted-at-rest'], types: ['AWS::EFS::FileSystem'] },
    { id: '3.1', threats: ['logging/trail-off', 'logging/trail-single-region'] },
    { id: '3.2', threats: ['logging/trail-unvalidated'] },
    { id: '3.5', threats: ['data/unencrypted-at-rest'], types: ['AWS::CloudTrail::Trail'] },
    { id: '3.6', threats: ['keys/no-rotation'], types: ['AWS::KMS::Key'] },
    { id: '3.7', threats: ['network/no-flow-logs'], types: ['AWS::EC2::VPC'] },
    { id: '5.2', threats: ['network/admin-port-open', 'network/any-port-open'] },
    { id: '5.6', threats: ['compute/metadata-token-optional'] },
  ],
});
