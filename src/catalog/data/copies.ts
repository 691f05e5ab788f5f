/** How the data of a type is copied, and the copy given away or read. */
export interface CopyWays {
  /** Makes a copy of the resource that it names. */
  readonly make: string;
  /** Gives a copy to another account. */
  readonly share: string;
  /** Encrypts a copy anew, with a key of the caller's choice. */
  readonly recrypt: string;
  /** What the ARN of a copy has in place of the resource: `snapshot/`. */
  readonly kind: string;
  /** ARNs of copies have no account. */
  readonly ownerless?: true;
  /** Calls that together let the caller read a copy in the account itself, with the kind of what they name. */
  readonly read: readonly (readonly [action: string, kind: string])[];
}

const clusterCopies: CopyWays = {
  make: 'rds:CreateDBClusterSnapshot',
  share: 'rds:ModifyDBClusterSnapshotAttribute',
  recrypt: 'rds:CopyDBClusterSnapshot',
  kind: 'cluster-snapshot:',
  // The new cluster gets a password of the caller's choice, and an instance to connect to.
  read: [
    ['rds:RestoreDBClusterFromSnapshot', 'cluster:'],
    ['rds:ModifyDBCluster', 'cluster:'],
    ['rds:CreateDBInstance', 'db:'],
  ],
};

/**
 * Sources: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html,
 * https://docs.aws.amazon.com/ebs/latest/userguide/ebs-accessing-snapshot.html,
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-explicit.html,
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html.
 */
export const copies: Readonly<Record<string, CopyWays>> = {
  'AWS::EC2::Volume': {
    make: 'ec2:CreateSnapshot',
    share: 'ec2:ModifySnapshotAttribute',
    recrypt: 'ec2:CopySnapshot',
    kind: 'snapshot/',
    ownerless: true,
    read: [['ebs:GetSnapshotBlock', 'snapshot/']],
  },
  'AWS::EC2::Instance': {
    make: 'ec2:CreateImage',
    share: 'ec2:ModifyImageAttribute',
    recrypt: 'ec2:CopyImage',
    kind: 'image/',
    ownerless: true,
    // An image makes snapshots of all disks.
    read: [['ebs:GetSnapshotBlock', 'snapshot/']],
  },
  'AWS::RDS::DBInstance': {
    make: 'rds:CreateDBSnapshot',
    share: 'rds:ModifyDBSnapshotAttribute',
    recrypt: 'rds:CopyDBSnapshot',
    kind: 'snapshot:',
    read: [
      ['rds:RestoreDBInstanceFromDBSnapshot', 'db:'],
      ['rds:ModifyDBInstance', 'db:'],
    ],
  },
  'AWS::RDS::DBCluster': clusterCopies,
  'AWS::Neptune::DBCluster': clusterCopies,
  'AWS::DocDB::DBCluster': clusterCopies,
  'AWS::Redshift::Cluster': {
    make: 'redshift:CreateClusterSnapshot',
    share: 'redshift:AuthorizeSnapshotAccess',
    recrypt: 'redshift:ModifyCluster',
    kind: 'snapshot:',
    read: [
      ['redshift:RestoreFromClusterSnapshot', 'cluster:'],
      ['redshift:ModifyCluster', 'cluster:'],
    ],
  },
};
