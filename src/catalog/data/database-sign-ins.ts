/** A call that lets its caller sign in to a database. */
export interface DatabaseSignIn {
  readonly action: string;
  readonly types: readonly string[];
  /** What the ARN names instead of the database: `dbuser:`, then the name of the cluster unless that is an id made by AWS. */
  readonly arn?: { readonly service: string; readonly kind: string; readonly named: boolean };
  /** The property that must be true. */
  readonly onlyIf?: string;
}

/**
 * Sources: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html,
 * https://docs.aws.amazon.com/redshift/latest/mgmt/generating-user-credentials.html; a new password needs no old one,
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBInstance.html.
 */
export const databaseSignIns: readonly DatabaseSignIn[] = [
  {
    action: 'rds-db:connect',
    types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
    arn: { service: 'rds-db', kind: 'dbuser:', named: false },
    onlyIf: 'EnableIAMDatabaseAuthentication',
  },
  {
    action: 'redshift:GetClusterCredentials',
    types: ['AWS::Redshift::Cluster'],
    arn: { service: 'redshift', kind: 'dbuser:', named: true },
  },
  {
    action: 'redshift:GetClusterCredentialsWithIAM',
    types: ['AWS::Redshift::Cluster'],
    arn: { service: 'redshift', kind: 'dbname:', named: true },
  },
  { action: 'rds:ModifyDBInstance', types: ['AWS::RDS::DBInstance'] },
  { action: 'rds:ModifyDBCluster', types: ['AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster'] },
  { action: 'redshift:ModifyCluster', types: ['AWS::Redshift::Cluster'] },
];
