/** A property of a resource that holds what one signs in with. */
export interface CredentialProperty {
  readonly path: string;
  /** Where the path leads to a list of things: the property in each that is it. */
  readonly each?: string;
  /** What it is, for people. */
  readonly what: string;
}

/**
 * Properties that are the secret by which one signs in to a resource, or as it. Source: the property's description in the
 * CloudFormation template reference of each type.
 */
export const credentialProperties: Readonly<Record<string, CredentialProperty>> = {
  'AWS::IAM::User': { path: 'LoginProfile.Password', what: 'console password' },
  'AWS::RDS::DBInstance': { path: 'MasterUserPassword', what: 'administrator’s password' },
  'AWS::RDS::DBCluster': { path: 'MasterUserPassword', what: 'administrator’s password' },
  'AWS::DocDB::DBCluster': { path: 'MasterUserPassword', what: 'administrator’s password' },
  'AWS::Redshift::Cluster': { path: 'MasterUserPassword', what: 'administrator’s password' },
  'AWS::ElastiCache::ReplicationGroup': { path: 'AuthToken', what: 'token' },
  'AWS::AmazonMQ::Broker': { path: 'Users', each: 'Password', what: 'user’s password' },
  'AWS::OpenSearchService::Domain': {
    path: 'AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword',
    what: 'administrator’s password',
  },
  'AWS::Elasticsearch::Domain': {
    path: 'AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword',
    what: 'administrator’s password',
  },
};
